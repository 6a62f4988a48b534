/** What people and desks are called beside their names: jobs, beats, houses' staff. */

import { flagEnd, flagsOf, longest } from './find.ts'
import { Flag } from './phrase.ts'
import type { Token } from './tokens.ts'

/** The end of an agency's service or job ("Technology Writers", "news agency") after it. */
export function jobEnd(tokens: readonly Token[], i: number, to: number): number {
  let end = i
  for (;;) {
    const known = flagEnd(tokens, end, to, Flag.job | Flag.house)
    // "Example News Editor: Jane Doe": with a colon it is a cue
    if (known < 0 || isName(tokens, end, known, to) || isCue(tokens, known, to)) return end
    end = known
  }
}

const isCue = (tokens: readonly Token[], i: number, to: number): boolean =>
  i + 1 < to && tokens[i]?.shape === 'mark' && tokens[i]?.key === ':'

// "Tim Doe": a team in other languages
const isName = (tokens: readonly Token[], i: number, end: number, to: number): boolean =>
  end === i + 1 && end < to && (flagsOf(tokens[i]) & Flag.given) !== 0 && isCapital(tokens[end])

/** The end of a job with its beat ("South-east Asia correspondent", "Chief Political Editor") at `i`, or -1. */
export function beatJobEnd(tokens: readonly Token[], i: number, to: number): number {
  if (tokens[i]?.shape === 'mark') return -1
  for (let j = i; j < Math.min(to, i + LONGEST_BEAT); j++) {
    const token = tokens[j] as Token
    const job = j > i ? jobEnd(tokens, j, to) : -1
    if (job > j && (flagsOf(token) & Flag.house) !== 0) return -1
    if (job > j && (job >= to || !isCapital(tokens[job]) || tokens[job]?.key === 'for'))
      return isBeat(tokens, i, j) && !opensMasthead(tokens, i, to) ? job : -1
    if (!isCapital(token) && !isBeatLink(tokens, j)) return -1
  }
  return -1
}

// "BBC News Mundo" ends in what is a desk elsewhere
const opensMasthead = (tokens: readonly Token[], i: number, to: number): boolean =>
  longest(tokens, i, to, Flag.masthead | Flag.agency, (m, end) =>
    (m.masthead || m.agencies) && end > i + 1 ? true : undefined,
  ) !== undefined

const LONGEST_BEAT = 8
const isCapital = (token: Token | undefined): boolean =>
  token?.shape === 'cap' || token?.shape === 'caps' || token?.shape === 'mixed'
// "South-east", "Health and Science", "Arts & Media"
const isBeatLink = (tokens: readonly Token[], j: number): boolean =>
  (tokens[j]?.key === '-' && !tokens[j]?.spaced) ||
  tokens[j]?.key === '&' ||
  (tokens[j]?.shape === 'lower' &&
    (!tokens[j]?.spaced || (flagsOf(tokens[j]) & (Flag.and | Flag.beat)) !== 0))

// one word must be known, of several the first must be no given name
const isBeat = (tokens: readonly Token[], i: number, job: number): boolean =>
  (flagsOf(tokens[i]) & (Flag.beat | Flag.region | Flag.place)) !== 0 ||
  (job - i > 1 && tokens[i]?.shape !== 'lower' && (flagsOf(tokens[i]) & Flag.given) === 0)

export const isHouse = (tokens: readonly Token[], i: number, to: number): boolean =>
  flagEnd(tokens, i, to, Flag.house) > 0
