/** Upstreams lent out to be polled elsewhere: until a time that is written where their next poll stands. */

import type { Instant } from '../feeds/model/date.ts'
import type { Upstream } from '../feeds/model/upstream.ts'
import type { Sql } from './sql.ts'

/** Until then the upstream is being polled; what does not come back by then is due again. */
export interface Lease {
  readonly id: string
  readonly until: Instant
}

export interface LeaseStore {
  /** Lends those that are still due when they were said to be; returns their ids. */
  lend(leases: readonly (Lease & { readonly dueAt: Instant })[]): Promise<Set<string>>
  /** Those that are still lent so: what was polled meanwhile, paused or removed is not. */
  listLent(leases: readonly Lease[]): Promise<Upstream[]>
}

export const LEASE_SQL = {
  lend: `UPDATE upstreams SET upstream = json_set(upstream, '$.nextPollAt', e.value ->> 'until')
    FROM json_each(?) e WHERE upstreams.id = e.value ->> 'id' AND upstreams.next_poll_at = e.value ->> 'dueAt'
    RETURNING upstreams.id`,
  lent: `SELECT u.upstream FROM json_each(?) e CROSS JOIN upstreams u ON u.id = e.value ->> 'id'
    WHERE u.next_poll_at = e.value ->> 'until' AND u.health NOT IN ('gone', 'paused')`,
}

export const createLeaseStore = (sql: Sql): LeaseStore => ({
  lend: async (leases) => {
    if (leases.length === 0) return new Set()
    const rows = await sql.all<{ id: string }>(LEASE_SQL.lend, [JSON.stringify(leases)])
    return new Set(rows.map(({ id }) => id))
  },
  listLent: async (leases) => {
    const rows = await sql.all<{ upstream: string }>(LEASE_SQL.lent, [JSON.stringify(leases)])
    return rows.map((row): Upstream => JSON.parse(row.upstream))
  },
})
