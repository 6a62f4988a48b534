/** A name alone in brackets at the end of an article: "(Jane Doe)", "【山田太郎】". */

import { isCjk } from './characters.ts'
import { flagsOf } from './find.ts'
import { readList } from './list.ts'
import { Flag } from './phrase.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import type { Token } from './tokens.ts'

const LONGEST = 6

/** The reading of a line that is a bracketed name and nothing else, where an end note stands. */
export function signature(line: Line): Reading | undefined {
  const { tokens, where } = line
  const close = tokens.length - 1
  if (where !== 'end' || close < 2 || close > LONGEST) return undefined
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
