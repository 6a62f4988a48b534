/** Upstreams as rows, and what each way of saving them may touch. */

import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import type { Fault } from '../feeds/model/fault.ts'
import type { Upstream } from '../feeds/model/upstream.ts'
import { codecOf, fromExcluded, fromJson, type Row } from './columns.ts'
import type { Sql, Statement } from './sql.ts'
import type { PollOutcome, Store } from './store.ts'

const UPSTREAM = codecOf<Upstream>({
  id: 'text',
  url: 'text',
  title: 'text',
  publication: 'text',
  siteUrl: 'text',
  feedId: 'text',
  feedUpdated: 'text',
  language: 'text',
  peer: 'flag',
  private: 'flag',
  tags: 'list',
  health: 'text',
  etag: 'text',
  lastModified: 'text',
  bodyHash: 'text',
  nextPollAt: 'text',
  lastPollAt: 'text',
  lastSuccessAt: 'text',
  lastNewAt: 'text',
  failures: 'number',
  lastError: 'text',
  lastResult: 'text',
  movedTo: 'text',
  movedSeen: 'number',
  movedSince: 'text',
  lastStatus: 'number',
  rhythm: 'json',
  hints: 'json',
  hub: 'text',
  addedAt: 'text',
})

const NAMES = UPSTREAM.names.join(', ')
/** What a person sets: a poll that began before leaves it. */
const A_PERSONS = new Set(['id', 'publication', 'peer', 'private', 'tags', 'health', 'added_at'])
const A_POLLS = UPSTREAM.names.filter((name) => !A_PERSONS.has(name))
const SAID = `SELECT ${fromJson(UPSTREAM.names)} FROM json_each(?) e`

export const UPSTREAM_SQL = {
  add: `INSERT INTO upstreams (${NAMES}) ${SAID}`,
  save: `INSERT INTO upstreams (${NAMES}) ${SAID} WHERE true
    ON CONFLICT (id) DO UPDATE SET ${fromExcluded(UPSTREAM.names.filter((name) => name !== 'id'))}`,
  savePolled: `UPDATE upstreams SET ${A_POLLS.map((name) => `${name} = e.value ->> '${name}'`).join(', ')},
      health = iif(upstreams.health = 'paused', 'paused', e.value ->> 'health'),
      faults = iif(e.value -> 'faults' IS NULL, upstreams.faults, nullif(e.value ->> 'faults', '[]'))
    FROM json_each(?) e WHERE upstreams.id = e.value ->> 'id'`,
  find: `SELECT ${NAMES} FROM upstreams WHERE id = ? OR url = ? LIMIT 1`,
  list: `SELECT ${NAMES} FROM upstreams ORDER BY id`,
  due: `SELECT ${NAMES} FROM upstreams WHERE health NOT IN ('gone', 'paused') AND next_poll_at <= ?
    ORDER BY next_poll_at LIMIT ?`,
  present: 'SELECT u.id FROM json_each(?) e CROSS JOIN upstreams u ON u.id = e.value',
  remove: 'DELETE FROM upstreams WHERE id = ?',
  faults: 'SELECT faults FROM upstreams WHERE id = ?',
  takeNumber: 'UPDATE change_sequence SET first = seq + 1, seq = seq + 1',
  touchFacets: `UPDATE facets SET seq = (SELECT seq FROM change_sequence), modified_at = ?, size = size - gone.n
    FROM (
      SELECT f.value AS id, sum(a.listed) AS n FROM articles a CROSS JOIN json_each(a.facets) f
      WHERE a.upstream_id = ? GROUP BY f.value
    ) AS gone WHERE facets.id = gone.id`,
  removeListings: `DELETE FROM listings WHERE (facet_id, sort_at, article_id) IN (
    SELECT f.value, a.sort_at, a.id FROM articles a CROSS JOIN json_each(a.facets) f
    WHERE a.upstream_id = ?)`,
  removeTexts: 'DELETE FROM search WHERE rowid IN (SELECT id FROM articles WHERE upstream_id = ?)',
  removeArticles: 'DELETE FROM articles WHERE upstream_id = ?',
}

/** In one statement, for however many polls. */
export const polledStatement = (outcomes: readonly PollOutcome[]): Statement => ({
  sql: UPSTREAM_SQL.savePolled,
  params: [
    JSON.stringify(
      outcomes.map(({ upstream, faults }) => ({
        ...UPSTREAM.toRow(upstream),
        ...(faults ? { faults } : {}),
      })),
    ),
  ],
})

/** Ids of those that are (still) here. */
export async function findPresent(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql.all<{ id: string }>(UPSTREAM_SQL.present, [JSON.stringify(ids)])
  return new Set(rows.map((row) => row.id))
}

type UpstreamVerbs = Pick<
  Store,
  | 'addUpstream'
  | 'findUpstream'
  | 'listUpstreams'
  | 'saveUpstream'
  | 'removeUpstream'
  | 'listDueUpstreams'
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
  findUpstream: async (idOrUrl) => {
    const [row] = await sql.all<Row>(UPSTREAM_SQL.find, [idOrUrl, idOrUrl])
    return row && UPSTREAM.fromRow(row)
  },
  listUpstreams: async () => (await sql.all<Row>(UPSTREAM_SQL.list)).map(UPSTREAM.fromRow),
  saveUpstream: async (upstream) => {
    await sql.batch([{ sql: UPSTREAM_SQL.save, params: [asRows(upstream)] }], { durable: true })
  },
  removeUpstream: async (id, options) => {
    const articles = options ? removeArticles(id, options.now) : []
    const remove = { sql: UPSTREAM_SQL.remove, params: [id] }
    await sql.batch([...articles, remove], { durable: true })
  },
  listDueUpstreams: async (now, limit) =>
    (await sql.all<Row>(UPSTREAM_SQL.due, [now, limit])).map(UPSTREAM.fromRow),
})

const asRows = (upstream: Upstream): string => JSON.stringify([UPSTREAM.toRow(upstream)])

const alreadyThere = (upstream: Upstream, cause: unknown): CreditlineError =>
  new CreditlineError('conflict', `The upstream ${upstream.url} is here already.`, { cause })

const removeArticles = (id: string, now: Instant): Statement[] => [
  { sql: UPSTREAM_SQL.takeNumber },
  { sql: UPSTREAM_SQL.touchFacets, params: [now, id] },
  { sql: UPSTREAM_SQL.removeListings, params: [id] },
  { sql: UPSTREAM_SQL.removeTexts, params: [id] },
  { sql: UPSTREAM_SQL.removeArticles, params: [id] },
]

export async function listUpstreamFaults(sql: Sql, id: string): Promise<Fault[]> {
  const [row] = await sql.all<{ faults: string | null }>(UPSTREAM_SQL.faults, [id])
  return JSON.parse(row?.faults ?? '[]')
}
