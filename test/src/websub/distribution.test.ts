import { beforeEach, describe, expect, it } from 'vitest'
import { createWebSub, runWebSub } from '../../../src/websub/websub.ts'
import { type OpenHub, openHub } from './open-hub.ts'
import { agree, askHub, openSubscriber, signatureOf, subscription } from './services.ts'

const DAY = 86_400
let hub: OpenHub['hub']
let reader: OpenHub['reader']
let topic: OpenHub['topic']
let subscribeTo: OpenHub['subscribeTo']
let change: OpenHub['change']
let subscriptions: OpenHub['subscriptions']
let outbox: OpenHub['outbox']

beforeEach(async () => {
  ;({ hub, reader, topic, subscribeTo, change, subscriptions, outbox } = await openHub())
})

const subscribe = (more: object = {}, callback = `${reader.url}/cb`) =>
  subscribeTo(topic, callback, more)

describe('content distribution', () => {
  it('sends the whole feed with its type, its links and a signature', async () => {
    await subscribe({ 'hub.secret': 'between us' })
    expect(reader.told()).toEqual([])
    await change('Second')
    const [told] = reader.told()
    const served = await hub.app.request('/feed.atom')
    expect(told?.path).toBe('/cb')
    expect(told?.body.toString()).toBe(await served.text())
    expect(told?.body.toString()).toContain('Second')
    expect(told?.headers['content-type']).toBe(served.headers.get('content-type'))
    expect(told?.headers.link).toBe(`<${hub.url}/hub>; rel="hub", <${topic}>; rel="self"`)
    expect(told?.headers['x-hub-signature']).toBe(signatureOf(told?.body ?? '', 'between us'))
  })

  it('is unsigned without a secret, and says nothing while nothing changes', async () => {
    await subscribe()
    await change('Second')
    await hub.run()
    hub.pass(3600)
    await hub.run()
    expect(reader.told()).toHaveLength(1)
    expect(reader.told()[0]?.headers).not.toHaveProperty('x-hub-signature')
  })

  it('tells of each format, and of selections only what is theirs', async () => {
    await hub.publish('Tagged', { tags: ['harbour'] })
    for (const path of ['/feed.rss', '/feed.json', '/tags/harbour.rss'])
      await askHub(hub, subscription(hub.url + path, reader.url + path))
    await hub.run()
    await change('Second')
    expect(
      reader
        .told()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/feed.json', '/feed.rss'])
  })

  it('tells changes in a row together', async () => {
    await subscribe()
    await change('Second')
    await hub.publish('Third')
    await hub.run()
    await hub.publish('Fourth')
    await hub.run()
    expect(reader.told()).toHaveLength(1)
    hub.pass(11)
    await hub.run()
    expect(reader.told()).toHaveLength(2)
    expect(reader.told()[1]?.body.toString()).toContain('Fourth')
  })

  it('tries again, later each time, for a day, and then with the next change', async () => {
    let status = 500
    reader = await openSubscriber((one, response) =>
      one.method === 'POST' ? response.writeHead(status).end() : agree(one, response),
    )
    await subscribe()
    await change('Second')
    const waits: number[] = []
    for (;;) {
      const [waiting] = await outbox()
      if (!waiting) break
      const wait = (Date.parse(waiting.due_at) - hub.clock.ms) / 1000
      waits.push(wait)
      hub.pass(wait - 1)
      await hub.run()
      hub.pass(1)
      await hub.run()
    }
    expect(waits.slice(0, 8)).toEqual([10, 30, 90, 270, 810, 2430, 7290, 14_400])
    expect(waits.reduce((a, b) => a + b)).toBeLessThanOrEqual(DAY)
    expect(reader.told()).toHaveLength(waits.length + 1)
    status = 204
    await change('Third')
    expect(reader.told().at(-1)?.body.toString()).toContain('Third')
    expect(await outbox()).toEqual([])
  })

  it('of a feed that changes while a retry waits sends the newest, once', async () => {
    let status = 503
    reader = await openSubscriber((one, response) =>
      one.method === 'POST'
        ? response.writeHead(status, { 'retry-after': '100' }).end()
        : agree(one, response),
    )
    await subscribe()
    await change('Second')
    await change('Third')
    expect(reader.told()).toHaveLength(1)
    status = 200
    hub.pass(100)
    await hub.run()
    expect(reader.told()).toHaveLength(2)
    expect(reader.told()[1]?.body.toString()).toContain('Third')
    expect(await outbox()).toEqual([])
  })

  it('that is answered 410 ends the subscription', async () => {
    reader = await openSubscriber((one, response) =>
      one.method === 'POST' ? response.writeHead(410).end() : agree(one, response),
    )
    await subscribe()
    await change('Second')
    expect(await subscriptions()).toEqual([])
    await change('Third')
    expect(reader.told()).toHaveLength(1)
  })

  it('that is answered with a long page has arrived', async () => {
    reader = await openSubscriber((one, response) =>
      response.end(one.query.get('hub.challenge') ?? 'x'.repeat(1_000_000)),
    )
    await subscribe()
    await change('Second')
    expect(await outbox()).toEqual([])
  })

  it('follows no redirect: what is told goes where it was asked for', async () => {
    reader = await openSubscriber((one, response) =>
      one.method === 'POST'
        ? response.writeHead(307, { location: '/elsewhere' }).end()
        : agree(one, response),
    )
    await subscribe()
    await change('Second')
    expect(reader.told().map(({ path }) => path)).toEqual(['/cb'])
    expect(await outbox()).toHaveLength(1)
  })

  it('of a channel that is removed ends, and its subscribers are told so', async () => {
    const channel = {
      slug: 'harbour',
      title: 'Harbour',
      hubs: [],
      selection: {},
      presentation: {
        links: 'original',
        fullText: true,
        creditParagraph: true,
        duplicates: 'show',
        size: 10,
      },
    } as const
    await hub.deps.store.saveChannel(channel, '2025-06-01T12:00:00Z')
    topic = `${hub.url}/feeds/harbour.rss`
    await subscribe()
    await hub.deps.store.removeChannel('harbour')
    await change('Second')
    const denied = reader.received.at(-1)
    expect(denied?.query.get('hub.mode')).toBe('denied')
    expect(denied?.query.get('hub.topic')).toBe(topic)
    expect(denied?.query.get('hub.reason')).toMatch(/no such feed/)
    expect(await subscriptions()).toEqual([])
    expect(reader.told()).toEqual([])
  })
})

describe('a slow subscriber', () => {
  it('delays nobody, on its own host or on others', async () => {
    const slow = await openSubscriber((one, response) => {
      if (one.method === 'GET') agree(one, response)
    })
    for (let n = 0; n < 6; n++) await askHub(hub, subscription(topic, `${slow.url}/slow${n}`))
    await subscribe()
    hub.pass(11)
    await hub.publish('Second')
    await hub.websub.advance()
    await expect.poll(() => reader.told().length).toBe(1)
    expect(slow.told().length).toBeGreaterThan(0)
    expect(await outbox()).toHaveLength(6)
  })
})

describe('a run of its own', () => {
  it('sends so many messages and no more', async () => {
    for (let n = 0; n < 5; n++) await askHub(hub, subscription(topic, `${reader.url}/${n}`))
    await runWebSub(hub.deps, 3)
    expect(await subscriptions()).toHaveLength(3)
    await runWebSub(hub.deps, 3)
    expect(await subscriptions()).toHaveLength(5)
  })
})

describe('a restart', () => {
  it('in the middle of deliveries loses none, and of changes meanwhile tells', async () => {
    const answered: (() => void)[] = []
    const slow = await openSubscriber((one, response) => {
      if (one.method === 'GET') agree(one, response)
      else answered.push(() => response.end())
    })
    for (let n = 0; n < 20; n++) await askHub(hub, subscription(topic, `${slow.url}/${n}`))
    await hub.run()
    hub.pass(11)
    await hub.publish('Second')
    await hub.websub.advance()
    await expect.poll(() => answered.length).toBe(8)
    const stopping = hub.websub.stop()
    for (const answer of answered) answer()
    await stopping
    expect(slow.told()).toHaveLength(8)
    await hub.publish('Third')
    const again = createWebSub(hub.deps)
    hub.pass(11)
    await again.advance()
    const all = setInterval(() => answered.splice(0).forEach((answer) => void answer()), 5)
    await again.idle()
    clearInterval(all)
    await again.stop()
    const last = new Map(slow.told().map(({ path, body }) => [path, body.toString()]))
    expect(last.size).toBe(20)
    for (const body of last.values()) expect(body).toContain('Third')
    expect(await outbox()).toEqual([])
  })

  it('after a kill makes what was under way due again', async () => {
    await subscribe()
    hub.pass(11)
    await hub.publish('Second')
    const { hub: store, outbox: queue } = hub.deps.access.websub
    await store.tell(topic, '"x"', '2025-06-01T12:00:11Z')
    const claim = { now: '2025-06-01T12:00:11Z', until: '2025-06-01T12:05:11Z' }
    await queue.claim('deliver', { ...claim, limit: 9, fullHosts: [] })
    hub.pass(60)
    await hub.websub.idle()
    expect(reader.told()).toHaveLength(0)
    hub.pass(300)
    await hub.websub.idle()
    expect(reader.told()).toHaveLength(1)
  })
})
