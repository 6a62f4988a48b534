/** An entry: one item exactly as its upstream said it. Everything is optional; absent means not stated. */

import type { DateText } from './date.ts'
import type { Fault } from './fault.ts'
import type { RawHtml } from './html.ts'

export type Dialect =
  | 'rss 0.90'
  | 'rss 0.91'
  | 'rss 0.92'
  | 'rss 0.93'
  | 'rss 0.94'
  | 'rss 1.0'
  | 'rss 1.1'
  | 'rss 2.0'
  | 'rss'
  | 'atom 0.3'
  | 'atom 1.0'
  | 'json feed 1.0'
  | 'json feed 1.1'
  | 'cdf'

export interface Person {
  readonly name?: string
  readonly email?: string
  readonly uri?: string
  /** `cl:role` inside an Atom person, `role` of a podcast:person, the EBU or other role as stated. */
  readonly role?: string
}

export interface Link {
  readonly url: string
  /** `alternate` where none is stated. */
  readonly rel: string
  readonly type?: string
  readonly title?: string
  readonly language?: string
  readonly length?: number
}

export interface Category {
  readonly term: string
  readonly scheme?: string
  readonly label?: string
}

export interface Enclosure {
  readonly url: string
  readonly type?: string
  /** Bytes; absent when unknown or stated as 0. */
  readonly length?: number
  /** Seconds. */
  readonly duration?: number
  readonly title?: string
}

/** A credit as a feed element states it. */
export interface StatedCredit {
  readonly name: string
  readonly role?: string
  readonly scheme?: string
}

/** One Media RSS object (or a JSON Feed attachment or image), with the credits nested in it alone. */
export interface Media {
  readonly url?: string
  readonly type?: string
  /** `image`, `video`, `audio`, `document`, `executable`. */
  readonly medium?: string
  readonly width?: number
  readonly height?: number
  readonly length?: number
  readonly duration?: number
  readonly title?: string
  /** Plain text: media:description, a caption. */
  readonly caption?: string
  readonly credits: readonly StatedCredit[]
  readonly copyright?: string
  readonly thumbnails: readonly string[]
}

/** RSS `source`, `atom:source`: where the upstream says that it has the item from. */
export interface EntrySource {
  readonly title?: string
  /** The one link for who wants one: RSS source's url; the atom:source's alternate, else its self link. */
  readonly url?: string
  /** The atom:source's self link. (RSS source's url should be the feed's, but is often the site's.) */
  readonly feedUrl?: string
  /** The atom:source's alternate link. */
  readonly link?: string
  readonly id?: string
  readonly updated?: DateText
  readonly authors: readonly Person[]
  readonly rights?: string
  readonly links: readonly Link[]
}

export interface Rights {
  /** dc:rights, atom:rights, media:copyright: text. */
  readonly notice?: string
  readonly holder?: string
  /** creativeCommons:license, cc:license, link rel=license. */
  readonly licenseUrl?: string
}

export interface Podcast {
  readonly season?: string
  readonly episode?: string
  readonly episodeType?: string
  readonly explicit?: boolean
  /** Seconds. */
  readonly duration?: number
  readonly transcripts: readonly {
    readonly url: string
    readonly type?: string
    readonly language?: string
  }[]
  readonly chaptersUrl?: string
}

export interface Entry {
  /** Plain text. */
  readonly title?: string
  /** The item's page: RSS link, Atom alternate, JSON url, else a permalink guid. Absolute where it can be. */
  readonly link?: string
  readonly links: readonly Link[]
  /** As stated: RSS guid, Atom id, JSON Feed id, rdf:about. */
  readonly id?: string
  /** Whether an RSS guid is (also by default) a permalink. */
  readonly isPermaLink?: boolean
  readonly published?: DateText
  readonly updated?: DateText
  readonly authors: readonly Person[]
  readonly contributors: readonly Person[]
  /** dc:publisher. */
  readonly publisher?: string
  /** dc:source, as stated. */
  readonly dcSource?: string
  readonly summary?: RawHtml
  readonly content?: RawHtml
  /** What relative URLs in summary and content are relative to, where the feed states it (xml:base). */
  readonly base?: string
  /** Atom content src. */
  readonly contentSrc?: string
  readonly categories: readonly Category[]
  readonly enclosures: readonly Enclosure[]
  readonly media: readonly Media[]
  /** media:credit that stands directly in the item. */
  readonly credits: readonly StatedCredit[]
  readonly image?: string
  readonly source?: EntrySource
  readonly rights?: Rights
  readonly language?: string
  readonly comments?: string
  readonly geo?: { readonly latitude: number; readonly longitude: number; readonly name?: string }
  /** feedburner:origLink. */
  readonly originalLink?: string
  /** JSON Feed external_url. */
  readonly externalUrl?: string
  readonly podcast?: Podcast
  /** `cl:creditText`, each. */
  readonly creditText: readonly string[]
  /** `cl:status`. */
  readonly status?: string
  /** The text of `cl:provenance`, or `_creditline` as JSON text: a claim until its upstream is trusted. */
  readonly record?: string
  /** Extension members of a JSON Feed item (`_name`), other than `_creditline`. */
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** What a feed says of itself. */
export interface FeedInfo {
  /** Plain text. */
  readonly title?: string
  /** The site: RSS link, Atom alternate, JSON home_page_url. */
  readonly link?: string
  readonly links: readonly Link[]
  readonly self?: string
  readonly hubs: readonly string[]
  readonly id?: string
  /** Plain text. */
  readonly description?: string
  readonly image?: string
  readonly icon?: string
  readonly language?: string
  readonly rights?: string
  readonly licenseUrl?: string
  readonly generator?: string
  readonly published?: DateText
  readonly updated?: DateText
  readonly authors: readonly Person[]
  readonly contributors: readonly Person[]
  readonly publisher?: string
  readonly categories: readonly Category[]
  /** Minutes. */
  readonly ttl?: number
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
  /** Seconds: sy:updatePeriod divided by sy:updateFrequency. */
  readonly updateInterval?: number
  /** RFC 5005 and JSON Feed next_url: next, previous, first, last, prev-archive, next-archive, current. */
  readonly paging: Readonly<Record<string, string>>
  readonly complete?: boolean
  readonly archive?: boolean
  readonly podcast?: {
    readonly author?: string
    readonly owner?: Person
    readonly explicit?: boolean
    readonly type?: string
  }
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** RFC 6721 at:deleted-entry. */
export interface Tombstone {
  readonly ref: string
  readonly when?: DateText
  readonly by?: Person
  readonly comment?: string
}

export interface ParsedFeed {
  readonly dialect: Dialect
  /** The encoding that the bytes were read in, by its WHATWG name. */
  readonly encoding: string
  readonly feed: FeedInfo
  readonly entries: readonly Entry[]
  readonly tombstones: readonly Tombstone[]
  readonly faults: readonly Fault[]
}
