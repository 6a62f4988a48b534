/** Lines at the end of an article that are a name and nothing else: "— Jane Doe", "Example.com", "... on Monday. – Example.com". */

import { flagsOf } from './find.ts'
import type { Line, Reading } from './line.ts'
import { mastheadAt } from './party.ts'
import { Flag } from './phrase.ts'
import { credit, printed } from './say.ts'
import { isMark } from './state.ts'
import type { Token } from './tokens.ts'

/** The reading of a line that is the paper's name, or after a dash who wrote it or where it stands. */
export function closingLine(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (where !== 'end') return undefined
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
