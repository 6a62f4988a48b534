/** JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/ */

import type {
  Dialect,
  Enclosure,
  Entry,
  FeedInfo,
  Media,
  ParsedFeed,
  Person,
} from '../model/entry.ts'
import { CreditlineError } from '../model/error.ts'
import { rawHtml } from '../model/html.ts'
import { cleanText } from '../text/clean.ts'
import { parseDate } from '../text/date.ts'
import { type TextSource, WINDOW } from '../text/decode.ts'
import { escapeText } from '../text/entities.ts'
import { oneLine } from '../text/plain.ts'
import { resolveUrl } from '../text/url.ts'
import type { Faults } from '../text/xml.ts'
import { type Draft, newEntry, newFeed } from './reading.ts'

type Members = Readonly<Record<string, unknown>>

/** What a member is read with: where faults go, and what URLs are relative to. */
interface Reader {
  readonly faults: Faults
  readonly base: string | undefined
}

const NOT_JSON = 'This is no JSON Feed: '

/** Throws not_a_feed. */
export function parseJsonFeed(source: TextSource, faults: Faults, url?: string): ParsedFeed {
  const document = readDocument(source)
  const items = document.items
  if (!Array.isArray(items)) {
    throw new CreditlineError('not_a_feed', `${NOT_JSON}it has no list of items.`)
  }
  const reader = { faults, base: url }
  const entries = items.flatMap((item: unknown, i): Entry[] => {
    faults.place = `entry ${i + 1}`
    return readItem(item, reader)
  })
  faults.place = 'feed'
  return {
    dialect: dialectOf(document),
    encoding: source.encoding,
    feed: readFeed(document, reader),
    entries,
    tombstones: [],
    faults: [...source.faults, ...faults.list],
  }
}

// ids beyond 2^53 are numbers to some generators; as doubles two of them could be equal
const LONG_ID = /("id"\s*:\s*)(-?\d{16,40})(?=\s*[,}\]])/g

