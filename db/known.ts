/** What the store holds of articles that come again. */

import type { Article, Status } from '../feeds/model/article.ts'
import type { KnownArticle } from './prepare.ts'
import type { Sql } from './sql.ts'
import type { KnownEntry } from './store.ts'

interface KnownRow {
  readonly id: number
  readonly seq: number
  readonly upstream_id: string
  readonly guid: string
  readonly hash: string
  readonly published_id: string
  readonly first_seen_at: string
  readonly changed_at: string | null
  readonly title: string | null
  readonly canonical_url: string | null
  readonly status: Status
  readonly body_hash: string | null
  readonly edited: string | null
  readonly credits: string | null
  readonly corrections: string | null
}

export const KNOWN_SQL = {
  /** Of [upstream, guid] pairs. */
  articles: `SELECT a.id, a.seq, a.upstream_id, a.guid, a.hash, a.published_id, a.first_seen_at, a.changed_at,
      a.title, a.canonical_url, a.status, a.body_hash, a.edited, a.credits, a.corrections
    FROM json_each(?) e
    CROSS JOIN articles a ON a.upstream_id = e.value ->> 0 AND a.guid = e.value ->> 1`,
  entries: `SELECT a.guid, a.id, a.hash, a.published_id AS publishedId, a.first_seen_at AS firstSeenAt
    FROM json_each(?) e CROSS JOIN articles a ON a.upstream_id = ? AND a.guid = e.value`,
  publishedIds: `SELECT a.published_id AS publishedId, a.upstream_id AS upstreamId, a.guid
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
  for (const row of await sql.all<KnownRow>(KNOWN_SQL.articles, [pairs]))
    known.set(identityOf({ upstreamId: row.upstream_id, guid: row.guid }), knownOf(row))
  return known
}

const knownOf = (row: KnownRow): KnownArticle => ({
  id: row.id,
  seq: row.seq,
  hash: row.hash,
  publishedId: row.published_id,
  firstSeenAt: row.first_seen_at,
  changedAt: row.changed_at ?? undefined,
  title: row.title ?? undefined,
  canonicalUrl: row.canonical_url ?? undefined,
  status: row.status,
  bodyHash: row.body_hash ?? undefined,
  edited: parsed(row.edited),
  credits: parsed(row.credits),
  corrections: parsed(row.corrections),
})

const parsed = (json: string | null) => (json === null ? [] : JSON.parse(json))

export async function findKnownEntries(
  sql: Sql,
  upstreamId: string,
  guids: readonly string[],
): Promise<Map<string, KnownEntry>> {
  if (guids.length === 0) return new Map()
  const rows = await sql.all<KnownEntry>(KNOWN_SQL.entries, [JSON.stringify(guids), upstreamId])
  return new Map(rows.map((row) => [row.guid, row]))
}

/** The identity of the article that holds each of these published ids. */
export async function findHolders(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.all<{ publishedId: string; upstreamId: string; guid: string }>(
    KNOWN_SQL.publishedIds,
    [JSON.stringify(ids)],
  )
  return new Map(rows.map((row) => [row.publishedId, identityOf(row)]))
}
