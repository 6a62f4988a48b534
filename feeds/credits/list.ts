/** Reads a stretch of a line as nothing but a credit: cues, parties and what joins them; or not at all. */

import type { Slot } from './cues/index.ts'
import { Flag, flagEnd, flagsOf, type Lead, longest } from './lexicon.ts'
import { agencyAt, isHouse, jobEnd, mastheadAt, otherAt, type Spot } from './party.ts'
import type { Token } from './tokens.ts'

export type Joint =
  | 'none'
  | 'comma'
  | 'slash'
  | 'and'
  | 'dash'
  | 'bar'
  | 'via'
  | 'for'
  | 'dot'
  | 'bracket'

export interface Party extends Spot {
  /** What a cue said of it; absent where none did. */
  readonly slots: readonly Slot[]
  /** What stands between it and the party before it. */
  readonly joint: Joint
  /** "X's": the house that the person after it works for. */
  readonly house: boolean
}

export interface List {
  readonly parties: readonly Party[]
  /** Cues that say by themselves that this is a credit. */
  readonly cues: number
  /** Opened by a mere "by", "from" or "with". */
  readonly byline: boolean
  /** Said of a picture: via, handout, "AP Photo". */
  readonly pictured: boolean
  /** `contributed to this report` or the like closed it. */
  readonly closed: boolean
}

export interface Opening {
  /** The place or a cue before it promises parties. */
  readonly promised: boolean
  /** The place holds bylines: one word alone may be a person, "de" may open. */
  readonly named: boolean
}

interface State {
  readonly tokens: readonly Token[]
  readonly to: number
  readonly opening: Opening
  parties: Party[]
  slots: readonly Slot[]
  clause: number
  joint: Joint
  cues: number
  byline: boolean
  pictured: boolean
  closed: boolean
  depth: number
}

type Step = (state: State, i: number) => number

/** The list in tokens [from, to), or undefined where anything there is not part of a credit. Linear in the tokens. */
export function readList(
  tokens: readonly Token[],
  from: number,
  to: number,
  opening: Opening,
): List | undefined {
  const state: State = {
    tokens,
    to,
    opening,
    parties: [],
    slots: [],
    clause: 0,
    joint: 'none',
    cues: 0,
    byline: false,
    pictured: false,
    closed: false,
    depth: 0,
  }
  let i = from
  while (i < to) {
    const next = STEPS.reduce((at, step) => (at > i ? at : step(state, i)), -1)
    if (next <= i) return undefined
    i = next
  }
  const { parties, cues, byline, pictured, closed } = state
  return { parties, cues, byline, pictured, closed }
}

const STEPS: readonly Step[] = [
  lead,
  republication,
  withWord,
  closing,
  place,
  masthead,
  agency,
  noise,
  other,
  separator,
]

/** `Photo:`, `Reporting and writing by`, `Text und Fotos:`. */
function lead(state: State, i: number): number {
  const slots: Slot[] = []
  let end = i
  for (;;) {
    const found = leadAt(state, end)
    if (!found) break
    slots.push(found.value.slot)
    end = found.end
    const joined = flagEnd(state.tokens, end, state.to, Flag.and)
    const next =
      joined > 0
        ? joined
        : isMark(state.tokens[end], '/') || isMark(state.tokens[end], ',')
          ? end + 1
          : -1
    if (next < 0 || !leadAt(state, next)) break
    end = next
  }
  if (slots.length === 0) return byWord(state, i)
  const opened = afterLead(state, end)
  const colon = slots.length > 1 || leadNeedsColon(state, i)
  if (colon && opened === end) return byWord(state, i)
  if (opened === end && !promisedNext(state, end)) return -1
  return open(state, slots, opened)
}

