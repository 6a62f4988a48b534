/** A line that is a credit from its first word to its last. */

import type { Role, Where } from '../model/credit.ts'
import { flagsOf } from './find.ts'
import { readList } from './list.ts'
import { Flag } from './phrase.ts'
import {
  defaultRole,
  isSlashed as isSlashedList,
  type Line,
  type Reading,
  resolve,
} from './resolve.ts'
import { isNamed, type Joint, type List, type Party } from './state.ts'
import type { Token } from './tokens.ts'

const LONGEST = 400

/** The reading of the whole line, or undefined where any part of it is no credit. */
export function whole(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (tokens.length > LONGEST) return undefined
  const list = readList(tokens, 0, tokens.length, where)
  if (!list) return segments(line) ?? bareByline(line) ?? bareTaker(line)
  if ((where === 'caption' || where === undefined) && isSubject(tokens, list, where === 'caption'))
    return undefined
  if (!isNamed(where) && isHeadline(tokens, list)) return undefined
  if (!isCredit(list, where) && !(where === undefined && isSignature(line, list))) return undefined
  return finish(line, list)
}

// "Opinion: The Ferry Must Sail": an article and no word that mastheads have
export const isHeadline = (tokens: readonly Token[], { parties }: List): boolean =>
  parties.length === 1 &&
  parties.every(
    ({ kind, slots, from, end }) =>
      kind === 'house' &&
      slots.includes('author') &&
      ARTICLES.has(tokens[from]?.key ?? '') &&
      !tokens.slice(from, end).some((token) => (flagsOf(token) & Flag.mastheadWord) !== 0),
  )

/**
 * "Jane Doe Associated Press", "Jane Doe BBC News, Oslo": where no place is said, what reads as a byline and nothing
 * else, with a known given name, and a house, an agency, a job or a date.
 */
function bareByline(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (where !== undefined || tokens.length > LONGEST_BYLINE || tokens.at(-1)?.key === '.')
    return undefined
  const list = readList(tokens, 0, tokens.length, 'byline')
  if (!list || list.pictured || !isSignature(line, list)) return undefined
  if (
    list.parties.some(({ agency, slots }) => agency?.kind === 'picture' || slots.includes('photo'))
  )
    return undefined
  const people = list.parties.filter((party) => party.kind === 'person')
  const sure = list.cues > 0 || people.some((party) => hasGivenName(tokens, party))
  // "KOAL 6 News Staff"
  const staffed = people.length === 0 && list.signed && tokens.length <= LONGEST_STAFF
  if (staffed) return finish({ ...line, where: 'byline' }, list)
  if (!sure || people.length === 0 || (list.parties.length === people.length && !list.signed))
    return undefined
  return finish({ ...line, where: 'byline' }, list)
}

// "JANE DOE Associated Press": a caption that is a name in capitals and an agency
function bareTaker(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (where !== 'caption' || tokens.length > LONGEST_TAKER || tokens[1]?.shape !== 'caps')
    return undefined
  const list = readList(tokens, 0, tokens.length, 'byline')
  const [person, agency] = list?.parties ?? []
  if (list?.parties.length !== 2 || agency?.kind !== 'agency') return undefined
  if (person?.kind !== 'person' || person.from > 0) return undefined
  const isCapitals = tokens.slice(0, person.end).every(({ shape }) => shape === 'caps')
  return isCapitals ? finish(line, list) : undefined
}
const LONGEST_TAKER = 6

const LONGEST_BYLINE = 16
const LONGEST_STAFF = 8

// "The Harbour Court (Example Shimbun file photo)": what the picture shows stands before the bracket
function isSubject(tokens: readonly Token[], { parties }: List, captioned: boolean): boolean {
  const [first, second] = parties
  const bracketed = second?.joint === 'bracket' || tokens[first?.end ?? 0]?.key === '('
  // "The Harbour. Reuters"
  if (
    first?.kind === 'house' &&
    second?.joint === 'dot' &&
    ARTICLES.has(tokens[first.from]?.key ?? '')
  )
    return true
  // "Skerry Harbour. (Example Photo/Jane Doe)"
  if (first && first.slots.length === 0 && first.kind !== 'agency' && isSentence(tokens, first.end))
    return true
  // "Jane Doe (AAP)": whom it shows
  if (first?.kind === 'person' && captioned && bracketed && isAgencyAlone(parties, tokens))
    return true
  return (
    (first?.kind === 'organisation' || first?.kind === 'house') &&
    ((bracketed && tokens[first.from]?.key === 'the') ||
      (first.slots.length === 0 &&
        tokens[first.end]?.key !== '/' &&
        second?.slots.includes('photo') === true))
  )
}

