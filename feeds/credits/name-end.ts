/** Where the name of a person ends: at an agency, a cue, a job, a place, a date. */

import { dateEnd } from './dates.ts'
import { flagEnd, flagsOf, longest } from './find.ts'
import { beatJobEnd } from './job.ts'
import { Flag } from './phrase.ts'
import { BREAKS } from './run.ts'
import type { Token } from './tokens.ts'

// "Jane Doe For Example", "Jane Doe Special to", "Jane Doe Reuters"
export function endsName(
  tokens: readonly Token[],
  j: number,
  to: number,
  words: number,
  isAgency: (i: number) => boolean,
): boolean {
  const token = tokens[j] as Token
  const hyphened =
    token.shape === 'cap' && isHyphened(tokens, j) && token.phrase?.meaning?.agencies === undefined
  if ((isAgency(j) && !hyphened) || isCue(tokens, j, to)) return true
  // "A. H."
  if (token.shape === 'initial' && tokens[j - 1]?.shape === 'initial') return false
  if (isInitialOf(tokens, j, to) || isSurname(tokens, j, to, words)) return false
  if (isMastheadEnd(tokens, j, to) || isHyphened(tokens, j)) return false
  if (flagEnd(tokens, j, to, BREAKS) > 0 || dateEnd(tokens, j, to) > 0) return true
  if (token.key === 'the' || isOfHouse(tokens, j, isAgency)) return true
  if (words < 2) return false
  if (token.text.length === 1 && isBetweenCapitals(tokens, j)) return true
  if (isCapitalPlace(tokens, j, to) || isDatedPlace(tokens, j, to)) return true
  if (token.shape === 'cap' && tokens[j - 1]?.shape === 'caps' && !/^Ma?c/.test(token.text)) {
    // "JANE DOE Staff Writer", "JANE DOE Envoyée spéciale"
    if (tokens[j - 2]?.shape === 'caps') return true
  }
  if (beatJobEnd(tokens, j, to) > 0 || flagEnd(tokens, j, to, Flag.job) > j + 1) return true
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

// "Juana Pérez Madrid - 24 nov 2024": a town, a dash and a date
function isDatedPlace(tokens: readonly Token[], j: number, to: number): boolean {
  const end = flagEnd(tokens, j, to, Flag.place)
  if (end < 0 || end + 1 >= to || (flagsOf(tokens[j]) & Flag.given) !== 0) return false
  const mark = tokens[end]
  const after = tokens[end + 1]
  const dated = after?.shape === 'number' || (flagsOf(after) & Flag.date) !== 0
  return dated && ((mark?.key === '-' && mark.spaced) || mark?.key === '|')
}

// "JANE R. DOE": R. is also who stands on the right of a picture
const isInitialOf = (tokens: readonly Token[], j: number, to: number): boolean =>
  tokens[j]?.shape === 'initial' && j + 1 < to && isNameWord(tokens[j + 1] as Token)

// "Example Personal Media": a word of mastheads that closes the run, though it is nobody by itself
const isMastheadEnd = (tokens: readonly Token[], j: number, to: number): boolean =>
  (CLOSING.has(tokens[j]?.key ?? '') && (j + 1 >= to || tokens[j + 1]?.shape === 'mark')) ||
  (tokens[j]?.key === 'news' && j + 1 < to && (flagsOf(tokens[j + 1]) & Flag.house) !== 0)

const CLOSING = new Set(['media', 'tv'])

// "Harbour Star-Telegram": the second half of a word
const isHyphened = (tokens: readonly Token[], j: number): boolean =>
  tokens[j - 1]?.key === '-' && !tokens[j - 1]?.spaced && !tokens[j]?.spaced

// "Mark Post", "Sarah Wire": after a given name, and where nothing follows, a word of mastheads is a surname
export function isSurname(tokens: readonly Token[], j: number, to: number, words: number): boolean {
  const next = j + 1 < to ? tokens[j + 1] : undefined
  const middle = words === 2 && tokens[j - 1]?.shape === 'initial'
  if (words > 1 && !middle) return false
  if ((flagsOf(tokens[middle ? j - 2 : j - 1]) & Flag.given) === 0) return false
  return (flagsOf(tokens[j]) & Flag.job) === 0 && (!next || !isNameWord(next))
}

// "Jane Doe Do UOL"
const isOfHouse = (
  tokens: readonly Token[],
  j: number,
  isAgency: (i: number) => boolean,
): boolean => (flagsOf(tokens[j]) & Flag.particle) !== 0 && isAgency(j + 1)

const LINKS = new Set(['for', 'and', 'with', 'in', 'by', 'from', 'of', 'at', 'und', 'et'])

export const isNameWord = (token: Token): boolean =>
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