function open(state: State, slots: readonly Slot[], end: number): number {
  const before = state.parties.at(-1)
  // "AFP photo", "Jane Doe photo": the word belongs to what stands before it
  if (
    before &&
    state.joint === 'none' &&
    slots[0] === 'photo' &&
    !isMark(state.tokens[end - 1], ':')
  ) {
    retroactive(state, slots)
  } else if (before && state.joint === 'none' && state.depth === 0 && !separated(state)) {
    state.clause = state.parties.length
  }
  state.slots = slots
  state.clause = state.parties.length
  state.cues++
  if (slots.includes('photo')) state.pictured = true
  state.joint = 'bar'
  return end
}

const separated = (state: State): boolean => state.joint !== 'none'

function retroactive(state: State, slots: readonly Slot[]): void {
  state.parties = state.parties.map((party, n) =>
    n >= state.clause && party.slots.length === 0 ? { ...party, slots } : party,
  )
}

const leadAt = (state: State, i: number) =>
  longest(state.tokens, i, state.to, (meaning, end) => pickLead(state, meaning.leads, end))

function pickLead(state: State, leads: readonly Lead[] | undefined, end: number): Lead | undefined {
  if (!leads) return undefined
  const colon = isColon(state.tokens[end])
  return leads.find((each) => !each.colon || colon) ?? leads[0]
}

const leadNeedsColon = (state: State, i: number): boolean => leadAt(state, i)?.value.colon ?? true

// a colon, an equals sign, a `by` word, or both ("Photo by: X"); a slash or dash after a picture word ("Foto/AFP")
function afterLead(state: State, i: number): number {
  let end = i
  const { tokens, to } = state
  const by = flagEnd(tokens, end, to, Flag.by)
  if (by > 0) end = by
  while (end < to && isColon(tokens[end])) end++
  if (end > i) return end
  const mark = tokens[end]
  return mark && (mark.key === '/' || mark.key === '|' || mark.key === '-') && end + 1 < to
    ? end + 1
    : end
}

const isColon = (token: Token | undefined): boolean =>
  token?.key === ':' || token?.key === '=' || token?.key === '·'

const isMark = (token: Token | undefined, key: string): boolean =>
  token?.shape === 'mark' && token.key === key

// after a cue without colon a party must follow at once: "photo exhibitions" is none
function promisedNext(state: State, i: number): boolean {
  const token = state.tokens[i]
  if (!token || i >= state.to) return state.parties.length > 0
  return (
    token.shape !== 'lower' ||
    (flagsOf(token) & (Flag.particle | Flag.nobody)) !== 0 ||
    agencyAt(state.tokens, i, state.to) !== undefined
  )
}

/** `By`, `Von`, `Par`: only where nothing stands before it, or after what ends a clause. */
function byWord(state: State, i: number): number {
  const opening =
    state.parties.length === 0 ||
    state.joint === 'bar' ||
    state.joint === 'dot' ||
    state.joint === 'bracket' ||
    state.joint === 'dash'
  if (!opening && !isViaWord(state.tokens[i])) return -1
  if (isViaWord(state.tokens[i])) return viaWord(state, i)
  const end = flagEnd(state.tokens, i, state.to, Flag.by)
  if (end < 0 || end >= state.to) return -1
  const first = state.tokens[i] as Token
  if (first.shape === 'uncased' && !state.opening.named) return -1
  state.byline = true
  if (state.slots.length === 0) state.slots = ['author']
  while (isColon(state.tokens[end])) return end + 1
  return end
}

const isViaWord = (token: Token | undefined): boolean => token?.key === 'via'

function viaWord(state: State, i: number): number {
  if (state.parties.length > 0) {
    state.joint = 'via'
    state.pictured = true
  }
  return i + 1
}

/** `This article was originally published by`. */
function republication(state: State, i: number): number {
  if (state.parties.length > 0) return -1
  let end = i
  let heavy = false
  for (; end < state.to; end++) {
    const flags = flagsOf(state.tokens[end])
    if ((flags & Flag.republished) !== 0) heavy = true
    else if ((flags & Flag.republishedLight) === 0) break
    else if (heavy && state.tokens[end]?.shape === 'cap') break
  }
  if (!heavy || end - i < 3 || end >= state.to) return -1
  state.slots = ['publication']
  state.cues++
  return end
}

