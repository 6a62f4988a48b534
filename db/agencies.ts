/** Agencies that editors taught, and the doubtful articles that are read again for them. */

import type { Agency } from '../feeds/agencies/index.ts'
import type { Article } from '../feeds/model/article.ts'
import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import { type PreparedArticle, sortAtOf } from './prepare.ts'
import { articleOf, STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import { writeArticles } from './save.ts'
import type { Sql } from './sql.ts'
import type { RereadArticle, SaidArticle, Store } from './store.ts'

export const AGENCY_SQL = {
  list: 'SELECT agency FROM taught_agencies ORDER BY id',
  add: 'INSERT INTO taught_agencies (id, agency, taught_at) VALUES (?, ?, ?)',
  remove: 'DELETE FROM taught_agencies WHERE id = ?',
  /** What an editor credited is left alone. */
  doubtfulWith: `SELECT ${STORED_COLUMNS}, e.said FROM articles a
    CROSS JOIN entries e ON e.article_id = a.id
    WHERE a.doubts IS NOT NULL AND instr(coalesce(a.edited, ''), '"credits"') = 0 AND EXISTS (
      SELECT 1 FROM json_each(?) n
      WHERE instr(lower(coalesce(a.body, '')), n.value) > 0 OR instr(lower(e.said), n.value) > 0)
    ORDER BY a.sort_at DESC, a.number DESC LIMIT ?`,
  rereadable: `SELECT ${STORED_COLUMNS}, a.hash, a.body_hash, a.edited
    FROM json_each(?) e CROSS JOIN articles a ON a.id = e.value`,
}

type AgencyVerbs = Pick<
  Store,
  'listAgencies' | 'addAgency' | 'removeAgency' | 'listDoubtfulWith' | 'saveReread'
>

interface SaidRow extends StoredRow {
  readonly said: string | null
}

interface RereadRow extends StoredRow {
  readonly hash: string
  readonly body_hash: string | null
  readonly edited: string | null
}

export function agencyStore(sql: Sql): AgencyVerbs {
  let last: { readonly text: string; readonly agencies: readonly Agency[] } | undefined
  return {
    // one array while nothing changes: readers keep what they made of it
    listAgencies: async () => {
      const rows = await sql.all<{ agency: string }>(AGENCY_SQL.list)
      const text = `[${rows.map(({ agency }) => agency).join(',')}]`
      if (last?.text !== text) last = { text, agencies: JSON.parse(text) }
      return last.agencies
    },
    addAgency: async (agency, now) => {
      const params = [agency.id, JSON.stringify(agency), now]
      await sql.batch([{ sql: AGENCY_SQL.add, params }], { durable: true }).catch((cause) => {
        const isConflict = cause instanceof CreditlineError && cause.code === 'conflict'
        throw isConflict ? knownAlready(agency, cause) : cause
      })
    },
    removeAgency: async (id) => {
      await sql.batch([{ sql: AGENCY_SQL.remove, params: [id] }], { durable: true })
    },
    listDoubtfulWith: async (names, limit) => {
      const needles = JSON.stringify(names.flatMap(needlesOf))
      const rows = await sql.all<SaidRow>(AGENCY_SQL.doubtfulWith, [needles, limit])
      return rows.flatMap(saidOf)
    },
    saveReread: (changes, now) => saveReread(sql, changes, now),
  }
}

const knownAlready = ({ name }: Agency, cause: unknown): CreditlineError =>
  new CreditlineError('conflict', `The agency ${name} was taught already.`, { cause })

/** As SQLite's lower() has it, in JSON and in HTML. */
const needlesOf = (name: string): string[] => {
  const low = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return [...new Set([low, low.replaceAll('&', '&amp;')])]
}

function saidOf(row: SaidRow): SaidArticle[] {
  return row.said === null ? [] : [{ stored: storedArticleOf(row), said: row.said }]
}

/** One that has changed meanwhile is left: its new reading knew the agency already, or the next will. */
async function saveReread(
  sql: Sql,
  changes: readonly RereadArticle[],
  now: Instant,
): Promise<number> {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const rows = await sql.all<RereadRow>(AGENCY_SQL.rereadable, [JSON.stringify([...byId.keys()])])
  const prepared = rows.flatMap((row) => {
    const change = byId.get(row.id)
    return change && change.seq === row.seq ? [preparedOf(row, change, now)] : []
  })
  await writeArticles(sql, prepared, now, { durable: true, others: [] })
  return prepared.length
}

function preparedOf(row: RereadRow, change: RereadArticle, now: Instant): PreparedArticle {
  const before = articleOf(row)
  const { credits, creditText, doubts } = change
  const article: Article = { ...before, credits, creditText, doubts }
  return {
    article,
    known: { id: row.id, seq: row.seq, article: before },
    hash: row.hash,
    bodyHash: row.body_hash ?? undefined,
    edited: JSON.parse(row.edited ?? '[]'),
    sortAt: sortAtOf(article, now),
  }
}
