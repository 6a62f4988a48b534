/** The store's contract on better-sqlite3. */

import { describe } from 'vitest'
import { openStore } from '../../db/node-store.ts'
import { storeContract } from './contract.ts'

describe('on better-sqlite3', () => storeContract(() => openStore(':memory:')))
