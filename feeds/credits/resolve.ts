/** From the parties of a list to credits: which role, who is a person, and which masthead is the publication. */

import type { ReadCredit, Role, Where } from '../model/credit.ts'
import type { Slot } from './cues/index.ts'
import {
  isAfterAgency,
  isFreeHost,
  isMastheadWord,
  isOwnArchive,
  isPerson,
  isSupplier,
  isTown,
  isUnlikelyPerson,
} from './likely.ts'
import type { List, Party } from './state.ts'
import type { Token } from './tokens.ts'

export interface Line {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly where: Where | undefined
}

export interface Reading {
  readonly credits: readonly ReadCredit[]
  readonly publication: string | null
}

export const NOTHING: Reading = { credits: [], publication: null }

/** The role that parties without a cue have. */
export function defaultRole(list: List, where: Where | undefined, fallback: Role): Role {
  if (where === 'caption') return 'photo'
  if (isPicture(list)) return 'photo'
  return fallback
}

function isPicture(list: List): boolean {
  if (list.parties.some((p) => p.slots.includes('photo') || p.agency?.kind === 'picture'))
    return true
  return list.pictured
}

/** A person and an agency joined by a slash: how pictures are credited, where no place says otherwise. */
export const isSlashed = (list: List): boolean =>
  list.parties.some(
    (p, n) =>
      p.joint === 'slash' &&
      (isUnknown(p) !== isUnknown(list.parties[n - 1]) ||
        p.agency?.kind === 'picture' ||
        (p.kind === 'organisation' && !list.signed && isPerson(list.parties[n - 1]))),
  )

const isUnknown = (party: Party | undefined): boolean =>
  isPerson(party) || party?.kind === 'organisation' || party?.kind === 'word'

/** Credits and publication of a list; `role` is that of parties of which no cue says another. */
export function resolve(line: Line, list: List, role: Role): Reading {
  const credits: ReadCredit[] = []
  let publication: string | null = null
  list.parties.forEach((party, n) => {
    const slots = party.slots.length > 0 ? party.slots : [role as Slot]
    for (const slot of slots) {
      const said = sayParty(line, list, party, n, slot, role)
      if (said === undefined) continue
      if (typeof said === 'string') publication ??= said
      else if (!credits.some((c) => c.name === said.name && c.role === said.role))
        credits.push(said)
    }
  })
  return { credits, publication }
}

function sayParty(
  line: Line,
  list: List,
  party: Party,
  n: number,
  slot: Slot,
  role: Role,
): ReadCredit | string | undefined {
  const place = placed(line, list, slot)
  switch (party.kind) {
    case 'agency':
      if (isFreeHost(list, n)) return undefined
      return place === 'publication'
        ? printed(line, party)
        : credit(line, party, 'organization', agencyRole(place))
    case 'paper':
    case 'broadcaster':
    case 'house':
      return house(line, list, party, n, place)
    case 'organisation':
      return organisation(line, list, party, n, place, slot === 'copyright')
    case 'person':
      if (isUnlikelyPerson(line.tokens, list, n, slot))
        return credit(line, party, 'organization', organisationRole(place))
      if (isPaper(line, list, n) || (isBeforeWith(list, n) && isArticle(line, party)))
        return printed(line, party)
      return credit(line, party, 'person', personRole(place, role))
    case 'initials':
      return countsAsInitials(line, list, n)
        ? credit(line, party, 'person', personRole(place, role))
        : undefined
    case 'nick':
      return nick(line, list, party, n, place)
    case 'word':
      return word(line, list, party, n, place, role)
  }
}

/** In a caption a source is that of the picture. */
function placed(line: Line, list: List, slot: Slot): Slot {
  if (slot === 'copyright') return copyrightRole(list, line.where)
  return line.where === 'caption' && (slot === 'wire' || slot === 'author') ? 'photo' : slot
}

