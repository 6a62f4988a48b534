/** Names of people: capitalised words with particles, names in capitals, initials, and those of scripts without case. */

import { flagsOf } from './find.ts'
import { isTypist } from './initials.ts'
import { endsName, isNameWord, isSurname } from './name-end.ts'
import { Flag } from './phrase.ts'
import { BARRED, MOST_WORDS, type Run } from './run.ts'
import type { Token } from './tokens.ts'
import { uncased } from './uncased.ts'

/**
 * The run of name words at `i`: a person (two words and more, or an initial and one), one word alone, house
 * initials, a nickname in small letters, a paper (told by a word that mastheads have), or nothing.
 */
export function nameRun(
  tokens: readonly Token[],
  i: number,
  to: number,
  promised: boolean,
  isAgency: (i: number) => boolean,
): Run | undefined {
  const first = tokens[i]
  if (!first) return undefined
  if (first.shape === 'uncased') return uncased(tokens, i, to, promised, isAgency)
  if (first.shape === 'lower') return small(tokens, i, to, isAgency)
  const article = articleRun(tokens, i, to, isAgency)
  if (article) return article
  const station = stationRun(tokens, i, to, isAgency)
  if (station) return station
  if ((flagsOf(first) & BARRED) !== 0 && first.shape !== 'initial') return undefined
  return cased(tokens, i, to, isAgency)
}

const ARTICLES = new Set([
  'the',
  'le',
  'la',
  'les',
  'el',
  'der',
  'die',
  'das',
  'il',
  'o',
  'de',
  'het',
  'los',
  'las',
])

// articles that also begin surnames
const SURNAMES = new Set(['le', 'la', 'de', 'o'])

// "The Example Gazette", "Le Petit Exemple": a capital article opens the name of a house
function articleRun(
  tokens: readonly Token[],
  i: number,
  to: number,
  isAgency: (i: number) => boolean,
): Run | undefined {
  const first = tokens[i] as Token
  const next = i + 1 < to ? tokens[i + 1] : undefined
  const capitals = first.shape === 'caps' && first.key === 'the' && next?.shape === 'caps'
  if (
    (first.shape !== 'cap' && !capitals) ||
    !ARTICLES.has(first.key) ||
    !next?.spaced ||
    !isNameWord(next)
  )
    return undefined
  const run = cased(tokens, i + 1, to, isAgency)
  if (!run) return undefined
  if (capitals && run.kind !== 'house') return undefined
  if (run.kind === 'person' && SURNAMES.has(first.key)) return run
  return { kind: 'house', end: run.end }
}

// "TV Exemplo", "Rádio Exemplo": a broadcaster by its first word
function stationRun(
  tokens: readonly Token[],
  i: number,
  to: number,
  isAgency: (i: number) => boolean,
): Run | undefined {
  const next = i + 1 < to ? tokens[i + 1] : undefined
  if (!STATIONS.has(tokens[i]?.key ?? '') || !next?.spaced || !isNameWord(next)) return undefined
  const run = isAgency(i + 1) ? undefined : cased(tokens, i + 1, to, isAgency)
  return run && { kind: 'broadcaster', end: run.end }
}

const STATIONS = new Set([
  'tv',
  'radio',
  'rtv',
  'televisao',
  'television',
  'televizija',
  'televize',
])

function cased(
  tokens: readonly Token[],
  i: number,
  to: number,
  isAgency: (i: number) => boolean,
): Run | undefined {
  let words = 0
  let initials = 0
  let end = i
  let masthead = false
  for (let j = i; j < to; ) {
    const token = tokens[j] as Token
    if (isNameWord(token)) {
      if (words > 0 && endsName(tokens, j, to, words, isAgency)) break
      if (words > 0 && !masthead && (flagsOf(token) & Flag.title) !== 0 && token.shape === 'cap')
        return undefined
      masthead ||= (flagsOf(token) & Flag.mastheadWord) !== 0 && !isSurname(tokens, j, to, words)
      if (token.shape === 'initial') initials++
      words++
      end = ++j
    } else if (masthead && isMastheadSite(token)) {
      words++
      end = ++j
    } else if (isSyllable(tokens, j)) {
      end = ++j
    } else if (joins(tokens, j, to) || (masthead && isOf(tokens, j, to))) j++
    else break
    if (words > MOST_WORDS) return undefined
  }
  if (words === 0) return undefined
  const own = masthead ? ownEnd(tokens, i, end) : -1
  if (own > 0) return { kind: 'person', end: own }
  if (words === 1 && !masthead && isInitialled(tokens[i] as Token)) return { kind: 'person', end }
  const kind = kindOf(end - i, words, initials, masthead)
  // "Skerry State TV"
  const station = kind === 'house' && words > 1 && tokens[end - 1]?.key === 'tv'
  if (!station) return { kind, end }
  // between slashes it supplied the picture
  const slashed = tokens[i - 1]?.key === '/' || (end < to && tokens[end]?.key === '/')
  return { kind: slashed ? 'organisation' : 'broadcaster', end }
}

