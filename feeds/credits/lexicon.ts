/** The words that the grammar knows, of every language at once, in one tree of phrases. */

import { AGENCIES, type Agency, namesOf } from '../agencies/index.ts'
import { isCjk } from './characters.ts'
import { type BySlot, type Cues, LANGUAGES, type Slot } from './cues/index.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { BROADCASTERS, PAPERS } from './mastheads.ts'
import { Flag, type Masthead, type Meaning, newMeaning, newPhrase, type Phrase } from './phrase.ts'
import { type Dictionary, type Token, tokenise, type Vocabulary, vocabularyOf } from './tokens.ts'
import {
  BEATS,
  HOUSE,
  MASTHEAD_WORDS,
  ORGANISATION,
  PARTICLES,
  PLACES,
  REGIONS,
  TITLES,
} from './words.ts'

const items = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter(Boolean)

const hasCjk = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (isCjk(text.charCodeAt(i))) return true
  return false
}

/** "picture-alliance": papers write the hyphen where the agency has a space. */
const hyphenated = (agency: Agency): string[] =>
  namesOf(agency)
    .filter((name) => /^[^ ]+ [^ ]+$/.test(name))
    .map((name) => name.replace(' ', '-'))

/** "UPI.com": the site's name stands for the agency's. */
const siteOf = ({ site }: Agency): string[] =>
  site ? [site.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/.*$/, '')] : []

/** Every phrase with what to do to its meaning; the order is that of precedence, the first meaning stays. */
function* entries(): Generator<readonly [phrase: string, set: (meaning: Meaning) => void]> {
  for (const agency of AGENCIES) {
    for (const form of [...namesOf(agency), ...hyphenated(agency), ...siteOf(agency)]) {
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
  yield* flagged(GIVEN_NAMES, Flag.given)
  yield* flagged(BEATS, Flag.beat)
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
  yield* flagged(cues.material?.heavy, Flag.material)
  yield* flagged(cues.material?.light, Flag.materialLight)
  yield* flagged(cues.republished?.heavy, Flag.republished)
  yield* flagged(cues.republished?.light, Flag.republishedLight)
}

function* bySlot(table: BySlot): Generator<readonly [Slot, string]> {
  for (const [slot, list] of Object.entries(table)) {
    for (const phrase of items(list)) yield [slot as Slot, phrase]
  }
}

/** Every word and phrase that the grammar knows. */
export interface Lexicon extends Vocabulary {
  /** Every phrase with its meaning. */
  readonly meanings: ReadonlyMap<string, Meaning>
}

let built: Lexicon | undefined

/** Built when the first line is read, or before it by prepareCredits: most commands never need it. */
export function lexicon(): Lexicon {
  built ??= build()
  return built
}

function build(): Lexicon {
  const phrases = [...entries()]
  const dictionary = dictionaryOf(phrases.map(([phrase]) => phrase).filter(hasCjk))
  const root = new Map<string, Phrase>()
  const marks = vocabularyOf(dictionary)
  const paths = new Map<string, readonly Phrase[]>()
  const meanings = new Map<string, Meaning>()
  for (const [phrase, set] of phrases) {
    const known = meanings.get(phrase)
    if (known) set(known)
    else {
      const path = pathOf(phrase, root, marks)
      const meaning = meaningAt(path.at(-1))
      set(meaning)
      paths.set(phrase, path)
      meanings.set(phrase, meaning)
    }
  }
  for (const [phrase, path] of paths) {
    const meaning = meanings.get(phrase)
    for (const at of path) at.reach |= meaning ? reachOf(meaning) : 0
  }
  return { ...vocabularyOf(dictionary, root), meanings }
}

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

function meaningAt(at: Phrase | undefined): Meaning {
  if (!at) return newMeaning()
  at.meaning ??= newMeaning()
  return at.meaning
}

/** The places of the tree from the phrase's first word to its last; made where they are not there. */
function pathOf(phrase: string, root: Map<string, Phrase>, marks: Vocabulary): Phrase[] {
  const path: Phrase[] = []
  let above: Phrase | undefined
  for (const { key } of tokenise(phrase, marks)) {
    if (above) above.next ??= new Map()
    const level: Map<string, Phrase> = above?.next ?? root
    const at: Phrase = level.get(key) ?? newPhrase()
    level.set(key, at)
    path.push(at)
    above = at
  }
  return path
}

function reachOf({ flags, agencies, leads, tail, masthead }: Meaning): number {
  const kinds = [
    agencies && Flag.agency,
    leads && Flag.lead,
    tail && Flag.tail,
    masthead && Flag.masthead,
  ]
  return kinds.reduce((all: number, flag) => all | (flag ?? 0), flags)
}

/** The tokens of a line from `from` on, each with what it begins in the lexicon. */
export function tokensOf(line: string, from = 0): Token[] {
  return tokenise(line, lexicon(), from)
}
