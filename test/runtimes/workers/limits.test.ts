/** What the store costs on D1: queries and rows read of the main operations stay below the limits of the free plan. */

import { applyD1Migrations, env, reset } from 'cloudflare:test'
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import { beforeEach, expect, test } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import type { Store } from '../../../db/store.ts'
import { agency, incoming, LATER, NOW, upstream } from '../../db/samples.ts'

/** Queries an invocation may make on the free plan. */
const MOST_QUERIES = 50

let queries = 0
let rowsRead = 0
let store: Store

/** D1, counting. */
function counting(database: D1Database): D1Database {
  const note = <R extends D1Result>(result: R): R => {
    queries += 1
    rowsRead += result.meta.rows_read
    return result
  }
  const wrap = (statement: D1PreparedStatement): object => ({
    statement,
    bind: (...params: unknown[]) => wrap(statement.bind(...params)),
    all: async () => note(await statement.all()),
    run: async () => note(await statement.run()),
  })
  return {
    prepare: (sql: string) => wrap(database.prepare(sql)),
    batch: async (wrapped: { statement: D1PreparedStatement }[]) =>
      (await database.batch(wrapped.map(({ statement }) => statement))).map(note),
  } as unknown as D1Database
}

async function costOf(
  work: () => Promise<unknown>,
): Promise<{ queries: number; rowsRead: number }> {
  queries = 0
  rowsRead = 0
  await work()
  return { queries, rowsRead }
}

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  store = createStore(openD1(counting(env.DB)))
  await store.addUpstream(upstream('harbour'))
})

const entries = (count: number, hash: string) =>
  Array.from({ length: count }, (_, n) =>
    incoming(
      n,
      { credits: [agency('Polaris', 'polaris')], tags: [{ term: `t${n}` }] },
      `${hash}${n}`,
    ),
  )

test('a poll of a hundred new entries, then of as many changed ones, is far from the limit', async () => {
  const poll = (hash: string) => () =>
    store.savePolls([{ upstream: upstream('harbour'), articles: entries(100, hash) }], NOW)
  expect((await costOf(poll('a'))).queries).toBeLessThan(MOST_QUERIES / 2)
  expect((await costOf(poll('b'))).queries).toBeLessThan(MOST_QUERIES / 2)
})

test('a poll that finds nothing new reads what it was told and its upstream', async () => {
  await store.savePolls([{ upstream: upstream('harbour'), articles: entries(30, 'a') }], NOW)
  const known = await costOf(async () => {
    await store.findKnown(
      'harbour',
      entries(30, 'a').map(({ article }) => article.guid),
    )
    await store.savePolls([{ upstream: upstream('harbour'), articles: [] }], LATER)
  })
  expect(known.queries).toBeLessThanOrEqual(5)
  expect(known.rowsRead).toBeLessThanOrEqual(70)
})

test('the newest fifty of everything read one row each, their state one', async () => {
  await store.saveArticles(entries(200, 'a'), NOW)
  const page = await costOf(() => store.listArticles({}, { limit: 50 }))
  expect(page).toEqual({ queries: 1, rowsRead: 51 })
  expect(await costOf(() => store.findSelectionState({}))).toEqual({ queries: 1, rowsRead: 2 })
})

test('of one facet two rows each, however many articles there are', async () => {
  await store.saveArticles(entries(200, 'a'), NOW)
  const page = await costOf(() => store.listArticles({ agency: 'polaris' }, { limit: 50 }))
  expect(page.queries).toBe(2)
  expect(page.rowsRead).toBeLessThanOrEqual(110)
})
