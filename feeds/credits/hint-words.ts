/** The words of the cheap test, by what they are worth where they stand. */

import { AGENCIES, namesOf } from '../agencies/index.ts'
import { isCjk } from './characters.ts'
import { fold } from './fold.ts'
import { FOOTER_CUES } from './footer.ts'
import { lexicon } from './lexicon.ts'
import { Flag, type Meaning } from './phrase.ts'

export const Hint = {
  /** "contributed": wherever it stands. */
  anywhere: 1,
  /** An agency: where it has a capital, or none to have. */
  capital: 1 << 1,
  /** An ambiguous one: in capitals. */
  capitals: 1 << 2,
  /** "photo", "by": at the head of the line or after a mark. */
  opens: 1 << 3,
  /** "source": before a colon or a `by` word. */
  beforeColon: 1 << 4,
  by: 1 << 5,
} as const

export interface HintWords {
  /** What each word is worth. */
  readonly words: Map<string, number>
  /** The first two words of cues of several: at the head of the line or after a mark; or anywhere. */
  readonly pairs: Map<string, number>
  /** The first two characters of each phrase of Han, kana and hangul. */
  readonly characters: Set<number>
}

// words of agencies' names that are too common to tell anything; another word of the name does
const COMMON = new Set(
  'the news press agency agencies agence agencia agenzia agentur united states state international world national of and new york times post washington radio free europe asia media service services wire images image photo photos pictures picture city bay local report reporter reports open field team special daily de la le der da do real life group stock plus online beta space project archive staff health video check fact business information government english russian sports sport inc corp general public story cover action access china india south east west north central european canadian office center centre science justice medium london moscow digital al ma sun visual african australian american british korea korean japan japanese german french italian spanish islamic republic arab iran pakistan bangladesh nigeria ghana kenya philippine vietnam library collection archives pictures press network foundation institute house first second local democracy data native voice church catholic jewish with by from en los las el deutsche canada simon polar white green blue red black home work people content exchange square conversation sources source public relations market markets money'.split(
    ' ',
  ),
)
// words that stand in most articles: what follows them must tell
const PLAIN = new Set('reported wrote helped used with from of in a via as'.split(' '))
// `by` words of Portuguese that are articles elsewhere
const ARTICLES = new Set(['das', 'dos'])
const SHORT_BY = new Set(['by', 'av', 'af', 'di'])

const partsOf = (phrase: string): string[] => fold(phrase).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Two UTF-16 units as one number; one where there is no second. */
export const pair = (a: number, b: number): number => (Number.isNaN(b) ? a : a * 0x10000 + b)

/** Of the whole lexicon: some milliseconds' work. */
export function hintWords(): HintWords {
  const all: HintWords = { words: new Map(), pairs: new Map(), characters: new Set() }
  for (const agency of AGENCIES) {
    const hint = agency.needs === undefined ? Hint.capital : Hint.capitals
    for (const name of namesOf(agency))
      markAgency(all, partsOf(name), name, agency.kind === 'unnamed' ? Hint.anywhere : hint)
  }
  for (const [phrase, meaning] of lexicon().meanings) markCue(all, partsOf(phrase), meaning)
  for (const cue of FOOTER_CUES) markPair(all, partsOf(cue), Hint.anywhere)
  for (const pair of FILED) markPair(all, pair.split(' '), Hint.anywhere)
  for (const pair of PUBLISHED) markPair(all, partsOf(pair), Hint.anywhere)
  return all
}

// "Harbour Citizen with files from Jane Doe": no agency need follow
const FILED = ['with files', 'with inputs', 'with reporting']

// where an article stood first, as languages say it
const PUBLISHED =
  `reported from, originally published, originally appeared, first published, first appeared,
  publicado originalmente, publicada originalmente, originalmente publicado, publicado primero, publicado primeiro,
  publié initialement, initialement publié, initialement paru, publiée dans, republié à, publicat originalment,
  erschien zuerst, zuerst erschienen, zuerst auf, zuerst bei, zuerst in, ursprünglich erschienen, ursprünglich auf,
  pubblicato originariamente, originariamente pubblicato, pubblicato originalmente, pôvodne vyšiel, původně vyšel,
  verscheen eerder, eerder verschenen, oorspronkelijk gepubliceerd, først publisert, først publiceret, først bragt,
  först publicerad, publicerades först, publicerades ursprungligen, pierwotnie ukazał,
  впервые опубликован, впервые опубликована, впервые опубликовано, вперше опубліковано`.split(
    /,\s*/,
  )

// of a name of several words two that stand side by side, the longest uncommon ones; of one word, that word
function markAgency(all: HintWords, parts: readonly string[], name: string, hint: number): void {
  const [only] = parts
  if (parts.length > 1 && !isCjk(only?.charCodeAt(0) ?? 0))
    markPair(all, tellingPair(parts), Hint.capital)
  else
    mark(all, only, name === name.toLowerCase() && !COMMON.has(only ?? '') ? Hint.anywhere : hint)
}

function tellingPair(parts: readonly string[]): readonly string[] {
  const pairs = parts.slice(1).map((second, i) => [parts[i] ?? '', second])
  const worth = (pair: readonly string[]): number =>
    pair.reduce((sum, part) => sum + (COMMON.has(part) ? 0 : part.length), 0)
  return pairs.reduce((best, pair) => (worth(pair) >= worth(best) ? pair : best))
}

function mark(all: HintWords, word: string | undefined, hint: number): void {
  if (!word || hint === 0) return
  if (isCjk(word.charCodeAt(0))) all.characters.add(pair(word.charCodeAt(0), word.charCodeAt(1)))
  else all.words.set(word, (all.words.get(word) ?? 0) | hint)
}

function markPair(all: HintWords, parts: readonly string[], hint: number): void {
  const key = `${parts[0]} ${parts[1]}`
  if (parts.length < 2 || isCjk(key.charCodeAt(0))) mark(all, parts[0], hint)
  else all.pairs.set(key, (all.pairs.get(key) ?? 0) | hint)
}

function markCue(all: HintWords, parts: readonly string[], { flags, leads, tail }: Meaning): void {
  const [first = ''] = parts
  if (leads && parts.length > 1) markPair(all, parts, Hint.opens)
  else if (leads)
    mark(
      all,
      first,
      leads.every((lead) => lead.colon) ? Hint.beforeColon : Hint.opens | Hint.beforeColon,
    )
  if (tail && parts.length > 1) markPair(all, parts, Hint.anywhere)
  else if (tail) mark(all, first, Hint.anywhere)
  if ((flags & Flag.contributed) !== 0 && !PLAIN.has(first)) mark(all, first, Hint.anywhere)
  if ((flags & Flag.by) === 0 || PLAIN.has(first) || ARTICLES.has(first)) return
  mark(all, first, Hint.by | (first.length > 2 || SHORT_BY.has(first) ? Hint.opens : 0))
}
