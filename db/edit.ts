/** A person's edit of an article: title, credits, status, a correction. What was edited survives re-ingest. */

import type { Article } from '../feeds/model/article.ts'
import type { Credit } from '../feeds/model/credit.ts'
import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import { type EditedField, type PreparedArticle, sortAtOf, withoutCreditDoubts } from './prepare.ts'
import { articleOf, STORED_COLUMNS, type StoredRow } from './rows.ts'
import { retrying, writeArticles } from './save.ts'
import type { Sql } from './sql.ts'
import { inStatus, withoutWithdrawn } from './status.ts'
import type { ArticleEdit } from './store.ts'

/** What an article is written from again. */
export const EDITABLE_COLUMNS = `${STORED_COLUMNS}, a.hash, a.body_hash, a.edited`

export const EDIT_SQL = {
  find: `SELECT ${EDITABLE_COLUMNS} FROM articles a WHERE a.id = ?`,
  eraseSaid: 'UPDATE entries SET said = NULL WHERE article_id = ?',
}

export interface EditableRow extends StoredRow {
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
  const fields: EditedField[] = []
  if (edit.credits) fields.push('credits')
  if (edit.title !== undefined) fields.push('title')
  if (edit.status || edit.embargo) fields.push('status')
  return rewritten(row, edited(articleOf(row), edit, now), fields, now)
}

/** A stored article as it is to be from now on; `fields` are those that a person set just now. */
export function rewritten(
  row: EditableRow,
  article: Article,
  fields: readonly EditedField[],
  now: Instant,
): PreparedArticle {
  const before: EditedField[] = row.edited === null ? [] : JSON.parse(row.edited)
  return {
    article,
    known: { id: row.id, seq: row.seq, article: articleOf(row) },
    hash: row.hash,
    bodyHash: row.body_hash ?? undefined,
    edited: [...new Set([...before, ...fields])],
    sortAt: sortAtOf(article, now),
  }
}

function edited(before: Article, edit: ArticleEdit, now: Instant): Article {
  const title = edit.title ?? before.title
  const { status, embargo } = heldBy(before, edit, now)
  const isChanged = title !== before.title || status !== before.status
  const { embargo: _, ...rest } = before
  const article = {
    ...rest,
    ...(title === undefined ? {} : { title }),
    status,
    ...(embargo === undefined ? {} : { embargo }),
    ...(isChanged ? { changedAt: now } : {}),
    ...(edit.credits ? { credits: edit.credits.map(asEdited) } : {}),
    doubts: leftDoubts(before.doubts, edit),
    corrections: edit.correction ? [...before.corrections, edit.correction] : before.corrections,
  }
  return inStatus(article, before, now)
}

/** What a person has set is in doubt no longer. */
function leftDoubts(doubts: readonly string[], edit: ArticleEdit): readonly string[] {
  const left = edit.credits ? withoutCreditDoubts(doubts) : doubts
  return edit.status || edit.embargo ? withoutWithdrawn(left) : left
}

/** An embargo withholds until it ends; a status that a person sets ends one that is not over. */
function heldBy(
  before: Article,
  edit: ArticleEdit,
  now: Instant,
): Pick<Article, 'status' | 'embargo'> {
  if (edit.embargo !== undefined)
    return { status: edit.embargo > now ? 'withheld' : 'published', embargo: edit.embargo }
  const status = edit.status ?? before.status
  const isKept = edit.status === undefined || (before.embargo ?? '~') <= now
  return isKept && before.embargo !== undefined ? { status, embargo: before.embargo } : { status }
}

/** The person's word is the strongest evidence; what was read before stands behind it. */
function asEdited(credit: Credit): Credit {
  if (credit.evidence.some(({ how }) => how === 'edited')) return credit
  return { ...credit, evidence: [{ how: 'edited' }, ...credit.evidence] }
}