/** `avec`, `mit`, `con`: what follows contributed. */
function withWord(state: State, i: number): number {
  const end = flagEnd(state.tokens, i, state.to, Flag.with)
  if (end < 0 || end >= state.to) return -1
  const first = state.parties.length === 0
  if (first && agencyAt(state.tokens, end, state.to) === undefined) return -1
  if (state.slots.includes('photo')) return -1
  state.slots = ['contributed']
  state.joint = 'comma'
  state.clause = state.parties.length
  if (first) state.byline = true
  else state.cues++
  return end
}

/** `contributed to this report`, `摄`: after the parties. */
function closing(state: State, i: number): number {
  if (state.parties.length <= state.clause) return -1
  const tail = longest(state.tokens, i, state.to, (m) => m.tail)
  if (tail && endsClause(state, tail.end)) return close(state, [tail.value], tail.end)
  let end = i
  let heavy = false
  for (; end < state.to; end++) {
    const flags = flagsOf(state.tokens[end])
    if ((flags & Flag.contributed) !== 0) heavy = true
    else if ((flags & Flag.contributedLight) === 0) break
  }
  if (!heavy) return -1
  const reported = state.tokens[i]?.key === 'reported'
  return close(state, [reported ? 'author' : 'contributed'], skipPlace(state, end))
}

// 摄 closes a clause; 提供 or 基者 in the middle of words does not
function endsClause(state: State, end: number): boolean {
  const next = state.tokens[end]
  return end >= state.to || next?.shape === 'mark' || next?.spaced === true
}

function close(state: State, slots: readonly Slot[], end: number): number {
  state.parties = state.parties.map((party, n) => (n >= state.clause ? { ...party, slots } : party))
  state.cues++
  state.closed = true
  if (slots.includes('photo')) state.pictured = true
  state.clause = state.parties.length
  state.slots = []
  state.joint = 'bar'
  return end
}

/** `in Kabul`, `from Greenville, South Carolina`: after a party. */
function place(state: State, i: number): number {
  const before = state.parties.at(-1)
  if (!before || state.joint === 'bar') return -1
  const end = flagEnd(state.tokens, i, state.to, Flag.at)
  if (end < 0 || state.tokens[i]?.shape !== 'lower') return -1
  const after = capitalRun(state, end)
  if (after === end) return -1
  const places = morePlaces(state, after)
  // "contributed reporting" may follow, a sentence may not
  return places
}

const skipPlace = (state: State, i: number): number => {
  const end = flagEnd(state.tokens, i, state.to, Flag.at)
  if (end < 0) return i
  const after = capitalRun(state, end)
  return after > end ? morePlaces(state, after) : i
}

function capitalRun(state: State, i: number): number {
  let end = i
  for (let j = i; j < state.to; j++) {
    const token = state.tokens[j] as Token
    const word =
      token.shape === 'cap' ||
      token.shape === 'caps' ||
      token.shape === 'initial' ||
      token.shape === 'mixed'
    if (word) end = j + 1
    else if (
      !(token.key === '-' && !token.spaced) &&
      (token.shape !== 'lower' ||
        (flagsOf(token) & (Flag.particle | Flag.republishedLight)) === 0 ||
        (j === i && token.key !== 'the'))
    )
      break
    if (j - i > 6) break
  }
  return end
}

// ", South Carolina,": a region after a comma belongs to the place
function morePlaces(state: State, i: number): number {
  if (!isMark(state.tokens[i], ',')) return i
  const end = flagEnd(state.tokens, i + 1, state.to, Flag.region)
  return end > 0 ? end : i
}

function masthead(state: State, i: number): number {
  const found = mastheadAt(state.tokens, i, state.to)
  const agencyFound = agencyAt(state.tokens, i, state.to)
  if (!found || (agencyFound && agencyFound.end >= found.end)) return -1
  return party(state, found.value, found.end)
}

