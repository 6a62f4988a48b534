/** Words of dates beside numbers: "January 12, 2012", "4 Febbraio", "Updated: 2 hours ago". */

import { flagEnd, flagsOf } from './find.ts'
import { Flag } from './phrase.ts'
import type { Token } from './tokens.ts'

/** The end of a word of dates that stands beside a number, or another such word; or -1. */
export function dateEnd(tokens: readonly Token[], i: number, to: number): number {
  const end = flagEnd(tokens, i, to, Flag.date)
  return end > 0 && besideNumber(tokens, i, end, to) ? end : -1
}

function besideNumber(tokens: readonly Token[], i: number, end: number, to: number): boolean {
  const before = tokens[i - 1]
  const first = isPoint(before) ? tokens[i - 2] : before
  const after = isPoint(tokens[end]) ? end + 1 : end
  return isDate(first) || (after < to && isDate(tokens[after]))
}

const POINTS = new Set(['.', ',', ':', '-'])
const isPoint = (token: Token | undefined): boolean =>
  token?.shape === 'mark' && POINTS.has(token.key)

// "Jan de Vries" is no date
const isDate = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.shape === 'number' || (flagsOf(token) & (Flag.date | Flag.particle)) === Flag.date)
