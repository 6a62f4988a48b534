/** What the rows of every dialect and namespace write into while a feed is read, and the small readers that they share. */

import type { DateText } from '../model/date.ts'
import type {
  Category,
  Enclosure,
  Entry,
  FeedInfo,
  Link,
  Media,
  Person,
  Podcast,
  Tombstone,
} from '../model/entry.ts'
import { type RawHtml, rawHtml } from '../model/html.ts'
import { parseDate } from '../text/date.ts'
import { plainText } from '../text/plain.ts'
import { resolveUrl } from '../text/url.ts'
import type { Row, Rows, Xml } from '../text/xml.ts'
import { attribute, baseUrl } from '../text/xml-attributes.ts'
import { skip } from '../text/xml-read.ts'
import { readContent, readText } from '../text/xml-text.ts'

/** The same object while it is still being written: readonly is for those who get it. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/**
 * What is being written. The lists of `said` stand here too: fields come in any order, so that `said` has as many forms
 * as there are feeds, and a draft has one.
 */
interface Lists {
  readonly links: Link[]
  readonly authors: Person[]
  readonly contributors: Person[]
  readonly categories: Category[]
  /** Of fields that a stand-in set, how good it is. */
  ranks: Record<string, number> | undefined
}

export interface FeedDraft extends Lists {
  readonly said: Draft<FeedInfo>
  readonly entries: Entry[]
  readonly tombstones: Tombstone[]
  /** sy:updateFrequency, which may come before or after its period. */
  updateFrequency: number | undefined
}

export interface EntryDraft extends Lists {
  readonly said: Draft<Entry>
  readonly enclosures: Enclosure[]
  readonly media: Media[]
  /** Who is the author where no better element says it. */
  standIn: Person | undefined
  podcast: Draft<Podcast> | undefined
  place: { latitude?: number; longitude?: number; name?: string } | undefined
}

/** A feed or an entry: what rows that serve both write into. */
export type AnyDraft = FeedDraft | EntryDraft

export function newFeed(): FeedDraft {
  const links: Link[] = []
  const authors: Person[] = []
  const contributors: Person[] = []
  const categories: Category[] = []
  return {
    links,
    authors,
    contributors,
    categories,
    said: {
      links,
      hubs: [],
      authors,
      contributors,
      categories,
      skipHours: [],
      skipDays: [],
      paging: {},
    },
    entries: [],
    tombstones: [],
    ranks: undefined,
    updateFrequency: undefined,
  }
}

export function newEntry(): EntryDraft {
  const links: Link[] = []
  const authors: Person[] = []
  const contributors: Person[] = []
  const categories: Category[] = []
  const enclosures: Enclosure[] = []
  const media: Media[] = []
  return {
    links,
    authors,
    contributors,
    categories,
    enclosures,
    media,
    // no spread: engines keep an object that grows from a literal in its fast form
    said: {
      links,
      authors,
      contributors,
      categories,
      enclosures,
      media,
      credits: [],
      creditText: [],
    },
    ranks: undefined,
    standIn: undefined,
    podcast: undefined,
    place: undefined,
  }
}

/** Rows of several namespaces as one table; the first one that names an element keeps it. */
export function rows<T>(...tables: readonly Readonly<Record<string, Row<T>>>[]): Rows<T> {
  const all = new Map<string, Row<T>>()
  for (const table of tables)
    for (const [key, row] of Object.entries(table)) if (!all.has(key)) all.set(key, row)
  return all
}

type Fields<D extends AnyDraft> = D['said']

/**
 * Sets a field unless a better element said it: rank 0 is the dialect's own element, higher ones are stand-ins. Of
 * equals the first counts.
 */
export function put<D extends AnyDraft, K extends keyof Fields<D> & string>(
  draft: D,
  field: K,
  value: Fields<D>[K] | undefined,
  rank = 0,
): void {
  if (value === undefined || value === '') return
  const said: Fields<D> = draft.said
  if (said[field] !== undefined && rank >= rankOf(draft, field)) return
  said[field] = value
  if (rank > 0 || draft.ranks) {
    draft.ranks ??= {}
    draft.ranks[field] = rank
  }
}

