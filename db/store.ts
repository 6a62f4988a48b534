/** The store in the domain's words. One implementation (sqlite-store.ts) over two drivers; it knows no HTTP and no feed format. */

import type { Article, Correction, Status } from '../feeds/model/article.ts'
import type { Channel, Selection } from '../feeds/model/channel.ts'
import type { Credit } from '../feeds/model/credit.ts'
import type { Instant } from '../feeds/model/date.ts'
import type { Fault } from '../feeds/model/fault.ts'
import type { SafeHtml } from '../feeds/model/html.ts'
import type { Upstream } from '../feeds/model/upstream.ts'

/** An article with what only the store knows. */
export interface StoredArticle {
  /** Row number, in the order of first storing: the public /articles/:id. */
  readonly id: number
  /** Number in the store-wide sequence of changes; grows with each change of the article. */
  readonly seq: number
  /** When the row last changed for whatever reason: what Last-Modified is made of. */
  readonly storedAt: Instant
  /** Slug of its source page, /sources/:id. */
  readonly sourceSlug: string
  readonly article: Article
}

/** What is known of an entry that came again. */
export interface KnownEntry {
  readonly guid: string
  readonly id: number
  readonly hash: string
  readonly publishedId: string
  readonly firstSeenAt: Instant
}

/** An article to be stored, with the entry that it was made of. */
export interface IncomingArticle {
  readonly article: Article
  /** Hash of the entry as said: equal means nothing to do. */
  readonly hash: string
  /** The entry as said, JSON, without its content (which is the article's body). */
  readonly said: string
  readonly faults: readonly Fault[]
}

/** All that one poll changes; stored in one batch or not at all. */
export interface PollOutcome {
  /** The upstream as it is after the poll: validators, health, next poll. */
  readonly upstream: Upstream
  readonly articles: readonly IncomingArticle[]
  /** Faults of the feed itself; replace those of the poll before. Absent: unchanged (304). */
  readonly faults?: readonly Fault[]
}

export interface Page {
  /** 1 to 500. */
  readonly limit: number
  /** Opaque cursor from ArticlePage.next. */
  readonly after?: string
}

export interface ArticlePage {
  readonly articles: readonly StoredArticle[]
  /** Cursor of the next page; absent on the last. */
  readonly next?: string
}

/** What a selection's ETag and Last-Modified are made of. */
export interface SelectionState {
  /** Highest sequence of any article that is or was in the selection; 0 when empty. */
  readonly seq: number
  /** Newest storedAt among them; absent when empty. */
  readonly modifiedAt?: Instant
}

export interface SourceInfo {
  readonly slug: string
  readonly name: string
  readonly url?: string
  readonly feedUrl?: string
}

export interface ArticleEdit {
  readonly credits?: readonly Credit[]
  readonly title?: string
  readonly status?: Status
  readonly correction?: Correction
}

export interface StoreStats {
  readonly articles: number
  readonly upstreams: number
  readonly failingUpstreams: number
  readonly uncredited: number
  readonly doubtful: number
  readonly faults: number
}

export interface Token {
  readonly id: string
  readonly hash: string
  readonly scopes: readonly string[]
  readonly createdAt: Instant
}

export interface Store {
  // articles
  /** Stores or updates imported articles in one batch; durable. */
  saveArticles(articles: readonly IncomingArticle[], now: Instant): Promise<void>
  /** One batch for many polls (group commit). */
  savePolls(outcomes: readonly PollOutcome[], now: Instant): Promise<void>
  findKnown(upstreamId: string, guids: readonly string[]): Promise<Map<string, KnownEntry>>
  /** Which of these published ids are held already, by any article (rule 4). */
  findPublishedIds(ids: readonly string[]): Promise<Set<string>>
  findArticle(id: number): Promise<StoredArticle | undefined>
  /** By upstream and guid. */
  findArticleByGuid(upstreamId: string, guid: string): Promise<StoredArticle | undefined>
  /**
   * Newest first by publication (first seen where none or in the future); with `q`, by when we stored them.
   * Withheld and removed articles are in no list.
   */
  listArticles(selection: Selection, page: Page): Promise<ArticlePage>
  findSelectionState(selection: Selection): Promise<SelectionState>
  /** Articles with this canonical URL, oldest first, for merging duplicates (rule 5). */
  listByCanonicalUrl(urls: readonly string[]): Promise<StoredArticle[]>
  /** Keeps the cleaned bodies; changes neither seq nor storedAt. */
  saveCleanBodies(
    bodies: readonly { readonly id: number; readonly html: SafeHtml }[],
  ): Promise<void>
  /** A person's edit; durable; credits become `edited` and survive re-ingest. */
  editArticle(id: number, edit: ArticleEdit, now: Instant): Promise<StoredArticle>
  /** Uncredited and doubtful articles, newest first. */
  listDoubtful(page: Page): Promise<ArticlePage>
  listFaults(of: { readonly articleId: number } | { readonly upstreamId: string }): Promise<Fault[]>

  // parties, sources, tags
  findSource(slug: string): Promise<SourceInfo | undefined>
  listSources(limit: number): Promise<SourceInfo[]>
  /** Name under which a party is credited, by its partyId. */
  findPartyName(kind: 'person' | 'organization', id: string): Promise<string | undefined>

  // upstreams
  addUpstream(upstream: Upstream): Promise<void>
  /** By id or URL. */
  findUpstream(idOrUrl: string): Promise<Upstream | undefined>
  listUpstreams(): Promise<Upstream[]>
  saveUpstream(upstream: Upstream): Promise<void>
  /** Removes the upstream; its articles stay unless `withArticles`. */
  removeUpstream(id: string, options?: { readonly withArticles?: boolean }): Promise<void>
  /** Due at `now`, longest overdue first. */
  listDueUpstreams(now: Instant, limit: number): Promise<Upstream[]>

  // channels
  saveChannel(channel: Channel, now: Instant): Promise<void>
  findChannel(slug: string): Promise<Channel | undefined>
  listChannels(): Promise<Channel[]>
  removeChannel(slug: string): Promise<void>

  // access
  addToken(token: Token): Promise<void>
  listTokens(): Promise<Token[]>
  removeToken(id: string): Promise<void>

  findStats(): Promise<StoreStats>
  /** Nothing stored yet: no article, no upstream, no token. */
  isEmpty(): Promise<boolean>
}
