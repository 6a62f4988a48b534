/** "Jane Doe, do Farol de Skerry": whose she is, as Portuguese papers print it. */

import { flagEnd, flagsOf } from '../find.ts'
import { Flag } from '../phrase.ts'
import { isNamed, type State } from '../state.ts'

const OF = new Set(['do', 'da'])

/** Whether such a word stands at `i`: after a person's comma, before a name with a link that is no town's. */
export const isOfPaper = ({ tokens, to, parties, where, joint }: State, i: number): boolean =>
  joint === 'comma' &&
  isNamed(where) &&
  OF.has(tokens[i]?.key ?? '') &&
  tokens[i]?.shape === 'lower' &&
  parties.at(-1)?.kind === 'person' &&
  i + 3 < to &&
  tokens[i + 1]?.shape === 'cap' &&
  (flagsOf(tokens[i + 2]) & Flag.particle) !== 0 &&
  tokens[i + 3]?.shape === 'cap' &&
  flagEnd(tokens, i + 1, to, Flag.place) < 0
