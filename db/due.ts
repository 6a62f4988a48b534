/** Articles that change by themselves when their time comes: embargoes that end, notices of removals that are over. */

import type { Selection } from '../feeds/model/channel.ts'
import type { Instant } from '../feeds/model/date.ts'
import { EDITABLE_COLUMNS, type EditableRow, rewritten } from './edit.ts'
import { groupsOf } from './facets.ts'
import { findGroups } from './list.ts'
import { secondsOf } from './prepare.ts'
import { articleOf, STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import { retrying, writeArticles } from './save.ts'
import type { Sql } from './sql.ts'
import { whenDue } from './status.ts'
import type { StoredArticle } from './store.ts'

const AT_ONCE = 200

export const DUE_SQL = {
  next: 'SELECT a.due_at FROM articles a WHERE a.due_at IS NOT NULL ORDER BY a.due_at LIMIT 1',
  due: `SELECT ${EDITABLE_COLUMNS} FROM articles a
    WHERE a.due_at IS NOT NULL AND a.due_at <= ? ORDER BY a.due_at, a.number LIMIT ?`,
  removed: `SELECT ${STORED_COLUMNS}, a.facets FROM articles a
    WHERE a.due_at IS NOT NULL AND a.status = 'removed' ORDER BY a.due_at DESC, a.number DESC`,
}

export async function findDue(sql: Sql): Promise<Instant | undefined> {
  const [row] = await sql.all<{ due_at: Instant }>(DUE_SQL.next)
  return row?.due_at
}

/** See Store.settleDue; without the full text. */
export async function settleDue(sql: Sql, now: Instant): Promise<number> {
  let total = 0
  for (let settled = AT_ONCE; settled === AT_ONCE; total += settled)
    settled = await retrying(() => settleSome(sql, now))
  return total
}

async function settleSome(sql: Sql, now: Instant): Promise<number> {
  const rows = await sql.all<EditableRow>(DUE_SQL.due, [now, AT_ONCE])
  const prepared = rows.map((row) => rewritten(row, whenDue(articleOf(row)), [], now))
  await writeArticles(sql, prepared, now, { durable: true, others: [] })
  return rows.length
}

/** See Store.listRemoved. */
export async function listRemoved(
  sql: Sql,
  selection: Selection,
  limit: number,
): Promise<StoredArticle[]> {
  const rows = await sql.all<StoredRow & { readonly facets: string }>(DUE_SQL.removed)
  if (rows.length === 0) return []
  const groups = await findGroups(sql, groupsOf(selection))
  const since =
    selection.since === undefined ? Number.NEGATIVE_INFINITY : secondsOf(selection.since)
  const until =
    selection.until === undefined ? Number.POSITIVE_INFINITY : secondsOf(selection.until)
  return rows
    .filter(({ facets, sort_at }) => {
      const ids: number[] = JSON.parse(facets)
      const isSelected = groups.every((group) => group.some(({ id }) => ids.includes(id)))
      return isSelected && sort_at >= since && sort_at < until
    })
    .slice(0, limit)
    .map(storedArticleOf)
}
