/** The store's contract on better-sqlite3, with rows bound one by one and as one JSON parameter. */

import { describe } from 'vitest'
import { openStore } from '../../db/node-store.ts'
import { createStore } from '../../db/sqlite-store.ts'
import { storeContract } from './contract.ts'

describe('on better-sqlite3', () => storeContract(() => openStore(':memory:')))

describe('on better-sqlite3, as over a network', () =>
  storeContract(async () => {
    const opened = await openStore(':memory:')
    const { isLocal: _, ...sql } = opened.sql
    return { ...opened, sql, store: createStore(sql) }
  }))
