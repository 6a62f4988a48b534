/** A credit at the end of a line that begins with something else: "... on Tuesday. (PTI)", "... © Jane Doe/dpa". */

import { isCjk } from './characters.ts'
import { flagEnd, flagsOf, longest, mayBegin } from './find.ts'
import { readList } from './list.ts'
import { agencyAt } from './party.ts'
import { Flag } from './phrase.ts'
import { defaultRole, isBarred, isSlashed, type Line, type Reading, resolve } from './resolve.ts'
import { isBySentence, isWithPaper, signOff } from './sign-off.ts'
import type { List, Party } from './state.ts'
import type { Token } from './tokens.ts'
import { isCredit } from './whole.ts'

/** How far from the end a credit may begin, in tokens. */
const REACH = 80

/** A reading, and the token that it begins at. */
export interface Ending extends Reading {
  readonly from: number
}

/** A © without a year that ends other words is that of a picture. */
const ownedPicture = (line: Line, list: List, i: number): Line =>
  line.where === undefined &&
  list.parties.some((party) => party.slots.includes('copyright')) &&
  line.tokens.slice(i).every(({ shape }) => shape !== 'number')
    ? { ...line, where: 'caption' }
    : line

const asCaption = (line: Line): Line => ({ ...line, where: 'caption' })

// "The harbour on Monday (Source: AFP)": of a caption, which has no stop
const isSourced = (line: Line, before: Before, i: number): boolean =>
  line.where === undefined && before === 'bracket' && isCaption(line, before, i)

/** "... on Tuesday. /Example/": so papers of the Balkans sign. */
function signed(line: Line): Ending | undefined {
  const { tokens, where, text } = line
  const from = tokens.length - 2
  const name = tokens[from]
  if (
    where === 'caption' ||
    from < 3 ||
    tokens.at(-1)?.key !== '/' ||
    tokens[from - 1]?.key !== '/'
  )
    return undefined
  if (!'.!?"'.includes(tokens[from - 2]?.key ?? ' ') || !name || !SIGNED.has(name.shape))
    return undefined
  if (agencyAt(tokens, from, from + 1)) return undefined
  const publication = text.slice(name.start, name.end)
  return { from: from - 1, credits: [], publication }
}
const SIGNED: ReadonlySet<Token['shape']> = new Set(['cap', 'mixed', 'site'])

type Before = 'sentence' | 'bracket' | 'dash' | 'slash' | 'bar' | 'cue'

/** The longest stretch from token `from` on that reads as a credit up to the line's end. */
export function ending(line: Line, from: number): Ending | undefined {
  const { tokens, where } = line
  const slashed = signed(line)
  if (slashed) return slashed
  const last = tokens.length
  for (let i = Math.max(1, from, last - REACH); i < last; i++) {
    const before = beginsAt(line, i)
    if (!before) continue
    const list = readList(tokens, i, last, where === 'caption' ? where : undefined)
    if (!list || !counts(line, list, before, i)) continue
    const placed = isSourced(line, before, i) ? asCaption(line) : ownedPicture(line, list, i)
    const reading = resolve(placed, list, roleOf(line, list, before, i))
    if (reading.credits.length > 0 || reading.publication) return { ...reading, from: i }
  }
  return signOff(line)
}

function beginsAt(line: Line, i: number): Before | undefined {
  const { tokens } = line
  const before = tokens[i - 1] as Token
  if (before.shape === 'mark') {
    if (before.text === '、') return followsDate(tokens, i - 1) ? 'slash' : undefined
    // "... reports «Interfax»."
    if (before.key === '"' && !tokens[i]?.spaced) return undefined
    if (isAddress(tokens, i - 1)) return undefined
    const mark = MARKS[before.key]
    if (
      mark === 'dash' &&
      (!before.spaced || !tokens[i]?.spaced) &&
      tokens[i - 2]?.shape !== 'mark'
    ) {
      if (!(before.spaced || tokens[i]?.spaced)) return undefined
    }
    if (mark) return mark
  }
  const token = tokens[i] as Token
  if (token.key === '©' || isHouseWord(token) || isImageLabel(tokens, i)) return 'cue'
  if (opensBare(line, i)) return 'sentence'
  if (!mayBegin(token, Flag.lead)) return undefined
  return longest(tokens, i, tokens.length, Flag.lead, (m, end) => {
    // "... tweeted photo by Jane Doe": inside a sentence only a colon tells
    const inside = line.where !== 'caption' && token.shape === 'lower' && before.shape === 'lower'
    const by = !inside && flagEnd(tokens, end, tokens.length, Flag.by) > 0
    const colon = tokens[end]?.key === ':' || by
    // "The ferry on Monday autor: Jan Novak"
    const written = line.where === 'caption' && TAKERS.has(token.key) && tokens[end]?.key === ':'
    return m.leads?.some(
      ({ slot }) =>
        ((slot === 'photo' || slot === 'wire') && colon) || (slot === 'author' && written),
    )
      ? true
      : undefined
  })
    ? 'cue'
    : undefined
}

