/** Reads the XML dialects: finds the root, and lets the rows of every dialect and namespace take what they know. */

import type { Dialect, Entry, ParsedFeed } from '../model/entry.ts'
import { CreditlineError } from '../model/error.ts'
import type { TextSource } from '../text/decode.ts'
import { type Faults, openXml, type Row, type Xml } from '../text/xml.ts'
import { attribute, language } from '../text/xml-attributes.ts'
import { openScope, rootScope } from '../text/xml-names.ts'
import { END_PARENT, nextTag, readChildren } from '../text/xml-read.ts'
import { ATOM_ENTRY, ATOM_FEED } from './atom.ts'
import { CDF_ENTRY, CDF_FEED, cdfAttributes, isCdf } from './cdf.ts'
import { CREDITLINE_ENTRY } from './namespaces/creditline.ts'
import { DUBLIN_CORE_ENTRY, DUBLIN_CORE_FEED } from './namespaces/dublin-core.ts'
import { MEDIA_ENTRY } from './namespaces/media.ts'
import { MODULES_ENTRY, MODULES_FEED } from './namespaces/modules.ts'
import { NAMESPACES } from './namespaces/names.ts'
import { PLACE_ENTRY } from './namespaces/place.ts'
import { PODCAST_ENTRY, PODCAST_FEED } from './namespaces/podcasts.ts'
import { RDF_FEED, rdfDialect } from './rdf.ts'
import { type EntryDraft, type FeedDraft, newEntry, newFeed, put, rows } from './reading.ts'
import { RSS_ENTRY, RSS_FEED } from './rss.ts'

/** What an entry is called, also where one dialect's feed holds the other's. */
const ITEMS = ['item', 'entry', 'atom:entry', 'atom:item', 'cdf:item']

const ENTRY = rows<EntryDraft>(
  Object.fromEntries(ITEMS.map((key) => [key, END_PARENT])),
  RSS_ENTRY,
  ATOM_ENTRY,
  DUBLIN_CORE_ENTRY,
  MEDIA_ENTRY,
  PODCAST_ENTRY,
  MODULES_ENTRY,
  PLACE_ENTRY,
  CREDITLINE_ENTRY,
  CDF_ENTRY,
)

const entry: Row<FeedDraft> = (x, feed) => {
  const draft = newEntry()
  x.faults.place = `entry ${feed.entries.length + 1}`
  put(draft, 'id', attribute(x, 'rdf:about') ?? attribute(x, 'about'), 5)
  cdfAttributes(x, draft)
  put(draft, 'language', language(x), 2)
  readChildren(x, ENTRY, draft)
  if (x.truncated)
    x.faults.add('truncated', 'The document ends inside this entry; it was left out.')
  else feed.entries.push(finish(draft))
  x.faults.place = 'feed'
}

const channel: Row<FeedDraft> = (x, feed) => {
  put(feed, 'language', language(x), 3)
  cdfAttributes(x, feed)
  readChildren(x, FEED, feed)
}

const FEED = rows<FeedDraft>(
  { channel, ...Object.fromEntries(ITEMS.map((key) => [key, entry])) },
  RSS_FEED,
  RDF_FEED,
  ATOM_FEED,
  DUBLIN_CORE_FEED,
  PODCAST_FEED,
  MODULES_FEED,
  CDF_FEED,
)

/** What is known only when the whole entry was read. */
function finish({ said, place, standIn }: EntryDraft): Entry {
  if (standIn && said.authors.length === 0) said.authors.push(standIn)
  const { latitude, longitude, name } = place ?? {}
  if (latitude !== undefined && longitude !== undefined)
    said.geo = { latitude, longitude, ...(name === undefined ? {} : { name }) }
  return said
}

/** Throws not_a_feed. */
export function parseXmlFeed(source: TextSource, faults: Faults, url?: string): ParsedFeed {
  const x = openXml(source, openScope(NAMESPACES), faults, url)
  const dialect = findRoot(x)
  const feed = newFeed()
  if (x.key === 'atom:entry') entry(x, feed)
  else channel(x, feed)
  if (x.truncated) faults.add('truncated', 'The document ends before its root element does.')
  return {
    dialect,
    encoding: source.encoding,
    feed: feed.said,
    entries: feed.entries,
    tombstones: feed.tombstones,
    faults: [...source.faults, ...faults.list],
  }
}

/** Passes over what stands before the root, and tells the dialect. */
function findRoot(x: Xml): Dialect {
  let junk = 0
  for (let tag = nextTag(x); tag; tag = nextTag(x)) {
    const local = tag === 'open' ? x.key.slice(x.key.indexOf(':') + 1) : ''
    const dialect = ROOTS[local]?.(x)
    if (dialect === undefined) {
      junk++
      continue
    }
    if (junk > 0) x.faults.add('junk_before_root', 'Something stands before the feed.')
    const core = dialect.startsWith('atom') ? 'atom' : dialect === 'cdf' ? 'cdf' : ''
    x.tagScope = rootScope(NAMESPACES, x.tagScope, x.tag.written, core)
    x.key = core ? `${core}:${local}` : local
    return dialect
  }
  throw new CreditlineError('not_a_feed', NOT_A_FEED)
}

export const NOT_A_FEED =
  'This is no feed: it holds neither RSS, Atom, RDF, CDF nor JSON Feed. Give the URL or file of the feed itself.'

const ROOTS: Readonly<Record<string, (x: Xml) => Dialect | undefined>> = {
  rss: rssDialect,
  rdf: rdfDialect,
  feed: atomDialect,
  entry: (x) => (x.key.startsWith('atom:') ? atomDialect(x) : undefined),
  channel: (x) => (isCdf(x) ? 'cdf' : x.attributes.includes('rss1.1') ? 'rss 1.1' : 'rss'),
}

function rssDialect(x: Xml): Dialect {
  const version = attribute(x, 'version') ?? ''
  if (/^0\.9[0-4]/.test(version)) return `rss ${version.slice(0, 4)}` as Dialect
  if (/^2/.test(version)) return 'rss 2.0'
  return /^1\.0/.test(version) ? 'rss 1.0' : 'rss'
}

function atomDialect(x: Xml): Dialect {
  const old =
    attribute(x, 'version')?.startsWith('0.') || x.attributes.includes('purl.org/atom/ns#')
  return old ? 'atom 0.3' : 'atom 1.0'
}
