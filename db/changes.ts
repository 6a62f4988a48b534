/** What changed in a selection since a number of the sequence: for deltas and for archives, which follow the changes. */

import type { Selection } from '../feeds/model/channel.ts'
import { groupsOf } from './facets.ts'
import { findGroups } from './list.ts'
import { BODILESS_COLUMNS, STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import type { Sql } from './sql.ts'
import type { ChangePage } from './store.ts'

/** Changes that are looked through at a time. */
const SCAN = 10_000

export const CHANGE_SQL = {
  since: `SELECT a.id, a.seq, a.listed, a.facets, a.left_facets FROM articles a
    WHERE a.seq > ? ORDER BY a.seq LIMIT ?`,
  articles: `SELECT ${STORED_COLUMNS} FROM json_each(?) e CROSS JOIN articles a ON a.id = e.value`,
  bodiless: `SELECT ${BODILESS_COLUMNS} FROM json_each(?) e CROSS JOIN articles a ON a.id = e.value`,
}

interface ChangeRow {
  readonly id: number
  readonly seq: number
  readonly listed: number
  readonly facets: string
  readonly left_facets: string | null
}

export async function listChanges(
  sql: Sql,
  selection: Selection,
  since: number,
  limit: number,
  { bodies = true }: { readonly bodies?: boolean } = {},
): Promise<ChangePage> {
  const groups = (await findGroups(sql, groupsOf(selection))).map((group) =>
    group.map((facet) => facet.id),
  )
  const changes = await sql.all<ChangeRow>(CHANGE_SQL.since, [since, SCAN + 1])
  const seen = changes.slice(0, SCAN)
  const matches = seen.filter((row) => hasAll(groups, [...facets(row), ...left(row)]))
  const shown = matches.slice(0, limit)
  const isCut = matches.length > limit
  return {
    articles: await readAll(sql, shown, groups, bodies ? CHANGE_SQL.articles : CHANGE_SQL.bodiless),
    upTo: (isCut ? shown.at(-1) : seen.at(-1))?.seq ?? since,
    complete: !isCut && changes.length <= SCAN,
  }
}

async function readAll(
  sql: Sql,
  rows: readonly ChangeRow[],
  groups: readonly number[][],
  query: string,
) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const read = await sql.all<StoredRow>(query, [JSON.stringify([...byId.keys()])])
  return read
    .map((row) => {
      const change = byId.get(row.id)
      const listed = change?.listed === 1 && hasAll(groups, facets(change))
      return { ...storedArticleOf(row), listed }
    })
    .filter(({ article }) => !article.unlisted)
}

const hasAll = (groups: readonly (readonly number[])[], ids: readonly number[]): boolean =>
  groups.every((group) => group.some((id) => ids.includes(id)))

const facets = (row: ChangeRow): number[] => JSON.parse(row.facets)
const left = (row: ChangeRow): number[] => JSON.parse(row.left_facets ?? '[]')