const isSentence = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.key === '.' && tokens[end + 1]?.key === '('
const isAgencyAlone = ([first, second]: readonly Party[], tokens: readonly Token[]): boolean =>
  second?.agency?.kind === 'news' &&
  second.end === tokens.length - 1 &&
  first?.slots.length === 0 &&
  tokens[first.from]?.shape === 'cap'

const ARTICLES = new Set(['the', 'der', 'die', 'das', 'le', 'la', 'les', 'el', 'il', 'de', 'het'])

/** "By Jane Doe | Place: Oslo | Share": of a byline cut by bars, the parts that are read. */
function segments(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (where !== undefined && !isNamed(where)) return undefined
  const bars: number[] = []
  for (let i = 0; i < tokens.length; i++) if (isBar(tokens[i] as Token)) bars.push(i)
  if (bars.length === 0 || bars.length > MOST_BARS) return undefined
  const place = where ?? ((flagsOf(tokens[0]) & Flag.by) !== 0 ? 'byline' : undefined)
  const lists = [-1, ...bars].flatMap((bar, n) => {
    const list = readList(tokens, bar + 1, bars[n] ?? tokens.length, place)
    return list && isCredit(list, place) ? [list] : []
  })
  const readings = lists.flatMap((list) => finish(line, list) ?? [])
  if (where === undefined && !lists[0]?.byline) return undefined
  if (readings.length === 0) return undefined
  return {
    credits: readings.flatMap((reading) => reading.credits),
    publication: readings.find((reading) => reading.publication)?.publication ?? null,
  }
}

const MOST_BARS = 8
const isBar = (token: Token): boolean =>
  token.shape === 'mark' && (token.key === '|' || token.key === '·')

/**
 * Names that no place and no cue tell to be a credit, but that are nothing else: known given names, a person with a
 * job, a date or a paper ("Jane Doe, The Guardian", "Jane Doe / TIMESOFINDIA.COM / Sep 2").
 */
function isSignature({ tokens }: Line, list: List): boolean {
  const { parties } = list
  if (tokens.some(({ key }) => POSITIONS.has(key))) return false
  if (tokens.length > LONGEST_SIGNATURE || !parties.every((party) => isSigner(tokens, party)))
    return false
  const people = parties.filter((party) => party.kind === 'person')
  const houses = parties.filter((party) => isMasthead(tokens, party))
  if (people.length === 0)
    return houses.length === 1 && (list.signed || list.byline || isLong(tokens, houses))
  return list.signed || houses.length > 0 || people.some((party) => hasGivenName(tokens, party))
}

// "Jane Doe (left) and John Roe": who a picture shows
const POSITIONS = new Set('left right links rechts gauche droite izquierda derecha'.split(' '))
const LONGEST_SIGNATURE = 30
// "Redacción Ejemplo"
const isLong = (tokens: readonly Token[], houses: readonly Party[]): boolean =>
  houses.some(
    ({ kind, from, end }) =>
      end - from > 1 ||
      (from === 1 && (kind === 'house' || (flagsOf(tokens[0]) & Flag.house) !== 0)),
  )
// "Jane Doe, The Example Harbour", "Redacción Ejemplo"; after a bar it has a word of mastheads
function isHouseBeside(tokens: readonly Token[], from: number, end: number, joint: Joint): boolean {
  if (joint !== 'comma' && from === 1) return true
  if (end - from < 2 || !HOUSE_JOINTS.has(joint)) return false
  return (
    joint !== 'bar' ||
    tokens.slice(from, end).some((token) => (flagsOf(token) & Flag.mastheadWord) !== 0)
  )
}
const HOUSE_JOINTS: ReadonlySet<Joint> = new Set(['comma', 'bar', 'none', 'for', 'job'])
const isMasthead = (tokens: readonly Token[], { kind, from, end, house, joint }: Party): boolean =>
  kind === 'paper' ||
  kind === 'broadcaster' ||
  house ||
  (kind === 'house' && isHouseBeside(tokens, from, end, joint)) ||
  tokens[from]?.shape === 'site'
