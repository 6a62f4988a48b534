/** Articles that their own upstream takes back: retracted, with who and when, and shown to an editor. */

import type { Withdrawal } from '../feeds/model/article.ts'
import type { Instant } from '../feeds/model/date.ts'
import { EDITABLE_COLUMNS, type EditableRow, rewritten } from './edit.ts'
import type { PreparedArticle } from './prepare.ts'
import { articleOf } from './rows.ts'
import { retrying, writeArticles } from './save.ts'
import type { Sql } from './sql.ts'
import { inStatus, isUpdatedSince, withdrawnAs } from './status.ts'
import type { PollOutcome } from './store.ts'

export const WITHDRAW_SQL = {
  find: `SELECT ${EDITABLE_COLUMNS}, e.key AS place FROM json_each(?) e
    CROSS JOIN articles a ON a.upstream_id = e.value ->> 0 AND a.guid = e.value ->> 1`,
}

/**
 * In a batch before that of the polls: when both don't come to their end, the upstream is polled again and says the
 * same again.
 */
export async function withdrawPolled(
  sql: Sql,
  outcomes: readonly PollOutcome[],
  now: Instant,
): Promise<void> {
  const said = outcomes.flatMap(({ upstream, withdrawn = [] }) =>
    withdrawn.map(({ guid, ...withdrawal }) => ({ key: [upstream.id, guid], withdrawal })),
  )
  if (said.length === 0) return
  const keys = JSON.stringify(said.map(({ key }) => key))
  await retrying(async () => {
    const rows = await sql.all<EditableRow & { readonly place: number }>(WITHDRAW_SQL.find, [keys])
    const prepared = rows.flatMap((row) => {
      const withdrawal = said[row.place]?.withdrawal
      return (withdrawal && withdrawn(row, withdrawal, now)) ?? []
    })
    if (prepared.length > 0) await writeArticles(sql, prepared, now, { durable: false, others: [] })
  })
}

/** Undefined where it is known already, or the article is newer (RFC 6721 section 3), or removed. */
function withdrawn(
  row: EditableRow,
  withdrawal: Withdrawal,
  now: Instant,
): PreparedArticle | undefined {
  const before = articleOf(row)
  const isKnown = before.withdrawal !== undefined && before.withdrawal.at >= withdrawal.at
  if (isKnown || isUpdatedSince(before, withdrawal) || before.status === 'removed') return undefined
  const isJudged = row.edited !== null && JSON.parse(row.edited).includes('status')
  const after = withdrawnAs(before, withdrawal, { isJudged, now })
  return rewritten(row, inStatus(after, before, now), [], now)
}
