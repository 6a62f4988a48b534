/** What a format is: a document is its head, the fragments of its items and its tail, one after the other. */

import type { CleanArticle } from '../model/article.ts'
import type { Channel } from '../model/channel.ts'
import type { Instant } from '../model/date.ts'
import type { ItemFacts } from './facts.ts'
import type { ItemPresentation } from './presentation.ts'

export type { ItemPresentation } from './presentation.ts'

export const FORMAT_NAMES = ['rss', 'atom', 'json'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

/** RFC 5005 links of a document; JSON Feed has `next` alone (next_url). */
export interface Paging {
  readonly next?: string
  readonly previous?: string
  readonly first?: string
  readonly last?: string
  readonly 'prev-archive'?: string
  readonly 'next-archive'?: string
  readonly current?: string
}

/** What a document says of itself; every URL absolute. */
export interface RenderContext {
  /** Address of the service; the other URLs are made of it where they are not given. */
  readonly baseUrl?: string
  /** Where this very document stands. */
  readonly selfUrl?: string
  /** The channel's page. */
  readonly htmlUrl?: string
  /** The same channel in the formats. */
  readonly formatUrls?: Partial<Readonly<Record<FormatName, string>>>
  /** The channel's own id, a tag: or urn: that never changes; its Atom URL where none is given. */
  readonly feedId?: string
  /** Newest change of the selection; the articles' newest where none is given. */
  readonly updated?: Instant
  /** Instead of the channel's. */
  readonly hubs?: readonly string[]
  readonly paging?: Paging
  /** An archive document (RFC 5005 section 4). */
  readonly archive?: boolean
}

/** A RenderContext with everything that a head needs. */
export interface DocumentContext {
  readonly channel: Channel
  readonly selfUrl: string
  readonly htmlUrl: string
  readonly formatUrls: Readonly<Record<FormatName, string>>
  readonly feedId: string
  readonly updated: Instant
  readonly hubs: readonly string[]
  readonly paging: Paging
  readonly archive: boolean
}

/** All that is said of an item that was removed. */
export interface RemovalNotice {
  readonly publishedId: string
  readonly at: Instant
  /** When and, if an editor said it, why; plain text. */
  readonly text: string
}

/** Writes texts, all of them well-formed; what is kept and sent is their UTF-8. */
export interface Format {
  readonly name: FormatName
  /** Without the dot. */
  readonly extension: string
  /** With its charset where the type has one. */
  readonly contentType: string
  /** Between two items. */
  readonly separator: string
  head(document: DocumentContext): string
  /**
   * Depends on its arguments alone, never on the document: may be kept and used in any. `facts`: factsOf() of the same
   * arguments, where another format has read them already.
   */
  item(article: CleanArticle, presentation: ItemPresentation, facts?: ItemFacts): string
  tail(document: DocumentContext): string
  /** What stands for a while in place of an item that was removed for legal reasons: nothing of it but its id. */
  removed(notice: RemovalNotice): string
  /** What says that an item is gone (RFC 6721), by its published id; only in formats that have such a thing. */
  readonly tombstone?: (publishedId: string, when: Instant) => string
}
