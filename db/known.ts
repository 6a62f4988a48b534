/** What the store holds of articles that come again. */

import type { Article } from '../feeds/model/article.ts'
import type { KnownArticle } from './prepare.ts'
import type { Sql } from './sql.ts'
import type { KnownEntry } from './store.ts'

interface KnownRow {
  readonly id: number
  readonly seq: number
  readonly hash: string
  readonly body_hash: string | null
  readonly edited: string | null
  readonly article: string
}

const ENTRY = `a.guid, a.id, a.hash, a.published_id AS publishedId, a.title,
  a.article ->> '$.firstSeenAt' AS firstSeenAt, a.article ->> '$.urlAsFed' AS url,
  a.article ->> '$.published' AS published`

export const KNOWN_SQL = {
  /** Of [upstream, guid] pairs. */
  articles: `SELECT a.id, a.seq, a.hash, a.body_hash, a.edited, a.article
    FROM json_each(?) e
    CROSS JOIN articles a ON a.upstream_id = e.value ->> 0 AND a.guid = e.value ->> 1`,
  entries: `SELECT ${ENTRY}
    FROM json_each(?) e CROSS JOIN articles a ON a.upstream_id = ? AND a.guid = e.value`,
  recent: `SELECT ${ENTRY} FROM (
      SELECT id FROM articles WHERE upstream_id = ? ORDER BY id DESC LIMIT ?
    ) t CROSS JOIN articles a ON a.id = t.id ORDER BY a.id DESC`,
  publishedIds: `SELECT e.value AS publishedId, a.upstream_id AS upstreamId, a.guid
    FROM json_each(?) e CROSS JOIN articles a ON a.published_id = e.value`,
}

export const identityOf = (article: Pick<Article, 'upstreamId' | 'guid'>): string =>
  `${article.upstreamId}\n${article.guid}`

export async function findKnownArticles(
  sql: Sql,
  articles: readonly Article[],
): Promise<Map<string, KnownArticle>> {
  const known = new Map<string, KnownArticle>()
  if (articles.length === 0) return known
  const pairs = JSON.stringify(articles.map(({ upstreamId, guid }) => [upstreamId, guid]))
  for (const row of await sql.all<KnownRow>(KNOWN_SQL.articles, [pairs])) {
    const article: Article = JSON.parse(row.article)
    known.set(identityOf(article), {
      id: row.id,
      seq: row.seq,
      hash: row.hash,
      bodyHash: row.body_hash ?? undefined,
      edited: JSON.parse(row.edited ?? '[]'),
      article,
    })
  }
  return known
}

export async function findKnownEntries(
  sql: Sql,
  upstreamId: string,
  guids: readonly string[],
): Promise<Map<string, KnownEntry>> {
  if (guids.length === 0) return new Map()
  const rows = await sql.all<KnownEntry>(KNOWN_SQL.entries, [JSON.stringify(guids), upstreamId])
  return new Map(rows.map((row) => [row.guid, row]))
}

export const findRecentEntries = (
  sql: Sql,
  upstreamId: string,
  limit: number,
): Promise<KnownEntry[]> => sql.all<KnownEntry>(KNOWN_SQL.recent, [upstreamId, limit])

/** The identity of the article that holds each of these published ids. */
export async function findHolders(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.all<{ publishedId: string; upstreamId: string; guid: string }>(
    KNOWN_SQL.publishedIds,
    [JSON.stringify(ids)],
  )
  return new Map(rows.map((row) => [row.publishedId, identityOf(row)]))
}
