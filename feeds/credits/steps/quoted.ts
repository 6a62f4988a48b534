/** A paper in quotes: "Анна Иванова, «Портовая газета»", as Slavic papers write the names of houses. */

import { agencyAt, mastheadAt } from '../party.ts'
import type { State } from '../state.ts'
import { addParty } from './add-party.ts'

/** What closes such quotes. */
const closing = (text: string): string => (text === '«' ? '»' : text === '„' ? '”“' : '')
const LONGEST = 6

/** A capitalised run in quotes that stands where a party may. */
export function quoted(state: State, i: number): number {
  const { tokens, to, parties, slots, joint } = state
  const closes = closing(tokens[i]?.text ?? '')
  if (closes === '' || (slots.length === 0 && parties.length === 0)) return -1
  if (joint === 'none' && parties.length > 0) return -1
  const end = tokens.findIndex(
    ({ text }, j) => j > i + 1 && j < Math.min(to, i + LONGEST) && closes.includes(text),
  )
  const first = tokens[i + 1]
  if (end < 0 || first?.shape === 'lower' || first?.shape === 'mark') return -1
  if (agencyAt(tokens, i + 1, end)?.end === end || mastheadAt(tokens, i + 1, end)?.end === end)
    return -1
  addParty(state, { kind: 'house', from: i + 1, end }, end)
  return end + 1
}
