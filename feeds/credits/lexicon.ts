/** The words that the grammar knows, of every language at once, in one tree of phrases. */

import { AGENCIES, type Agency, namesOf } from '../agencies/index.ts'
import { isCjk } from './characters.ts'
import { type BySlot, type Cues, LANGUAGES, type Slot } from './cues/index.ts'
import { BROADCASTERS, PAPERS } from './mastheads.ts'
import { type Dictionary, type Token, tokenise } from './tokens.ts'
import { HOUSE, MASTHEAD_WORDS, ORGANISATION, PARTICLES, PLACES, REGIONS, TITLES } from './words.ts'

/** What a word or phrase can be; one may be several. */
export const Flag = {
  by: 1,
  with: 1 << 1,
  and: 1 << 2,
  at: 1 << 3,
  job: 1 << 4,
  nobody: 1 << 5,
  date: 1 << 6,
  particle: 1 << 7,
  organisation: 1 << 8,
  mastheadWord: 1 << 9,
  title: 1 << 10,
  region: 1 << 11,
  contributed: 1 << 12,
  contributedLight: 1 << 13,
  republished: 1 << 14,
  republishedLight: 1 << 15,
  house: 1 << 16,
  from: 1 << 17,
  place: 1 << 18,
} as const

export interface Lead {
  readonly slot: Slot
  /** It counts only with a colon or a `by` word. */
  readonly colon: boolean
}

/** An agency under one of the names that its row prints. */
export interface AgencyName {
  readonly agency: Agency
  readonly form: string
}

export interface Masthead {
  readonly kind: 'paper' | 'broadcaster'
  /** As printed. */
  readonly forms: readonly string[]
}

export interface Meaning {
  flags: number
  agencies?: AgencyName[]
  leads?: Lead[]
  tail?: Slot
  masthead?: Masthead
}

interface Node {
  next?: Map<string, Node>
  meaning?: Meaning
}

export interface Found<T> {
  readonly value: T
  /** Index of the token after it. */
  readonly end: number
}

const items = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter(Boolean)

const hasCjk = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (isCjk(text.charCodeAt(i))) return true
  return false
}

/** Every phrase with what to do to its meaning; the order is that of precedence, the first meaning stays. */
function* entries(): Generator<readonly [phrase: string, set: (meaning: Meaning) => void]> {
  for (const agency of AGENCIES) {
    for (const form of namesOf(agency)) {
      yield [
        form,
        (m) => {
          m.agencies = [...(m.agencies ?? []), { agency, form }]
        },
      ]
    }
  }
  yield* mastheads(PAPERS, 'paper')
  yield* mastheads(BROADCASTERS, 'broadcaster')
  for (const cues of LANGUAGES) yield* cueEntries(cues)
  yield* flagged(PARTICLES, Flag.particle)
  yield* flagged(ORGANISATION, Flag.organisation)
  yield* flagged(MASTHEAD_WORDS, Flag.mastheadWord)
  yield* flagged(TITLES, Flag.title)
  yield* flagged(REGIONS, Flag.region)
  yield* flagged(PLACES, Flag.place)
  yield* flagged(HOUSE, Flag.house | Flag.job)
}

function* mastheads(
  list: string,
  kind: Masthead['kind'],
): Generator<readonly [string, (m: Meaning) => void]> {
  for (const form of items(list)) {
    yield [
      form,
      (m) => {
        m.masthead = m.masthead
          ? { ...m.masthead, forms: [...m.masthead.forms, form] }
          : { kind, forms: [form] }
      },
    ]
  }
}

function* flagged(
  list: string | undefined,
  flag: number,
): Generator<readonly [string, (m: Meaning) => void]> {
  for (const phrase of items(list)) {
    yield [
      phrase,
      (m) => {
        m.flags |= flag
      },
    ]
  }
}

function* cueEntries(cues: Cues): Generator<readonly [string, (m: Meaning) => void]> {
  for (const [slot, phrase] of bySlot(cues.lead)) {
    const marked = phrase.endsWith(':')
    // who translated needs no colon in many languages: "Preveo Jan Novak"
    const colon = marked && slot !== 'translation'
    yield [
      marked ? phrase.slice(0, -1) : phrase,
      (m) => {
        m.leads = [...(m.leads ?? []), { slot, colon }]
      },
    ]
  }
  for (const [slot, phrase] of bySlot(cues.tail ?? {})) yield [phrase, (m) => (m.tail ??= slot)]
  yield* flagged(cues.by, Flag.by)
  yield* flagged(cues.from, Flag.from)
  yield* flagged(cues.with, Flag.with)
  yield* flagged(cues.and, Flag.and)
  yield* flagged(cues.at, Flag.at)
  yield* flagged(cues.job, Flag.job)
  yield* flagged(cues.nobody, Flag.nobody)
  yield* flagged(cues.date, Flag.date)
  yield* flagged(cues.contributed?.heavy, Flag.contributed)
  yield* flagged(cues.contributed?.light, Flag.contributedLight)
  yield* flagged(cues.republished?.heavy, Flag.republished)
  yield* flagged(cues.republished?.light, Flag.republishedLight)
}

function* bySlot(table: BySlot): Generator<readonly [Slot, string]> {
  for (const [slot, list] of Object.entries(table)) {
    for (const phrase of items(list)) yield [slot as Slot, phrase]
  }
}

const ENTRIES = [...entries()]

/** Phrases of Han, kana and hangul, for cutting what is written without spaces. */
export const DICTIONARY: Dictionary = dictionaryOf(ENTRIES.map(([phrase]) => phrase).filter(hasCjk))

function dictionaryOf(phrases: readonly string[]): Dictionary {
  const byFirst = new Map<string, string[]>()
  for (const phrase of new Set(phrases.flatMap((p) => p.split(/[^\p{L}\p{N}]+/u).filter(hasCjk)))) {
    const first = phrase[0] ?? ''
    const known = byFirst.get(first)
    if (known) known.push(phrase)
    else byFirst.set(first, [phrase])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return byFirst
}

const ROOT: Node = {}
for (const [phrase, set] of ENTRIES) set(meaningOf(phrase))

function meaningOf(phrase: string): Meaning {
  let node = ROOT
  for (const { key } of tokenise(phrase, DICTIONARY)) {
    node.next ??= new Map()
    let next = node.next.get(key)
    if (!next) {
      next = {}
      node.next.set(key, next)
    }
    node = next
  }
  node.meaning ??= { flags: 0 }
  return node.meaning
}

/** The longest phrase that begins at token `i`, ends before `to` and means what `pick` asks for. */
export function longest<T>(
  tokens: readonly Token[],
  i: number,
  to: number,
  pick: (meaning: Meaning, end: number) => T | undefined,
): Found<T> | undefined {
  let found: Found<T> | undefined
  let node: Node | undefined = ROOT
  for (let j = i; j < to; j++) {
    node = node.next?.get((tokens[j] as Token).key)
    if (!node) break
    const value = node.meaning && pick(node.meaning, j + 1)
    if (value !== undefined) found = { value, end: j + 1 }
  }
  return found
}

/** Where the longest phrase with one of these flags ends, or -1. */
export function flagEnd(tokens: readonly Token[], i: number, to: number, flags: number): number {
  return longest(tokens, i, to, (m) => ((m.flags & flags) !== 0 ? true : undefined))?.end ?? -1
}

/** The flags of one token by itself. */
export const flagsOf = (token: Token | undefined): number =>
  (token && ROOT.next?.get(token.key)?.meaning?.flags) || 0

/** Whether any phrase begins with this key. */
export const begins = (key: string): boolean => ROOT.next?.has(key) ?? false
