/** Keeps the sessions of people who signed in at the desk. */

import type { Instant } from '../feeds/model/date.ts'
import type { Sql } from './sql.ts'

export interface Session {
  /** SHA-256 of the cookie's value, lower-case hex. */
  readonly hash: string
  /** The token that it was exchanged for; without that token it is worth nothing. */
  readonly tokenId: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export interface SessionStore {
  /** Also forgets the sessions that ended before it was created. */
  add(session: Session): Promise<void>
  /** One that has not expired at `now`. */
  find(hash: string, now: Instant): Promise<Session | undefined>
  remove(hash: string): Promise<void>
}

export const SESSION_SQL = {
  forget: 'DELETE FROM sessions WHERE expires_at <= ?',
  add: 'INSERT INTO sessions (hash, token_id, created_at, expires_at) VALUES (?, ?, ?, ?)',
  find: 'SELECT * FROM sessions WHERE hash = ? AND expires_at > ?',
  remove: 'DELETE FROM sessions WHERE hash = ?',
}

interface Row {
  readonly hash: string
  readonly token_id: string
  readonly created_at: string
  readonly expires_at: string
}

export const createSessionStore = (sql: Sql): SessionStore => ({
  async add({ hash, tokenId, createdAt, expiresAt }) {
    await sql.batch([
      { sql: SESSION_SQL.forget, params: [createdAt] },
      { sql: SESSION_SQL.add, params: [hash, tokenId, createdAt, expiresAt] },
    ])
  },
  async find(hash, now) {
    const [row] = await sql.all<Row>(SESSION_SQL.find, [hash, now])
    return row && sessionOf(row)
  },
  remove: (hash) => sql.run(SESSION_SQL.remove, [hash]),
})

const sessionOf = (row: Row): Session => ({
  hash: row.hash,
  tokenId: row.token_id,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})
