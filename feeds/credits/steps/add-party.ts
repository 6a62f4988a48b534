/** Adds a party to the list, with the job or the possessive that follows it. */

import type { Agency } from '../../agencies/index.ts'
import { isCjk } from '../characters.ts'
import { beatJobEnd, isHouse, jobEnd } from '../job.ts'
import type { Spot } from '../party.ts'
import { isNamed, type State } from '../state.ts'

/** What may stand before a party's name and is no part of it, folded. */
export const ARTICLES = new Set(
  "the, la, le, l', les, die, der, das, den, de, d', el, o, a, as, os, il, lo, las, los, da, do, das, dos, du, des, della, dell', van, von, af, of, agencia, agence, agenzia, agentur, nachrichtenagentur, agencja, agentura, persbureau, nyhetsbyran, nyhedsbureauet, агентство, وكالة".split(
    ', ',
  ),
)
/** Words after an agency's name that say that its picture is meant. */
export const PICTURED = new Set(['photo', 'photos', 'images', 'image', 'foto', 'bildfunk', 'bild'])

// "Jane Doe Reuters" in a byline, "Foto AFP": elsewhere something must stand between two parties
export function mayFollow(state: State, unnamed = false, second?: Agency): boolean {
  const before = state.parties.at(-1)
  if (!before || state.joint !== 'none' || before.house) return true
  // "AP연합뉴스", "AFP時事": the agency that passes its copy on
  if (second && before.kind === 'agency' && before.agency !== second) return true
  // "Example News wire services"
  if (unnamed && (before.kind === 'paper' || before.kind === 'house')) return true
  return before.kind !== 'agency' && (state.slots.length > 0 || isNamed(state.where))
}

/** Adds what stands at `spot`, up to `end`, and returns the index after its job. */
export function addParty(state: State, spot: Spot, end: number): number {
  const possessive = state.tokens[end]?.key === "'s" && end < state.to
  const house = possessive || (spot.kind !== 'person' && isHouse(state.tokens, end, state.to))
  state.parties.push({
    kind: spot.kind,
    agency: spot.agency,
    shortName: spot.shortName,
    from: spot.from,
    end: spot.end,
    slots: state.slots,
    joint: state.joint,
    house,
  })
  state.joint = 'none'
  const after = possessive ? end + 1 : end
  const job = Math.max(
    jobEnd(state.tokens, after, state.to),
    beatJobEnd(state.tokens, after, state.to),
  )
  if (job > spot.end) {
    state.joint = 'job'
    state.signed = true
    // 记者 and 기자 stand in bylines and credits alone
    if (isCjk(state.tokens[job - 1]?.text.charCodeAt(0) ?? 0)) state.cues++
  }
  return job
}
