/** What changed in an article, and when: kept for editors; and entries that are said otherwise without a change. */

import type { Article } from '../feeds/model/article.ts'
import { canonicalJson, type Json } from '../feeds/model/canonical-json.ts'
import type { Instant } from '../feeds/model/date.ts'
import type { PlacedArticle, PreparedArticle } from './prepare.ts'
import type { Sql, Statement } from './sql.ts'
import type { ArticleChange, FieldChange, UpstreamChange } from './store.ts'

/** Changes kept of an article. */
const KEPT = 50
const LONGEST = 500

export const HISTORY_SQL = {
  add: `INSERT INTO article_changes (article_id, at, changes)
    SELECT e.value ->> 0, ?, e.value ->> 1 FROM json_each(?) e WHERE true
    ON CONFLICT (article_id, at) DO UPDATE SET changes = excluded.changes`,
  trim: `DELETE FROM article_changes WHERE article_id IN (SELECT e.value ->> 0 FROM json_each(?) e)
    AND at < (SELECT c.at FROM article_changes c WHERE c.article_id = article_changes.article_id
      ORDER BY c.at DESC LIMIT 1 OFFSET ${KEPT - 1})`,
  erase: `DELETE FROM article_changes WHERE article_id IN (SELECT e.value FROM json_each(?) e)`,
  find: 'SELECT at, changes FROM article_changes WHERE article_id = ? ORDER BY at DESC',
  restateHash: `UPDATE articles SET hash = e.value ->> 'hash'
    FROM json_each(?) e WHERE articles.id = e.value ->> 'id' AND articles.seq = e.value ->> 'seq'`,
  restateEntry: `UPDATE entries SET said = e.value ->> 'said', faults = e.value ->> 'faults'
    FROM json_each(?) e WHERE entries.article_id = e.value ->> 'id'`,
}

/** Their own sort is of one upstream's articles: for an operator who looks at it. */
export const UPSTREAM_CHANGES = `SELECT c.article_id AS articleId, a.title, c.at, c.changes
  FROM articles a CROSS JOIN article_changes c ON c.article_id = a.id
  WHERE a.upstream_id = ? ORDER BY c.at DESC LIMIT ?`

interface ChangeRow {
  readonly at: Instant
  readonly changes: string
}

export async function listHistory(sql: Sql, articleId: number): Promise<ArticleChange[]> {
  const rows = await sql.all<ChangeRow>(HISTORY_SQL.find, [articleId])
  return rows.map(({ at, changes }) => ({ at, changes: JSON.parse(changes) }))
}

export async function listUpstreamChanges(
  sql: Sql,
  upstreamId: string,
  limit: number,
): Promise<UpstreamChange[]> {
  type Row = ChangeRow & { readonly articleId: number; readonly title: string | null }
  const rows = await sql.all<Row>(UPSTREAM_CHANGES, [upstreamId, limit])
  return rows.map(({ changes, title, ...row }) => ({
    ...row,
    ...(title === null ? {} : { title }),
    changes: JSON.parse(changes),
  }))
}

/** Of what was removed for legal reasons no earlier words stay. */
export function historyWrites(articles: readonly PlacedArticle[], now: Instant): Statement[] {
  const rows: [number, FieldChange[]][] = []
  const removed: number[] = []
  for (const placed of articles) {
    const { known, article } = placed
    if (!known) continue
    if (article.status === 'removed') removed.push(known.id)
    const changes = changesOf(placed)
    if (changes.length > 0) rows.push([known.id, changes])
  }
  const changed = JSON.stringify(rows)
  return [
    ...(removed.length > 0 ? [{ sql: HISTORY_SQL.erase, params: [JSON.stringify(removed)] }] : []),
    ...(rows.length > 0
      ? [
          { sql: HISTORY_SQL.add, params: [now, changed] },
          { sql: HISTORY_SQL.trim, params: [changed] },
        ]
      : []),
  ]
}

function changesOf({ article, known, bodyHash }: PreparedArticle): FieldChange[] {
  if (!known) return []
  const before = known.article
  const told = article.status !== 'removed'
  const compared: [FieldChange['field'], string | undefined, string | undefined][] = [
    ['title', before.title, article.title],
    ['url', before.canonicalUrl, article.canonicalUrl],
    ['published', before.published, article.published],
    ['status', before.status, article.status],
    ['credits', creditWords(before), creditWords(article)],
  ]
  const changes = compared.flatMap(([field, was, is]): FieldChange[] =>
    was === is
      ? []
      : [
          {
            field,
            ...(told && was ? { before: shown(was) } : {}),
            ...(told && is ? { after: shown(is) } : {}),
          },
        ],
  )
  // after a person's edit the text is what it was
  const isRewritten = 'bodyHash' in known && known.bodyHash !== bodyHash
  return isRewritten ? [...changes, { field: 'text' }] : changes
}

const shown = (text: string): string => text.slice(0, LONGEST).toWellFormed()

const creditWords = ({ credits }: Article): string =>
  credits.map(({ name, role }) => `${name} (${role})`).join(', ')

/** Whether an entry that is said otherwise makes the very article that is stored. */
export const isAsBefore = ({ article, known, bodyHash }: PreparedArticle): boolean =>
  known !== undefined &&
  'bodyHash' in known &&
  known.bodyHash === bodyHash &&
  canonicalJson(comparable(article)) === canonicalJson(comparable(known.article))

/** Without what says when it was told, not what. */
function comparable(article: Article): Json {
  const { body: _, updated: _u, changedAt: _c, upstreamFeed: _f, urlAsFed: _url, ...rest } = article
  return { ...rest, via: rest.via.map(({ at: _at, ...step }) => step) } as unknown as Json
}

/** Keeps what was said of articles that stay as they are, so that they are known by it the next time. */
export function restateStatements(prepared: readonly PreparedArticle[]): Statement[] {
  if (prepared.length === 0) return []
  const rows = JSON.stringify(
    prepared.map(({ known, hash, entry }) => ({
      id: known?.id,
      seq: known?.seq,
      hash,
      said: entry?.said ?? null,
      faults: entry && entry.faults.length > 0 ? entry.faults : null,
    })),
  )
  return [
    { sql: HISTORY_SQL.restateHash, params: [rows] },
    { sql: HISTORY_SQL.restateEntry, params: [rows] },
  ]
}
