/** Which of several pictures is meant: "Left, by Jane Doe/Example; Right, from Example Images". */

import { flagEnd } from '../find.ts'
import { Flag } from '../phrase.ts'
import { isMark, type State } from '../state.ts'

const POSITIONS = new Set([
  'left',
  'right',
  'top',
  'bottom',
  'center',
  'above',
  'below',
  'from left',
  'inset',
])
const BOTH = new Set(['both', 'all'])

/** A position with its comma and `by` or `from`; "both from". */
export function position(state: State, i: number): number {
  const { tokens, to, where } = state
  const key = tokens[i]?.key ?? ''
  if (state.parties.length > 0 && BOTH.has(key) && state.slots.includes('photo'))
    return flagEnd(tokens, i + 1, to, Flag.by | Flag.from)
  if (where !== 'caption' && where !== undefined) return -1
  if (!isMark(tokens[i + 1], ',') || !POSITIONS.has(key)) return -1
  const end = flagEnd(tokens, i + 2, to, Flag.by | Flag.from)
  if (end < 0) return -1
  state.slots = ['photo']
  state.cues++
  state.pictured = true
  state.marked = true
  state.joint = 'bar'
  state.clause = state.parties.length
  return end
}
