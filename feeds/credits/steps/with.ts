/** `avec`, `mit`, `con` between parties, or before an agency. */

import { flagEnd, mayBegin } from '../find.ts'
import { agencyAt, mastheadAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isMark, type State } from '../state.ts'
import { ARTICLES } from './add-party.ts'

/** `avec`, `mit`, `con`: what follows contributed. */
export function withWord(state: State, i: number): number {
  const { tokens, to } = state
  const key = tokens[i]?.key
  if (key === 'from') return fromAgency(state, i)
  if (!mayBegin(tokens[i], Flag.with) && key !== 'c') return -1
  const short = shortWith(state, i)
  if (short > 0) return short
  const end = tokens[i]?.shape === 'initial' ? -1 : flagEnd(tokens, i, to, Flag.with)
  if (end < 0 || end >= to || state.slots.includes('photo')) return -1
  const first = state.parties.length === 0
  // "(Avec Jane Doe à Oslo)"
  const bracketed = isMark(tokens[i - 1], '(') && tokens[end]?.shape === 'cap'
  if (first && !bracketed && !isAgency(state, end) && !isWires(state, end)) return -1
  const sure = isAgency(state, end)
  if (!sure && ((tokens[i]?.text.length ?? 0) < 2 || tokens[end]?.shape === 'lower')) return -1
  state.slots = ['contributed']
  state.joint = 'comma'
  state.clause = state.parties.length
  if (first) state.byline = true
  else state.cues++
  return end
}

// "avec l'AFP": an agency, or its article and the agency
const isAgency = ({ tokens, to }: State, i: number): boolean =>
  agencyAt(tokens, i, to) !== undefined ||
  (ARTICLES.has(tokens[i]?.key ?? '') && agencyAt(tokens, i + 1, to) !== undefined)

// "With Post wire services"
function isWires({ tokens, to }: State, i: number): boolean {
  const paper = mastheadAt(tokens, i, to)?.end ?? flagEnd(tokens, i, to, Flag.mastheadWord)
  return paper > i && agencyAt(tokens, paper, to)?.value.agency?.kind === 'unnamed'
}

// "By JANE DOE from the Associated Press"
function fromAgency(state: State, i: number): number {
  const { parties } = state
  if (parties.at(-1)?.kind !== 'person' || !isAgency(state, i + 1)) return -1
  state.joint = 'comma'
  return i + 1
}

// "c/Lusa": com
function shortWith(state: State, i: number): number {
  const { tokens, to } = state
  if (tokens[i]?.text !== 'c' || !isMark(tokens[i + 1], '/') || !agencyAt(tokens, i + 2, to))
    return -1
  state.slots = ['contributed']
  state.joint = 'comma'
  state.cues++
  return i + 2
}
