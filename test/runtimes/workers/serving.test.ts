/** Serving from the cache and from D1: what a request reads, and that it is never older than it may be. */

import {
  applyD1Migrations,
  createExecutionContext,
  env,
  reset,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import type { Env } from '../../../src/worker/settings.ts'
import worker from '../../../src/worker.ts'
import { agency, incoming, LATER, NOW } from '../../db/samples.ts'
import { type Counting, counting } from './counting.ts'
import { sanitizeArticles } from './sanitized.ts'

const BASE = 'http://127.0.0.1:8787'
const store = createStore(openD1(env.DB))
let counted: Counting

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  counted = counting(env.DB)
  await store.saveArticles(articles(200), NOW)
  await sanitizeArticles(store)
})
afterAll(() => {
  vi.useRealTimers()
})

const articles = (count: number, hash = 'a') =>
  Array.from({ length: count }, (_, n) =>
    incoming(
      n,
      { credits: [agency('Polaris', 'polaris')], published: toInstant(Date.UTC(2025, 0, 1, n)) },
      `${hash}${n}`,
    ),
  )

/** Asks the worker; what the answer cost in rows. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const context = createExecutionContext()
  const before = { ...counted.cost }
  const request = new Request(`${BASE}${path}`, { headers, method })
  const response = await worker.fetch(
    request as never,
    { ...env, DB: counted.database } as Env,
    context as never,
  )
  const text = await response.clone().text()
  await waitOnExecutionContext(context)
  return {
    response,
    text,
    etag: response.headers.get('etag') ?? '',
    rowsRead: counted.cost.rowsRead - before.rowsRead,
    rowsWritten: counted.cost.rowsWritten - before.rowsWritten,
  }
}

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

const FEEDS = ['/agencies/polaris.rss', '/sources/the-harbour-post.atom', '/feed.json', '/feed.rss']

test('a miss of fifty items reads sixty rows at most, a hit none, 304 none', async () => {
  await ask('/feed.atom')
  for (const path of FEEDS) {
    later(10_000)
    const miss = await ask(path)
    expect([path, miss.response.status, miss.rowsWritten]).toEqual([path, 200, 0])
    expect([path, Math.max(miss.rowsRead, 60)]).toEqual([path, 60])
    const hit = await ask(path)
    expect([hit.rowsRead, hit.text === miss.text, hit.etag]).toEqual([0, true, miss.etag])
    expect(Object.fromEntries(hit.response.headers)).toEqual(
      Object.fromEntries(miss.response.headers),
    )
    const same = await ask(path, { 'if-none-match': miss.etag })
    expect([same.response.status, same.rowsRead, same.text]).toEqual([304, 0, ''])
    later(10_000)
    const known = await ask(path, { 'if-none-match': miss.etag })
    expect([known.response.status, known.rowsRead]).toEqual([304, 1])
  }
})

test('what has not changed is asked about and sent on; what has is made anew', async () => {
  const before = await ask('/agencies/polaris.rss')
  await store.saveArticles([incoming(900, { credits: [agency('Other', 'other')] })], LATER)
  later(10_000)
  const renewed = await ask('/agencies/polaris.rss')
  expect([renewed.etag, renewed.text]).toEqual([before.etag, before.text])
  expect(renewed.rowsRead).toBeLessThanOrEqual(10)
  expect((await ask('/agencies/polaris.rss')).rowsRead).toBe(0)
  await store.saveArticles([incoming(901, { credits: [agency('Polaris', 'polaris')] })], LATER)
  expect((await ask('/agencies/polaris.rss')).etag).toBe(before.etag)
  later(10_000)
  expect((await ask('/agencies/polaris.rss')).etag).not.toBe(before.etag)
})

test('deltas, sessions and what is private go by the cache', async () => {
  const whole = await ask('/feed.atom')
  expect(whole.response.headers.get('cache-control')).toBe('public, max-age=60')
  await store.saveArticles([incoming(902)], LATER)
  later(10_000)
  const delta = await ask('/feed.atom', { 'a-im': 'feed', 'if-none-match': whole.etag })
  expect([delta.response.status, delta.text.includes('902')]).toEqual([226, true])
  expect((await ask('/feed.atom')).text).toContain('timetable 199')
  for (const headers of [{ cookie: 'session=x' }, { authorization: 'Bearer x' }])
    expect((await ask('/', headers as never)).rowsRead).toBeGreaterThan(0)
  expect((await ask('/admin')).response.status).not.toBe(200)
})

test('pages are kept as feeds are, and answer HEAD without a body', async () => {
  const page = await ask('/')
  expect(page.response.headers.get('cache-control')).toBe('no-cache')
  expect((await ask('/')).rowsRead).toBe(0)
  const head = await ask('/', {}, 'HEAD')
  expect([head.response.status, head.text, head.etag, head.rowsRead]).toEqual([
    200,
    '',
    page.etag,
    0,
  ])
  expect((await ask('/articles/99999')).response.status).toBe(404)
  expect((await ask('/', { 'if-none-match': page.etag })).response.status).toBe(304)
})

test('while the database does not answer, what is kept is sent, and the rest is an error of ours', async () => {
  const before = await ask('/feed.json')
  later(10_000)
  const { database } = counted
  const broken = () => {
    throw new Error('D1_ERROR: overloaded')
  }
  counted = { ...counted, database: { ...database, prepare: broken } as never }
  const during = await ask('/feed.json')
  expect([during.response.status, during.etag]).toEqual([200, before.etag])
  expect((await ask('/feed.json?limit=7')).response.status).toBe(503)
  counted = { ...counted, database }
})