function readDocument(source: TextSource): Members {
  let text = ''
  for (let piece = source.next(WINDOW); piece; piece = source.next(WINDOW)) text += piece
  try {
    const document: unknown = JSON.parse(text.replace(/^\ufeff/, '').replace(LONG_ID, '$1"$2"'))
    if (isMembers(document)) return document
  } catch (cause) {
    throw new CreditlineError('not_a_feed', `${NOT_JSON}it is not well-formed JSON.`, { cause })
  }
  throw new CreditlineError('not_a_feed', `${NOT_JSON}it is not an object.`)
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const dialectOf = (document: Members): Dialect =>
  typeof document.version === 'string' && /version\/1\.0|version\/1\/?$/.test(document.version)
    ? 'json feed 1.0'
    : 'json feed 1.1'

/** A string member; numbers and booleans are taken as their text. */
function string(members: Members, name: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' ? cleanText(value).trim() || undefined : undefined
}

const line = (members: Members, name: string): string | undefined => {
  const value = string(members, name)
  return value === undefined ? undefined : oneLine(value) || undefined
}

const address = (members: Members, name: string, { base }: Reader): string | undefined => {
  const value = string(members, name)
  return value === undefined ? undefined : resolveUrl(value, base)
}

function moment(members: Members, name: string, { faults }: Reader): string | undefined {
  const value = string(members, name)
  const date = value === undefined ? undefined : parseDate(value)
  if (value !== undefined && date === undefined)
    faults.add('date_unreadable', `The ${name} cannot be read as a date: ${value}`)
  return date
}

const list = (value: unknown): readonly Members[] =>
  Array.isArray(value) ? value.filter(isMembers) : []

/** `authors` of 1.1, else `author` of 1.0. */
function people(members: Members, reader: Reader): Person[] {
  const many = list(members.authors)
  const said = many.length > 0 ? many : isMembers(members.author) ? [members.author] : []
  return said.flatMap((author): Person[] => {
    const name = line(author, 'name')
    const uri = address(author, 'url', reader)
    if (name === undefined && uri === undefined) return []
    return [{ ...(name === undefined ? {} : { name }), ...(uri === undefined ? {} : { uri }) }]
  })
}

function readItem(item: unknown, reader: Reader): Entry[] {
  if (!isMembers(item)) {
    reader.faults.add('item_unreadable', 'An item is not an object.')
    return []
  }
  const { said } = newEntry()
  set(said, 'id', string(item, 'id'))
  set(said, 'title', line(item, 'title'))
  set(said, 'link', address(item, 'url', reader))
  set(said, 'externalUrl', address(item, 'external_url', reader))
  set(said, 'published', moment(item, 'date_published', reader))
  set(said, 'updated', moment(item, 'date_modified', reader))
  set(said, 'language', line(item, 'language'))
  set(said, 'image', address(item, 'image', reader) ?? address(item, 'banner_image', reader))
  const html = string(item, 'content_html')
  const text = string(item, 'content_text')
  const summary = string(item, 'summary')
  if (html !== undefined) said.content = rawHtml(html)
  else if (text !== undefined) said.content = rawHtml(escapeText(text))
  if (summary !== undefined) said.summary = rawHtml(escapeText(summary))
  said.authors.push(...people(item, reader))
  for (const tag of Array.isArray(item.tags) ? item.tags : [])
    if (typeof tag === 'string' && tag.trim())
      said.categories.push({ term: oneLine(cleanText(tag)) })
  for (const attachment of list(item.attachments)) addAttachment(said, attachment, reader)
  addExtensions(said, item)
  return [said]
}

function set<T extends object, K extends keyof T>(
  said: T,
  field: K,
  value: T[K] | undefined,
): void {
  if (value !== undefined) said[field] = value
}

function addAttachment(said: Draft<Entry>, members: Members, reader: Reader): void {
  const url = address(members, 'url', reader)
  if (url === undefined) return
  const type = line(members, 'mime_type')
  const title = line(members, 'title')
  const length = positive(members.size_in_bytes)
  const duration = positive(members.duration_in_seconds)
  const enclosure: { -readonly [K in keyof Enclosure]: Enclosure[K] } = { url }
  set(enclosure, 'type', type)
  set(enclosure, 'title', title)
  set(enclosure, 'length', length)
  set(enclosure, 'duration', duration)
  said.enclosures.push(enclosure)
  const extension = members._creditline
  if (isMembers(extension)) said.media.push(mediaOf(enclosure, extension))
}

/** Our own extension of an attachment says whose picture it is. */
function mediaOf(enclosure: Enclosure, extension: Members): Media {
  const media: Draft<Media> = { credits: [], thumbnails: [], url: enclosure.url }
  set(media, 'type', enclosure.type)
  set(media, 'title', enclosure.title)
  set(media, 'caption', line(extension, 'caption'))
  set(media, 'copyright', line(extension, 'copyright'))
  for (const credit of list(extension.credits)) {
    const name = line(credit, 'name')
    const role = line(credit, 'role')
    if (name !== undefined) media.credits.push(role === undefined ? { name } : { name, role })
  }
  return media
}

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined

function addExtensions(said: Draft<Entry>, item: Members): void {
  const record = item._creditline
  if (isMembers(record)) {
    said.record = JSON.stringify(record)
    const status = line(record, 'status')
    if (status !== undefined) said.status = status
  }
  const extensions = extensionsOf(item)
  if (extensions) said.extensions = extensions
}

function extensionsOf(members: Members): Members | undefined {
  const names = Object.keys(members).filter((n) => /^_[a-z]/i.test(n) && n !== '_creditline')
  return names.length > 0 ? Object.fromEntries(names.map((n) => [n, members[n]])) : undefined
}

function readFeed(document: Members, reader: Reader): FeedInfo {
  const { said } = newFeed()
  set(said, 'title', line(document, 'title'))
  set(said, 'link', address(document, 'home_page_url', reader))
  set(said, 'self', address(document, 'feed_url', reader))
  set(said, 'description', line(document, 'description'))
  set(said, 'icon', address(document, 'favicon', reader))
  set(said, 'image', address(document, 'icon', reader))
  set(said, 'language', line(document, 'language'))
  said.authors.push(...people(document, reader))
  for (const hub of list(document.hubs)) {
    const url = address(hub, 'url', reader)
    if (url !== undefined) said.hubs.push(url)
  }
  const next = address(document, 'next_url', reader)
  if (next !== undefined) said.paging = { next }
  if (document.expired === true) said.complete = true
  set(said, 'extensions', extensionsOf(document))
  return said
}
