/** Keeps the answers to requests that carried an Idempotency-Key. */

import { type Instant, toInstant } from '../feeds/model/date.ts'
import type { Sql } from './sql.ts'

/** A request with the key that its sender gave it. */
export interface KeyedRequest {
  readonly tokenId: string
  readonly key: string
  /** Hash of what was asked: one key stands for one request. */
  readonly request: string
}

export type Claim =
  /** It is new here, or was left half done: do it, then `keep` its answer. */
  | { readonly state: 'new' }
  | { readonly state: 'done'; readonly answer: string }
  | { readonly state: 'under_way' }
  /** The key stands for another request. */
  | { readonly state: 'other' }

export interface IdempotencyStore {
  claim(request: KeyedRequest, nowMs: number): Promise<Claim>
  keep(request: KeyedRequest, answer: string): Promise<void>
  /** Lets the key be used again: the request failed. */
  release(request: KeyedRequest): Promise<void>
}

const DAY_MS = 86_400_000
/** After this, a request without an answer was cut off by a stop of the process. */
const UNDER_WAY_MS = 60_000

export const IDEMPOTENCY_SQL = {
  forget: 'DELETE FROM idempotency_keys WHERE started_at <= ?',
  claim: `INSERT INTO idempotency_keys (token_id, key, request, started_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (token_id, key) DO UPDATE SET started_at = excluded.started_at
    WHERE answer IS NULL AND request = excluded.request AND started_at <= ? RETURNING key`,
  find: 'SELECT request, answer FROM idempotency_keys WHERE token_id = ? AND key = ?',
  keep: 'UPDATE idempotency_keys SET answer = ? WHERE token_id = ? AND key = ?',
  release: 'DELETE FROM idempotency_keys WHERE token_id = ? AND key = ? AND answer IS NULL',
}

interface Row {
  readonly request: string
  readonly answer: string | null
}

const at = (ms: number): Instant => toInstant(Math.max(0, ms))

export const createIdempotencyStore = (sql: Sql): IdempotencyStore => ({
  async claim({ tokenId, key, request }, nowMs) {
    const late = at(nowMs - UNDER_WAY_MS)
    const [, claimed, stored] = await sql.batch(
      [
        { sql: IDEMPOTENCY_SQL.forget, params: [at(nowMs - DAY_MS)] },
        { sql: IDEMPOTENCY_SQL.claim, params: [tokenId, key, request, at(nowMs), late] },
        { sql: IDEMPOTENCY_SQL.find, params: [tokenId, key] },
      ],
      { durable: true },
    )
    if (claimed?.length) return { state: 'new' }
    const row = stored?.[0] as Row
    if (row.request !== request) return { state: 'other' }
    return row.answer === null ? { state: 'under_way' } : { state: 'done', answer: row.answer }
  },
  keep: async ({ tokenId, key }, answer) => {
    const keep = { sql: IDEMPOTENCY_SQL.keep, params: [answer, tokenId, key] }
    await sql.batch([keep], { durable: true })
  },
  release: ({ tokenId, key }) => sql.run(IDEMPOTENCY_SQL.release, [tokenId, key]),
})