/** © says whose the copy is, or whose the picture: a person beside it, or a caption, tells that it is a picture. */
function copyrightRole(list: List, where: Where | undefined): Role {
  if (where === 'caption') return 'photo'
  if (where !== undefined) return 'wire'
  // a person, or one agency through another: "© KCNA/dpa"
  const owners = list.parties.filter((party) => party.slots.includes('copyright'))
  return owners.some((p, n) => isPerson(p) || (n > 0 && (p.joint === 'slash' || p.joint === 'via')))
    ? 'photo'
    : 'wire'
}

// an agency's graphic is one of its pictures
const agencyRole = (slot: Slot): Role =>
  slot === 'illustration' ? 'photo' : organisationRole(slot)

const organisationRole = (slot: Slot): Role =>
  slot === 'author' || slot === 'publication' || slot === 'copyright' ? 'wire' : slot

const personRole = (slot: Slot, role: Role): Role => {
  if (slot === 'wire' || slot === 'publication' || slot === 'copyright')
    return role === 'photo' ? 'photo' : 'author'
  return slot
}

/** A masthead: the publication in its own slot; what supplied something is an organisation. */
function house(
  line: Line,
  list: List,
  party: Party,
  n: number,
  slot: Slot,
): ReadCredit | string | undefined {
  // "With files from Jane Doe, Harbour Herald": the paper is hers
  const hers = party.joint === 'comma' && isPerson(list.parties[n - 1])
  const supplied = slot === 'contributed' && !party.house && !hers
  const broadcast = party.kind === 'broadcaster' && (slot === 'photo' || slot === 'illustration')
  const alone =
    supplied && n === 0 && list.parties.length > 1 && list.parties.slice(1).some(isPerson)
  if ((supplied && !alone) || broadcast)
    return credit(line, party, 'organization', organisationRole(slot))
  return printed(line, party)
}

function organisation(
  line: Line,
  list: List,
  party: Party,
  n: number,
  slot: Slot,
  owned: boolean,
): ReadCredit | string | undefined {
  // "© 2020 Example GmbH": who owns the page
  if (owned && slot === 'wire') return undefined
  const site = line.tokens[party.from]?.shape === 'site'
  const pictured = slot === 'photo' || slot === 'illustration'
  if (slot === 'publication' || (site && (!pictured || isHouseSite(list, n))))
    return printed(line, party)
  return credit(line, party, 'organization', organisationRole(slot))
}

// "dpa/example.de": the house stands last, a supplier first
const isHouseSite = (list: List, n: number): boolean =>
  n === list.parties.length - 1 &&
  list.parties[n]?.joint === 'slash' &&
  list.parties[n - 1]?.agency?.kind === 'news'

function isBracketed({ tokens }: Line, i: number): boolean {
  for (let j = i; j >= Math.max(0, i - MOST_IN_BRACKETS); j--) {
    if (tokens[j]?.key === ')') return false
    if (tokens[j]?.key === '(') return true
  }
  return false
}
const MOST_IN_BRACKETS = 16

// in brackets they are who typed it: initials count before and after "agency/" and before "avec", and where a byline is nothing else
function countsAsInitials(line: Line, list: List, n: number): boolean {
  // "Doe, J. M., Roe, W."
  if (line.where === 'dc:creator' && line.tokens[list.parties[n]?.from ?? 0]?.shape === 'initial')
    return true
  // "AFP/jd"
  if (list.parties[n]?.joint === 'slash' && list.parties[n - 1]?.agency?.kind === 'news')
    return !isBracketed(line, list.parties[n]?.from ?? 0)
  const next = list.parties[n + 1]
  if (next)
    return next.joint === 'slash' || next.slots.includes('contributed') || next.joint === 'comma'
  return (
    n === 0 &&
    (line.where === 'byline' || line.where === 'dc:creator' || list.cues > 0) &&
    list.parties.length === 1
  )
}

