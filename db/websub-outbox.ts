/** What WebSub has to send: a queue that survives every stop, and in which the same is never queued twice. */

import type { Instant } from '../feeds/model/date.ts'
import type { Sql, Statement } from './sql.ts'

/** `deliver`: topics to their subscribers. `ask`: small requests, which do not wait behind those. */
export type Lane = 'deliver' | 'ask'

export interface Message {
  /** What it is about: queued again, it is one message still. */
  readonly key: string
  /** Where it goes, for fairness. */
  readonly host: string
  /** JSON. */
  readonly job: string
}

export interface QueuedMessage extends Message {
  readonly id: number
  readonly version: number
  /** Made so far, with the one that it was claimed for. */
  readonly attempts: number
  readonly queuedAt: Instant
}

export interface WebSubOutbox {
  /** Due at once; of a message that waits already, the new one counts, from its first attempt on. */
  add(lane: Lane, messages: readonly Message[], now: Instant): Promise<void>
  /** The same, but a message that waits after a failure goes on waiting. */
  addPatiently(lane: Lane, messages: readonly Message[], now: Instant): Promise<void>
  /** Takes what is due, but nothing for `fullHosts`; another taker does not get it before `until`. */
  claim(lane: Lane, claim: Claim): Promise<QueuedMessage[]>
  /** Forgets a message; one that was queued again meanwhile starts anew. */
  finish(message: QueuedMessage, now: Instant): Promise<void>
  retry(message: QueuedMessage, dueAt: Instant, error: string): Promise<void>
  /** Gives back what was claimed and not tried. */
  release(messages: readonly QueuedMessage[], now: Instant): Promise<void>
  count(lane: Lane): Promise<number>
}

export interface Claim {
  readonly now: Instant
  readonly until: Instant
  readonly limit: number
  readonly fullHosts: readonly string[]
}

const ADD = `INSERT INTO websub_outbox (lane, key, host, job, version, attempts, queued_at, due_at)
    SELECT ?, e.value ->> '$.key', e.value ->> '$.host', e.value ->> '$.job', 1, 0, ?, ?
    FROM json_each(?) e WHERE true ON CONFLICT (lane, key) DO UPDATE SET
      job = excluded.job, host = excluded.host, version = version + 1`

export const OUTBOX_SQL = {
  add: `${ADD}, attempts = 0, queued_at = excluded.queued_at, due_at = excluded.due_at`,
  addPatiently: ADD,
  claim: `UPDATE websub_outbox SET due_at = ?, attempts = attempts + 1 WHERE id IN (
      SELECT o.id FROM websub_outbox o WHERE o.lane = ? AND o.due_at <= ?
        AND o.host NOT IN (SELECT e.value FROM json_each(?) e)
      ORDER BY o.due_at LIMIT ?) RETURNING *`,
  finish: 'DELETE FROM websub_outbox WHERE id = ? AND version = ?',
  restart: 'UPDATE websub_outbox SET attempts = 0, queued_at = ?, due_at = ? WHERE id = ?',
  retry: 'UPDATE websub_outbox SET due_at = ?, last_error = ? WHERE id = ?',
  release: `UPDATE websub_outbox SET due_at = ?, attempts = attempts - 1
    WHERE id IN (SELECT e.value FROM json_each(?) e)`,
  count: 'SELECT count(*) AS count FROM websub_outbox WHERE lane = ?',
}

/** As a statement, to go into one batch with what the messages are about. */
export const addStatement = (
  lane: Lane,
  messages: readonly Message[],
  now: Instant,
  sql: string = OUTBOX_SQL.add,
): Statement => ({ sql, params: [lane, now, now, JSON.stringify(messages)] })

interface OutboxRow extends Message {
  readonly id: number
  readonly version: number
  readonly attempts: number
  readonly queued_at: Instant
  readonly due_at: Instant
}

export const createOutbox = (sql: Sql): WebSubOutbox => ({
  add: async (lane, messages, now) => {
    await sql.batch([addStatement(lane, messages, now)], { durable: true })
  },
  addPatiently: async (lane, messages, now) => {
    await sql.batch([addStatement(lane, messages, now, OUTBOX_SQL.addPatiently)])
  },
  async claim(lane, { now, until, limit, fullHosts }) {
    const params = [until, lane, now, JSON.stringify(fullHosts), limit]
    const [rows = []] = await sql.batch([{ sql: OUTBOX_SQL.claim, params }])
    return (rows as OutboxRow[]).map(messageOf).sort((a, b) => a.id - b.id)
  },
  finish: async ({ id, version }, now) => {
    await sql.batch([
      { sql: OUTBOX_SQL.finish, params: [id, version] },
      { sql: OUTBOX_SQL.restart, params: [now, now, id] },
    ])
  },
  retry: ({ id }, dueAt, error) => sql.run(OUTBOX_SQL.retry, [dueAt, error.slice(0, 500), id]),
  release: (messages, now) =>
    sql.run(OUTBOX_SQL.release, [now, JSON.stringify(messages.map(({ id }) => id))]),
  count: async (lane) => {
    const [row] = await sql.all<{ count: number }>(OUTBOX_SQL.count, [lane])
    return row?.count ?? 0
  },
})

const messageOf = (row: OutboxRow): QueuedMessage => ({
  id: row.id,
  key: row.key,
  host: row.host,
  job: row.job,
  version: row.version,
  attempts: row.attempts,
  queuedAt: row.queued_at,
})