function agency(state: State, i: number): number {
  let at = i
  const article = state.tokens[i]
  if (article && ARTICLES.has(article.key) && i + 1 < state.to) at = i + 1
  const found =
    agencyAt(state.tokens, i, state.to) ??
    (at > i ? agencyAt(state.tokens, at, state.to) : undefined)
  if (!found) return -1
  if (PICTURED.has(state.tokens[found.end - 1]?.key ?? '')) state.pictured = true
  return party(state, found.value, beatEnd(state, found.end))
}

const ARTICLES = new Set(
  [
    'the',
    'la',
    'le',
    "l'",
    'les',
    'die',
    'der',
    'das',
    'den',
    'de',
    "d'",
    'el',
    'o',
    'a',
    'as',
    'os',
    'il',
    'lo',
    'las',
    'los',
    'agencia',
    'agência',
    'agence',
    'agenzia',
    'agentur',
    'nachrichtenagentur',
    'agencja',
    'agentura',
    'persbureau',
    'nyhetsbyrån',
    'nyhedsbureauet',
    'агентство',
    'وكالة',
  ].map((word) => word),
)
const PICTURED = new Set([
  'photo',
  'photos',
  'images',
  'image',
  'foto',
  'wirephoto',
  'bildfunk',
  'bild',
])

// "AP Medical Writer", "Reuters Health Correspondent": the beat is a capitalised word before a job
function beatEnd(state: State, i: number): number {
  const { tokens, to } = state
  for (let j = i; j < Math.min(i + 3, to); j++) {
    const token = tokens[j] as Token
    if (!token.spaced || token.shape === 'mark') break
    const end = jobEnd(tokens, j, to)
    if (end > j && (token.shape !== 'lower' || j === i || end > j)) return end
    if (token.shape !== 'cap') break
  }
  return i
}

function party(state: State, spot: Spot, end: number): number {
  const possessive = state.tokens[end]?.key === "'s"
  const house = possessive || (spot.kind !== 'person' && isHouse(state.tokens, end, state.to))
  state.parties.push({ ...spot, slots: state.slots, joint: state.joint, house })
  state.joint = 'none'
  const after = possessive ? end + 1 : end
  return jobEnd(state.tokens, after, state.to)
}

/** What stands in credits and is nobody: Handout, dates, jobs, licences, numbers. */
function noise(state: State, i: number): number {
  const { tokens, to } = state
  const token = tokens[i] as Token
  if (token.shape === 'number') return i + 1
  if (token.text.includes('@')) return i + 1
  const date = flagEnd(tokens, i, to, Flag.date)
  if (date > 0 && besideNumber(tokens, i, date, to)) return date
  const nobody = flagEnd(tokens, i, to, Flag.nobody)
  if (nobody > 0 && standsAlone(state, i, nobody)) {
    if (isPictureNoise(token)) state.pictured = true
    return nobody
  }
  const job = jobEnd(tokens, i, to)
  if (
    job > i &&
    (standsAlone(state, i, job) || token.shape === 'lower' || state.parties.length > 0)
  )
    return job
  return afterSlash(state, i)
}

const PICTURE_NOISE = new Set([
  'handout',
  'str',
  'stringer',
  'pool',
  'uncredited',
  'archiv',
  'archivbild',
  'archivo',
  'file',
  'symbolbild',
  'arkiv',
  'archive',
  'archives',
  'archivio',
])
const isPictureNoise = (token: Token): boolean => PICTURE_NOISE.has(token.key)

function besideNumber(tokens: readonly Token[], i: number, end: number, to: number): boolean {
  const near = (token: Token | undefined): boolean =>
    token !== undefined && (token.shape === 'number' || (flagsOf(token) & Flag.date) !== 0)
  const before = i > 0 ? tokens[i - 1] : undefined
  const dotted = before?.key === '.' || before?.key === ',' ? tokens[i - 2] : before
  const after = end < to ? tokens[end] : undefined
  return near(dotted) || near(after)
}

