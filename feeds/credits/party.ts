/** One party at a place of the line: an agency, a masthead, an organisation or a person. */

import type { Agency } from '../agencies/index.ts'
import { isCjk } from './characters.ts'
import { type Found, flagsOf, longest, mayBegin } from './find.ts'
import { nameRun } from './names.ts'
import { organisationEnd } from './organisation.ts'
import { type AgencyName, Flag } from './phrase.ts'
import type { Token } from './tokens.ts'

export type PartyKind =
  | 'agency'
  | 'paper'
  | 'broadcaster'
  | 'house' // a masthead by its words, in no table
  | 'organisation'
  | 'person'
  | 'initials'
  | 'nick'
  | 'word'

export interface Spot {
  readonly kind: PartyKind
  readonly agency?: Agency | undefined
  /** The short name that the line uses of an agency that has several. */
  readonly shortName?: string | undefined
  /** Token range of the name. */
  readonly from: number
  readonly end: number
}

/** How much the place says: it promises a party, so words of any script may be one; a cue does, so small letters may. */
export interface Promise {
  readonly promised: boolean
  readonly cued: boolean
}

const bare = (text: string): string => text.replace(/\./g, '')

/** The agency whose name begins at `i`, printed as its row demands. */
export function agencyAt(
  tokens: readonly Token[],
  i: number,
  to: number,
  cued = false,
): Found<Spot> | undefined {
  const first = tokens[i]
  if (!first || !mayBegin(first, Flag.agency) || (first.shape === 'mark' && first.key !== '('))
    return undefined
  const found = longest(tokens, i, to, Flag.agency, (meaning, end) =>
    meaning.agencies?.find(
      (name) =>
        printedRight(tokens, i, end, name) || (cued && end === i + 1 && standsAlone(tokens, i, to)),
    ),
  )
  if (!found) return undefined
  if (isPersonsName(found.value.agency, first, found.end - i)) {
    if (besideName(tokens, i, found.end, to) || afterGiven(tokens, i)) return undefined
  }
  const { agency, form } = found.value
  const shortName = agency.shortNames?.find((name) => name.toLowerCase() === form.toLowerCase())
  return {
    value: { kind: 'agency', agency, shortName, from: i, end: found.end },
    end: found.end,
  }
}

function printedRight(
  tokens: readonly Token[],
  i: number,
  end: number,
  { agency, form }: AgencyName,
): boolean {
  const first = tokens[i] as Token
  const last = tokens[end - 1] as Token
  if (agency.kind === 'unnamed' || first.shape === 'uncased' || first.shape === 'site') return true
  const capital = first.shape !== 'lower' || last.shape === 'caps'
  const asListed = first.text === form || (first.shape === 'lower' && form === form.toLowerCase())
  // "dpa Themendienst"
  if (end - i > 1) return capital || asListed || form.startsWith(first.text)
  if (agency.needs === undefined) return capital || asListed || isEnclosed(tokens, i, end)
  // "(afp)"; "(beta)" is a word
  if (first.shape === 'lower')
    return asListed || (form === form.toUpperCase() && isEnclosed(tokens, i, end))
  return (
    first.shape === 'caps' ||
    first.text === form ||
    bare(first.text) === bare(form) ||
    (first.shape === 'initial' && bare(first.text).length > 1)
  )
}

// "(afp)", "(sda/afp)": in brackets small letters do
function isEnclosed(tokens: readonly Token[], i: number, end: number): boolean {
  const before = tokens[i - 1]?.key
  const after = tokens[end]?.key
  // "... am Montag. afp"
  const closes = before === '.' && end === tokens.length && (tokens[i]?.text.length ?? 0) > 2
  if (closes && tokens[i]?.spaced) return true
  // "BERLIN afp | Im Hafen"
  if (after === '|' && tokens[i - 1]?.shape === 'caps') return true
  const slashed = (before === '/' || after === '/') && (tokens[i]?.text.length ?? 0) > 1
  return slashed || (before === '(' && after === ')' && (tokens[i]?.text.length ?? 0) > 2)
}

// Petra, Rex, Everett: agencies whose name people bear
const isPersonsName = (agency: Agency, first: Token, length: number): boolean =>
  agency.kind !== 'unnamed' &&
  length === 1 &&
  (first.shape === 'cap' || (first.shape === 'caps' && (flagsOf(first) & Flag.given) !== 0)) &&
  (agency.needs === 'slot' || agency.kind === 'picture' || (flagsOf(first) & Flag.given) !== 0)

function besideName(tokens: readonly Token[], i: number, end: number, to: number): boolean {
  const next = end < to ? tokens[end] : undefined
  // "MIA PELTOLA" in capitals throughout
  if (!next?.spaced || next.shape !== tokens[i]?.shape) return false
  return (
    (flagsOf(next) &
      (Flag.job | Flag.nobody | Flag.organisation | Flag.mastheadWord | Flag.date)) ===
      0 && i >= 0
  )
}

// "Jane Everett", "JANE STERN": a surname where a given name stands before it
const afterGiven = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.spaced === true && (flagsOf(tokens[i - 1]) & Flag.given) !== 0

