/** Atom 1.0 and 0.3, as a dialect and as elements inside RSS. */

import type { Category, Enclosure, EntrySource, Link, Rights } from '../model/entry.ts'
import type { Row, Xml } from '../text/xml.ts'
import { attribute } from '../text/xml-attributes.ts'
import { readChildren } from '../text/xml-read.ts'
import { readText } from '../text/xml-text.ts'
import { construct, constructText, readConstruct } from './construct.ts'
import { readPerson } from './person.ts'
import {
  type AnyDraft,
  addPerson,
  type Draft,
  date,
  defined,
  type EntryDraft,
  type FeedDraft,
  number,
  put,
  readDate,
  readUrl,
  rows,
  text,
  url,
  urlAttribute,
} from './reading.ts'

/** A link of Atom, or of RSS: the address in `href` or, in RSS and by mistake, as text. */
export function readLink(x: Xml): Link | undefined {
  if (x.attributes === '') {
    const url = readUrl(x)
    return url === undefined ? undefined : { url, rel: 'alternate' }
  }
  const link: Draft<Link> = { url: urlAttribute(x, 'href') ?? '', rel: readRelation(x) }
  const type = attribute(x, 'type')
  const title = attribute(x, 'title')
  const language = attribute(x, 'hreflang')
  const length = number(attribute(x, 'length'))
  if (type !== undefined) link.type = type
  if (title !== undefined) link.title = title
  if (language !== undefined) link.language = language
  if (length) link.length = length
  link.url = readUrl(x) ?? link.url
  return link.url === '' ? undefined : link
}

function readRelation(x: Xml): string {
  const rel = attribute(x, 'rel')?.toLowerCase() ?? 'alternate'
  return rel.startsWith('http')
    ? rel.replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '')
    : rel
}

/** HTML pages are what a reader opens; an alternate of another type is second choice. */
const linkRank = (link: Link, rank: number): number =>
  link.type === undefined || /html/i.test(link.type) ? rank : rank + 1

/** A row for the links of an entry; `rank` is that of an alternate as the entry's link. */
export const entryLink =
  (rank: number): Row<EntryDraft> =>
  (x, draft) => {
    const link = readLink(x)
    if (!link) return
    draft.links.push(link)
    if (link.rel === 'alternate') put(draft, 'link', link.url, linkRank(link, rank))
    else if (link.rel === 'license') putRights(draft, { licenseUrl: link.url })
    else if (link.rel === 'replies') put(draft, 'comments', link.url, 1)
    else if (link.rel === 'enclosure') draft.enclosures.push(enclosureOf(link))
  }

const enclosureOf = ({ rel: _, language: __, ...enclosure }: Link): Enclosure => enclosure

/** Rights of an entry come from several elements. */
export function putRights(draft: EntryDraft, rights: Rights): void {
  draft.said.rights = { ...rights, ...draft.said.rights }
}

const PAGING = new Set([
  'next',
  'previous',
  'first',
  'last',
  'prev-archive',
  'next-archive',
  'current',
])

/** A row for the links of a feed; `rank` is that of an alternate as the feed's link. */
export const feedLink =
  (rank: number): Row<FeedDraft> =>
  (x, feed) => {
    const link = readLink(x)
    if (!link) return
    feed.links.push(link)
    if (link.rel === 'alternate') put(feed, 'link', link.url, linkRank(link, rank))
    else if (link.rel === 'self') put(feed, 'self', link.url)
    else if (link.rel === 'hub') feed.said.hubs.push(link.url)
    else if (link.rel === 'license') put(feed, 'licenseUrl', link.url)
    const rel = link.rel === 'prev' ? 'previous' : link.rel
    if (PAGING.has(rel)) feed.said.paging = { [rel]: link.url, ...feed.said.paging }
  }

const category: Row<AnyDraft> = (x, draft) => {
  const scheme = attribute(x, 'scheme')
  const label = attribute(x, 'label')
  const said = attribute(x, 'term')
  const term = said ?? readText(x)
  if (term || label)
    draft.categories.push(defined<Category>({ term: term || (label ?? ''), scheme, label }))
}

const author: Row<AnyDraft> = (x, draft) => addPerson(draft.authors, readPerson(x))

const contributor: Row<AnyDraft> = (x, draft) => addPerson(draft.contributors, readPerson(x))

const rights: Row<EntryDraft> = (x, draft) => {
  const notice = constructText(readConstruct(x))
  if (notice) putRights(draft, { notice })
}

const content: Row<EntryDraft> = (x, draft) => {
  put(draft, 'contentSrc', urlAttribute(x, 'src'))
  construct('content', 1)(x, draft)
}

type SourceDraft = Draft<EntrySource>

const SOURCE = rows<SourceDraft>({
  'atom:title': (x, source) => {
    const title = constructText(readConstruct(x))
    if (title) source.title ??= title
  },
  'atom:id': (x, source) => {
    const id = readText(x)
    if (id) source.id ??= id
  },
  'atom:updated': (x, source) => {
    const updated = readDate(x)
    if (updated) source.updated ??= updated
  },
  'atom:rights': (x, source) => {
    const notice = constructText(readConstruct(x))
    if (notice) source.rights ??= notice
  },
  'atom:author': (x, source) => addPerson(source.authors, readPerson(x)),
  'atom:link': (x, source) => {
    const link = readLink(x)
    if (!link) return
    source.links.push(link)
    if (link.rel === 'self') source.feedUrl ??= link.url
    if (link.rel === 'alternate') source.link ??= link.url
  },
})

const source: Row<EntryDraft> = (x, draft) => {
  const said: SourceDraft = { authors: [], links: [] }
  readChildren(x, SOURCE, said)
  const url = said.link ?? said.feedUrl
  if (url !== undefined) said.url = url
  put(draft, 'source', said)
}

export const ATOM_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'atom:title': construct('title', 1),
  'atom:link': entryLink(1),
  'atom:id': text('id', 1),
  'atom:published': date('published', 1),
  'atom:issued': date('published', 2),
  'atom:created': date('published', 5),
  'atom:updated': date('updated'),
  'atom:modified': date('updated', 1),
  'atom:summary': construct('summary', 1),
  'atom:content': content,
  'atom:author': author,
  'atom:contributor': contributor,
  'atom:category': category,
  'atom:rights': rights,
  'atom:copyright': rights,
  'atom:source': source,
}

export const ATOM_FEED: Readonly<Record<string, Row<FeedDraft>>> = {
  'atom:title': (x, feed) => put(feed, 'title', constructText(readConstruct(x)), 1),
  'atom:subtitle': (x, feed) => put(feed, 'description', constructText(readConstruct(x)), 1),
  'atom:tagline': (x, feed) => put(feed, 'description', constructText(readConstruct(x)), 2),
  'atom:link': feedLink(1),
  'atom:id': text('id', 1),
  'atom:updated': date('updated', 1),
  'atom:modified': date('updated', 2),
  'atom:published': date('published', 1),
  'atom:author': author,
  'atom:contributor': contributor,
  'atom:category': category,
  'atom:generator': (x, feed) => put(feed, 'generator', readText(x), 1),
  'atom:icon': url('icon'),
  'atom:logo': (x, feed) => put(feed, 'image', readUrl(x), 1),
  'atom:rights': (x, feed) => put(feed, 'rights', constructText(readConstruct(x)), 1),
  'atom:copyright': (x, feed) => put(feed, 'rights', constructText(readConstruct(x)), 2),
}
