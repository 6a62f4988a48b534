/** An article: the credited unit that the store keeps and the formats publish. */

import type { Credit } from './credit.ts'
import type { DateText, Instant } from './date.ts'
import type { Category, Enclosure, Podcast, Rights } from './entry.ts'
import type { RawHtml, SafeHtml } from './html.ts'

export const STATUSES = ['published', 'retracted', 'removed', 'withheld'] as const
export type Status = (typeof STATUSES)[number]

/** Which rule of canonical.ts found the original's URL. */
export type CanonicalRule = string

/** The masthead that the article came from. Its public slug is made by the store. */
export interface Publication {
  readonly name: string
  readonly url?: string
}

/** One hop that the article took to us, nearest first. */
export interface ViaStep {
  readonly name: string
  /** A public page. */
  readonly url?: string
  readonly feedUrl?: string
  readonly feedId?: string
  readonly at?: Instant
}

/** The feed that the article came out of. Without `url` where the upstream is private. */
export interface UpstreamFeed {
  readonly id?: string
  readonly url?: string
  readonly title?: string
  readonly updated?: DateText
}

/** A picture (or other media) of the article; its credits stand in Article.credits with `target` = url. */
export interface ArticleMedia {
  readonly url?: string
  readonly type?: string
  readonly medium?: string
  readonly width?: number
  readonly height?: number
  readonly length?: number
  readonly title?: string
  /** Plain text. */
  readonly caption?: string
  /** The credit as printed with the picture, verbatim. */
  readonly creditText?: string
  readonly copyright?: string
}

export interface RelatedArticle {
  readonly title: string
  readonly url?: string
}

export interface Correction {
  readonly at: Instant
  readonly note: string
}

/** When an article was removed for legal reasons. */
export interface Removal {
  readonly at: Instant
  /** Until then feeds tell of it; absent when that time is over, and where nobody had seen the article. */
  readonly noticeUntil?: Instant
}

/** Its own upstream has said that it took the article back (RFC 6721). */
export interface Withdrawal {
  /** When, as the upstream says. */
  readonly at: Instant
  /** Who, in words: a person if one is named, else the upstream. */
  readonly by: string
  /** Why, in the upstream's words. */
  readonly comment?: string
}

/** Body HTML, cleaned or not yet. */
export type Body =
  | { readonly clean: false; readonly html: RawHtml }
  | { readonly clean: true; readonly html: SafeHtml }

/**
 * What credit() makes of an entry or a document, and what the formats render. Store-only facts (its number, its
 * sequence) are in StoredArticle (db/store.ts).
 */
export interface Article {
  /** Id of the upstream in this store; `documents` for imported ones. */
  readonly upstreamId: string
  /** Identity within the upstream. */
  readonly guid: string
  /** The id in every output (rule 4): minted once, never computed again. */
  readonly publishedId: string
  /** Plain text; absent when none was stated. */
  readonly title?: string
  readonly canonicalUrl?: string
  readonly canonicalRule?: CanonicalRule
  /** The URL as the upstream gave it, before cleaning. */
  readonly urlAsFed?: string
  readonly published?: DateText
  /** The upstream's stated update. */
  readonly updated?: DateText
  readonly firstSeenAt: Instant
  /** When we saw title, body, canonical URL or status change; absent if never (rule 12). */
  readonly changedAt?: Instant
  readonly language?: string
  /** Plain text, as stated; the excerpt is made of it, else of the body. */
  readonly summary?: string
  readonly body?: Body
  readonly credits: readonly Credit[]
  /** Credit lines of the article as printed, verbatim, in order. */
  readonly creditText: readonly string[]
  readonly publication?: Publication
  readonly via: readonly ViaStep[]
  readonly upstreamFeed?: UpstreamFeed
  readonly rights?: Rights
  readonly media: readonly ArticleMedia[]
  readonly enclosures: readonly Enclosure[]
  readonly tags: readonly Category[]
  readonly related: readonly RelatedArticle[]
  readonly comments?: string
  readonly podcast?: Podcast
  readonly status: Status
  /** Nobody sees it before; kept afterwards, since lists have it as of then. */
  readonly embargo?: Instant
  /** Of a removed article. */
  readonly removal?: Removal
  /** Until its upstream says it anew, with a later update. */
  readonly withdrawal?: Withdrawal
  /** Withheld or removed before anybody could see it. */
  readonly unlisted?: true
  readonly corrections: readonly Correction[]
  /** Why an editor should look: `uncredited`, `doubtful_credit`, `future_date`, `withdrawn`... */
  readonly doubts: readonly string[]
}

/** An article whose body can be published. */
export type CleanArticle = Omit<Article, 'body'> & {
  readonly body?: { readonly clean: true; readonly html: SafeHtml }
}
