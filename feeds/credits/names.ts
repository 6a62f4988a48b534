/** Names of people: capitalised words with particles, names in capitals, initials, and those of scripts without case. */

import { dateEnd } from './dates.ts'
import { flagEnd, flagsOf, longest } from './find.ts'
import { isTypist } from './initials.ts'
import { beatJobEnd } from './job.ts'
import { Flag } from './phrase.ts'
import { BARRED, BREAKS, MOST_WORDS, type Run } from './run.ts'
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
  if (first.shape !== 'cap' || !ARTICLES.has(first.key) || !next?.spaced || !isNameWord(next))
    return undefined
  const run = cased(tokens, i + 1, to, isAgency)
  if (!run) return undefined
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
  return { kind: kindOf(end - i, words, initials, masthead), end }
}

// "Jane Doe For Example", "Jane Doe Special to", "Jane Doe Reuters"
function endsName(
  tokens: readonly Token[],
  j: number,
  to: number,
  words: number,
  isAgency: (i: number) => boolean,
): boolean {
  const token = tokens[j] as Token
  if (isAgency(j) || isCue(tokens, j, to)) return true
  if (isInitialOf(tokens, j, to) || isSurname(tokens, j, to, words)) return false
  if (isMastheadEnd(tokens, j, to) || isHyphened(tokens, j)) return false
  if (flagEnd(tokens, j, to, BREAKS) > 0 || dateEnd(tokens, j, to) > 0) return true
  if (token.key === 'the' || isOfHouse(tokens, j, isAgency)) return true
  if (words < 2) return false
  if (token.text.length === 1 && isBetweenCapitals(tokens, j)) return true
  if (isCapitalPlace(tokens, j, to)) return true
  if (token.shape === 'cap' && tokens[j - 1]?.shape === 'caps' && !/^Ma?c/.test(token.text)) {
    // "JANE DOE Staff Writer", "JANE DOE Envoyée spéciale"
    if (tokens[j - 2]?.shape === 'caps') return true
  }
  if (beatJobEnd(tokens, j, to) > 0) return true
  if (token.shape === 'caps') return LINKS.has(token.key)
  if (token.shape !== 'cap') return false
  const next = tokens[j + 1]
  if (next?.shape === 'lower' && j + 1 < to && (flagsOf(next) & Flag.job) !== 0) return true
  return LINKS.has(token.key) || (flagsOf(token) & Flag.job) !== 0
}

// "JANE DOE E JOHN ROE": an `and` of one letter
const isBetweenCapitals = (tokens: readonly Token[], j: number): boolean =>
  (flagsOf(tokens[j]) & Flag.and) !== 0 &&
  tokens[j - 1]?.shape === 'caps' &&
  tokens[j + 1]?.shape === 'caps'

// "JOANA PRADO DE SÃO PAULO", "JANE DOE IN OSLO": a place after a word of place
const isCapitalPlace = (tokens: readonly Token[], j: number, to: number): boolean =>
  tokens[j]?.shape === 'caps' &&
  (flagsOf(tokens[j]) & Flag.at) !== 0 &&
  flagEnd(tokens, j + 1, to, Flag.place) > 0

// "JANE R. DOE": R. is also who stands on the right of a picture
const isInitialOf = (tokens: readonly Token[], j: number, to: number): boolean =>
  tokens[j]?.shape === 'initial' && j + 1 < to && isNameWord(tokens[j + 1] as Token)

// "Example Personal Media": a word of mastheads that closes the run, though it is nobody by itself
const isMastheadEnd = (tokens: readonly Token[], j: number, to: number): boolean =>
  tokens[j]?.key === 'media' && (j + 1 >= to || tokens[j + 1]?.shape === 'mark')

// "Harbour Star-Telegram": the second half of a word
const isHyphened = (tokens: readonly Token[], j: number): boolean =>
  tokens[j - 1]?.key === '-' && !tokens[j - 1]?.spaced && !tokens[j]?.spaced

// "Mark Post", "Sarah Wire": after a given name, and where nothing follows, a word of mastheads is a surname
function isSurname(tokens: readonly Token[], j: number, to: number, words: number): boolean {
  const next = j + 1 < to ? tokens[j + 1] : undefined
  const middle = words === 2 && tokens[j - 1]?.shape === 'initial'
  if (words > 1 && !middle) return false
  if ((flagsOf(tokens[middle ? j - 2 : j - 1]) & Flag.given) === 0) return false
  return (flagsOf(tokens[j]) & Flag.job) === 0 && (!next || !isNameWord(next))
}

// "Daily Example.com"
const isMastheadSite = ({ shape, spaced, text }: Token): boolean =>
  shape === 'site' && spaced && /^\p{Lu}/u.test(text)

// "Min-ji": the second half of a given name in small letters
const isSyllable = (tokens: readonly Token[], j: number): boolean =>
  tokens[j]?.shape === 'lower' &&
  !tokens[j]?.spaced &&
  tokens[j - 1]?.key === '-' &&
  !tokens[j - 1]?.spaced

// "Jane Doe Do UOL"
const isOfHouse = (
  tokens: readonly Token[],
  j: number,
  isAgency: (i: number) => boolean,
): boolean => (flagsOf(tokens[j]) & Flag.particle) !== 0 && isAgency(j + 1)

const LINKS = new Set(['for', 'and', 'with', 'in', 'by', 'from', 'of', 'at', 'und', 'et'])

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

const isNameWord = (token: Token): boolean =>
  token.shape === 'cap' ||
  token.shape === 'caps' ||
  token.shape === 'initial' ||
  token.shape === 'mixed'

const isCue = (tokens: readonly Token[], j: number, to: number): boolean =>
  longest(tokens, j, to, Flag.lead, (m, end) =>
    m.leads?.some((lead) => !lead.colon || tokens[end]?.key === ':') &&
    (tokens[j] as Token).shape !== 'initial'
      ? true
      : undefined,
  ) !== undefined && tokens[j + 1]?.key === ':'

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
  if (next?.spaced && next.shape !== 'mark' && next.shape !== 'number') return undefined
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