// "J.Doe": initials and a surname without a space
const isInitialled = ({ shape, text }: Token): boolean => shape === 'cap' && text.includes('.')

// "Daily Example.com"
const isMastheadSite = ({ shape, spaced, text }: Token): boolean =>
  shape === 'site' && spaced && /^\p{Lu}/u.test(text)

// "Min-ji": the second half of a given name in small letters
const isSyllable = (tokens: readonly Token[], j: number): boolean =>
  tokens[j]?.shape === 'lower' &&
  !tokens[j]?.spaced &&
  tokens[j - 1]?.key === '-' &&
  !tokens[j - 1]?.spaced

function kindOf(tokens: number, words: number, initials: number, masthead: boolean): Run['kind'] {
  if (masthead) return 'house'
  if (initials === words) return 'initials'
  if (words === 1) return tokens > 1 ? 'person' : 'word'
  return 'person'
}

// "Jane Doe Harbour Gazette": a given name, a surname, and at least two words of a paper
function ownEnd(tokens: readonly Token[], i: number, end: number): number {
  const surname = tokens[i + 1]?.shape === 'initial' ? i + 2 : i + 1
  const isGiven = (flagsOf(tokens[i]) & Flag.given) !== 0
  if (!isGiven || end - surname < 3 || tokens[surname]?.shape !== 'cap') return -1
  if (!tokens.slice(i, end).every((token) => token.spaced && token.shape === 'cap')) return -1
  return (flagsOf(tokens[surname]) & (Flag.mastheadWord | Flag.place)) === 0 ? surname + 1 : -1
}

// "Times of Israel": inside the name of a paper
const isOf = (tokens: readonly Token[], j: number, to: number): boolean =>
  (tokens[j] as Token).key === 'of' && j + 1 < to && isNameWord(tokens[j + 1] as Token)

/** A hyphen or a particle between two words of a name. */
function joins(tokens: readonly Token[], j: number, to: number): boolean {
  const token = tokens[j] as Token
  const next = j + 1 < to ? tokens[j + 1] : undefined
  if (!next) return false
  if (token.key === '-') {
    return !token.spaced && !next.spaced && next.shape !== 'mark' && next.shape !== 'number'
  }
  if (!isParticle(token) || (AND.has(token.key) && opensPerson(tokens, j + 1, to))) return false
  // "van der", "de la": another may follow, and then the name
  const after = isParticle(next) && j + 2 < to ? tokens[j + 2] : next
  return after !== undefined && (isNameWord(after) || after.key === '-')
}

const AND = new Set(['y', 'e'])
// "Jane Doe y John Roe" are two, "Ortega y Gasset" is one
const opensPerson = (tokens: readonly Token[], i: number, to: number): boolean =>
  (flagsOf(tokens[i]) & Flag.given) !== 0 ||
  (i + 1 < to && tokens[i + 1]?.spaced === true && isNameWord(tokens[i + 1] as Token))

const isParticle = (token: Token): boolean =>
  token.shape === 'lower' && (flagsOf(token) & Flag.particle) !== 0

// "van der Berg", "al-Masri", "bin Salman"; else initials or a nickname
function small(
  tokens: readonly Token[],
  i: number,
  to: number,
  isAgency: (i: number) => boolean,
): Run | undefined {
  const first = tokens[i] as Token
  if ((flagsOf(first) & Flag.particle) !== 0 && joins(tokens, i, to)) {
    let j = i
    while (j < to && joins(tokens, j, to)) j++
    const run = cased(tokens, j, to, isAgency)
    return run && run.kind === 'word' ? { kind: 'person', end: run.end } : run
  }
  if (isSmallName(tokens, i, to)) return { kind: 'person', end: i + 2 }
  if ((flagsOf(first) & ~Flag.given) !== 0 && !isTypist(tokens, i, to)) return undefined
  const next = i + 1 < to ? tokens[i + 1] : undefined
  const before = tokens[i - 1]
  // "Photo by nick /Example Images"
  const byNick = before && (flagsOf(before) & Flag.by) !== 0 && next?.key === '/'
  if (before && before.shape !== 'mark' && !byNick) return undefined
  const opensWith =
    i === 0 && next !== undefined && (flagsOf(next) & Flag.with) !== 0 && isAgency(i + 2)
  // "nick via Example Images"
  const supplied = i === 0 && next?.key === 'via' && isAgency(i + 2)
  const goesOn = next?.spaced && next.shape !== 'mark' && next.shape !== 'number'
  if (goesOn && !opensWith && !supplied) return undefined
  return { kind: first.text.length <= 4 ? 'initials' : 'nick', end: i + 1 }
}

// "Credit: jane doe/Example": a given name after a colon, and a word before a slash
const isSmallName = (tokens: readonly Token[], i: number, to: number): boolean =>
  (flagsOf(tokens[i]) & Flag.given) !== 0 &&
  tokens[i - 1]?.key === ':' &&
  i + 2 < to &&
  tokens[i + 1]?.shape === 'lower' &&
  flagsOf(tokens[i + 1]) === 0 &&
  tokens[i + 2]?.key === '/'
