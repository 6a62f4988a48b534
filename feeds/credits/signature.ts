/** Names alone at the end of an article: "(Jane Doe)", "【山田太郎】", "— Jane Doe", "Example.com", "... on Monday. – Example.com". */

import { isCjk } from './characters.ts'
import { flagsOf } from './find.ts'
import { readList } from './list.ts'
import { mastheadAt } from './party.ts'
import { Flag } from './phrase.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import { credit, printed } from './say.ts'
import { isMark } from './state.ts'
import type { Token } from './tokens.ts'

const LONGEST = 6

/** The reading of a line that is a name and nothing else, where an end note stands. */
export const signature = (line: Line): Reading | undefined =>
  line.where === 'end' ? (bracketed(line) ?? bare(line)) : undefined

function bracketed(line: Line): Reading | undefined {
  const { tokens } = line
  const close = tokens.length - 1
  if (close < 2 || close > LONGEST) return undefined
  if (
    !'([\u3010'.includes(tokens[0]?.text ?? ' ') ||
    !')]\u3011'.includes(tokens[close]?.text ?? ' ')
  )
    return undefined
  if (!isName(tokens.slice(1, close), tokens[0]?.text === '\u3010')) return undefined
  const list = readList(tokens, 1, close, 'byline')
  if (list?.parties.length !== 1 || list.parties[0]?.kind !== 'person') return undefined
  return resolve(line, list, 'author')
}

function isName(name: readonly Token[], lenticular: boolean): boolean {
  const [first, second] = name
  if (!first) return false
  if (isCjk(first.text.charCodeAt(0)))
    return lenticular && name.length === 1 && first.text.length > 2
  if (isHebrew(first))
    return name.length > 1 && name.every(({ phrase }) => phrase?.meaning === undefined)
  return first.shape === 'cap' && second?.shape === 'cap' && (flagsOf(first) & Flag.given) !== 0
}

const isHebrew = ({ text }: Token): boolean => /^[\u05d0-\u05ea]/.test(text)

// the paper's name, or after a dash who wrote it or where it stands
function bare(line: Line): Reading | undefined {
  const { tokens } = line
  const end = tokens.length
  const from = tokens.findIndex((token) => !isMark(token, '-'))
  if (from < 0) return undefined
  if (mastheadAt(tokens, from, end)?.end === end) return published(line, from, end)
  if (from > 0 && isSigned(tokens, from))
    return { credits: [credit(line, { from, end }, 'person', 'author')], publication: null }
  return siteAfterDash(line)
}

const published = (line: Line, from: number, end: number): Reading => ({
  credits: [],
  publication: printed(line, { from, end }),
})

// "-- Jane Doe": two or three capitalised words, the first a given name
const isSigned = (tokens: readonly Token[], from: number): boolean =>
  (flagsOf(tokens[from]) & Flag.given) !== 0 &&
  tokens.length - from > 1 &&
  tokens.length - from < 4 &&
  tokens.slice(from).every(({ shape }) => shape === 'cap' || shape === 'initial')

// "... on Monday. – Example.com"
function siteAfterDash(line: Line): Reading | undefined {
  const { tokens } = line
  const last = tokens.length - 1
  const closes =
    tokens[last]?.shape === 'site' &&
    isMark(tokens[last - 1], '-') &&
    tokens[last - 1]?.spaced === true &&
    '.!?'.includes(tokens[last - 2]?.key ?? ' ')
  return closes ? published(line, last, last + 1) : undefined
}