const TAKERS = new Set(['autor', 'author', 'auteur'])

// "in the harbourImage copyright Jane Doe": the label of a picture, without a colon
const isImageLabel = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.key === 'image' && tokens[i]?.shape === 'cap' && tokens[i + 1]?.key === 'copyright'

// "https://example.com/by/2": the slashes of an address; "(example.com/Tanjug)" is a credit from its bracket on
function isAddress(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.key !== '/') return false
  const before = tokens[i - 1]
  if (before?.key === '/' || before?.key === ':') return true
  return before?.shape === 'site' && tokens[i - 2]?.key === '/' && tokens[i - 3]?.key === '/'
}

// "＝東京で2025年1月13日、AP": Japanese captions end in place, date and credit
const followsDate = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.shape === 'number' || (flagsOf(tokens[i - 1]) & Flag.date) !== 0

// "Redacción El Ejemplo (Con información de EFE)"
const isHouseWord = (token: Token): boolean =>
  token.shape === 'cap' && (flagsOf(token) & Flag.house) !== 0

/** "in Washington D.C. Reuters/JANE DOE", in captions also "... in Washington REUTERS/JANE DOE". */
function opensBare(line: Line, i: number): boolean {
  const { tokens, where } = line
  const found = agencyAt(tokens, i, tokens.length)
  if (!found) return where === 'caption' && opensTaker(tokens, i)
  if (tokens[i - 1]?.shape === 'initial') return true
  if (where === 'caption' && isRelayed(tokens, found.end)) return true
  if (closesCaption(line, i, found.end)) return true
  if (tokens[i]?.spaced !== true) return false
  if (where === undefined && tokens[found.end]?.key === '/')
    return found.end - i > 1 || isPictures(tokens, i, found.end)
  if (where !== 'caption') return false
  return (
    tokens[found.end]?.key === '/' ||
    // "... on Monday AFP via Getty Images"
    (tokens[found.end]?.key === 'via' && tokens[i]?.shape === 'caps') ||
    (found.end === tokens.length && tokens[i]?.shape === 'uncased')
  )
}

// "The minister (left) and Jane Doe AP", "in der StadtEFE": in capitals after a name or a lost space, at a caption's end
function closesCaption({ tokens, where }: Line, i: number, end: number): boolean {
  const before = tokens[i - 1]
  if (end !== tokens.length || tokens[i]?.shape !== 'caps') return false
  if (where !== 'caption' && where !== undefined) return false
  return isGlued(tokens, i) || (where === 'caption' && before?.shape === 'cap')
}

// "A ferry waits at the quay Jane Doe/Example Images": after a small word a given name, before a slash
function opensTaker(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.shape
  if (before !== 'lower' && before !== 'number') return false
  if (tokens[i]?.shape !== 'cap' || (flagsOf(tokens[i]) & Flag.given) === 0) return false
  const slash = tokens.findIndex(({ key }, j) => j > i + 1 && j < i + 5 && key === '/')
  const last = tokens.findLastIndex(({ key }) => key === '/')
  return slash > 0 && agencyAt(tokens, last + 1, tokens.length) !== undefined
}

// "... 모습이다 AP연합뉴스": an agency and the one that passes its pictures on
const isRelayed = (tokens: readonly Token[], end: number): boolean =>
  isCjk(tokens[end]?.text.charCodeAt(0) ?? 0) &&
  agencyAt(tokens, end, tokens.length)?.end === tokens.length

const isGlued = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.spaced === false &&
  (tokens[i - 1]?.shape === 'lower' || tokens[i - 1]?.shape === 'cap')

// "Jane Doe and John Roe Examplestock / Getty Images": two suppliers
const isPictures = (tokens: readonly Token[], i: number, slash: number): boolean =>
  agencyAt(tokens, i, slash)?.value.agency?.kind === 'picture' &&
  agencyAt(tokens, slash + 1, tokens.length)?.value.agency?.kind === 'picture'

const MARKS: Readonly<Record<string, Before>> = {
  '.': 'sentence',
  '!': 'sentence',
  '?': 'sentence',
  '"': 'sentence',
  '(': 'bracket',
  '[': 'bracket',
  '=': 'slash',
  '-': 'dash',
  '/': 'slash',
  '|': 'bar',
  ')': 'sentence',
  ']': 'sentence',
  '…': 'sentence',
}

