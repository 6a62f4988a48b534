/** Watching at the desk: polls as they come, and who is told by the hub. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toInstant } from '../../../feeds/model/date.ts'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { followPolls } from '../../../src/desk/poll-events.tsx'
import { openService, type Service, START } from '../service.ts'
import { type Editor, signIn } from './editor.ts'

const upstream = (id: string, polledAt: number, more: Partial<Upstream> = {}): Upstream => ({
  id,
  url: `https://${id}.example/feed`,
  peer: false,
  private: false,
  tags: [],
  health: 'healthy',
  nextPollAt: toInstant(START + 3_600_000),
  lastPollAt: toInstant(polledAt),
  lastResult: '2 new, 8 known',
  failures: 0,
  movedSeen: 0,
  addedAt: toInstant(START - 86_400_000),
  ...more,
})

let service: Service
let editor: Editor
beforeEach(async () => {
  service = await openService()
  editor = await signIn(service)
})
afterEach(() => service.close())

const add = (one: Upstream) => service.deps.store.addUpstream(one)

describe('the view of polling', () => {
  test('lists the last polls, newest first, without any script', async () => {
    await add(upstream('buoy', START - 60_000))
    await add(
      upstream('anchor', START - 5_000, {
        health: 'failing',
        lastError: 'anchor.example <b>broke',
      }),
    )
    const { lastPollAt: _, ...never } = upstream('never', START)
    await add(never)
    const page = await (await editor.get('/admin/polls')).text()
    const rows = [...page.matchAll(/<li data-upstream="(\w+)"/g)].map(([, id]) => id)
    expect(rows).toEqual(['anchor', 'buoy'])
    expect(page).toContain('anchor.example &lt;b&gt;broke.')
    expect(page).toContain('2 new, 8 known.')
    expect(page).toContain('href="/admin/polls"')
  })

  test('says so where nothing was read yet', async () => {
    expect(await (await editor.get('/admin/polls')).text()).toContain('Nothing has been read yet')
  })

  test('alone may run a script, of ours, that asks nobody but us', async () => {
    const policy = async (path: string) =>
      (await editor.get(path)).headers.get('content-security-policy') ?? ''
    expect(await policy('/admin/polls')).toMatch(
      /default-src 'none'.*script-src 'self'; connect-src 'self'$/,
    )
    for (const path of ['/', '/admin', '/admin/upstreams'])
      expect(await policy(path)).not.toContain('script-src')
    const page = await (await editor.get('/admin/polls')).text()
    const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/live-\w+\.js">$/),
    ])
    const [, path = ''] = /src="([^"]+\.js)"/.exec(page) ?? []
    const script = await service.app.request(path)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await script.text()).length).toBeLessThan(2500)
  })

  test('is for administrators', async () => {
    const writer = await signIn(service, 'write')
    for (const path of ['/admin/polls', '/admin/polls/events', '/admin/subscribers'])
      expect((await writer.get(path)).status, path).toBe(403)
    expect((await service.app.request('/admin/polls/events')).status).toBe(303)
  })
})

describe('the events', () => {
  const events = (text: string) =>
    text.split('\n\n').flatMap((block) => {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      return data ? [{ id: /^id: (.*)$/m.exec(block)?.[1], ...JSON.parse(data) }] : []
    })
  const follow = async (last?: string, looks = 1, stopping?: AbortSignal) =>
    new Response(
      followPolls({ ...service.deps, ...(stopping ? { stopping } : {}) }, last, {
        everyMs: 1,
        looks,
      }),
    ).text()

  test('tell each poll once, oldest first, as the row of the page', async () => {
    await add(upstream('buoy', START - 2_000))
    await add(upstream('anchor', START - 4_000, { title: 'Anchor\nnews' }))
    const told = events(await follow(undefined, 3))
    expect(told.map((event) => event.upstream)).toEqual(['anchor', 'buoy'])
    expect(told[0].id).toBe('2025-06-01T11:59:56Z anchor')
    expect(told[0].html).toMatch(/^<li data-upstream="anchor">.*Anchor news.*<\/li>$/)
  })

  test('go on where the browser lost them, however long ago that is', async () => {
    await add(upstream('buoy', START - 120_000))
    await add(upstream('anchor', START - 5_000_000))
    expect(events(await follow()).length).toBe(0)
    const told = events(await follow('2025-06-01T11:58:00Z buoy'))
    expect(told.map((event) => event.upstream)).toEqual(['buoy'])
    expect(events(await follow('2001-01-01T00:00:00Z x')).length).toBe(1)
    expect(events(await follow('rubbish\u0000')).length).toBe(0)
  })

  test('see what any process stores while they are followed', async () => {
    const reading = follow(undefined, 50)
    await add(upstream('late', START - 1_000))
    expect(events(await reading).map((event) => event.upstream)).toEqual(['late'])
  })

  test('end when the service stops, and when the browser goes', async () => {
    const stopping = new AbortController()
    const reading = follow(undefined, 1_000_000, stopping.signal)
    stopping.abort()
    expect(await reading).toContain('retry: 1000')
    const stream = followPolls(service.deps, undefined, { everyMs: 1, looks: 1_000_000 })
    const reader = stream.getReader()
    await reader.read()
    await reader.cancel()
  })

  test('are never kept by a cache, nor held back by a proxy', async () => {
    const answer = await editor.get('/admin/polls/events')
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-accel-buffering')).toBe('no')
    await answer.body?.cancel()
  })
})

describe('subscribers', () => {
  const subscribe = (callback: string, secret?: string) =>
    service.deps.access.websub.hub.save(
      {
        topic: 'https://desk.example/feed.atom',
        callback,
        host: new URL(callback).hostname,
        expiresAt: toInstant(START + 864_000_000),
        ...(secret ? { secret } : {}),
      },
      '"1"',
    )

  test('are listed by feed and host, never with their address or secret', async () => {
    await subscribe('https://reader.example/callback/a-secret-path', 'hush-hush')
    const { hub } = service.deps.access.websub
    await hub.noteDelivery(1, toInstant(START - 600_000))
    const page = await (await editor.get('/admin/subscribers')).text()
    expect(page).toContain('reader.example')
    expect(page).toContain('href="/feed.atom"')
    expect(page).toContain('Last delivery taken 10 minutes ago.')
    expect(page).toContain('Its lease ends in 10 days; deliveries are signed.')
    expect(page).not.toContain('a-secret-path')
    expect(page).not.toContain('hush-hush')
  })

  test('that fail say why and how often', async () => {
    await subscribe('https://reader.example/x')
    const { hub } = service.deps.access.websub
    await hub.noteDelivery(1, toInstant(START), 'it answered 500')
    await hub.noteDelivery(1, toInstant(START), 'it answered 502')
    const page = await (await editor.get('/admin/subscribers')).text()
    expect(page).toContain('Failed 2 times in a row: it answered 502. It never took one.')
    await hub.noteDelivery(1, toInstant(START))
    expect(await hub.listSubscribers(0, 5)).toMatchObject([{ failures: 0 }])
  })

  test('can be dropped: it gets nothing any more, and is told so', async () => {
    await subscribe('https://reader.example/x')
    await subscribe('https://other.example/x')
    const { hub, outbox } = service.deps.access.websub
    await hub.tell('https://desk.example/feed.atom', '"2"', toInstant(START))
    const answer = await editor.post('/admin/subscribers/1/drop')
    expect(answer.headers.get('location')).toBe('/admin/subscribers?done=dropped')
    expect(await hub.listSubscribers(0, 5)).toMatchObject([{ host: 'other.example' }])
    expect(await outbox.count('deliver')).toBe(1)
    const [ask] = await outbox.claim('ask', {
      now: toInstant(START),
      until: toInstant(START + 1000),
      limit: 5,
      fullHosts: [],
    })
    expect(JSON.parse(ask?.job ?? '{}')).toMatchObject({
      ask: 'deny',
      callback: 'https://reader.example/x',
    })
  })

  test('come in pages', async () => {
    for (let i = 0; i < 51; i++) await subscribe(`https://r${i}.example/x`)
    const page = await (await editor.get('/admin/subscribers')).text()
    expect(page.match(/class="card /g)?.length).toBe(50)
    expect(page).toContain('href="/admin/subscribers?after=50"')
    expect(await (await editor.get('/admin/subscribers?after=50')).text()).toContain('r50.example')
  })
})
