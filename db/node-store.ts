/** The store in a file, on Node. */

import { migrate } from './drivers/migrate.ts'
import { openSqlite } from './drivers/node.ts'
import type { Sql } from './sql.ts'
import { createStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

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
export async function openStore(file: string): Promise<OpenStore> {
  const { sql, raw, close } = openSqlite(file)
  try {
    return { store: createStore(sql), sql, migrated: migrate(raw), close }
  } catch (error) {
    close()
    throw error
  }
}