function counts(line: Line, list: List, before: Before, i: number): boolean {
  if (
    !isCredit(list, line.where === 'caption' ? 'caption' : undefined) &&
    !(before === 'bracket' && isWithPaper(line, list)) &&
    !isSupplier(line, list) &&
    !isHousePicture(line, list, before) &&
    !isPhotographer(line, list, before)
  )
    return false
  if (list.byline && list.cues === 0)
    return list.parties.every(isWith) || isBySentence(line, list, i)
  const agencies = list.parties.filter((p) => p.kind === 'agency')
  if (before === 'bracket' && abbreviates(line.tokens, i)) return false
  if (list.cues > 0) return true
  if (before === 'dash' && isMenu(line.tokens, i)) return false
  if (agencies.length === 0) return line.where === 'caption' || isHousePicture(line, list, before)
  if (before === 'dash' && line.where !== 'caption') return agencies.length === list.parties.length
  return true
}

// "Example — Reuters — Bloomberg.": capitalised words between dashes are a menu
function isMenu(tokens: readonly Token[], i: number): boolean {
  const dashes = tokens.filter(({ key, shape }) => shape === 'mark' && key === '-').length
  return dashes > 2 && tokens.every(({ shape }) => shape !== 'lower' && shape !== 'number') && i > 2
}

// "... over the harbour. JANE DOE": a name alone after the caption's sentence took the picture
const isPhotographer = ({ where, tokens }: Line, list: List, before: Before): boolean =>
  where === 'caption' &&
  before === 'sentence' &&
  list.parties.length === 1 &&
  list.parties[0]?.kind === 'person' &&
  tokens.at(-1)?.key !== '.'

// "(Jane Doe/Harbour Herald)": a person and a paper between slashes in brackets, where no place is said
const isHousePicture = (line: Line, { parties }: List, before: Before): boolean =>
  line.where === undefined &&
  parties.length === 2 &&
  parties[0]?.kind === 'person' &&
  (parties[1]?.joint === 'slash' || parties[1]?.joint === 'for') &&
  (before === 'bracket'
    ? HOUSES.has(parties[1].kind)
    : before === 'sentence' && parties[1].kind === 'paper')
const HOUSES = new Set(['paper', 'broadcaster', 'house'])

// "... over the harbour. NASA": who supplied the picture, in captions
const isSupplier = (line: Line, list: List): boolean =>
  line.where === 'caption' && list.parties.every((party) => party.kind === 'organisation')

// "(avec AFP)"
const isWith = (party: Party): boolean =>
  party.kind === 'agency' && party.slots.includes('contributed')

/** "Australian Associated Press (AAP)": the bracket abbreviates what stands before it. */
function abbreviates(tokens: readonly Token[], i: number): boolean {
  const short = tokens[i]
  if (short?.shape !== 'caps' || tokens[i + 1]?.key !== ')') return false
  if (i >= 2 && agencyEndsAt(tokens, i - 1)) return true
  const letters = short.key
  const words = tokens
    .slice(Math.max(0, i - 1 - letters.length * 2), i - 1)
    .filter((t) => t.shape !== 'mark' && t.text.length > 2)
  const initials = words
    .slice(-letters.length)
    .map((t) => t.key[0] ?? '')
    .join('')
  return initials === letters
}

function agencyEndsAt(tokens: readonly Token[], end: number): boolean {
  for (let i = Math.max(0, end - 5); i < end; i++)
    if (agencyAt(tokens, i, end)?.end === end) return true
  return false
}

/** Captions end in a bracket without a full stop before it; a Korean one ends in a stop and the agency. */
function isCaption({ tokens }: Line, before: Before, i: number): boolean {
  const last = tokens[before === 'bracket' ? i - 2 : i - 1]
  if (before === 'bracket') return last?.shape !== 'mark'
  // "... on Tuesday. | AP": a title has no stop
  if (before === 'sentence' && tokens[i]?.key === '|') return last?.key === '.'
  return before === 'sentence' && /^[\uac00-\ud7af]/.test(tokens[i]?.text ?? '')
}

function roleOf(line: Line, list: List, before: Before, i: number) {
  const pictured =
    line.where === undefined &&
    ((isSlashed(list) && !isWithPaper(line, list)) ||
      isBarred(line.tokens, list) ||
      before === 'slash' ||
      isCaption(line, before, i) ||
      isGlued(line.tokens, i))
  return defaultRole(list, line.where, pictured ? 'photo' : 'wire')
}
