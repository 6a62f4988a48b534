/** Ranks before who took a picture: "U.S. Army photo by Staff Sgt. Jane Doe". */

import type { State } from '../state.ts'
import type { Token } from '../tokens.ts'

const FIRST = new Set(
  'sgt sergeant cpl corporal pfc spc pvt private lt lieutenant capt captain maj major col colonel staff tech master senior lance airman seaman gunnery petty mass chief cmdr ensign specialist pte flt'.split(
    ' ',
  ),
)
const FURTHER = new Set([
  ...FIRST,
  ...'communication officer first second third class 1st 2nd 3rd warrant specialist st nd rd'.split(
    ' ',
  ),
])
const LONGEST = 10

/** The end of a rank before a capitalised name, or -1; in a picture's credit alone. */
export function rankEnd({ tokens, to, slots, parties, clause, joint }: State, i: number): number {
  if (!slots.includes('photo') || !FIRST.has(tokens[i]?.key ?? '')) return -1
  if (parties.length > clause && joint === 'none') return -1
  let end = i
  while (end < Math.min(to, i + LONGEST) && isOfRank(tokens[end] as Token)) end++
  const name = tokens[end]
  const surname = tokens[end + 1]
  return end < to && name?.shape === 'cap' && end + 1 < to && surname?.shape !== 'mark' ? end : -1
}

const isOfRank = (token: Token): boolean =>
  FURTHER.has(token.key) || token.key === '.' || token.shape === 'number'