// iStockphoto/dolgachov: who uploaded it
function nick(
  line: Line,
  list: List,
  party: Party,
  n: number,
  slot: Slot,
): ReadCredit | string | undefined {
  const before = list.parties[n - 1]
  const next = list.parties[n + 1]
  if (before?.agency?.kind === 'picture' || next?.agency?.kind === 'picture') {
    if (party.joint === 'slash' || next?.joint === 'slash')
      return credit(line, party, 'person', personRole(slot, 'photo'))
  }
  // "Editor: huaxia": Xinhua's people sign so
  if (slot === 'editing' || slot === 'translation') return credit(line, party, 'person', slot)
  // "PAP, marga"
  if (line.where !== 'caption' && before?.kind === 'agency' && party.joint === 'comma')
    return credit(line, party, 'person', personRole(slot, 'author'))
  // "agrarnetz/dpa": a house that writes itself small
  if (slot !== 'photo') return n === 0 && next ? printed(line, party) : undefined
  return credit(line, party, 'organization', 'photo')
}

// "L'Exemple avec AFP": in the house's slot
const isBeforeWith = (list: List, n: number): boolean => {
  const next = list.parties[n + 1]
  return (
    next?.joint === 'comma' &&
    next.slots.includes('contributed') &&
    !list.parties[n]?.slots.includes('contributed')
  )
}

const isPaper = ({ tokens, where }: Line, list: List, n: number): boolean =>
  where === 'byline' && isAfterAgency(tokens, list, n)

const ARTICLES = new Set(['le', 'la', 'les', 'el', 'il', 'der', 'die', 'das'])
const isArticle = (line: Line, party: Party): boolean =>
  ARTICLES.has(line.tokens[party.from]?.key ?? '')

/** One capitalised word: a surname beside an agency, in a list of names or in a byline; else who supplied a picture. */
function word(
  line: Line,
  list: List,
  party: Party,
  n: number,
  slot: Slot,
  role: Role,
): ReadCredit | string | undefined {
  if (slot === 'publication') return printed(line, party)
  if (isTown(list, n, slot)) return undefined
  const token = line.tokens[party.from]
  const capitals = token?.shape === 'caps' && token.text.length <= 5
  const supplier = isSupplier(line.tokens, list, n)
  const next = list.parties[n + 1]
  const digits = /\d/.test(token?.text ?? '')
  if (slot !== 'photo' && slot !== 'illustration') {
    if (isBeforeWith(list, n) || capitals || digits) return printed(line, party)
    return credit(line, party, 'person', personRole(slot, role))
  }
  if (isOwnArchive(line.tokens, party)) return printed(line, party)
  const beside = party.joint === 'slash' || list.parties[n + 1]?.joint === 'slash'
  if (capitals || supplier) return credit(line, party, 'organization', slot)
  const withPerson =
    (party.joint === 'slash' && isPerson(list.parties[n - 1])) ||
    (next?.joint === 'slash' && isPerson(next))
  // "Foto: Jane Doe / Hafenblatt": the house
  if (withPerson && !digits && isMastheadWord(token)) return printed(line, party)
  if (withPerson) return credit(line, party, 'organization', slot)
  const surname = beside && !capitals && !digits && token?.shape !== 'mixed'
  return credit(line, party, surname ? 'person' : 'organization', slot)
}

const printed = (line: Line, party: Party): string => {
  const [start, end] = span(line, party)
  return line.text.slice(start, end).replace(/\s+/g, ' ')
}

const span = (line: Line, party: Party): readonly [number, number] => [
  line.tokens[party.from]?.start ?? 0,
  line.tokens[party.end - 1]?.end ?? 0,
]

function credit(line: Line, party: Party, kind: 'person' | 'organization', role: Role): ReadCredit {
  const name = party.shortName ?? party.agency?.name ?? printed(line, party)
  const at = { role, text: line.text, span: span(line, party) }
  return party.agency ? { name, kind, agencyId: party.agency.id, ...at } : { name, kind, ...at }
}
