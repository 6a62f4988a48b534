/** Newsrooms by what they are called in bylines: "KOAL 6 News Staff", "Gazette environment reporter", "DH News Service". */

import { flagEnd, flagsOf } from '../find.ts'
import { agencyAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isNamed, type State } from '../state.ts'
import type { Token } from '../tokens.ts'

/** Where the name of a newsroom ends, and where what its people are called does. */
export interface Newsroom {
  readonly end: number
  readonly after: number
}

/** A station with its channel, a paper in short with its desk, or a paper before the beat and the job of who wrote. */
export function newsroom(state: State, i: number): Newsroom | undefined {
  if (!isNamed(state.where) && !(state.byline && state.where === undefined)) return undefined
  const first = state.tokens[i]
  if (first?.shape === 'caps') return station(state, i) ?? desk(state, i)
  if (first?.shape !== 'cap') return undefined
  return state.joint === 'comma' ? employer(state, i) : compound(state, i)
}

// "KOAL 6 News Staff", "NBC 10 Staff": call letters or a network, and the channel
function station({ tokens, to }: State, i: number): Newsroom | undefined {
  const channel = i + 1 < to ? tokens[i + 1] : undefined
  if ((tokens[i]?.text.length ?? 0) > 5 || !/^\d{1,2}$/.test(channel?.text ?? '')) return undefined
  const news = tokens[i + 2]?.key === 'news' && i + 2 < to ? i + 3 : i + 2
  const staff = flagEnd(tokens, news, to, Flag.house)
  if (staff < 0 && news === i + 2) return undefined
  const after = Math.max(news, staff)
  return endsName(tokens, after, to) ? { end: news, after } : undefined
}

// "ET Bureau", "DH News Service": the paper in short, and its desk; "WXYZ News Staff" is that of WXYZ News
function desk({ tokens, to }: State, i: number): Newsroom | undefined {
  if ((tokens[i]?.text.length ?? 0) > 4) return undefined
  if (tokens[i + 1]?.shape === 'lower' || agencyAt(tokens, i, to)) return undefined
  const staff = tokens[i + 1]?.key === 'news' ? flagEnd(tokens, i + 2, to, Flag.house) : -1
  if (staff > 0 && STAFF.has(tokens[i + 2]?.key ?? '') && endsName(tokens, staff, to))
    return { end: i + 2, after: staff }
  const after = flagEnd(tokens, i + 1, to, Flag.house)
  return after > 0 && endsName(tokens, after, to) ? { end: i + 1, after } : undefined
}
const STAFF = new Set(['staff', 'team', 'reporter', 'reporters', 'writers'])

const endsName = (tokens: readonly Token[], end: number, to: number): boolean =>
  end >= to || tokens[end]?.shape === 'mark' || (flagsOf(tokens[end]) & Flag.and) !== 0

// "Hafenblatt-Redaktion"
function compound({ tokens, to }: State, i: number): Newsroom | undefined {
  const room = i + 2 < to ? tokens[i + 2] : undefined
  if (tokens[i + 1]?.key !== '-' || room?.spaced !== false || !ROOMS.has(room.key)) return undefined
  return flagsOf(tokens[i]) === 0 && tokens[i]?.key !== 'sport'
    ? { end: i + 1, after: i + 3 }
    : undefined
}
const ROOMS = new Set(['redaktion', 'redactie', 'redaksjonen', 'redaktionen', 'newsroom'])

const LONGEST = 7

// "Jane Doe, Gazette environment reporter": after who wrote a paper by its word, small words, and the job
function employer({ tokens, to, parties }: State, i: number): Newsroom | undefined {
  if (parties.at(-1)?.kind !== 'person') return undefined
  let end = i
  while (end < to && tokens[end]?.shape === 'cap') end++
  let after = end
  while (after < Math.min(to, i + LONGEST) && tokens[after]?.shape === 'lower') after++
  const last = tokens[after - 1]
  if (after === end || (flagsOf(last) & Flag.job) === 0 || !endsName(tokens, after, to))
    return undefined
  const isPaper =
    (flagsOf(tokens[end - 1]) & Flag.mastheadWord) !== 0 ||
    (end === i + 1 && tokens[end]?.key === 'staff' && (flagsOf(tokens[i]) & KNOWN) === 0)
  return { end: isPaper ? end : i, after }
}
const KNOWN = Flag.beat | Flag.region | Flag.place | Flag.job | Flag.nobody | Flag.house
