/** The parties of a list, and the jobs and services that stand beside them. */

import { agencyAt, isHouse, jobEnd, mastheadAt, otherAt, type Spot } from '../party.ts'
import { isMark, isNamed, isPromised, type State } from '../state.ts'
import type { Token } from '../tokens.ts'

/** A newspaper or broadcaster of the table. */
export function masthead(state: State, i: number): number {
  const found = mastheadAt(state.tokens, i, state.to)
  if (!found) return -1
  const agencyFound = agencyAt(state.tokens, i, state.to)
  if (agencyFound && agencyFound.end >= found.end) return -1
  return party(state, found.value, found.end)
}

const ARTICLES = new Set(
  "the, la, le, l', les, die, der, das, den, de, d', el, o, a, as, os, il, lo, las, los, da, do, das, dos, du, des, della, dell', van, von, af, of, agencia, agence, agenzia, agentur, nachrichtenagentur, agencja, agentura, persbureau, nyhetsbyran, nyhedsbureauet, агентство, وكالة".split(
    ', ',
  ),
)
const PICTURED = new Set(['photo', 'photos', 'images', 'image', 'foto', 'bildfunk', 'bild'])

/** An agency, after an article or the word "agency". */
export function agency(state: State, i: number): number {
  const { tokens, to } = state
  const article = ARTICLES.has(tokens[i]?.key ?? '') && i + 1 < to
  const found = agencyAt(tokens, i, to) ?? (article ? agencyAt(tokens, i + 1, to) : undefined)
  if (!found || !mayFollow(state)) return -1
  if (found.end - found.value.from > 1 && PICTURED.has(tokens[found.end - 1]?.key ?? ''))
    state.pictured = true
  return party(state, found.value, beatEnd(state, found.end))
}

// "Jane Doe Reuters" in a byline, "Foto AFP": elsewhere something must stand between two parties
function mayFollow(state: State): boolean {
  const before = state.parties.at(-1)
  if (!before || state.joint !== 'none' || before.house) return true
  return before.kind !== 'agency' && (state.slots.length > 0 || isNamed(state.where))
}

// "AP Medical Writer", "Reuters Health Correspondent": the beat is a capitalised word before a job
function beatEnd(state: State, i: number): number {
  const { tokens, to } = state
  for (let j = i; j < Math.min(i + 3, to); j++) {
    const token = tokens[j] as Token
    if (!token.spaced || token.shape === 'mark') break
    const end = jobEnd(tokens, j, to)
    if (end > j) return end
    if (token.shape !== 'cap') break
  }
  return i
}

function party(state: State, spot: Spot, end: number): number {
  const possessive = state.tokens[end]?.key === "'s" && end < state.to
  const house = possessive || (spot.kind !== 'person' && isHouse(state.tokens, end, state.to))
  state.parties.push({ ...spot, slots: state.slots, joint: state.joint, house })
  state.joint = 'none'
  const job = jobEnd(state.tokens, possessive ? end + 1 : end, state.to)
  if (job > spot.end) state.joint = 'job'
  return job
}

// "courtesy of the Port Authority"
function isArticle(state: State, i: number): boolean {
  const next = state.tokens[i + 1]
  return (
    state.tokens[i]?.shape === 'lower' &&
    ARTICLES.has(state.tokens[i]?.key ?? '') &&
    i + 1 < state.to &&
    next?.shape !== 'mark' &&
    next?.shape !== 'lower'
  )
}

/** An organisation, a house or a person that no table knows. */
export function other(state: State, i: number): number {
  const { tokens, to } = state
  if (initialsInBrackets(state, i)) return i + 1
  if (state.slots.length > 0 && isArticle(state, i)) return i + 1
  const promised = isPromised(state)
  const found = otherAt(tokens, i, to, {
    promised: promised || besideAgency(state, i),
    cued: state.slots.length > 0,
  })
  if (!found) return -1
  if (state.parties.length > 0 && state.joint === 'none') return -1
  return party(state, asHouse(state, found.value, found.end), found.end)
}

// "TOI staff", "Foo Gazette's Jane Doe": a run before a possessive or a house word is a masthead
function asHouse(state: State, spot: Spot, end: number): Spot {
  const possessive = state.tokens[end]?.key === "'s"
  const named = spot.kind === 'person' || spot.kind === 'word' || spot.kind === 'initials'
  return named && (possessive || isHouse(state.tokens, end, state.to))
    ? { ...spot, kind: 'paper' }
    : spot
}

function besideAgency(state: State, i: number): boolean {
  for (let j = i; j < Math.min(i + 6, state.to); j++) {
    if (isMark(state.tokens[j], '/')) return agencyAt(state.tokens, j + 1, state.to) !== undefined
  }
  return state.parties.at(-1)?.kind === 'agency' && state.joint === 'slash'
}

// "(AB)" after an agency is who typed it
function initialsInBrackets(state: State, i: number): boolean {
  const token = state.tokens[i] as Token
  const bracketed = isMark(state.tokens[i - 1], '(') && isMark(state.tokens[i + 1], ')')
  return (
    bracketed &&
    (state.parties.length > 0 || token.text.length === 1) &&
    token.text.length <= 4 &&
    token.shape !== 'uncased'
  )
}
