/** One invocation of the Worker: which database session it talks to, and what it may still ask of the platform. */

import { AsyncLocalStorage } from 'node:async_hooks'
import type { D1Database } from '@cloudflare/workers-types'
import { type Allowance, createAllowance } from './allowance.ts'
import type { Plan } from './limits.ts'

/** The database, or a session of it. */
export type Database = Pick<D1Database, 'prepare' | 'batch'>

export interface Invocation {
  readonly database: Database
  readonly allowance: Allowance
}

/** The app and its caches live as long as the isolate; this follows the call. */
const current = new AsyncLocalStorage<Invocation>()

export const invocation = (): Invocation => {
  const found = current.getStore()
  if (!found) throw new Error('nothing is asked of the platform outside of an invocation')
  return found
}

export const invoke = <T>(database: Database, plan: Plan, work: () => T): T =>
  current.run({ database, allowance: createAllowance(plan.requests) }, work)

/** The database of whichever invocation asks. */
export const currentDatabase: Database = {
  prepare: (query) => invocation().database.prepare(query),
  batch: (statements) => invocation().database.batch(statements),
}

export const take = (count = 1): void => invocation().allowance.take(count)
