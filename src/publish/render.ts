/** Reads live documents from the store, and renders them, deltas and archives. */

import type { ArchivePosition, Store, StoredArticle } from '../../db/store.ts'
import {
  documentContext,
  FORMATS,
  joinDocument,
  noticeOf,
  type RemovalNotice,
  type RenderContext,
  utf8,
} from '../../feeds/formats/index.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { instantOf } from '../../feeds/model/date.ts'
import type { ChannelPage } from './channels.ts'
import { type Cleaned, cleanArticles } from './clean.ts'
import { archiveContext, type DocumentPlace, liveContext } from './context.ts'
import type { Delta } from './delta.ts'
import { mergeDuplicates, type PublishedArticle } from './duplicates.ts'
import { type Fragments, type KeptFacts, keepFacts } from './fragments.ts'

export interface RenderDeps {
  readonly store: Store
  readonly fragments: Fragments
}

/** Whether the selection is still as it was: asked when all is read, before what takes long. */
export type Stands = () => Promise<boolean>

export type Rendered = Uint8Array | 'moved'

/** What a live document says at one change of its selection, whatever its format. */
export interface Edition {
  readonly articles: readonly Cleaned<PublishedArticle>[]
  /** Cursor of the next page. */
  readonly next: string | undefined
  readonly notices: readonly RemovalNotice[]
  readonly facts: KeptFacts
}

/**
 * The newest of the selection; of a whole channel also what entered or changed since the last archive was closed, so
 * that the live document and the archives hold every article together.
 */
export async function readEdition(
  { channel, page }: ChannelPage,
  archive: ArchivePosition | undefined,
  { store }: Pick<RenderDeps, 'store'>,
  stands: Stands,
): Promise<Edition | 'moved'> {
  const { articles, next } = await store.listArticles(channel.selection, page)
  const listed = new Set(articles.map(({ id }) => id))
  const open = archive ? await store.listOpen(channel.slug, archive.openNumber, listed) : []
  const others = open.sort(newestFirst)
  const shown = await withoutDuplicates([...articles, ...others], channel, store)
  const notices = await findNotices({ channel, page }, store)
  if (!(await stands())) return 'moved'
  const cleaned = await cleanArticles(shown, store)
  return { articles: cleaned, next, notices, facts: keepFacts(channel.presentation) }
}

export async function renderLive(
  { articles, next, notices, facts }: Edition,
  { query }: ChannelPage,
  place: DocumentPlace,
  archive: ArchivePosition | undefined,
  deps: RenderDeps,
): Promise<Uint8Array> {
  const { removed } = FORMATS[place.format]
  const context = liveContext(place, query, { next, archive })
  const after = notices.map((notice) => removed(notice))
  return join(articles, place, context, deps, after, facts)
}

export async function renderArchive(
  { channel }: ChannelPage,
  place: DocumentPlace,
  archive: ArchivePosition,
  number: number,
  deps: RenderDeps,
  stands: Stands,
): Promise<Rendered> {
  const articles = (await deps.store.listArchived(channel.slug, number)).sort(newestFirst)
  const isThere = ({ article }: StoredArticle) => article.status !== 'removed'
  const shown = await withoutDuplicates(articles.filter(isThere), place.channel, deps.store)
  if (!(await stands())) return 'moved'
  const { tombstone } = FORMATS[place.format]
  const graves = articles.flatMap(({ article: { publishedId, removal } }) =>
    removal && tombstone ? [tombstone(publishedId, removal.at)] : [],
  )
  return join(shown, place, archiveContext(place, archive, number), deps, graves)
}

/** More removals than these in thirty days are not all told of. */
const MOST_NOTICES = 500

/** The first page tells of what was removed lately: readers who know an item would keep it. */
async function findNotices(
  { channel: { selection }, page }: Pick<ChannelPage, 'channel' | 'page'>,
  store: Store,
): Promise<RemovalNotice[]> {
  if (page.after !== undefined || selection.q !== undefined) return []
  const removed = await store.listRemoved(selection, MOST_NOTICES)
  return removed.flatMap(({ article }) => noticeOf(article) ?? [])
}

/** Items and tombstones; absent where something is gone and the format cannot say so. */
export async function renderDelta(
  { changed, gone }: Delta,
  { query }: ChannelPage,
  place: DocumentPlace,
  archive: ArchivePosition | undefined,
  deps: RenderDeps,
  stands: Stands,
): Promise<Rendered | undefined> {
  if (!(await stands())) return 'moved'
  const { tombstone } = FORMATS[place.format]
  if (gone.length > 0 && !tombstone) return undefined
  const graves = gone.flatMap(
    ({ article, storedAt }) => tombstone?.(article.publishedId, storedAt) ?? [],
  )
  const shown = changed.map((stored) => ({ ...stored, copies: '' }))
  return join(shown, place, liveContext(place, query, { archive }), deps, graves)
}

const withoutDuplicates = (
  articles: readonly StoredArticle[],
  { selection, presentation }: Channel,
  store: Store,
): Promise<readonly PublishedArticle[]> | readonly PublishedArticle[] =>
  presentation.duplicates === 'merge'
    ? mergeDuplicates(articles, selection, store)
    : articles.map((stored) => ({ ...stored, copies: '' }))

async function join(
  articles: readonly PublishedArticle[],
  { channel, format }: DocumentPlace,
  context: RenderContext,
  { fragments }: RenderDeps,
  after: readonly string[] = [],
  facts?: KeptFacts,
): Promise<Uint8Array> {
  const items = await fragments.render(articles, format, channel.presentation, facts)
  const document = documentContext(channel, format, context)
  return joinDocument(FORMATS[format], document, [...items, ...after.map(utf8)])
}

const newestFirst = (a: StoredArticle, b: StoredArticle): number =>
  placeInTime(b) - placeInTime(a) || b.id - a.id

const placeInTime = ({ article }: StoredArticle): number =>
  Date.parse(article.published ? instantOf(article.published) : article.firstSeenAt)
