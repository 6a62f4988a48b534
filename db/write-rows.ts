/** The rows of articles and entries: as one JSON parameter where a network lies between, as bound values where none does. */

import type { PlacedArticle } from './prepare.ts'
import { articleColumns } from './rows.ts'
import type { Param, Statement } from './sql.ts'

const COLUMNS = [
  'id',
  'sort_at',
  'source',
  'hash',
  'body_hash',
  'edited',
  'article',
  'body_version',
  'body',
] as const
const CHANGING = ['seq', 'stored_at', 'facets', ...COLUMNS.slice(1)]

export const FIRST = '(SELECT first FROM change_sequence)'

const INSERT_ARTICLES = `INSERT INTO articles (seq, stored_at, facets, ${COLUMNS.join(', ')})`
const facetIds = (keys: string) =>
  `(SELECT json_group_array(f.id) FROM json_each(${keys}) k CROSS JOIN facets f ON f.key = k.value)`
const OR_UPDATE_ARTICLES = `ON CONFLICT (id) DO UPDATE SET
  left_facets = (
    SELECT nullif(json_group_array(f.value), '[]') FROM (
      SELECT value FROM json_each(articles.facets)
      UNION SELECT value FROM json_each(coalesce(articles.left_facets, '[]'))
    ) f WHERE f.value NOT IN (SELECT value FROM json_each(excluded.facets))
  ), ${CHANGING.map((name) => `${name} = excluded.${name}`).join(', ')}`
const OR_UPDATE_ENTRIES =
  'ON CONFLICT (article_id) DO UPDATE SET said = excluded.said, faults = excluded.faults'

export const ROW_SQL = {
  saveArticles: `${INSERT_ARTICLES}
    SELECT ${FIRST} + e.key, ?, ${facetIds(`e.value -> 'facets'`)},
      ${COLUMNS.map((name) => `e.value ->> '${name}'`).join(', ')}
    FROM json_each(?) e WHERE true ${OR_UPDATE_ARTICLES}`,
  saveArticle: `${INSERT_ARTICLES}
    VALUES (${FIRST} + ?, ?, ${facetIds('?')}, ${COLUMNS.map(() => '?').join(', ')})
    ${OR_UPDATE_ARTICLES}`,
  saveEntries: `INSERT INTO entries (article_id, said, faults)
    SELECT a.id, e.value ->> 'said', e.value ->> 'faults'
    FROM json_each(?) e CROSS JOIN articles a ON a.seq = ${FIRST} + e.key WHERE true
    ${OR_UPDATE_ENTRIES}`,
  saveEntry: `INSERT INTO entries (article_id, said, faults)
    SELECT a.id, ?, ? FROM articles a WHERE a.seq = ${FIRST} + ? ${OR_UPDATE_ENTRIES}`,
}

/** An article's row: numbers and texts, and what is kept as JSON. */
const rowOf = (placed: PlacedArticle) => ({
  // None for a new one: it gets the next number.
  id: placed.known?.id ?? null,
  sort_at: placed.sortAt,
  source: placed.sourceSlug,
  hash: placed.hash,
  body_hash: placed.bodyHash ?? null,
  edited: placed.edited.length > 0 ? placed.edited : null,
  ...articleColumns(placed.article),
})

/** `facets`: the keys of each article. */
export function articleWrites(
  articles: readonly PlacedArticle[],
  facets: readonly (readonly string[])[],
  now: string,
  isLocal: boolean,
): Statement[] {
  if (!isLocal) {
    const rows = articles.map((placed, at) => ({ ...rowOf(placed), facets: facets[at] }))
    return [{ sql: ROW_SQL.saveArticles, params: [now, JSON.stringify(rows)] }]
  }
  return articles.map((placed, at) => {
    const row = rowOf(placed)
    const values = COLUMNS.map((name) => bindable(row[name]))
    return { sql: ROW_SQL.saveArticle, params: [at, now, JSON.stringify(facets[at]), ...values] }
  })
}

/** Numbers and texts as they are, the rest as JSON. */
const bindable = (value: string | number | object | null): Param =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value

/** None after a person's edit, which says nothing of an entry. */
export function entryWrites(articles: readonly PlacedArticle[], isLocal: boolean): Statement[] {
  const entries = articles.flatMap(({ entry }) => (entry ? [entry] : []))
  if (entries.length < articles.length) return []
  const rows = entries.map(({ said, faults }) => ({
    said,
    faults: faults.length > 0 ? faults : null,
  }))
  if (!isLocal) return [{ sql: ROW_SQL.saveEntries, params: [JSON.stringify(rows)] }]
  return rows.map(({ said, faults }, at) => ({
    sql: ROW_SQL.saveEntry,
    params: [said, bindable(faults), at],
  }))
}
