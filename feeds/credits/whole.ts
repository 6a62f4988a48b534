/** A line that is a credit from its first word to its last. */

import type { Role, Where } from '../model/credit.ts'
import { readList } from './list.ts'
import {
  defaultRole,
  isSlashed as isSlashedList,
  type Line,
  type Reading,
  resolve,
} from './resolve.ts'
import { isNamed, type List, type Party } from './state.ts'

const LONGEST = 400

/** The reading of the whole line, or undefined where any part of it is no credit. */
export function whole(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (tokens.length > LONGEST) return undefined
  const list = readList(tokens, 0, tokens.length, where)
  if (!list || !isCredit(list, where)) return undefined
  return finish(line, list)
}

/** Roles and publication of a list that stands for itself. */
export function finish(line: Line, list: List): Reading | undefined {
  const fallback: Role = 'author'
  const role = defaultRole(
    list,
    line.where,
    line.where === undefined && isSlashedList(list) ? 'photo' : fallback,
  )
  const reading = resolve(line, list, role)
  return reading.credits.length > 0 || reading.publication ? reading : undefined
}

/** Whether the list says by itself, or with its place, that it is a credit. */
export function isCredit(list: List, where: Where | undefined): boolean {
  const { parties } = list
  if (parties.length === 0) return false
  if (list.cues > 0) return list.marked || isNamed(where) || !isWordy(parties)
  const agencies = parties.filter((party) => party.kind === 'agency')
  if (isNamed(where)) return true
  if (agencies.length > 0)
    return parties.every(
      (party, n) => isSure(party) || (where === 'caption' && isSlashed(parties, n)),
    )
  if (where === 'caption' && parties.some(isHouse)) {
    return true
  }
  return list.byline && parties.some((party) => party.kind === 'person' || party.house)
}

// "Bilder des Tages": a cue without colon and one word
const isWordy = (parties: readonly Party[]): boolean =>
  parties.every(
    ({ kind, slots }) =>
      kind === 'word' &&
      !slots.includes('contributed') &&
      !slots.includes('author') &&
      !slots.includes('publication'),
  )

// joined by a slash to what stands before or after it
const isSlashed = (parties: readonly Party[], n: number): boolean =>
  parties[n]?.joint === 'slash' || parties[n + 1]?.joint === 'slash'

const isHouse = (party: Party, n: number, all: readonly Party[]): boolean =>
  (party.kind === 'house' && isSlashed(all, n)) ||
  (party.kind === 'word' && all[n + 1]?.joint === 'slash' && all[n + 1]?.kind === 'person') ||
  party.kind === 'organisation' ||
  party.kind === 'broadcaster' ||
  party.kind === 'paper'

// without cue or place a word alone is not enough: "Bloomberg, Once a Tough Talker"
const isSure = (party: Party): boolean => party.kind !== 'word' && party.end - party.from <= 8
