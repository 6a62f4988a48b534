/** Cloudflare D1, or a session of it. Its batch is a transaction; there is no other. */

import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { CreditlineError, type ErrorCode } from '../../feeds/model/error.ts'
import type { Param, Sql, Statement } from '../sql.ts'

/** `take` is told before each call how many queries it makes; it may throw, and nothing is sent then. */
export function openD1(
  database: Pick<D1Database, 'prepare' | 'batch'>,
  take: (queries: number) => void = () => {},
): Sql {
  const bound = ({ sql, params = [] }: Statement): D1PreparedStatement =>
    database.prepare(sql).bind(...params)
  return {
    all: <Row>(sql: string, params: readonly Param[] = []) =>
      translating(async () => {
        take(1)
        return (await bound({ sql, params }).all<Row>()).results
      }),
    run: (sql, params = []) =>
      translating(async () => {
        take(1)
        await bound({ sql, params }).run()
      }),
    // Every commit of D1 is durable.
    batch: (statements) =>
      translating(async () => {
        if (statements.length === 0) return []
        take(statements.length)
        const answers = await database.batch(statements.map(bound))
        return answers.map(({ results }) => results)
      }),
  }
}

async function translating<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw errorOf(error)
  }
}

// D1 tells what went wrong in its message alone: "D1_ERROR: CHECK constraint failed: x: SQLITE_CONSTRAINT".
const CODES: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/constraint failed/i, 'conflict', 'Something else was stored at the same time.'],
  [
    /overloaded|timed? ?out|reset|too many requests|network connection/i,
    'unavailable',
    'D1 is busy; try again.',
  ],
  [/maximum db size|storage limit|SQLITE_FULL/i, 'unavailable', 'The D1 database is full.'],
]

function errorOf(cause: unknown): CreditlineError {
  if (cause instanceof CreditlineError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  const known = CODES.find(([words]) => words.test(message))
  const [, code = 'internal', words = 'The store failed.'] = known ?? []
  return new CreditlineError(code, `${words} (${message})`, { cause })
}
