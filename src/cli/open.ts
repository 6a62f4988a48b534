/** Opens configuration and store for a command, and closes the store whatever happens. */

import { openStore } from '../../db/node-store.ts'
import type { Sql } from '../../db/sql.ts'
import type { Store } from '../../db/store.ts'
import { type Config, loadConfig } from '../config.ts'
import type { CommonOptions } from './command.ts'

export interface Opened {
  readonly store: Store
  readonly sql: Sql
  readonly config: Config
}

export function configOf(options: CommonOptions): Config {
  const config = loadConfig(process.env)
  return options.db ? { ...config, db: options.db } : config
}

export async function withStore<T>(
  options: CommonOptions,
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const config = configOf(options)
  const opened = await openStore(config.db)
  try {
    return await use({ store: opened.store, sql: opened.sql, config })
  } finally {
    opened.close()
  }
}