// "The Times-Picayune" is not The Times; the "tz-Redaktion" is that of the tz
const isGlued = (tokens: readonly Token[], end: number, to: number): boolean =>
  end + 1 < to &&
  tokens[end]?.key === '-' &&
  !tokens[end]?.spaced &&
  !tokens[end + 1]?.spaced &&
  tokens[end + 1]?.shape !== 'mark' &&
  !isCjk(tokens[end + 1]?.text.charCodeAt(0) ?? 0) &&
  (flagsOf(tokens[end + 1]) & Flag.house) === 0

/** A masthead of the table, capitalised as mastheads are. */
export function mastheadAt(
  tokens: readonly Token[],
  i: number,
  to: number,
): Found<Spot> | undefined {
  const first = tokens[i]
  if (!first || !mayBegin(first, Flag.masthead) || first.shape === 'mark') return undefined
  const found = longest(tokens, i, to, Flag.masthead, (meaning, end) =>
    meaning.masthead && looksPrinted(tokens, i, end, meaning.masthead.forms)
      ? meaning.masthead
      : undefined,
  )
  if (!found || partOfName(tokens, i, found.end, to)) return undefined
  if (isGlued(tokens, found.end, to)) {
    // "ARD-Hauptstadtstudio"
    if (found.value.kind !== 'broadcaster' || first.shape !== 'caps') return undefined
    return { value: { kind: 'broadcaster', from: i, end: found.end + 2 }, end: found.end + 2 }
  }
  return { value: { kind: found.value.kind, from: i, end: found.end }, end: found.end }
}

// "(Fonte: Agi)": after a cue a word by itself is the agency, in capitals or not
const standsAlone = (tokens: readonly Token[], i: number, to: number): boolean =>
  (tokens[i]?.shape === 'cap' ||
    (tokens[i - 1]?.key === ':' && ((tokens[i]?.text.length ?? 0) > 4 || i + 1 === to))) &&
  (tokens[i]?.text.length ?? 0) > 2 &&
  (i + 1 >= to || tokens[i + 1]?.shape === 'mark')

const printed = (tokens: readonly Token[], i: number, end: number): string =>
  tokens
    .slice(i, end)
    .map(({ text, spaced }, n) => (n > 0 && spaced ? ` ${text}` : text))
    .join('')

const looksPrinted = (
  tokens: readonly Token[],
  i: number,
  end: number,
  forms: readonly string[],
): boolean =>
  tokens
    .slice(i, end)
    .some(
      (token) => (token.shape !== 'lower' || /\d/.test(token.text)) && token.shape !== 'mark',
    ) || forms.includes(printed(tokens, i, end))

// "Stern" before "Meier" is a name, "Independent" before "Record" a longer masthead
function partOfName(tokens: readonly Token[], i: number, end: number, to: number): boolean {
  const first = tokens[i]
  const next = end < to ? tokens[end] : undefined
  if (end - i !== 1 || first?.shape !== 'cap' || !next?.spaced) return false
  if (next.shape !== 'cap' && next.shape !== 'initial') return false
  const flags = Flag.job | Flag.nobody | Flag.organisation | Flag.house | Flag.with | Flag.date
  return (flagsOf(next) & flags) === 0
}

/** What is neither in the table of agencies nor of mastheads: an organisation, a house, a person, a nickname. */
export function otherAt(
  tokens: readonly Token[],
  i: number,
  to: number,
  { promised, cued }: Promise,
): Found<Spot> | undefined {
  const first = tokens[i]
  if (!first || first.shape === 'mark' || first.shape === 'number') return undefined
  const named = siteEnd(tokens, i, to)
  if (named > 0) return site(tokens[named - 1] as Token, i, named)
  const end = organisationEnd(tokens, i, to, cued, (j) => agencyAt(tokens, j, to) !== undefined)
  if (end > 0) return { value: { kind: 'organisation', from: i, end }, end }
  const run = nameRun(tokens, i, to, promised, (j) => isKnown(tokens, j, to, i))
  if (!run) return undefined
  return { value: { kind: run.kind, from: i, end: run.end }, end: run.end }
}

// an agency, or a masthead that no surname is: "Jane Doe BBC News"
function isKnown(tokens: readonly Token[], i: number, to: number, from: number): boolean {
  if (agencyAt(tokens, i, to)) return true
  const found = mastheadAt(tokens, i, to)
  if (!found || isOfTown(tokens, from, i, found.value)) return false
  return found.end - i > 1 || (tokens[i]?.shape === 'caps' && !afterGiven(tokens, i))
}

// "Harbourton Star Tribune": a paper by the name of its town
const isOfTown = (tokens: readonly Token[], from: number, i: number, spot: Spot): boolean =>
  spot.kind === 'paper' &&
  spot.end - spot.from > 1 &&
  i - from === (tokens[from]?.key === 'the' ? 2 : 1) &&
  tokens[i]?.spaced === true &&
  (flagsOf(tokens[i - 1]) & Flag.given) === 0

function site(token: Token, i: number, end: number): Found<Spot> | undefined {
  if (token.text.includes('@')) return undefined
  return { value: { kind: 'organisation', from: i, end }, end }
}

// "kremlin.ru", "Example-News.de"
function siteEnd(tokens: readonly Token[], i: number, to: number): number {
  let j = i
  while (isGlued(tokens, j + 1, to)) j += 2
  return tokens[j]?.shape === 'site' ? j + 1 : -1
}
