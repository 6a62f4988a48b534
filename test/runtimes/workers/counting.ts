/** A D1 database that counts what is asked of it, and refuses what the real one would. */

import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import { D1 } from '../../../src/worker/limits.ts'

export interface Cost {
  queries: number
  rowsRead: number
  rowsWritten: number
}

export interface Counting {
  readonly database: D1Database
  readonly cost: Cost
}

export function counting(database: D1Database): Counting {
  const cost: Cost = { queries: 0, rowsRead: 0, rowsWritten: 0 }
  const note = <R extends D1Result>(result: R): R => {
    cost.queries += 1
    cost.rowsRead += result.meta.rows_read
    cost.rowsWritten += result.meta.rows_written
    return result
  }
  const wrap = (statement: D1PreparedStatement): object => ({
    statement,
    bind: (...params: unknown[]) => {
      check(params)
      return wrap(statement.bind(...params))
    },
    all: async () => note(await statement.all()),
    run: async () => note(await statement.run()),
  })
  const counted = {
    prepare(sql: string) {
      if (new TextEncoder().encode(sql).length > D1.statementBytes) throw new Error('long SQL')
      return wrap(database.prepare(sql))
    },
    batch: async (wrapped: { statement: D1PreparedStatement }[]) =>
      (await database.batch(wrapped.map(({ statement }) => statement))).map(note),
  }
  return { database: counted as unknown as D1Database, cost }
}

function check(params: readonly unknown[]): void {
  if (params.length > D1.parameters) throw new Error(`${params.length} bound parameters`)
  for (const param of params)
    if (typeof param === 'string' && new TextEncoder().encode(param).length > D1.rowBytes)
      throw new Error('a bound value of more than 2 MB')
}

/** What `work` costs. */
export async function costOf({ cost }: Counting, work: () => Promise<unknown>): Promise<Cost> {
  const before = { ...cost }
  await work()
  return {
    queries: cost.queries - before.queries,
    rowsRead: cost.rowsRead - before.rowsRead,
    rowsWritten: cost.rowsWritten - before.rowsWritten,
  }
}
