/** The store in the domain's words. One implementation (sqlite-store.ts) over two drivers; it knows no HTTP and no feed format. */

import type { Agency } from '../feeds/agencies/index.ts'
import type { Article, Correction, Status, Withdrawal } from '../feeds/model/article.ts'
import type { Channel, Selection } from '../feeds/model/channel.ts'
import type { Credit, PartyKind } from '../feeds/model/credit.ts'
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
  /** Another article here has the same canonical URL: only then can listByCanonicalUrl find more than this one. */
  readonly sharedUrl: boolean
  readonly article: Article
}

/** What is known of an entry that came again. */
export interface KnownEntry {
  readonly guid: string
  readonly id: number
  readonly hash: string
  readonly publishedId: string
  readonly firstSeenAt: Instant
  /** As the upstream gave it. */
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
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

export interface FieldChange {
  readonly field: 'title' | 'url' | 'published' | 'status' | 'credits' | 'text'
  /** In words; absent where there was none, and of texts, which are not kept. */
  readonly before?: string
  readonly after?: string
}

/** What changed in an article at a time, by its upstream or by a person. */
export interface ArticleChange {
  readonly at: Instant
  readonly changes: readonly FieldChange[]
}

export interface UpstreamChange extends ArticleChange {
  readonly articleId: number
  readonly title?: string
}

export interface WithdrawnEntry extends Withdrawal {
  readonly guid: string
}

/** All that one poll changes; stored in one batch or not at all. */
export interface PollOutcome {
  /** The upstream as it is after the poll: validators, health, next poll. */
  readonly upstream: Upstream
  readonly articles: readonly IncomingArticle[]
  /** Articles that the upstream has taken back; those that it has updated since, or that a person has judged, stay. */
  readonly withdrawn?: readonly WithdrawnEntry[]
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

export interface ChangedArticle extends StoredArticle {
  /** It is in the selection now. */
  readonly listed: boolean
}

export interface ChangePage {
  readonly articles: readonly ChangedArticle[]
  /** All changes up to this number have been looked at; false `complete`: there are more, ask again from here. */
  readonly upTo: number
  readonly complete: boolean
}

/** What a selection's ETag and Last-Modified are made of. */
export interface SelectionState {
  /**
   * Not below the sequence of any article that is or was in the selection, and moved by each of their changes; 0
   * when there never was one.
   */
  readonly seq: number
  /** When it last moved; absent when there never was an article. */
  readonly modifiedAt?: Instant
}

/** A channel with what only the store knows. */
export interface StoredChannel extends Channel {
  /** Number in the store-wide sequence of changes at which it was last set. */
  readonly seq: number
  readonly storedAt: Instant
  /** Grows when its selection changes; 1 at first. */
  readonly generation: number
}

/** How far a channel's articles have been placed into archive blocks. */
export interface ArchivePosition {
  readonly generation: number
  /** All changes up to this number of the sequence have been placed. */
  readonly throughSeq: number
  /** The block that is being filled, 1 at first; all below it are closed. */
  readonly openNumber: number
}

export interface ArchiveChange {
  /** Forget every block first: the selection has changed. */
  readonly restart: boolean
  readonly placed: readonly { readonly id: number; readonly number: number }[]
  /** Ids of articles that are in the channel no longer. */
  readonly takenOut: readonly number[]
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
  /** Withheld until then; with it, `status` is not looked at. */
  readonly embargo?: Instant
  readonly correction?: Correction
  /** The change that the person saw: with it, an article that has changed since is left alone and `stale` is thrown. */
  readonly ifSeq?: number
}

/** An article with its entry as said, JSON, without the content. */
export interface SaidArticle {
  readonly stored: StoredArticle
  readonly said: string
}

/** What reading an article again made of it; `seq` is that of the article that was read. */
export interface RereadArticle extends Pick<Article, 'credits' | 'creditText' | 'doubts'> {
  readonly id: number
  readonly seq: number
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
  /**
   * Stores or updates imported articles in one batch; durable. An article whose hash is the stored one changes
   * nothing. What a person edited stays.
   */
  saveArticles(articles: readonly IncomingArticle[], now: Instant): Promise<void>
  /**
   * One batch for many polls (group commit). Of an upstream, what a person sets (peer, private, tags, publication,
   * being paused) stays as stored; the outcome of one that was removed meanwhile is dropped.
   * `search: 'later'` leaves the full text in the queue of indexSearch.
   */
  savePolls(
    outcomes: readonly PollOutcome[],
    now: Instant,
    options?: { readonly search?: 'now' | 'later' },
  ): Promise<void>
  /** Indexes at most `limit` articles whose text is still queued (500 unless told); how many there were. */
  indexSearch(now: Instant, limit?: number): Promise<number>
  findKnown(upstreamId: string, guids: readonly string[]): Promise<Map<string, KnownEntry>>
  /** Those of an upstream that were stored last, the newest first. */
  findRecent(upstreamId: string, limit: number): Promise<KnownEntry[]>
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
  /** The store-wide sequence: moved by every change of an article, a channel or the full-text index. */
  findSequence(): Promise<number>
  /**
   * What changed in a selection after `since`, oldest change first, also articles that left it by an edit or by their
   * status, but none that nobody ever saw. Dates and `q` of the selection are not looked at. `bodies: false`: without them.
   */
  listChanges(
    selection: Selection,
    since: number,
    limit: number,
    options?: { readonly bodies: false },
  ): Promise<ChangePage>
  /** Listed articles with one of these canonical URLs, oldest first, at most 50 each, for merging duplicates (rule 5). */
  listByCanonicalUrl(urls: readonly string[]): Promise<StoredArticle[]>
  /**
   * Keeps the cleaned bodies; changes neither seq nor storedAt. With `seq`, only where the article is still at that
   * change: a body that came in meanwhile is not overwritten.
   */
  saveCleanBodies(
    bodies: readonly { readonly id: number; readonly seq?: number; readonly html: SafeHtml }[],
  ): Promise<void>
  /** A person's edit; durable; credits become `edited` and survive re-ingest. */
  editArticle(id: number, edit: ArticleEdit, now: Instant): Promise<StoredArticle>
  /** When the next article changes by itself. */
  findDue(): Promise<Instant | undefined>
  /**
   * Does what is due at `now`, durable, each a change like any other: articles whose embargo has ended are published, in
   * the order in which it did, and removed ones that were told of long enough are told of no more. How many there were.
   */
  settleDue(now: Instant): Promise<number>
  /** Removed articles of a selection that are still told of, the latest removal first. `q` is not looked at. */
  listRemoved(selection: Selection, limit: number): Promise<StoredArticle[]>
  /** Uncredited and doubtful articles, newest first. */
  listDoubtful(page: Page): Promise<ArticlePage>
  /** What changed in an article since it was stored first, the latest change first. */
  listHistory(articleId: number): Promise<ArticleChange[]>
  /** Of all articles of an upstream. */
  listUpstreamChanges(upstreamId: string, limit: number): Promise<UpstreamChange[]>
  listFaults(of: { readonly articleId: number } | { readonly upstreamId: string }): Promise<Fault[]>

