/** Lists of articles by selection: each a range of one index, read backwards from a place. */

import type { Selection } from '../feeds/model/channel.ts'
import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import { cursorOf, EVER, NEVER, type Place, placeOf } from './cursor.ts'
import { ALL, groupsOf, SEARCH } from './facets.ts'
import { secondsOf } from './prepare.ts'
import { STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import { searchArticles } from './search.ts'
import type { Sql } from './sql.ts'
import type { ArticlePage, Page, SelectionState } from './store.ts'
import { mergedWith, NEWEST } from './write.ts'

/** Rows of the narrowest facet that are looked through where conditions are combined; then a cursor is given. */
const SCAN = 10_000
/** Conditions beside the narrowest: source, agency, person, tag, language are five in all. */
const MOST_OTHERS = 4

const RANGE = '(l.sort_at, l.article_id) < (?, ?) AND l.sort_at >= ?'
const ORDER = 'ORDER BY l.sort_at DESC, l.article_id DESC'
const OF_FACET = `FROM listings l WHERE l.facet_id = ? AND ${RANGE} ${ORDER} LIMIT ?`

/** One of these facets as well. All listings of an article share its sort_at, so each is a look-up by key. */
const HAS_ONE_OF = `AND EXISTS (SELECT 1 FROM listings o
  WHERE o.facet_id IN (SELECT value FROM json_each(?)) AND o.sort_at = s.sort_at AND o.article_id = s.article_id)`

const combined = (others: number) => `WITH s AS (SELECT l.sort_at, l.article_id ${OF_FACET})
  SELECT ${STORED_COLUMNS} FROM s CROSS JOIN articles a ON a.id = s.article_id
  WHERE true ${Array(others).fill(HAS_ONE_OF).join(' ')} LIMIT ?`

export const LIST_SQL = {
  all: `SELECT ${STORED_COLUMNS} FROM articles a
    WHERE a.listed = 1 AND (a.sort_at, a.number) < (?, ?) AND a.sort_at >= ?
    ORDER BY a.sort_at DESC, a.number DESC LIMIT ?`,
  oneFacet: `SELECT ${STORED_COLUMNS} FROM listings l CROSS JOIN articles a ON a.id = l.article_id
    WHERE l.facet_id = ? AND ${RANGE} ${ORDER} LIMIT ?`,
  /** The newest of each, then the newest of those: work by the number of facets, never of articles. */
  anyFacet: `WITH s AS (
      SELECT l.sort_at, l.article_id FROM json_each(?) e CROSS JOIN listings l ON l.facet_id = e.value
        AND (l.sort_at, l.article_id) IN (
          SELECT l.sort_at, l.article_id FROM listings l WHERE l.facet_id = e.value AND ${RANGE} ${ORDER} LIMIT ?)
      ${ORDER} LIMIT ?)
    SELECT ${STORED_COLUMNS} FROM s CROSS JOIN articles a ON a.id = s.article_id`,
  combined: Array.from({ length: MOST_OTHERS }, (_, at) => combined(at + 1)),
  /** The last row that a scan looks at, when it does not come to the end. */
  scanEnd: `SELECT l.sort_at AS sortAt, l.article_id AS id ${OF_FACET} OFFSET ${SCAN - 1}`,
  /** Terms of OR are looked up one by one; those of IN are gone through as rows of their own, and count twice on D1. */
  byId: `SELECT ${STORED_COLUMNS} FROM (SELECT ? AS ids) x CROSS JOIN articles a
    WHERE a.listed = 1 AND (${Array.from({ length: NEWEST }, (_, at) => `a.id = x.ids ->> ${at}`).join(' OR ')})`,
  oneKey:
    'SELECT f.id, f.key, f.size, f.seq, f.modified_at, f.newest FROM facets f WHERE f.key = ?',
  facets: `SELECT f.id, f.key, f.size, f.seq, f.modified_at, f.newest FROM json_each(?) e
    CROSS JOIN facets f ON f.key = e.value`,
  doubtful: `SELECT ${STORED_COLUMNS} FROM articles a
    WHERE a.doubts IS NOT NULL AND (a.sort_at, a.number) < (?, ?)
    ORDER BY a.sort_at DESC, a.number DESC LIMIT ?`,
  byCanonicalUrl: `SELECT ${STORED_COLUMNS} FROM json_each(?) e
    CROSS JOIN articles a ON a.id IN (${mergedWith('e.value')})
    ORDER BY a.sort_at, a.id`,
}

export interface FacetRow {
  readonly id: number
  readonly key: string
  readonly size: number
  readonly seq: number
  readonly modified_at: Instant | null
  /** JSON. */
  readonly newest: string | null
}

/** See Store.listArticles. */
export async function listArticles(
  sql: Sql,
  selection: Selection,
  page: Page,
): Promise<ArticlePage> {
  const groups = await findGroups(sql, groupsOf(selection))
  if (groups.some((group) => group.length === 0)) return { articles: [] }
  const since = selection.since === undefined ? EVER : secondsOfDate(selection.since)
  const until = selection.until === undefined ? NEVER : secondsOfDate(selection.until)
  if (selection.q !== undefined) {
    const ids = groups.map((group) => group.map((facet) => facet.id))
    const rows = await searchArticles(sql, { q: selection.q, groups: ids, since, until }, page)
    return pageOf(rows, page.limit)
  }
  const end = { sortAt: until, id: 0 }
  const from = page.after === undefined ? end : earlier(end, placeOf(page.after))
  return listRange(sql, groups, [from.sortAt, from.id, since], page.limit)
}

function secondsOfDate(instant: Instant): number {
  const seconds = secondsOf(instant)
  if (!Number.isNaN(seconds)) return seconds
  const words = `"${instant.slice(0, 40)}" is no date; give one like 2025-05-16T10:00:00Z.`
  throw new CreditlineError('invalid', words)
}

type Range = readonly [sortAt: number, id: number, since: number]

async function listRange(
  sql: Sql,
  groups: readonly (readonly FacetRow[])[],
  range: Range,
  limit: number,
): Promise<ArticlePage> {
  const [narrowest, ...others] = groups.toSorted(byWork)
  const most = limit + 1
  if (!narrowest) return pageOf(await sql.all(LIST_SQL.all, [...range, most]), limit)
  const [facet] = narrowest
  if (narrowest.length > 1 || !facet) {
    const params = [idsOf(narrowest), ...range, most, most]
    return pageOf(await sql.all(LIST_SQL.anyFacet, params), limit)
  }
  // It saves rows, which are counted elsewhere; here going through the index is quicker than looking up one by one.
  const isKept = others.length === 0 && !sql.isLocal
  const newest = isKept ? newestIds(facet, range, most) : undefined
  if (newest) return pageOf(newestFirst(await readByIds(sql, newest)), limit)
  const query = others.length === 0 ? LIST_SQL.oneFacet : LIST_SQL.combined[others.length - 1]
  const scan = others.length === 0 ? [] : [SCAN, ...others.map(idsOf)]
  const rows = await sql.all<StoredRow>(query ?? '', [facet.id, ...range, ...scan, most])
  if (others.length === 0 || rows.length === most) return pageOf(rows, limit)
  return { ...pageOf(rows, limit), ...(await scanNext(sql, facet, range)) }
}

/** Ids of a whole first page, where the facet's own row holds them. */
function newestIds(
  { newest }: FacetRow,
  [sortAt, , since]: Range,
  most: number,
): readonly number[] | undefined {
  if (newest === null || sortAt !== NEVER || since !== EVER) return undefined
  const ids: number[] = JSON.parse(newest)
  return most <= ids.length || ids.length < NEWEST ? ids.slice(0, most) : undefined
}

/** The listed ones of these, in no order. */
export async function readByIds(sql: Sql, ids: readonly number[]): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  for (let at = 0; at < ids.length; at += NEWEST) {
    const some = JSON.stringify(ids.slice(at, at + NEWEST))
    rows.push(...(await sql.all<StoredRow>(LIST_SQL.byId, [some])))
  }
  return rows
}

