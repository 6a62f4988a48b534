/** The statements that write prepared articles, set by set: about ten a chunk, beside the rows themselves (write-rows.ts). */

import type { Instant } from '../feeds/model/date.ts'
import { facetsOf } from './facets.ts'
import { historyWrites } from './history.ts'
import type { PlacedArticle } from './prepare.ts'
import { SEARCH_SQL } from './search.ts'
import type { Statement } from './sql.ts'
import { isListed } from './status.ts'
import { articleWrites, entryWrites, FIRST } from './write-rows.ts'

/** Of one canonical URL, the articles that are merged into one item (see listByCanonicalUrl). */
export const mergedWith = (url: string) => `SELECT m.id FROM articles m
  WHERE m.canonical_url = ${url} AND m.listed = 1 ORDER BY m.sort_at, m.id LIMIT 50`

/** So many of a facet's newest stand in its own row; of one with few, looking them up is as good. */
export const NEWEST = 51
const FEW = 25

/** The newest of each facet, once its listings are written; until then they are not known. */
const newestOf = (sign: '+' | '-') =>
  sign === '-'
    ? 'NULL'
    : `iif(size + touched.n <= ${FEW}, NULL, (
    SELECT json_group_array(x.article_id) FROM (
      SELECT article_id FROM listings WHERE facet_id = facets.id
      ORDER BY sort_at DESC, article_id DESC LIMIT ${NEWEST}) x))`

/**
 * Moves each facet of the articles `changed`, and counts them in or out. What is merged with an article shows its
 * credits, so the facets of those that share its canonical URL move as well.
 */
export const touch = (changed: string, where: string, sign: '+' | '-') => `UPDATE facets
  SET seq = (SELECT seq FROM change_sequence), modified_at = ?, size = size ${sign} touched.n,
    newest = ${newestOf(sign)}
  FROM (
    SELECT f.value AS id, sum(t.n) AS n FROM (
      SELECT a.facets AS facets, a.listed AS n FROM ${changed} WHERE ${where}
      UNION ALL
      SELECT b.facets, 0 FROM ${changed} CROSS JOIN articles b ON b.id IN (${mergedWith('a.canonical_url')})
      WHERE ${where} AND a.shared_url = 1
    ) t CROSS JOIN json_each(t.facets) f GROUP BY f.value
  ) AS touched
  WHERE facets.id = touched.id`

const KNOWN = 'json_each(?) e CROSS JOIN articles a ON a.id = e.value'
const WRITTEN = `a.seq >= ${FIRST}`

export const WRITE_SQL = {
  /** Breaks the batch when an article is not as it was read: `seq` 0 stands for none. */
  expectUnchanged: `INSERT INTO change_sequence (id, first, seq) SELECT 0, 0, 0 WHERE EXISTS (
    SELECT 1 FROM json_each(?) e
    LEFT JOIN articles a ON a.upstream_id = e.value ->> 0 AND a.guid = e.value ->> 1
    WHERE coalesce(a.seq, 0) <> e.value ->> 2)`,
  takeNumbers: 'UPDATE change_sequence SET first = seq + 1, seq = seq + ?',
  saveFacets: `INSERT INTO facets (key, name)
    SELECT e.value ->> 0, e.value ->> 1 FROM json_each(?) e WHERE true
    ON CONFLICT (key) DO NOTHING`,
  touchKnown: touch(KNOWN, 'true', '-'),
  touchWritten: touch('articles a', WRITTEN, '+'),
  removeListings: `DELETE FROM listings WHERE (facet_id, sort_at, article_id) IN (
    SELECT f.value, a.sort_at, a.id FROM ${KNOWN} CROSS JOIN json_each(a.facets) f)`,
  saveListings: `INSERT INTO listings (facet_id, sort_at, article_id)
    SELECT f.value, a.sort_at, a.id FROM articles a CROSS JOIN json_each(a.facets) f
    WHERE ${WRITTEN} AND a.listed = 1 AND f.value <> 1`,
  queueSearch: `INSERT OR REPLACE INTO search_queue (article_id, seq)
    SELECT a.id, a.seq FROM articles a WHERE ${WRITTEN}`,
  markShared: `UPDATE articles SET shared_url = 1 - shared_url
    WHERE canonical_url IN (SELECT value FROM json_each(?)) AND shared_url <> EXISTS (
      SELECT 1 FROM articles o WHERE o.canonical_url = articles.canonical_url AND o.id <> articles.id)`,
}

/** Writes of one chunk, in order. Facets as they were move before the article is overwritten, those it gets after. */
export function writesOf(
  articles: readonly PlacedArticle[],
  now: Instant,
  isLocal: boolean,
): Statement[] {
  const facets = articles.map((placed) => facetsOf(placed.article, placed.sourceSlug))
  const keys = facets.map((some) => some.map(({ key }) => key))
  const known = articles.flatMap(({ known }) => known?.id ?? [])
  const knownIds = JSON.stringify(known)
  // Out of the index at once, not when the queue comes to it: what is withheld or removed is never found.
  const hidden = articles.flatMap(({ article, known }) =>
    known && !isListed(article) ? [[known.id]] : [],
  )
  return [
    { sql: WRITE_SQL.expectUnchanged, params: [JSON.stringify(articles.map(expectation))] },
    { sql: WRITE_SQL.takeNumbers, params: [articles.length] },
    { sql: WRITE_SQL.saveFacets, params: [distinct(facets.flat())] },
    ...(known.length === 0
      ? []
      : [
          { sql: WRITE_SQL.touchKnown, params: [now, knownIds, knownIds] },
          { sql: WRITE_SQL.removeListings, params: [knownIds] },
        ]),
    ...articleWrites(articles, keys, now, isLocal),
    { sql: WRITE_SQL.saveListings },
    ...(hidden.length === 0 ? [] : [{ sql: SEARCH_SQL.remove, params: [JSON.stringify(hidden)] }]),
    ...entryWrites(articles, isLocal),
    ...historyWrites(articles, now),
    { sql: WRITE_SQL.queueSearch },
    { sql: WRITE_SQL.markShared, params: [canonicalUrls(articles)] },
    { sql: WRITE_SQL.touchWritten, params: [now] },
  ]
}

const expectation = ({ article, known }: PlacedArticle) => [
  article.upstreamId,
  article.guid,
  known?.seq ?? 0,
]

function distinct(facets: readonly { readonly key: string; readonly name?: string }[]): string {
  const names = new Map<string, string | null>()
  for (const { key, name } of facets) if (!names.has(key)) names.set(key, name ?? null)
  return JSON.stringify([...names])
}

function canonicalUrls(articles: readonly PlacedArticle[]): string {
  const urls = articles.flatMap(({ article, known }) => [
    article.canonicalUrl,
    known?.article.canonicalUrl,
  ])
  return JSON.stringify([...new Set(urls.filter((url) => url !== undefined))])
}

/** Characters of an article's rows, about. */
export const sizeOf = ({ article, entry }: PlacedArticle): number =>
  1500 +
  (article.body?.html.length ?? 0) +
  (article.summary?.length ?? 0) +
  (entry?.said?.length ?? 0)
