/** What the store costs on D1: queries and rows read of the main operations stay below the limits of the free plan. */

import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import type { Store } from '../../../db/store.ts'
import { rawHtml } from '../../../feeds/model/html.ts'
import { cleanArticles } from '../../../src/publish/clean.ts'
import { PLANS } from '../../../src/worker/limits.ts'
import { agency, incoming, LATER, NOW, upstream } from '../../db/samples.ts'
import { type Counting, costOf, counting } from './counting.ts'

let counted: Counting
let store: Store

const spent = (work: () => Promise<unknown>) => costOf(counted, work)

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  counted = counting(env.DB)
  store = createStore(openD1(counted.database))
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
  expect((await spent(poll('a'))).queries).toBeLessThan(PLANS.free.requests / 2)
  expect((await spent(poll('b'))).queries).toBeLessThan(PLANS.free.requests / 2)
})

test('a poll that finds nothing new reads what it was told and its upstream', async () => {
  await store.savePolls([{ upstream: upstream('harbour'), articles: entries(30, 'a') }], NOW)
  const known = await spent(async () => {
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
  const page = await spent(() => store.listArticles({}, { limit: 50 }))
  expect(page).toEqual({ queries: 1, rowsRead: 51, rowsWritten: 0 })
  expect(await spent(() => store.findSelectionState({}))).toMatchObject({ queries: 1, rowsRead: 1 })
})

test('the newest fifty of one facet read one row each as well', async () => {
  await store.saveArticles(entries(200, 'a'), NOW)
  const page = await spent(() => store.listArticles({ agency: 'polaris' }, { limit: 50 }))
  expect(page).toMatchObject({ queries: 2, rowsWritten: 0 })
  expect(page.rowsRead).toBeLessThanOrEqual(53)
})

test('of a facet with few, two rows each', async () => {
  await store.saveArticles(entries(25, 'a'), NOW)
  const page = await spent(() => store.listArticles({ agency: 'polaris' }, { limit: 50 }))
  expect(page.rowsRead).toBeLessThanOrEqual(53)
})

test('large bodies are stored, cleaned and indexed in values below the limit', async () => {
  const body = { clean: false as const, html: rawHtml('海の上の凧。'.repeat(40_000)) }
  const large = Array.from({ length: 6 }, (_, n) => incoming(n, { body }))
  await store.savePolls([{ upstream: upstream('harbour'), articles: large }], NOW)
  const { articles } = await store.listArticles({}, { limit: 50 })
  expect((await cleanArticles(articles, store)).length).toBe(6)
  expect((await store.listArticles({}, { limit: 1 })).articles[0]?.article.body?.clean).toBe(true)
})
