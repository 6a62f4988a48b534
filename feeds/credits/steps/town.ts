/** Towns that stand beside parties: where they report from, and nobody. */

import { dateEnd } from '../dates.ts'
import { flagEnd, flagsOf } from '../find.ts'
import { agencyAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isCapital, isMark, isNamed, type State } from '../state.ts'
import type { Token } from '../tokens.ts'

// "PTI, New Delhi": a town alone beside a party is where it reports from
export function townEnd(state: State, i: number): number {
  const { tokens, to } = state
  const named = isNamed(state.where)
  const slashed = state.joint === 'slash' && !named && state.cues < 2
  if (state.joint === 'and' || (slashed && !isAfterAgencies(state, i))) return -1
  if (isJobTown(state, i)) return i + 1
  const end = townAt(state, i)
  if (end < 0) return -1
  const next = end < to ? tokens[end] : undefined
  // "Tradotto da redazione Danzica"
  if (i > 0 && (flagsOf(tokens[i - 1]) & Flag.house) !== 0 && next?.shape === 'mark') return end
  const beside = besideEnd(state, end)
  if (beside > 0) return beside
  if (isLocalJob(state, end)) return end
  // "Reporting by the Oslo newsroom"
  const newsroom = tokens[end]?.shape === 'lower' ? flagEnd(tokens, end, to, Flag.house) : -1
  if (newsroom > 0) return newsroom
  if (state.parties.length === 0)
    return (opensTown(next, named) && (named || agencyAt(tokens, end + 1, to))) ||
      // "Oslo AA"
      (named && agencyAt(tokens, end, to)?.end === to)
      ? end
      : -1
  // "New Delhi Last updated"
  const isDated = dateEnd(tokens, end, to) > 0 || flagEnd(tokens, end, to, Flag.date) > end + 1
  return !next || next.shape === 'mark' || next.shape === 'number' || isDated ? end : -1
}

// after agencies a country does: "NOTIMEX / MÉXICO"
function townAt(state: State, i: number): number {
  const town = flagEnd(state.tokens, i, state.to, Flag.place)
  if (town > 0) return town
  if (state.joint !== 'slash' || state.parties.length === 0 || !isAfterAgencies(state, i)) return -1
  return flagEnd(state.tokens, i, state.to, Flag.region)
}

/** Past what belongs to the town that ends at `end`: its agency's slots, its country. */
function besideEnd(state: State, end: number): number {
  const { tokens, to } = state
  const named = isNamed(state.where)
  // "Kamera: Jane Doe / İstanbul DHA": from where the agency reports
  if (state.joint === 'slash' && (named || state.cues > 1) && agencyAt(tokens, end, to)) {
    state.slots = []
    return end
  }
  // "Example Online, Hamburg, Germany"
  const placed = named || state.where === undefined
  if (!placed || state.parties.length === 0 || !isMark(tokens[end], ',')) return -1
  return flagEnd(tokens, end + 1, to, Flag.region)
}

// "Por AFP / Bogotá": after agencies alone
const isAfterAgencies = ({ tokens, parties }: State, i: number): boolean =>
  tokens[i - 1]?.spaced === true && parties.every(({ kind }) => kind === 'agency')

// "Jane Doe, correspondente / Genebra, O Exemplo": one word between a job and a comma
const isJobTown = ({ tokens, parties, where }: State, i: number): boolean =>
  isNamed(where) &&
  parties.length > 0 &&
  isMark(tokens[i - 1], '/') &&
  (flagsOf(tokens[i - 2]) & Flag.job) !== 0 &&
  isCapital(tokens[i]) &&
  isMark(tokens[i + 1], ',')

// "courtesy of Phoenix photographer Jane Doe"
export const isLocalJob = ({ tokens, to, slots, parties }: State, end: number): boolean =>
  slots.length > 0 &&
  parties.length === 0 &&
  end + 1 < to &&
  tokens[end]?.shape === 'lower' &&
  (flagsOf(tokens[end]) & Flag.job) !== 0 &&
  isCapital(tokens[end + 1])

const opensTown = (mark: Token | undefined, named: boolean): boolean =>
  mark?.key === '-' ||
  mark?.key === '=' ||
  mark?.key === '/' ||
  (named && (mark?.key === ',' || mark?.key === '|'))