  // agencies that editors taught
  /** The same array while nothing changes. */
  listAgencies(): Promise<readonly Agency[]>
  /** Durable. Throws conflict when its id is here already. */
  addAgency(agency: Agency, now: Instant): Promise<void>
  removeAgency(id: string): Promise<void>
  /** Doubtful articles in whose text or entry one of the names stands, newest first; none whose credits a person set. */
  listDoubtfulWith(names: readonly string[], limit: number): Promise<SaidArticle[]>
  /** Stores new readings of credits (durable) but of articles that changed meanwhile; how many it stored. */
  saveReread(articles: readonly RereadArticle[], now: Instant): Promise<number>

  // parties, sources, tags
  findSource(slug: string): Promise<SourceInfo | undefined>
  listSources(limit: number): Promise<SourceInfo[]>
  /** Name under which a party is credited, by its partyId. */
  findPartyName(kind: PartyKind, id: string): Promise<string | undefined>
  /** The tag as first stated, by the tag or its slug. */
  findTagName(tag: string): Promise<string | undefined>

  // upstreams
  /** Throws conflict when its id or URL is here already. */
  addUpstream(upstream: Upstream): Promise<void>
  /** Adds, in one durable batch, those whose id and URL are new here; the URLs of those that were added. */
  addUpstreams(upstreams: readonly Upstream[]): Promise<Set<string>>
  /** By id or URL. */
  findUpstream(idOrUrl: string): Promise<Upstream | undefined>
  listUpstreams(): Promise<Upstream[]>
  saveUpstream(upstream: Upstream): Promise<void>
  /**
   * Removes the upstream, and has the hub that tells of its news asked to end that; its articles stay unless
   * `withArticles`, which listChanges does not tell of.
   */
  removeUpstream(
    id: string,
    options: { readonly now: Instant; readonly withArticles?: boolean },
  ): Promise<void>
  /** Due at `now`, longest overdue first. */
  listDueUpstreams(now: Instant, limit: number): Promise<Upstream[]>
  /** Those polled at `since` or later, by when they were polled last, newest first. */
  listPolled(since: Instant, limit: number): Promise<Upstream[]>

  // channels
  /** Durable. */
  saveChannel(channel: Channel, now: Instant): Promise<void>
  findChannel(slug: string): Promise<StoredChannel | undefined>
  listChannels(): Promise<StoredChannel[]>
  removeChannel(slug: string): Promise<void>

  // archives
  findArchive(channel: string): Promise<ArchivePosition | undefined>
  /** Ids of the articles of one block, withheld and removed ones included. */
  listOpenIds(channel: string, number: number): Promise<number[]>
  /** The listed articles of the open block but those, in no order. */
  listOpen(channel: string, number: number, but: ReadonlySet<number>): Promise<StoredArticle[]>
  /** The listed articles of one block and those that were removed, in no order. */
  listArchived(channel: string, number: number): Promise<StoredArticle[]>
  saveArchive(channel: string, position: ArchivePosition, change: ArchiveChange): Promise<void>

  // access
  addToken(token: Token): Promise<void>
  listTokens(): Promise<Token[]>
  removeToken(id: string): Promise<void>

  findStats(): Promise<StoreStats>
  /** Nothing stored yet: no article, no upstream, no token. */
  isEmpty(): Promise<boolean>
}
