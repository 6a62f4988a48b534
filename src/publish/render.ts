/** Renders live documents, deltas and archives from the store. */

import type { ArchivePosition, StoredArticle } from '../../db/store.ts'
import {
  documentContext,
  FORMATS,
  joinDocument,
  noticeOf,
  type RenderContext,
} from '../../feeds/formats/index.ts'
import { instantOf } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import type { ChannelPage } from './channels.ts'
import { archiveContext, type DocumentPlace, liveContext } from './context.ts'
import type { Delta } from './delta.ts'
import { mergeDuplicates, type PublishedArticle } from './duplicates.ts'
import type { Fragments } from './fragments.ts'

export type RenderDeps = Pick<Deps, 'store'> & { readonly fragments: Fragments }

/** Whether the selection is still as it was: asked when all is read, before what takes long. */
export type Stands = () => Promise<boolean>

export type Rendered = Uint8Array | 'moved'

/**
 * The newest of the selection; of a whole channel also what entered or changed since the last archive was closed, so
 * that the live document and the archives hold every article together.
 */
export async function renderLive(
  { channel, page, query }: ChannelPage,
  place: DocumentPlace,
  archive: ArchivePosition | undefined,
  deps: RenderDeps,
  stands: Stands,
): Promise<Rendered> {
  const { articles, next } = await deps.store.listArticles(channel.selection, page)
  const listed = new Set(articles.map(({ id }) => id))
  const open = archive ? await deps.store.listOpen(channel.slug, archive.openNumber, listed) : []
  const others = open.sort(newestFirst)
  const shown = await withoutDuplicates([...articles, ...others], place, deps)
  const notices = await findNotices({ channel, page }, place, deps)
  if (!(await stands())) return 'moved'
  return join(shown, place, liveContext(place, query, { next, archive }), deps, notices)
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
  const shown = await withoutDuplicates(articles.filter(isThere), place, deps)
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
  { format }: DocumentPlace,
  { store }: RenderDeps,
): Promise<Uint8Array[]> {
  if (page.after !== undefined || selection.q !== undefined) return []
  const removed = await store.listRemoved(selection, MOST_NOTICES)
  return removed.flatMap(({ article }) => {
    const notice = noticeOf(article)
    return notice ? [FORMATS[format].removed(notice)] : []
  })
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
  { channel: { selection, presentation } }: DocumentPlace,
  { store }: RenderDeps,
): Promise<readonly PublishedArticle[]> | readonly PublishedArticle[] =>
  presentation.duplicates === 'merge'
    ? mergeDuplicates(articles, selection, store)
    : articles.map((stored) => ({ ...stored, copies: '' }))

async function join(
  articles: readonly PublishedArticle[],
  { channel, format }: DocumentPlace,
  context: RenderContext,
  { fragments }: RenderDeps,
  after: readonly Uint8Array[] = [],
): Promise<Uint8Array> {
  const items = await fragments.render(articles, format, channel.presentation)
  const document = documentContext(channel, format, context)
  return joinDocument(FORMATS[format], document, [...items, ...after])
}

const newestFirst = (a: StoredArticle, b: StoredArticle): number =>
  placeInTime(b) - placeInTime(a) || b.id - a.id

const placeInTime = ({ article }: StoredArticle): number =>
  Date.parse(article.published ? instantOf(article.published) : article.firstSeenAt)
