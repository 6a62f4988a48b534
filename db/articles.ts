/** Articles: saved by import and poll, found, listed, edited. */

import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import type { Fault } from '../feeds/model/fault.ts'
import { SANITIZE_VERSION } from '../feeds/text/html.ts'
import { listChanges } from './changes.ts'
import { chunksOf } from './chunks.ts'
import { NEVER, placeOf } from './cursor.ts'
import { findDue, listRemoved, settleDue } from './due.ts'
import { editStored } from './edit.ts'
import { listHistory, listUpstreamChanges } from './history.ts'
import { findHolders, findKnownEntries, findRecentEntries } from './known.ts'
import { findSelectionState, LIST_SQL, listArticles, pageOf } from './list.ts'
import { STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import { saveIncoming } from './save.ts'
import { indexQueued } from './search.ts'
import type { Param, Sql, Statement } from './sql.ts'
import type { Page, PollOutcome, Store, StoredArticle } from './store.ts'
import { findPresent, listUpstreamFaults, polledStatement } from './upstreams.ts'
import { withdrawPolled } from './withdraw.ts'

export const ARTICLE_SQL = {
  find: `SELECT ${STORED_COLUMNS} FROM articles a WHERE a.id = ?`,
  findByGuid: `SELECT ${STORED_COLUMNS} FROM articles a WHERE a.upstream_id = ? AND a.guid = ?`,
  saveClean: `UPDATE articles SET body = e.value ->> 'html', body_version = ?
    FROM json_each(?) e WHERE articles.id = e.value ->> 'id'
      AND articles.seq = coalesce(e.value ->> 'seq', articles.seq) AND articles.body IS NOT NULL`,
  saveOneClean: `UPDATE articles SET body = ?, body_version = ?
    WHERE id = ? AND seq = coalesce(?, seq) AND body IS NOT NULL`,
  faults: 'SELECT faults FROM entries WHERE article_id = ?',
}

/** Articles indexed at a time: their texts are held in memory together. */
const INDEXED_AT_ONCE = 500

type ArticleVerbs = Pick<
  Store,
  | 'saveArticles'
  | 'savePolls'
  | 'indexSearch'
  | 'findKnown'
  | 'findRecent'
  | 'findPublishedIds'
  | 'findArticle'
  | 'findArticleByGuid'
  | 'listArticles'
  | 'findSelectionState'
  | 'listChanges'
  | 'listByCanonicalUrl'
  | 'saveCleanBodies'
  | 'editArticle'
  | 'listDoubtful'
  | 'findDue'
  | 'settleDue'
  | 'listRemoved'
  | 'listFaults'
  | 'listHistory'
  | 'listUpstreamChanges'
>

export const articleStore = (sql: Sql): ArticleVerbs => ({
  saveArticles: async (articles, now) => {
    await saveIncoming(sql, articles, now, { durable: true })
    await indexAll(sql, now)
  },
  savePolls: async (outcomes, now, options) => {
    await savePolled(sql, outcomes, now)
    if (options?.search !== 'later') await indexAll(sql, now)
  },
  indexSearch: (now, limit = INDEXED_AT_ONCE) => indexQueued(sql, now, limit),
  findKnown: (upstreamId, guids) => findKnownEntries(sql, upstreamId, guids),
  findRecent: (upstreamId, limit) => findRecentEntries(sql, upstreamId, limit),
  findPublishedIds: async (ids) => new Set((await findHolders(sql, ids)).keys()),
  findArticle: (id) => findOne(sql, ARTICLE_SQL.find, [id]),
  findArticleByGuid: (upstreamId, guid) => findOne(sql, ARTICLE_SQL.findByGuid, [upstreamId, guid]),
  listArticles: async (selection, page) => listArticles(sql, selection, checked(page)),
  findSelectionState: (selection) => findSelectionState(sql, selection),
  listChanges: (selection, since, limit, options) =>
    listChanges(sql, selection, since, limit, options),
  listByCanonicalUrl: async (urls) => {
    const rows = await sql.all<StoredRow>(LIST_SQL.byCanonicalUrl, [JSON.stringify(urls)])
    return rows.map(storedArticleOf)
  },
  saveCleanBodies: async (bodies) => {
    if (bodies.length > 0) await sql.batch(cleanWrites(bodies, sql.isLocal))
  },
  editArticle: async (id, edit, now) => {
    await editStored(sql, id, edit, now)
    await indexAll(sql, now)
    const stored = await findOne(sql, ARTICLE_SQL.find, [id])
    if (!stored) throw new CreditlineError('not_found', `There is no article ${id}.`)
    return stored
  },
  listDoubtful: async (page) => {
    const { limit, after } = checked(page)
    const from = after === undefined ? { sortAt: NEVER, id: 0 } : placeOf(after)
    const rows = await sql.all<StoredRow>(LIST_SQL.doubtful, [from.sortAt, from.id, limit + 1])
    return pageOf(rows, limit)
  },
  findDue: () => findDue(sql),
  settleDue: async (now) => {
    const settled = await settleDue(sql, now)
    if (settled > 0) await indexAll(sql, now)
    return settled
  },
  listRemoved: (selection, limit) => listRemoved(sql, selection, limit),
  listHistory: (articleId) => listHistory(sql, articleId),
  listUpstreamChanges: (upstreamId, limit) => listUpstreamChanges(sql, upstreamId, limit),
  listFaults: (of) =>
    'upstreamId' in of ? listUpstreamFaults(sql, of.upstreamId) : listFaults(sql, of.articleId),
})

function cleanWrites(
  bodies: Parameters<Store['saveCleanBodies']>[0],
  isLocal: boolean | undefined,
): Statement[] {
  if (isLocal)
    return bodies.map(({ id, seq = null, html }) => ({
      sql: ARTICLE_SQL.saveOneClean,
      params: [html, SANITIZE_VERSION, id, seq],
    }))
  return chunksOf(bodies, ({ html }) => html.length + 100).map((chunk) => ({
    sql: ARTICLE_SQL.saveClean,
    params: [SANITIZE_VERSION, JSON.stringify(chunk)],
  }))
}

async function savePolled(sql: Sql, outcomes: readonly PollOutcome[], now: Instant): Promise<void> {
  const ids = outcomes.map(({ upstream }) => upstream.id)
  const present = await findPresent(sql, ids)
  const kept = outcomes.filter(({ upstream }) => present.has(upstream.id))
  if (kept.length === 0) return
  await withdrawPolled(sql, kept, now)
  const articles = kept.flatMap((outcome) => outcome.articles)
  await saveIncoming(sql, articles, now, { durable: false, others: [polledStatement(kept)] })
}

async function indexAll(sql: Sql, now: Instant): Promise<void> {
  let indexed: number
  do indexed = await indexQueued(sql, now, INDEXED_AT_ONCE)
  while (indexed === INDEXED_AT_ONCE)
}

async function findOne(
  sql: Sql,
  query: string,
  params: readonly Param[],
): Promise<StoredArticle | undefined> {
  const [row] = await sql.all<StoredRow>(query, params)
  return row && storedArticleOf(row)
}

async function listFaults(sql: Sql, articleId: number): Promise<Fault[]> {
  const [row] = await sql.all<{ faults: string | null }>(ARTICLE_SQL.faults, [articleId])
  return JSON.parse(row?.faults ?? '[]')
}

function checked(page: Page): Page {
  if (Number.isInteger(page.limit) && page.limit >= 1 && page.limit <= 500) return page
  throw new CreditlineError('invalid', `A page has 1 to 500 articles, not ${page.limit}.`)
}