const newestFirst = (rows: readonly StoredRow[]): StoredRow[] =>
  rows.toSorted((a, b) => b.sort_at - a.sort_at || b.id - a.id)

/** A single facet first, the narrowest of them: it is what a scan goes along. */
const byWork = (a: readonly FacetRow[], b: readonly FacetRow[]): number =>
  Number(a.length > 1) - Number(b.length > 1) || (a[0]?.size ?? 0) - (b[0]?.size ?? 0)

/** A scan that ended before its facet did is continued from its last row, whether it found anything or not. */
async function scanNext(sql: Sql, facet: FacetRow, range: Range): Promise<{ next?: string }> {
  const [last] = await sql.all<Place>(LIST_SQL.scanEnd, [facet.id, ...range, 1])
  return last ? { next: cursorOf(last) } : {}
}

const idsOf = (group: readonly FacetRow[]): string => JSON.stringify(group.map(({ id }) => id))

const earlier = (a: Place, b: Place): Place =>
  a.sortAt < b.sortAt || (a.sortAt === b.sortAt && a.id < b.id) ? a : b

/** `rows` holds one more than the page where there are more. */
export function pageOf(rows: readonly StoredRow[], limit: number): ArticlePage {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    articles: shown.map(storedArticleOf),
    ...(last ? { next: cursorOf({ sortAt: last.sort_at, id: last.id }) } : {}),
  }
}

/** The facets of each group that any article has or had. */
export async function findGroups(
  sql: Sql,
  keys: readonly (readonly string[])[],
): Promise<FacetRow[][]> {
  if (keys.length === 0) return []
  const [only = '', ...others] = keys.flat()
  const rows = await (others.length === 0
    ? sql.all<FacetRow>(LIST_SQL.oneKey, [only])
    : sql.all<FacetRow>(LIST_SQL.facets, [JSON.stringify(keys.flat())]))
  return keys.map((group) => rows.filter(({ key }) => group.includes(key)))
}

/**
 * An article that enters, leaves or changes in a selection has one facet of each group, before or after; all facets
 * of before and after move. So the group that moved last counts within a group, and the one that moved first among
 * groups: it can't have missed a change, though it may have moved for another.
 */
export async function findSelectionState(sql: Sql, selection: Selection): Promise<SelectionState> {
  const asked = groupsOf(selection)
  const keys = asked.length === 0 ? [[ALL]] : asked
  const found = await findGroups(sql, [...keys, selection.q === undefined ? [] : [SEARCH]])
  const states = found.map((group) => group.map(stateOf).reduce(later, NONE))
  const indexed = states.pop() ?? NONE
  const state = states.reduce((a, b) => (b.seq < a.seq ? b : a))
  // Results change when text is indexed, and what is shown of them when an article changes.
  return state.seq === 0 ? NONE : later(state, indexed)
}

const NONE: SelectionState = { seq: 0 }

const stateOf = ({ seq, modified_at }: FacetRow): SelectionState => ({
  seq,
  ...(modified_at === null ? {} : { modifiedAt: modified_at }),
})

const later = (a: SelectionState, b: SelectionState): SelectionState => (b.seq > a.seq ? b : a)