/** Rank of what a field holds. */
export const rankOf = (draft: AnyDraft, field: string): number => draft.ranks?.[field] ?? 0

/** A row that puts the element's text, on one line. */
export const text =
  <D extends AnyDraft, K extends keyof Fields<D> & string>(field: K, rank = 0): Row<D> =>
  (x, draft) =>
    put(draft, field, readText(x) as Fields<D>[K], rank)

/** A row that puts the plain text of what may hold HTML. */
export const plain =
  <D extends AnyDraft, K extends keyof Fields<D> & string>(field: K, rank = 0): Row<D> =>
  (x, draft) =>
    put(draft, field, plainText(readContent(x)) as Fields<D>[K], rank)

/** A row that puts HTML as said. */
export const html =
  <K extends 'summary' | 'content'>(field: K, rank = 0): Row<EntryDraft> =>
  (x, draft) => {
    keepBase(x, draft)
    put(draft, field, readHtml(x), rank)
  }

/** Keeps the xml:base of the element that was just opened, for the relative URLs in its HTML. */
export function keepBase(x: Xml, draft: EntryDraft): void {
  const base = baseUrl(x)
  if (base !== undefined && base !== x.url) draft.said.base ??= base
}

export const readHtml = (x: Xml): RawHtml | undefined => {
  const said = readContent(x)
  return said ? rawHtml(said) : undefined
}

/** A row that puts a date, or keeps a fault where it cannot be read. */
export const date =
  <D extends AnyDraft>(field: 'published' | 'updated', rank = 0): Row<D> =>
  (x, draft) =>
    put(draft, field, readDate(x) as Fields<D>[typeof field], rank)

export function readDate(x: Xml): DateText | undefined {
  const name = x.low
  const written = readText(x)
  const read = parseDate(written)
  if (read === undefined && written)
    x.faults.add('date_unreadable', `The ${name.slice(0, 40)} cannot be read as a date: ${written}`)
  return read
}

/** A row that puts the element's text as a URL. */
export const url =
  <D extends AnyDraft, K extends keyof Fields<D> & string>(field: K, rank = 0): Row<D> =>
  (x, draft) =>
    put(draft, field, readUrl(x) as Fields<D>[K], rank)

export function readUrl(x: Xml): string | undefined {
  const base = baseUrl(x)
  const written = readText(x)
  return written ? resolveUrl(written, base) : undefined
}

/** A URL in an attribute, resolved. */
export function urlAttribute(x: Xml, name: string): string | undefined {
  const written = attribute(x, name)
  return written === undefined ? undefined : resolveUrl(written, baseUrl(x))
}

/** A row for an element that says all in its attributes. */
export const empty =
  <T>(row: Row<T>): Row<T> =>
  (x, target) => {
    row(x, target)
    skip(x)
  }

/** A non-negative number, of an attribute or a text; 0 where nothing sensible is meant by it is up to the caller. */
export function number(said: string | undefined): number | undefined {
  if (said === undefined || !/^\d{1,15}(?:\.\d{1,6})?$/.test(said)) return undefined
  return Number(said)
}

/** An object without its undefined members, as exact optional properties want it. */
export function defined<T extends object>(said: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {}
  for (const key in said) {
    const value = said[key]
    if (value !== undefined) kept[key] = value as T[typeof key]
  }
  return kept as T
}

/** Members of a list that a new one is compared with: no real entry has more, and a hostile one must stay linear. */
const COMPARED = 200

/** Adds a person, once per name. */
export function addPerson(people: Person[], person: Person | undefined): void {
  if (!person || (!person.name && !person.uri)) return
  for (let i = 0; i < people.length && i < COMPARED; i++) {
    const known = people[i]
    if (known?.name === undefined || known.name !== person.name) continue
    people[i] = { ...person, ...known }
    return
  }
  people.push(person)
}

export function addCategory(categories: Category[], term: string, scheme?: string): void {
  if (!term) return
  for (let i = 0; i < categories.length && i < COMPARED; i++)
    if (categories[i]?.term === term && categories[i]?.scheme === scheme) return
  categories.push(scheme === undefined ? { term } : { term, scheme })
}
