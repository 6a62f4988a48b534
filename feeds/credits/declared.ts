/** The credits that the fields of an entry declare: authors, contributors, media:credit, source, rights. */

import { type Agency, findAgency } from '../agencies/index.ts'
import {
  type Credit,
  type CreditReading,
  foldName,
  mergeCredits,
  ROLES,
  type Role,
  type Where,
} from '../model/credit.ts'
import type { Entry, Person, StatedCredit } from '../model/entry.ts'
import type { Fault } from '../model/fault.ts'
import { flagsOf } from './find.ts'
import { type ReadOptions, readCredits } from './index.ts'
import { tokensOf } from './lexicon.ts'
import { Flag } from './phrase.ts'
import { findTaught } from './taught.ts'

export interface DeclaredCredits {
  readonly credits: readonly Credit[]
  /** Masthead named in a name field ("Harbour Gazette staff", an author with cl:role publisher). */
  readonly publication?: string
  /** Names that are neither a person's nor an organization's. */
  readonly faults: readonly Fault[]
}

interface Field {
  readonly at: string
  readonly text: string
  readonly where: Where
  /** The role that the field states; absent: the reading decides. */
  readonly role?: Role
  readonly target?: string
}

/**
 * Reads every field of the entry that carries names; declared credits only, each with the field as evidence. A field
 * that holds just the name of a party `known` from elsewhere (our own credit paragraph) is that party's, whole.
 */
export function readDeclaredCredits(
  entry: Entry,
  known: readonly Credit[] = [],
  agencies: readonly Agency[] = [],
): DeclaredCredits {
  const { language } = entry
  const options = {
    ...(language ? { language } : {}),
    ...(agencies.length > 0 ? { agencies } : {}),
  }
  const publisher = [...entry.authors, ...entry.contributors].find((p) => p.role === 'publisher')
  const readings = fieldsOf(entry, agencies).map((field) => readField(field, options, known))
  const publication =
    publisher?.name ?? readings.find((reading) => reading.publication)?.publication
  return {
    credits: mergeCredits(...readings.map((reading) => reading.credits)),
    ...(publication ? { publication } : {}),
    faults: readings.flatMap((reading) => reading.faults),
  }
}

function fieldsOf(entry: Entry, agencies: readonly Agency[]): Field[] {
  return [
    ...entry.authors.flatMap((person) => personField(person, 'author', undefined)),
    ...entry.contributors.flatMap((person) => personField(person, 'contributor', 'contributed')),
    ...entry.credits.map((credit) => creditField(credit)),
    ...entry.media.flatMap((media) =>
      media.credits.map((credit) => creditField(credit, media.url)),
    ),
    ...agencyFields(entry, agencies),
  ]
}

function personField(person: Person, at: string, role: Role | undefined): Field[] {
  const text = person.name ?? person.email
  if (!text || person.role === 'publisher') return []
  const stated = roleOf(person.role) ?? role
  return [{ at, text, where: 'dc:creator', ...(stated ? { role: stated } : {}) }]
}

function creditField(credit: StatedCredit, target?: string): Field {
  const role = roleOf(credit.role)
  return {
    at: 'media:credit',
    text: credit.name,
    where: 'caption',
    ...(role ? { role } : {}),
    ...(target ? { target } : {}),
  }
}

/** Fields that name a masthead as a rule, and now and then the agency whose copy it is. */
function agencyFields(entry: Entry, agencies: readonly Agency[]): Field[] {
  const named = [
    ['source', entry.source?.title],
    ['dc:source', entry.dcSource],
    ['dc:publisher', entry.publisher],
  ] as const
  return named.flatMap(([at, text]) =>
    text && (findAgency(text) ?? findTaught(text, agencies))
      ? [{ at, text, where: 'dc:creator' as const, role: 'wire' as const }]
      : [],
  )
}

/** Our own roles, the EBU's (Media RSS's default scheme) and those that real feeds use. */
const STATED_ROLES: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(ROLES.map((role) => [role, role])),
  photographer: 'photo',
  illustrator: 'illustration',
  reporter: 'author',
  correspondent: 'author',
  writer: 'author',
  journalist: 'author',
  editor: 'editing',
  translator: 'translation',
  // Reuters' own feeds: media:credit role="origprov", the original provider
  origprov: 'wire',
}

const roleOf = (stated: string | undefined): Role | undefined =>
  stated ? STATED_ROLES[stated.trim().toLowerCase()] : undefined

function readField(field: Field, options: ReadOptions, known: readonly Credit[]): DeclaredCredits {
  const { at, text } = field
  const party = known.find(({ name }) => foldName(name) === foldName(text))
  if (party) return { credits: [declared(field, party, [0, text.length])], faults: [] }
  const reading = readName(field, options)
  const credits = reading.credits.map((read) => declared(field, read, read.span))
  const publication = reading.publication ? { publication: reading.publication } : {}
  if (credits.length > 0 || reading.publication) return { credits, ...publication, faults: [] }
  const faults = [{ code: 'name_unread', at, text: text.slice(0, 200) }]
  return { credits: handleCredits(field), faults }
}

/** A caption's credit may be a bare name, which no caption would be believed to hold, but a field for names is. */
function readName({ text, where: place }: Field, options: ReadOptions): CreditReading {
  const where = BRACKETED.test(text) ? 'dc:creator' : place
  const reading = readCredits(text, { ...options, where })
  const isRead = reading.credits.length > 0 || reading.publication !== null
  return isRead || where === 'dc:creator'
    ? reading
    : readCredits(text, { ...options, where: 'dc:creator' })
}

/** "Jane Doe (AP)": below a picture that may be whom it shows, in a field for names it is who took it. */
const BRACKETED = /^\p{Lu}[^()]*\([^()]+\)$/u

/** "Jane Doe", not "The Example": the word that a name opens with is a person's. */
export const opensWithGivenName = (name: string): boolean =>
  (flagsOf(tokensOf(name)[0]) & Flag.given) !== 0

/** What a blog or a forum gives for an author: one word that may be anybody's name, and is doubted. */
const HANDLE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u

function handleCredits(field: Field): Credit[] {
  const name = field.text.trim()
  const isHandle = field.where === 'dc:creator' && HANDLE.test(name) && !isNobody(name)
  return isHandle
    ? [declared(field, { name, kind: 'person', role: 'author' }, [0, name.length])]
    : []
}

/** STR, Handout, admin, a desk, a job: words that stand where names stand. */
const isNobody = (name: string): boolean =>
  tokensOf(name).some((token) => (flagsOf(token) & (Flag.nobody | Flag.house | Flag.job)) !== 0)

/** Of who made a picture: "Illustration: Jane Doe". */
const pictureRole = (read: Role): Role => (read === 'illustration' ? read : 'photo')

function declared(
  field: Field,
  party: {
    readonly name: string
    readonly kind: Credit['kind']
    readonly agencyId?: string
    readonly role: Role
  },
  span: readonly [number, number],
): Credit {
  return {
    name: party.name,
    kind: party.kind,
    ...(party.agencyId ? { agencyId: party.agencyId } : {}),
    role: field.role ?? (field.where === 'caption' ? pictureRole(party.role) : party.role),
    ...(field.target ? { target: field.target } : {}),
    evidence: [{ how: 'declared', text: field.text, at: field.at, span }],
  }
}
