/** The limits of the free plan hold for whatever comes: large feeds, chains of redirects, many to be told. */

import { applyD1Migrations, createScheduledController, env, reset } from 'cloudflare:test'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAccessStore } from '../../../db/access-store.ts'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import { PLANS } from '../../../src/worker/limits.ts'
import type { Env } from '../../../src/worker/settings.ts'
import worker from '../../../src/worker.ts'
import { agency, incoming, NOW, upstream } from '../../db/samples.ts'
import { type Counting, counting } from './counting.ts'

const MOST = PLANS.free.requests
const sql = openD1(env.DB)
const store = createStore(sql)
const access = createAccessStore(sql)
let counted: Counting
let asked: number
let answer: (url: URL) => Response

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  counted = counting(env.DB)
  asked = 0
  vi.stubGlobal('fetch', async (url: URL) => {
    asked++
    return answer(new URL(url))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const sent: unknown[] = []
const envWith = (more: object = {}): Env => ({ ...env, DB: counted.database, ...more }) as Env
const queue = { sendBatch: async (messages: { body: unknown }[]) => void sent.push(...messages) }

/** Requests and queries of one invocation. */
async function spent(work: () => Promise<unknown>): Promise<number> {
  const before = counted.cost.queries + asked
  await work()
  return counted.cost.queries + asked - before
}

const item = (n: number, size: number) =>
  `<item><guid>https://harbour.example/${n}</guid><title>Ferry ${n}</title><description>${'It left the quay on time. '.repeat(size / 26)}</description></item>`
const feed = (host: string, count: number, size: number) =>
  new Response(
    `<rss version="2.0"><channel><title>${host}</title>${Array.from({ length: count }, (_, n) => item(n, size)).join('')}</channel></rss>`,
    { headers: { etag: '"1"' } },
  )

async function dueUpstreams(count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await store.addUpstream(upstream(`u${n}`, { url: `https://u${n}.example/feed` }))
}

const until = '2030-01-01T00:00:00Z'

async function lend(count: number) {
  for (let n = 0; n < count; n++)
    await store.saveUpstream(
      upstream(`u${n}`, { url: `https://u${n}.example/feed`, nextPollAt: until }),
    )
  return Array.from({ length: count }, (_, n) => ({ id: `u${n}`, until }))
}

async function poll(leases: readonly object[]): Promise<string> {
  let end = ''
  const message = {
    ...{ id: 'm', attempts: 1, body: { kind: 'poll', leases } },
    ack: () => (end = 'done'),
    retry: () => (end = 'again'),
  }
  await worker.queue({ queue: 'creditline-polls', messages: [message] } as never, envWith())
  return end
}

test('the ordinary feeds of a message are polled and stored well within it', async () => {
  answer = (url) => feed(url.host, 15, 2000)
  const leases = await lend(PLANS.free.upstreamsTogether)
  expect(await spent(() => poll(leases))).toBeLessThanOrEqual(MOST)
  expect((await store.findStats()).articles).toBe(15 * leases.length)
})

test('of feeds too large for one run the rest comes with the next, until all is stored', async () => {
  answer = (url) => feed(url.host, 50, 13_000)
  let runs = 0
  for (; (await store.findStats()).articles < 200 && runs < 40; runs++) {
    const leases = await lend(4)
    expect(await spent(() => poll(leases))).toBeLessThanOrEqual(MOST)
  }
  expect([(await store.findStats()).articles, runs > 2]).toEqual([200, true])
  expect(await store.findUpstream('u0')).toMatchObject({ health: 'healthy', etag: '"1"' })
})

test('where redirects use it up, what could be asked is stored and the rest is tried again', async () => {
  answer = (url) => {
    const hop = Number(url.searchParams.get('hop') ?? 0)
    if (hop === 5) return feed(url.host, 3, 260)
    return new Response(null, {
      status: 301,
      headers: { location: `${url.origin}/feed?hop=${hop + 1}` },
    })
  }
  const leases = await lend(8)
  expect(await spent(async () => expect(await poll(leases)).toBe('again'))).toBeLessThanOrEqual(
    MOST,
  )
  const polled = (await store.listUpstreams()).filter(({ health }) => health === 'healthy')
  expect(polled.length).toBeGreaterThanOrEqual(2)
  const left = leases.filter(({ id }) => !polled.some((one) => one.id === id))
  expect(left.length).toBeGreaterThan(0)
})

test('a tick that has everything to do keeps within it, with and without a queue', async () => {
  answer = (url) => feed(url.host, 30, 2000)
  await dueUpstreams(150)
  await store.saveArticles(
    Array.from({ length: 120 }, (_, n) =>
      incoming(n + 1000, { credits: [agency('Polaris', 'polaris')] }),
    ),
    NOW,
  )
  for (let n = 0; n < 12; n++) {
    const topic = `http://127.0.0.1:8787/agencies/polaris.rss?limit=${n + 1}`
    const subscription = {
      topic,
      host: 'reader.example',
      callback: `https://reader${n}.example/cb`,
      expiresAt: until,
    }
    await access.websub.hub.save(subscription as never, '"0-told"')
  }
  vi.useFakeTimers({ toFake: ['Date'] })
  for (const POLLS of [queue, undefined])
    for (let minute = 0; minute < 3; minute++) {
      vi.setSystemTime(Date.parse('2026-01-01T00:00:00Z') + minute * 60_000)
      const tick = () => worker.scheduled(createScheduledController(), envWith({ POLLS }))
      expect(await spent(tick)).toBeLessThanOrEqual(MOST)
    }
  vi.useRealTimers()
  expect(sent.length).toBeGreaterThan(0)
  expect((await store.listDueUpstreams(toInstant(Date.now()), 500)).length).toBeLessThan(150)
})
