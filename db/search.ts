/** Full text: the queue that feeds it, and searching in it. */

import type { Article } from '../feeds/model/article.ts'
import type { Instant } from '../feeds/model/date.ts'
import { textOf } from '../feeds/text/html.ts'
import { chunksOf } from './chunks.ts'
import { EVER, NEVER, placeOf } from './cursor.ts'
import { articleOf, STORED_COLUMNS, type StoredRow } from './rows.ts'
import { coveringMarks, dayMarks } from './search-days.ts'
import { indexText, matchOf } from './search-text.ts'
import type { Sql, Statement } from './sql.ts'
import type { Page } from './store.ts'

/**
 * The index counts articles down from here: FTS5 goes forwards through its lists two to four times as fast as
 * backwards, so the newest come first.
 */
const LAST = 2 ** 40

export const SEARCH_SQL = {
  queued: `SELECT ${STORED_COLUMNS}, a.facets, a.listed, q.article_id, q.seq AS queued_seq
    FROM search_queue q LEFT JOIN articles a ON a.id = q.article_id ORDER BY q.article_id LIMIT ?`,
  remove: `DELETE FROM search WHERE rowid IN (SELECT ${LAST} - (e.value ->> 0) FROM json_each(?) e)`,
  removeOf: `DELETE FROM search WHERE rowid IN (SELECT ${LAST} - id FROM articles WHERE upstream_id = ?)`,
  add: `INSERT INTO search (rowid, title, body, credits, marks)
    SELECT ${LAST} - (e.value ->> 0), e.value ->> 2, e.value ->> 3, e.value ->> 4, e.value ->> 5
    FROM json_each(?) e CROSS JOIN articles a ON a.id = e.value ->> 0 AND a.seq = e.value ->> 1`,
  addOne: `INSERT INTO search (rowid, title, body, credits, marks)
    SELECT ${LAST} - a.id, ?, ?, ?, ? FROM articles a WHERE a.id = ? AND a.seq = ?`,
  /** What changed again while it was indexed stays queued, and is not indexed as it was. */
  dequeue: `DELETE FROM search_queue WHERE (article_id, seq) IN (
    SELECT e.value ->> 0, e.value ->> 1 FROM json_each(?) e)`,
  takeNumber: 'UPDATE change_sequence SET first = seq + 1, seq = seq + 1',
  touch: `UPDATE facets SET seq = (SELECT seq FROM change_sequence), modified_at = ? WHERE key = 'search'`,
  /** The driver binds numbers as REAL, which FTS5 does not take for a bound of its rowid. */
  find: `SELECT ${STORED_COLUMNS} FROM search CROSS JOIN articles a ON a.id = ${LAST} - search.rowid
    WHERE search MATCH ? AND search.rowid > CAST(? AS INTEGER)
      AND a.sort_at < ? AND a.sort_at >= ?
    ORDER BY search.rowid LIMIT ?`,
  oldest:
    'SELECT a.sort_at FROM articles a WHERE a.listed = 1 ORDER BY a.sort_at, a.number LIMIT 1',
  newest: `SELECT a.sort_at FROM articles a WHERE a.listed = 1
    ORDER BY a.sort_at DESC, a.number DESC LIMIT 1`,
}

interface QueuedRow extends StoredRow {
  readonly article_id: number
  readonly queued_seq: number
  readonly facets: string
  readonly listed: number
}

/** Indexes at most `limit` of what is queued, in one batch; returns how many there were. */
export async function indexQueued(sql: Sql, now: Instant, limit: number): Promise<number> {
  const queued = await sql.all<QueuedRow>(SEARCH_SQL.queued, [limit])
  if (queued.length === 0) return 0
  const done = JSON.stringify(queued.map((row) => [row.article_id, row.queued_seq]))
  // In the order of the index: FTS5 starts a new segment for each step back.
  const texts = queued
    .filter((row) => row.listed === 1)
    .map(textsOf)
    .reverse()
  await sql.batch([
    { sql: SEARCH_SQL.remove, params: [done] },
    ...(sql.isLocal ? texts.map(addOne) : addAll(texts)),
    { sql: SEARCH_SQL.dequeue, params: [done] },
    { sql: SEARCH_SQL.takeNumber },
    { sql: SEARCH_SQL.touch, params: [now] },
  ])
  return queued.length
}

type Texts = readonly [
  id: number,
  seq: number,
  title: string,
  body: string,
  credits: string,
  marks: string,
]

const addOne = ([id, seq, ...texts]: Texts): Statement => ({
  sql: SEARCH_SQL.addOne,
  params: [...texts, id, seq],
})

const addAll = (texts: readonly Texts[]): Statement[] =>
  chunksOf(texts, ([, , , body]) => body.length + 1000).map((chunk) => ({
    sql: SEARCH_SQL.add,
    params: [JSON.stringify(chunk)],
  }))

function textsOf(row: QueuedRow): Texts {
  const article = articleOf(row)
  const facets: number[] = JSON.parse(row.facets)
  return [
    row.id,
    row.seq,
    indexText(article.title ?? ''),
    indexText(textOf(article.body?.html ?? article.summary ?? '')),
    indexText(creditWords(article)),
    `${facets.map((id) => `f${id}`).join(' ')} ${dayMarks(row.sort_at)}`,
  ]
}

const creditWords = ({ credits, creditText, publication }: Article): string =>
  [...credits.map(({ name }) => name), ...creditText, publication?.name ?? ''].join('\n')

export interface Search {
  readonly q: string
  /** Ids of facets, of which one of each group. */
  readonly groups: readonly (readonly number[])[]
  /** Seconds; EVER and NEVER where open. */
  readonly since: number
  readonly until: number
}

/** Matches, by when they were stored, newest first; one more than the page where there are more. */
export async function searchArticles(sql: Sql, search: Search, page: Page): Promise<StoredRow[]> {
  const words = matchOf(search.q)
  if (!words) return []
  const days = await dayWords(sql, search)
  const marks = [...search.groups.map((group) => group.map((id) => `f${id}`)), ...days]
  const match = [`(${words})`, ...marks.map((any) => `marks : (${any.join(' OR ')})`)].join(' AND ')
  const from = page.after === undefined ? 0 : LAST - placeOf(page.after).id
  const range = [search.until, search.since]
  return sql.all<StoredRow>(SEARCH_SQL.find, [match, from, ...range, page.limit + 1])
}

/** None where the range is open at both ends. */
async function dayWords(sql: Sql, { since, until }: Search): Promise<string[][]> {
  if (since === EVER && until === NEVER) return []
  const from = since === EVER ? await sortAtOf(sql, SEARCH_SQL.oldest) : since
  const to = until === NEVER ? await sortAtOf(sql, SEARCH_SQL.newest) : until - 1
  const words = coveringMarks(from, to)
  // An empty range finds nothing; an expression of nothing would be an error.
  return [words.length > 0 ? words : ['none']]
}

async function sortAtOf(sql: Sql, query: string): Promise<number> {
  const [row] = await sql.all<{ sort_at: number }>(query)
  return row?.sort_at ?? 0
}
