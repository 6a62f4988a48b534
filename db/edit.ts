/** A person's edit of an article: title, credits, status, a correction. What was edited survives re-ingest. */

import type { Article } from '../feeds/model/article.ts'
import type { Credit } from '../feeds/model/credit.ts'
import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import {
  type EditedField,
  erased,
  type PreparedArticle,
  sortAtOf,
  withoutCreditDoubts,
} from './prepare.ts'
import { articleOf, STORED_COLUMNS, type StoredRow } from './rows.ts'
import { retrying, writeArticles } from './save.ts'
import type { Sql } from './sql.ts'
import type { ArticleEdit } from './store.ts'

export const EDIT_SQL = {
  find: `SELECT ${STORED_COLUMNS}, a.hash, a.body_hash, a.edited FROM articles a WHERE a.id = ?`,
  eraseSaid: 'UPDATE entries SET said = NULL WHERE article_id = ?',
}

interface EditableRow extends StoredRow {
  readonly hash: string
  readonly body_hash: string | null
  readonly edited: string | null
}

export const editStored = (sql: Sql, id: number, edit: ArticleEdit, now: Instant): Promise<void> =>
  retrying(async () => {
    const [row] = await sql.all<EditableRow>(EDIT_SQL.find, [id])
    if (!row) throw new CreditlineError('not_found', `There is no article ${id}.`)
    if (edit.ifSeq !== undefined && edit.ifSeq !== row.seq)
      throw new CreditlineError('stale', `Article ${id} has changed; read it again first.`)
    const others = edit.status === 'removed' ? [{ sql: EDIT_SQL.eraseSaid, params: [id] }] : []
    await writeArticles(sql, [preparedOf(row, edit, now)], now, { durable: true, others })
  })

function preparedOf(row: EditableRow, edit: ArticleEdit, now: Instant): PreparedArticle {
  const before = articleOf(row)
  const article = erased(edited(before, edit, now))
  const fields = new Set<EditedField>(row.edited === null ? [] : JSON.parse(row.edited))
  if (edit.credits) fields.add('credits')
  if (edit.title !== undefined) fields.add('title')
  if (edit.status) fields.add('status')
  return {
    article,
    known: { id: row.id, seq: row.seq, article: before },
    hash: row.hash,
    bodyHash: row.body_hash ?? undefined,
    edited: [...fields],
    sortAt: sortAtOf(article, now),
  }
}

function edited(before: Article, edit: ArticleEdit, now: Instant): Article {
  const title = edit.title ?? before.title
  const status = edit.status ?? before.status
  const isChanged = title !== before.title || status !== before.status
  return {
    ...before,
    ...(title === undefined ? {} : { title }),
    status,
    ...(isChanged ? { changedAt: now } : {}),
    ...(edit.credits
      ? {
          credits: edit.credits.map(asEdited),
          doubts: withoutCreditDoubts(before.doubts),
        }
      : {}),
    corrections: edit.correction ? [...before.corrections, edit.correction] : before.corrections,
  }
}

/** The person's word is the strongest evidence; what was read before stands behind it. */
function asEdited(credit: Credit): Credit {
  if (credit.evidence.some(({ how }) => how === 'edited')) return credit
  return { ...credit, evidence: [{ how: 'edited' }, ...credit.evidence] }
}
