/** Upstreams as rows, and what each way of saving them may touch. */

import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import type { Fault } from '../feeds/model/fault.ts'
import type { Upstream } from '../feeds/model/upstream.ts'
import { endingStatements } from './push-store.ts'
import { SEARCH_SQL } from './search.ts'
import type { Sql, Statement } from './sql.ts'
import type { PollOutcome, Store } from './store.ts'
import { touch } from './write.ts'

const ROWS = `SELECT e.value ->> '$.id', e.value FROM json_each(?) e`

/** What a person or a hub sets: a poll that began before leaves it. RFC 7396: what is null here is taken out. */
const A_PERSONS = ['peer', 'private', 'tags', 'publication', 'addedAt', 'push']
  .map((name) => `'${name}', upstreams.upstream -> '$.${name}'`)
  .join(', ')

export const UPSTREAM_SQL = {
  add: `INSERT INTO upstreams (id, upstream) ${ROWS}`,
  addNew: `INSERT INTO upstreams (id, upstream) ${ROWS} WHERE true ON CONFLICT DO NOTHING RETURNING url`,
  save: `INSERT INTO upstreams (id, upstream) ${ROWS} WHERE true
    ON CONFLICT (id) DO UPDATE SET upstream = excluded.upstream`,
  savePolled: `UPDATE upstreams SET
      upstream = json_patch(e.value -> '$.upstream', json_object(${A_PERSONS},
        'health', iif(upstreams.health = 'paused', 'paused', e.value ->> '$.upstream.health'))),
      faults = iif(e.value -> '$.faults' IS NULL, upstreams.faults, nullif(e.value ->> '$.faults', '[]'))
    FROM json_each(?) e WHERE upstreams.id = e.value ->> '$.upstream.id'`,
  find: `SELECT upstream FROM upstreams WHERE id = ? OR url = ? LIMIT 1`,
  list: `SELECT upstream FROM upstreams ORDER BY id`,
  due: `SELECT upstream FROM upstreams WHERE health NOT IN ('gone', 'paused') AND next_poll_at <= ?
    ORDER BY next_poll_at LIMIT ?`,
  polled: `SELECT upstream FROM upstreams WHERE upstream ->> '$.lastPollAt' >= ?
    ORDER BY upstream ->> '$.lastPollAt' DESC, id DESC LIMIT ?`,
  present: 'SELECT u.id FROM json_each(?) e CROSS JOIN upstreams u ON u.id = e.value',
  remove: 'DELETE FROM upstreams WHERE id = ?',
  faults: 'SELECT faults FROM upstreams WHERE id = ?',
  takeNumber: 'UPDATE change_sequence SET first = seq + 1, seq = seq + 1',
  touchFacets: touch('articles a', 'a.upstream_id = ?', '-'),
  /** Of the articles that stay, those that shared their canonical URL with one that goes alone. */
  unmarkShared: `UPDATE articles SET shared_url = 0
    WHERE canonical_url IN (
      SELECT a.canonical_url FROM articles a WHERE a.upstream_id = ? AND a.shared_url = 1
    ) AND NOT EXISTS (
      SELECT 1 FROM articles o WHERE o.canonical_url = articles.canonical_url
        AND o.id <> articles.id AND o.upstream_id <> ?)`,
  removeListings: `DELETE FROM listings WHERE (facet_id, sort_at, article_id) IN (
    SELECT f.value, a.sort_at, a.id FROM articles a CROSS JOIN json_each(a.facets) f
    WHERE a.upstream_id = ?)`,
  removeArticles: 'DELETE FROM articles WHERE upstream_id = ?',
}

/** In one statement, for however many polls. */
export const polledStatement = (outcomes: readonly PollOutcome[]): Statement => ({
  sql: UPSTREAM_SQL.savePolled,
  params: [
    JSON.stringify(
      outcomes.map(({ upstream, faults }) => (faults ? { upstream, faults } : { upstream })),
    ),
  ],
})

/** Ids of those that are (still) here. */
export async function findPresent(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql.all<{ id: string }>(UPSTREAM_SQL.present, [JSON.stringify(ids)])
  return new Set(rows.map((row) => row.id))
}

interface UpstreamRow {
  readonly upstream: string
}

const upstreamOf = (row: UpstreamRow): Upstream => JSON.parse(row.upstream)

type UpstreamVerbs = Pick<
  Store,
  | 'addUpstream'
  | 'addUpstreams'
  | 'findUpstream'
  | 'listUpstreams'
  | 'saveUpstream'
  | 'removeUpstream'
  | 'listDueUpstreams'
  | 'listPolled'
>

export const upstreamStore = (sql: Sql): UpstreamVerbs => ({
  addUpstream: async (upstream) => {
    await sql
      .batch([{ sql: UPSTREAM_SQL.add, params: [asRows(upstream)] }], { durable: true })
      .catch((error: unknown) => {
        const isConflict = error instanceof CreditlineError && error.code === 'conflict'
        throw isConflict ? alreadyThere(upstream, error) : error
      })
  },
  addUpstreams: async (upstreams) => {
    const add = { sql: UPSTREAM_SQL.addNew, params: [JSON.stringify(upstreams)] }
    const [added = []] = await sql.batch([add], { durable: true })
    return new Set((added as { url: string }[]).map(({ url }) => url))
  },
  findUpstream: async (idOrUrl) => {
    const [row] = await sql.all<UpstreamRow>(UPSTREAM_SQL.find, [idOrUrl, idOrUrl])
    return row && upstreamOf(row)
  },
  listUpstreams: async () => (await sql.all<UpstreamRow>(UPSTREAM_SQL.list)).map(upstreamOf),
  saveUpstream: async (upstream) => {
    await sql.batch([{ sql: UPSTREAM_SQL.save, params: [asRows(upstream)] }], { durable: true })
  },
  removeUpstream: async (id, { now, withArticles = false }) => {
    const ending = await endingStatements(sql, id, now)
    const articles = withArticles ? removeArticles(id, now) : []
    const remove = { sql: UPSTREAM_SQL.remove, params: [id] }
    await sql.batch([...ending, ...articles, remove], { durable: true })
  },
  listDueUpstreams: async (now, limit) =>
    (await sql.all<UpstreamRow>(UPSTREAM_SQL.due, [now, limit])).map(upstreamOf),
  listPolled: async (since, limit) =>
    (await sql.all<UpstreamRow>(UPSTREAM_SQL.polled, [since, limit])).map(upstreamOf),
})

const asRows = (upstream: Upstream): string => JSON.stringify([upstream])

const alreadyThere = (upstream: Upstream, cause: unknown): CreditlineError =>
  new CreditlineError('conflict', `The upstream ${upstream.url} is here already.`, { cause })

const removeArticles = (id: string, now: Instant): Statement[] => [
  { sql: UPSTREAM_SQL.takeNumber },
  { sql: UPSTREAM_SQL.touchFacets, params: [now, id, id] },
  { sql: UPSTREAM_SQL.unmarkShared, params: [id, id] },
  { sql: UPSTREAM_SQL.removeListings, params: [id] },
  { sql: SEARCH_SQL.removeOf, params: [id] },
  { sql: UPSTREAM_SQL.removeArticles, params: [id] },
]

export async function listUpstreamFaults(sql: Sql, id: string): Promise<Fault[]> {
  const [row] = await sql.all<{ faults: string | null }>(UPSTREAM_SQL.faults, [id])
  return JSON.parse(row?.faults ?? '[]')
}