// a word of noise is one only as a whole: "Stringer" is nobody, "Pool Smith" and "Photos Jane" are not
function standsAlone(state: State, i: number, end: number): boolean {
  const next = end < state.to ? state.tokens[end] : undefined
  if (!next || next.shape === 'mark' || next.shape === 'lower' || next.shape === 'number')
    return true
  return (
    (flagsOf(next) & (Flag.nobody | Flag.job)) !== 0 ||
    agencyAt(state.tokens, end, state.to) !== undefined ||
    (i > 0 && flagEnd(state.tokens, end, state.to, Flag.nobody) > 0)
  )
}

// dpa/lno, AFP/kra: a service or initials after an agency
function afterSlash(state: State, i: number): number {
  const before = state.parties.at(-1)
  const token = state.tokens[i] as Token
  if (!before || before.kind !== 'agency' || token.shape !== 'lower' || token.text.length > 4)
    return -1
  if (state.joint === 'slash' && before.agency?.kind !== 'picture') return i + 1
  return -1
}

function other(state: State, i: number): number {
  const { tokens, to, opening } = state
  const promised = opening.promised || state.slots.length > 0
  if (initialsInBrackets(state, i)) return i + 1
  const found = otherAt(tokens, i, to, { promised: promised || nextIsAgency(state, i) })
  if (!found) return -1
  if (
    !promised &&
    state.parties.length > 0 &&
    state.joint === 'none' &&
    !state.parties.at(-1)?.house &&
    found.value.kind !== 'nick'
  )
    return -1
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

function nextIsAgency(state: State, i: number): boolean {
  for (let j = i; j < Math.min(i + 6, state.to); j++) {
    if (isMark(state.tokens[j], '/')) return agencyAt(state.tokens, j + 1, state.to) !== undefined
  }
  const before = state.parties.at(-1)
  return before?.kind === 'agency' && state.joint === 'slash'
}

// "(AB)" after an agency is who typed it
function initialsInBrackets(state: State, i: number): boolean {
  const token = state.tokens[i] as Token
  const bracketed = isMark(state.tokens[i - 1], '(') && isMark(state.tokens[i + 1], ')')
  return (
    bracketed && state.parties.length > 0 && token.text.length <= 4 && token.shape !== 'uncased'
  )
}

const JOINTS: Readonly<Record<string, Joint>> = {
  ',': 'comma',
  ';': 'bar',
  '|': 'bar',
  '/': 'slash',
  '+': 'and',
  '-': 'dash',
  '·': 'bar',
  '.': 'dot',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'bracket',
  ']': 'bracket',
  '\\': 'slash',
  '=': 'dash',
  '→': 'bar',
  '"': 'none',
  '*': 'none',
  '®': 'none',
  '™': 'none',
  _: 'none',
  ':': 'bar',
  '~': 'bar',
  '…': 'bar',
  '>': 'bar',
}

function separator(state: State, i: number): number {
  const token = state.tokens[i] as Token
  const and = flagEnd(state.tokens, i, state.to, Flag.and)
  if (
    and > 0 &&
    token.shape !== 'mark' &&
    state.parties.length > 0 &&
    token.shape !== 'cap' &&
    token.shape !== 'caps'
  ) {
    state.joint = 'and'
    return and
  }
  if (FOR.has(token.key) && state.parties.length > 0) {
    state.joint = 'for'
    return i + 1
  }
  const joint = JOINTS[token.key] ?? (and > 0 ? 'and' : undefined)
  if (token.shape !== 'mark' || joint === undefined)
    return token.shape === 'mark' && isPictogram(token) ? i + 1 : -1
  if (joint === 'bar' && token.key === ':' && !followsWell(state, i)) return -1
  if (joint !== 'none') state.joint = joint
  if (joint === 'bar') state.clause = state.parties.length
  return i + 1
}

const FOR = new Set(['for', 'pour', 'para', 'für', 'fur', 'per', 'voor', 'för', 'for the'])
const isPictogram = (token: Token): boolean =>
  token.text.length === 2 || token.text === '■' || token.text === '▲' || token.text === '▶'
const followsWell = (state: State, i: number): boolean =>
  state.tokens[i + 1]?.shape === 'number' || state.parties.length === 0 || i + 1 >= state.to
