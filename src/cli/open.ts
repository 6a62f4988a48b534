/** Opens configuration and store for a command, and closes the store whatever happens. */

import { type AccessStore, createAccessStore } from '../../db/access-store.ts'
import type { SqliteOptions } from '../../db/drivers/node.ts'
import { openStore } from '../../db/node-store.ts'
import type { Store } from '../../db/store.ts'
import { type Config, loadConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import { openNodeDoor } from '../ingest/node-door.ts'
import { nodeDeps } from '../node-deps.ts'
import type { CommonOptions } from './command.ts'

export interface Opened {
  readonly store: Store
  readonly access: AccessStore
  readonly config: Config
  readonly deps: Deps
}

export function configOf(options: CommonOptions): Config {
  const config = loadConfig(process.env)
  return options.db ? { ...config, db: options.db } : config
}

export const withStore = <T>(
  options: CommonOptions,
  use: (opened: Opened) => Promise<T>,
): Promise<T> => withStoreOf(configOf(options), use)

export async function withStoreOf<T>(
  config: Config,
  use: (opened: Opened) => Promise<T>,
  sqlite: SqliteOptions = {},
): Promise<T> {
  const { store, sql, close } = await openStore(config.db, sqlite)
  const door = openNodeDoor(config)
  try {
    const access = createAccessStore(sql)
    const deps = nodeDeps({ store, access, fetchDocument: door.fetchDocument }, config)
    return await use({ store, access, config, deps })
  } finally {
    await door.close()
    close()
  }
}
