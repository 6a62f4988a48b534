/** The store's contract on D1, in workerd. */

import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { describe } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { storeContract } from '../../db/contract.ts'

describe('on D1', () =>
  storeContract(async () => {
    await reset()
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
    const sql = openD1(env.DB)
    return { store: createStore(sql), sql }
  }))
