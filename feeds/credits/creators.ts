/** Fields that hold names and nothing else: names as catalogues write them, and names of words that mean something else. */

import { flagsOf } from './find.ts'
import type { Line, Reading } from './line.ts'
import { Flag } from './phrase.ts'
import { credit } from './say.ts'
import { isMark } from './state.ts'
import type { Token } from './tokens.ts'

/** "Stern, P., Lin, H.-X.": surnames, each with initials behind a comma, throughout the line; else undefined. */
export function catalogued(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (where !== 'dc:creator' || !tokens.some(({ shape }) => shape === 'initial')) return undefined
  const people: Range[] = []
  for (let from = 0; from < tokens.length; ) {
    let comma = from
    while (comma < tokens.length && isOfSurname(tokens[comma] as Token)) comma++
    const end = comma > from && isMark(tokens[comma], ',') ? initialsEnd(tokens, comma + 1) : -1
    if (end < 0) return undefined
    people.push([from, end])
    from = end + 1
  }
  return persons(line, people)
}

type Range = readonly [from: number, end: number]

// "H.-X.", "M. C."; up to the next comma or the end
function initialsEnd(tokens: readonly Token[], from: number): number {
  let end = from
  while (tokens[end]?.shape === 'initial' || (end > from && isMark(tokens[end], '-'))) end++
  const closed = end === tokens.length || isMark(tokens[end], ',') || isMark(tokens[end], ';')
  return end > from && closed ? end : -1
}

const isOfSurname = ({ shape, key, text }: Token): boolean =>
  shape === 'mark' ? key === '-' || text === '’' || text === "'" : shape !== 'number'

/**
 * "Shaswati Das", "By Gareth A Davies and DJ Gallo": where a name field, or a "by" before them, tells that names follow,
 * some capitalised words each, of which none is said of nobody, of a house or of an organisation.
 */
export function plainNames(line: Line): Reading | undefined {
  const { tokens, where } = line
  const first = (flagsOf(tokens[0]) & Flag.by) !== 0 ? 1 : 0
  if (where !== 'dc:creator' && !(where === 'byline' && first === 1)) return undefined
  const people: Range[] = []
  let from = first
  for (let i = first; i <= tokens.length; i++) {
    const token = tokens[i]
    if (token && !separates(token)) continue
    if (!isPlainName(tokens.slice(from, i))) return undefined
    people.push([from, i])
    from = i + 1
  }
  return persons(line, people)
}

const separates = (token: Token): boolean =>
  isMark(token, ',') || (token.shape === 'lower' && (token.flags & Flag.and) !== 0)

const isPlainName = (name: readonly Token[]): boolean =>
  name.length > 1 && name.length < 5 && name.every(isOfName)

const OTHERS =
  Flag.nobody |
  Flag.house |
  Flag.job |
  Flag.organisation |
  Flag.mastheadWord |
  Flag.masthead |
  Flag.agency

const isOfName = ({ shape, spaced, flags, text }: Token, n: number): boolean =>
  (n === 0 || spaced) &&
  (shape === 'cap' || shape === 'initial' || (shape === 'caps' && text.length < 3)) &&
  (flags & OTHERS) === 0

const persons = (line: Line, people: readonly Range[]): Reading => ({
  credits: people.map(([from, end]) => credit(line, { from, end }, 'person', 'author')),
  publication: null,
})
