/** RSS 0.91 to 2.0, and what RSS 1.0 shares with it: the elements without a prefix. */

import type { Enclosure, EntrySource } from '../model/entry.ts'
import { plainText } from '../text/plain.ts'
import { resolveUrl } from '../text/url.ts'
import type { Row } from '../text/xml.ts'
import { attribute, baseUrl } from '../text/xml-attributes.ts'
import { readChildren } from '../text/xml-read.ts'
import { readText } from '../text/xml-text.ts'
import { entryLink, feedLink } from './atom.ts'
import { personOf, readPerson } from './person.ts'
import {
  type AnyDraft,
  addCategory,
  addPerson,
  type Draft,
  date,
  defined,
  type EntryDraft,
  empty,
  type FeedDraft,
  html,
  number,
  plain,
  put,
  rankOf,
  rows,
  text,
  url,
  urlAttribute,
} from './reading.ts'

const guid: Row<EntryDraft> = (x, draft) => {
  const stated = attribute(x, 'ispermalink')?.toLowerCase()
  const base = baseUrl(x)
  const said = readText(x)
  if (!said || (draft.said.id !== undefined && rankOf(draft, 'id') === 0)) return
  put(draft, 'id', said)
  draft.said.isPermaLink = stated !== 'false'
  // by default a guid is a permalink, but many are none: only an address serves as one
  const address = stated === 'true' ? /^(?:https?:\/)?\/\S+$/i : /^https?:\/\/\S+$/i
  if (stated !== 'false' && address.test(said)) put(draft, 'link', resolveUrl(said, base), 4)
}

export const author: Row<AnyDraft> = (x, draft) => addPerson(draft.authors, readPerson(x))

const category: Row<AnyDraft> = (x, draft) => {
  const scheme = attribute(x, 'domain')
  addCategory(draft.categories, plainText(readText(x)), scheme)
}

const enclosure: Row<EntryDraft> = (x, draft) => {
  const address = urlAttribute(x, 'url') ?? urlAttribute(x, 'href')
  if (address === undefined) return
  const said: Draft<Enclosure> = { url: address }
  const type = attribute(x, 'type')
  const length = number(attribute(x, 'length'))
  if (type !== undefined) said.type = type
  if (length) said.length = length
  draft.enclosures.push(said)
}

const source: Row<EntryDraft> = (x, draft) => {
  const address = urlAttribute(x, 'url') ?? urlAttribute(x, 'href')
  const title = plainText(readText(x)) || undefined
  if (address === undefined && title === undefined) return
  put(draft, 'source', defined<EntrySource>({ title, url: address, authors: [], links: [] }))
}

const IMAGE = rows<{ url?: string }>({
  url: (x, image) => {
    const said = readText(x)
    if (said) image.url ??= resolveUrl(said, x.baseUrl)
  },
})

/** The picture of a channel or item: `<image><url>`, as text, or in an attribute. */
const image: Row<AnyDraft> = (x, draft) => {
  const said: { url?: string } = {}
  const address = urlAttribute(x, 'href') ?? urlAttribute(x, 'url')
  readChildren(x, IMAGE, said)
  put(draft, 'image', said.url ?? address)
}

export const RSS_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  title: plain('title'),
  link: entryLink(0),
  guid,
  id: text('id', 4),
  pubdate: date('published'),
  published: date('published', 1),
  date: date('published', 4),
  updated: date('updated', 1),
  modified: date('updated', 2),
  description: html('summary'),
  summary: html('summary', 1),
  body: html('content', 2),
  'xhtml:body': html('content', 2),
  fullitem: html('content', 3),
  content: html('content', 4),
  author,
  category,
  enclosure: empty(enclosure),
  source,
  comments: url('comments'),
  image,
}

/** `<skipHours><hour>`, `<skipDays><day>`. */
const SKIP = rows<FeedDraft>({
  hour: (x, feed) => {
    const hour = number(readText(x))
    if (hour !== undefined && hour <= 24) feed.said.skipHours.push(hour % 24)
  },
  day: (x, feed) => {
    const day = readText(x)
    if (day) feed.said.skipDays.push(day)
  },
})

const skips: Row<FeedDraft> = (x, feed) => readChildren(x, SKIP, feed)

/** rssCloud is not read; RSS 2.0's managingEditor and webMaster are people of the channel. */
const editor: Row<FeedDraft> = (x, feed) => {
  const person = personOf(readText(x))
  if (person) addPerson(feed.authors, { ...person, role: 'editor' })
}

export const RSS_FEED: Readonly<Record<string, Row<FeedDraft>>> = {
  title: plain('title'),
  link: feedLink(0),
  description: plain('description'),
  tagline: plain('description', 1),
  language: text('language'),
  copyright: plain('rights'),
  managingeditor: editor,
  author,
  pubdate: date('published'),
  lastbuilddate: date('updated'),
  category,
  generator: plain('generator'),
  ttl: (x, feed) => put(feed, 'ttl', number(readText(x))),
  image,
  skiphours: skips,
  skipdays: skips,
}
