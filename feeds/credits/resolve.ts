/** From the parties of a list to credits: which role, who is a person, and which masthead is the publication. */

import type { ReadCredit, Role, Where } from '../model/credit.ts'
import { countsAsInitials, isArticle, isBeforeWith, isPaper, nick, word } from './alone.ts'
import type { Slot } from './cues/index.ts'
import { house, organisation } from './houses.ts'
import {
  isEmployer,
  isFreeHost,
  isPerson,
  isReprinted,
  isSubjectOf,
  isUnlikelyPerson,
} from './likely.ts'
import type { Line, Reading } from './line.ts'
import { credit, organisationRole, personRole, printed, type Said, type Standing } from './say.ts'
import { isNamed, type List, type Party } from './state.ts'
import type { Token } from './tokens.ts'

export { type Line, NOTHING, type Reading } from './line.ts'

/** The role that parties without a cue have. */
export function defaultRole(list: List, where: Where | undefined, fallback: Role): Role {
  if (where === 'caption') return 'photo'
  if (isPicture(list) && !isBylinePicture(list, where)) return 'photo'
  return fallback
}

// "Europe 1 avec AFP // Photo : JANE DOE", "Jane Doe. Photographs by John Roe": the cue in a byline is of what follows it
const isBylinePicture = ({ parties, marked }: List, where: Where | undefined): boolean =>
  isNamed(where) &&
  (marked || parties.some(({ slots, joint }) => slots.includes('photo') && joint === 'bar')) &&
  parties[0]?.slots.includes('photo') === false &&
  parties[0].agency?.kind !== 'picture' &&
  parties.some(({ slots }) => slots.includes('photo'))

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

/** "... en el puerto. JUANA EJEMPLO | EFE": a name in capitals, a bar and an agency. */
export const isBarred = (tokens: readonly Token[], { parties: [first, second] }: List): boolean =>
  first?.kind === 'person' &&
  second?.kind === 'agency' &&
  tokens[first.from]?.shape === 'caps' &&
  tokens[first.end]?.key === '|'

const isUnknown = (party: Party | undefined): boolean =>
  isPerson(party) || party?.kind === 'organisation' || party?.kind === 'word'

/** Credits and publication of a list; `role` is that of parties of which no cue says another. */
export function resolve(line: Line, list: List, role: Role): Reading {
  const credits: ReadCredit[] = []
  let publication: string | null = null
  list.parties.forEach((party, n) => {
    const slots = party.slots.length > 0 ? party.slots : [role as Slot]
    for (const slot of slots) {
      const said = say({ line, list, party, n, slot, role })
      if (said === undefined) continue
      if (typeof said === 'string') publication ??= said
      else if (!credits.some((c) => isSame(c, said))) credits.push(said)
    }
  })
  return { credits, publication }
}

// "By JANE DOE, Associated Press Jane Doe, Associated Press"
const isSame = (a: ReadCredit, b: ReadCredit): boolean =>
  a.role === b.role &&
  (a.name === b.name || (a.kind === b.kind && a.name.toLowerCase() === b.name.toLowerCase()))

function say(at: Standing): Said {
  const { line, list, party, n, slot, role } = at
  if (isEditorsHouse(list, n, slot)) return undefined
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
      return house({ ...at, slot: place })
    case 'organisation':
      return organisation({ ...at, slot: place }, slot === 'copyright')
    case 'person':
      if (isSubjectOf(list, party)) return undefined
      if (isEmployer(line.tokens, list, n) || isReprinted(line.tokens, party, slot))
        return printed(line, party)
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
      return nick({ ...at, slot: place })
    case 'word':
      return word({ ...at, slot: place })
  }
}

// "Edited by Jane Doe for Example Productions": whom an editor works for reported nothing
const isEditorsHouse = ({ parties }: List, n: number, slot: Slot): boolean =>
  (slot === 'editing' || slot === 'translation') &&
  parties[n]?.joint === 'for' &&
  isPerson(parties[n - 1])

/** In a caption a source is that of the picture. */
function placed(line: Line, list: List, slot: Slot): Slot {
  if (slot === 'copyright') return copyrightRole(list, line.where)
  if (line.where === undefined && slot === 'wire' && (isTaken(list) || isStock(list)))
    return 'photo'
  return line.where === 'caption' && (slot === 'wire' || slot === 'author') ? 'photo' : slot
}

// "Quelle: Jane Doe / dpa": a person and an agency between slashes took a picture
const isTaken = ({ parties }: List): boolean =>
  parties.length === 2 &&
  parties[1]?.joint === 'slash' &&
  parties.some(isPerson) &&
  parties.some(({ agency }) => agency !== undefined)

// "Source: Anadolu/Getty Images": what picture agencies supplied is a picture
const isStock = ({ parties }: List): boolean =>
  parties.length > 1 &&
  parties.some(({ agency }) => agency?.kind === 'picture') &&
  parties.every(({ slots }) => slots.includes('wire'))

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

// an agency's graphic is one of its pictures; what is edited is its copy
const agencyRole = (slot: Slot): Role =>
  slot === 'illustration' ? 'photo' : slot === 'editing' ? 'wire' : organisationRole(slot)