const isSigner = (tokens: readonly Token[], party: Party): boolean =>
  party.kind === 'person' ||
  party.kind === 'agency' ||
  (party.kind === 'organisation' && party.joint === 'slash') ||
  isMasthead(tokens, party)
const hasGivenName = (tokens: readonly Token[], { from, end }: Party): boolean =>
  tokens.slice(from, end).some((token) => (flagsOf(token) & Flag.given) !== 0)

/** Roles and publication of a list that stands for itself. */
export function finish(line: Line, list: List): Reading | undefined {
  const fallback: Role = 'author'
  const role = defaultRole(
    list,
    line.where,
    line.where === undefined && isSlashedList(list) && !isSigned(line, list) ? 'photo' : fallback,
  )
  const reading = resolve(line, line.where === undefined ? asPicture(list) : list, role)
  return reading.credits.length > 0 || reading.publication ? reading : undefined
}

// "/ritzau/AFP", "(Example.com/Tanjug)": so copy is signed, not pictures
const isSigned = ({ tokens }: Line, { parties }: List): boolean =>
  tokens[0]?.key === '/' ||
  (tokens[0]?.key === '(' &&
    tokens[parties[0]?.from ?? 0]?.shape === 'site' &&
    parties.every(({ kind, agency }) => kind !== 'person' && agency?.kind !== 'picture'))

/** "By Jane Doe/AFP/Example Images": what a picture agency supplied is a picture. */
function asPicture(list: List): List {
  const slashed = ({ agency, joint }: Party): boolean =>
    agency?.kind === 'picture' && joint === 'slash'
  if (list.cues > 0 || !list.byline || !list.parties.some(slashed)) return list
  return { ...list, parties: list.parties.map((party) => ({ ...party, slots: ['photo'] })) }
}

/** Whether the list says by itself, or with its place, that it is a credit. */
export function isCredit(list: List, where: Where | undefined): boolean {
  const { parties } = list
  if (parties.length === 0) return false
  if (list.cues > 0) return list.marked || isNamed(where) || !isWordy(parties)
  const agencies = parties.filter((party) => party.kind === 'agency')
  if (isNamed(where)) return true
  if (agencies.length > 0)
    return parties.every(
      (party, n) =>
        isSure(party) || ((where === 'caption' || isUploader(parties, n)) && isSlashed(parties, n)),
    )
  if (where === 'caption' && (parties.some(isHouse) || areTakers(parties))) return true
  return list.byline && parties.some((party) => party.kind === 'person' || party.house)
}

// "Bilder des Tages": a cue without colon and one word
const isWordy = (parties: readonly Party[]): boolean =>
  parties.every(
    ({ kind, slots }) =>
      kind === 'word' &&
      !slots.includes('contributed') &&
      !slots.includes('author') &&
      !slots.includes('publication'),
  )

// "Getty Images/nick"
const isUploader = (parties: readonly Party[], n: number): boolean =>
  parties[n - 1]?.agency?.kind === 'picture'

// joined by a slash to what stands before or after it
const isSlashed = (parties: readonly Party[], n: number): boolean =>
  parties[n]?.joint === 'slash' || parties[n + 1]?.joint === 'slash'

// "Jane Doe/Harbour Star": two names and a slash
const areTakers = (parties: readonly Party[]): boolean =>
  parties.length === 2 &&
  parties[1]?.joint === 'slash' &&
  parties.every(({ kind, from, end }) => kind === 'person' && end - from < 4)

const isHouse = (party: Party, n: number, all: readonly Party[]): boolean =>
  (party.kind === 'house' && isSlashed(all, n)) ||
  (party.kind === 'word' && all[n + 1]?.joint === 'slash' && all[n + 1]?.kind === 'person') ||
  (party.kind === 'word' && party.joint === 'slash' && all[n - 1]?.kind === 'person') ||
  party.kind === 'organisation' ||
  party.kind === 'broadcaster' ||
  party.kind === 'paper'

// without cue or place a word alone is not enough: "Bloomberg, Once a Tough Talker"
const isSure = (party: Party): boolean => party.kind !== 'word' && party.end - party.from <= 8
