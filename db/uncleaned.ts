/** Articles that came in and whose bodies were not cleaned yet: they stand in the queue of the full text. */

import { SANITIZE_VERSION } from '../feeds/text/html.ts'
import { STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import type { Sql } from './sql.ts'
import type { StoredArticle } from './store.ts'

export const UNCLEANED_SQL = {
  queued: `SELECT ${STORED_COLUMNS} FROM search_queue q CROSS JOIN articles a ON a.id = q.article_id
    WHERE a.body IS NOT NULL AND a.body_version <> ? ORDER BY q.article_id LIMIT ?`,
}

export const listUncleaned = async (sql: Sql, limit: number): Promise<StoredArticle[]> => {
  const rows = await sql.all<StoredRow>(UNCLEANED_SQL.queued, [SANITIZE_VERSION, limit])
  return rows.map(storedArticleOf)
}
