import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PollOutcome, Store } from '../../../db/store.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'
import { createPoller } from '../../../src/ingest/poller.ts'
import { type PollingDeps, pollAll } from '../../../src/ingest/polling.ts'
import { openDoor, serve } from './loopback.ts'
import { createClock, item, openMemory, rss, START, sha256, upstreamAt } from './polls.ts'

const silent = { debug() {}, info() {}, error() {} }

async function setUp(
  allow: readonly string[],
  more: Partial<Pick<PollingDeps, 'retryAfterScope' | 'perHost'>> = {},
) {
  const store = await openMemory()
  const clock = createClock()
  const deps = {
    store,
    fetchDocument: openDoor(allow, { deadlineMs: 30_000 }),
    sha256,
    baseUrl: 'https://reader.example',
    now: clock.now,
    monotonic: () => performance.now(),
    chance: () => 0.5,
    log: silent,
    ...more,
  }
  return { store, clock, deps }
}

const feedOf = (path: string) =>
  rss(
    [item(1), item(2)].map((text) =>
      text.replaceAll('harbour.example/', `harbour.example${path}/`),
    ),
  )

describe('pollAll', () => {
  it('stores all, in few batches; polled again, unchanged feeds write no article', async () => {
    const server = await serve((request, response) => {
      response.setHeader('etag', '"1"')
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else response.end(feedOf(request.url ?? ''))
    })
    const { store, deps } = await setUp([server.host])
    const upstreams = Array.from({ length: 30 }, (_, i) =>
      upstreamAt(`${server.url}/${i}`, { id: `u${i}` }),
    )
    for (const upstream of upstreams) await store.addUpstream(upstream)
    const batches: number[] = []
    const counted = {
      ...store,
      savePolls: (outcomes: readonly PollOutcome[], ...rest: [string]) => {
        batches.push(outcomes.length)
        return store.savePolls(outcomes, ...rest)
      },
    }
    await pollAll(upstreams, { ...deps, store: counted })
    expect(batches.reduce((a, b) => a + b)).toBe(30)
    expect(batches.length).toBeLessThan(30)
    const { articles } = await store.findStats()
    expect(articles).toBe(60)
    const { seq } = await store.findSelectionState({})

    const statuses: (number | undefined)[] = []
    await pollAll(await store.listUpstreams(), deps, ({ upstream, articles }) => {
      statuses.push(upstream.lastStatus)
      expect(articles).toEqual([])
    })
    expect(statuses).toEqual(Array(30).fill(304))
    expect((await store.findSelectionState({})).seq).toBe(seq)
    const page = await store.listArticles({ q: 'reopens' }, { limit: 100 })
    expect(page.articles).toHaveLength(60)
  })

  it('leaves the others their articles when one cannot be stored', async () => {
    const server = await serve((request, response) => response.end(feedOf(request.url ?? '')))
    const { store, deps } = await setUp([server.host])
    const upstreams = ['a', 'b', 'c'].map((id) => upstreamAt(`${server.url}/${id}`, { id }))
    for (const upstream of upstreams) await store.addUpstream(upstream)
    const broken = {
      ...store,
      savePolls: async (outcomes: readonly PollOutcome[], ...rest: [string]) => {
        if (outcomes.some(({ upstream, articles }) => upstream.id === 'b' && articles.length > 0))
          throw new Error('row too large')
        return store.savePolls(outcomes, ...rest)
      },
    }
    await pollAll(upstreams, { ...deps, store: broken })
    expect((await store.findStats()).articles).toBe(4)
    expect(await store.findUpstream('b')).toMatchObject({
      health: 'failing',
      lastError: 'what it sent could not be stored; the log says why',
    })
  })

  it('throws what the store throws when it is out of service', async () => {
    const server = await serve((request, response) => response.end(feedOf(request.url ?? '')))
    const { deps } = await setUp([server.host])
    const full = {
      ...deps.store,
      savePolls: async () => {
        throw new CreditlineError('unavailable', 'the disk is full')
      },
    }
    const upstreams = ['a', 'b', 'c'].map((id) => upstreamAt(`${server.url}/${id}`, { id }))
    await expect(pollAll(upstreams, { ...deps, store: full })).rejects.toThrow('the disk is full')
  })

  it('holds a whole host off where the operator wants that', async () => {
    const server = await serve((_, response) =>
      response.writeHead(429, { 'retry-after': '900' }).end(),
    )
    const { store, deps } = await setUp([server.host], { retryAfterScope: 'host', perHost: 1 })
    const upstreams = ['a', 'b', 'c'].map((id) => upstreamAt(`${server.url}/${id}`, { id }))
    for (const upstream of upstreams) await store.addUpstream(upstream)
    await pollAll(upstreams, deps)
    expect(server.seen).toHaveLength(1)
  })
})

describe('the poller', () => {
  async function running(deps: Awaited<ReturnType<typeof setUp>>['deps']) {
    const poller = createPoller(deps)
    onTestFinished(() => poller.stop())
    poller.start()
    return poller
  }
  const until = async (holds: () => Promise<boolean> | boolean) => {
    for (let i = 0; i < 400 && !(await holds()); i++) await wait(10)
    expect(await holds()).toBe(true)
  }
  const isHealthy = async (store: Store, id: string) =>
    (await store.findUpstream(id))?.health === 'healthy'

  it('polls what is due, and again when it is due again', async () => {
    const server = await serve((request, response) => response.end(feedOf(request.url ?? '')))
    const { store, clock, deps } = await setUp([server.host])
    await store.addUpstream(upstreamAt(`${server.url}/now`, { id: 'now' }))
    await store.addUpstream(
      upstreamAt(`${server.url}/later`, { id: 'later', nextPollAt: '2026-03-03T13:00:00Z' }),
    )
    await store.addUpstream(upstreamAt(`${server.url}/paused`, { id: 'paused', health: 'paused' }))
    await running(deps)
    await until(() => isHealthy(store, 'now'))
    expect(server.seen.map(({ url }) => url)).toEqual(['/now'])
    clock.pass(3601)
    await until(() => isHealthy(store, 'later'))
    expect(server.seen.map(({ url }) => url)).not.toContain('/paused')
  })

  it('repairs times that a wrong clock set, ten years ahead', async () => {
    const server = await serve((request, response) => response.end(feedOf(request.url ?? '')))
    const { store, clock, deps } = await setUp([server.host])
    await store.addUpstream(
      upstreamAt(`${server.url}/a`, { id: 'a', nextPollAt: '2036-03-03T12:00:00Z' }),
    )
    await running(deps)
    await until(async () => ((await store.findUpstream('a'))?.nextPollAt ?? '') < '2026-03-04')
    clock.pass(301)
    await until(() => isHealthy(store, 'a'))
  })

  it('stops at once, stores what is done and nothing of what is not', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/quick') response.end(feedOf('/quick'))
    })
    const { store, deps } = await setUp([server.host], { perHost: 5 })
    for (const id of ['quick', 'slow'])
      await store.addUpstream(upstreamAt(`${server.url}/${id}`, { id }))
    const poller = await running(deps)
    await until(() => server.seen.length === 2)
    await wait(50)
    await poller.stop()
    expect(await store.findUpstream('quick')).toMatchObject({ health: 'healthy' })
    expect(await store.findUpstream('slow')).toMatchObject({ health: 'new', nextPollAt: START })
  })
})
