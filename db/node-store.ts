/** The store in a file, on Node. */

import { migrate } from './drivers/migrate.ts'
import { openSqlite, type SqliteOptions } from './drivers/node.ts'
import type { Sql } from './sql.ts'
import { createStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

/**
 * In KiB: what a service's own reading takes. Of a large store the pages of full text that lie between two dates, or
 * behind a cursor, are more than SQLite's 16,000 hold, and each that is read again takes 10 us; a small store takes no
 * more than it has.
 */
export const SERVING_CACHE_KIB = 48_000

export interface OpenStore {
  readonly store: Store
  readonly sql: Sql
  /** Names of the migrations that opening applied. */
  readonly migrated: readonly string[]
  close(): void
}

/**
 * Opens the database file (or `:memory:`), made and migrated where needed. Throws CreditlineError unavailable, in
 * one line, for a file that can't be written, is not ours or was written by a newer version.
 */
export async function openStore(file: string, options: SqliteOptions = {}): Promise<OpenStore> {
  const { sql, raw, close } = openSqlite(file, options)
  try {
    return { store: createStore(sql), sql, migrated: migrate(raw), close }
  } catch (error) {
    close()
    throw error
  }
}
