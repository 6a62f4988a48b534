import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createWebSub, runWebSub } from '../../../src/websub/websub.ts'
import {
  agree,
  askHub,
  type LiveService,
  openLive,
  openSubscriber,
  type Subscriber,
  subscription,
} from './services.ts'

const DAY = 86_400
let hub: LiveService
let reader: Subscriber
let topic: string

beforeEach(async () => {
  hub = await openLive()
  reader = await openSubscriber()
  topic = `${hub.url}/feed.atom`
  await hub.publish('First')
})

async function subscribe(more: object = {}, callback = `${reader.url}/cb`) {
  expect((await askHub(hub, subscription(topic, callback, more))).status).toBe(202)
  await hub.run()
}
/** After the pause between two deliveries. */
async function change(title: string) {
  hub.pass(11)
  await hub.publish(title)
  await hub.run()
}
const subscriptions = () => hub.opened.sql.all('SELECT topic, callback FROM hub_subscriptions')
const outbox = () =>
  hub.opened.sql.all<{ attempts: number; due_at: string }>('SELECT * FROM websub_outbox')

describe('a subscription', () => {
  it('is confirmed with the callback, whose own query stays', async () => {
    await subscribe({ 'hub.lease_seconds': '3600' }, `${reader.url}/cb?id=7`)
    const [asked] = reader.received
    expect(asked?.method).toBe('GET')
    expect(asked?.path).toBe('/cb')
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({
      id: '7',
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.challenge': expect.stringMatching(/^[\w-]{43}$/),
      'hub.lease_seconds': '3600',
    })
    expect(await subscriptions()).toEqual([{ topic, callback: `${reader.url}/cb?id=7` }])
  })

  it.each([
    ['another text', 200, 'no'],
    ['nothing', 200, ''],
    ['404', 404, ''],
    ['a redirect', 302, ''],
  ])('that is answered with %s is none, and is not asked for again', async (_, status, text) => {
    reader = await openSubscriber((__, response) => response.writeHead(status).end(text))
    await subscribe()
    hub.pass(3600)
    await hub.run()
    expect(reader.received).toHaveLength(1)
    expect(await subscriptions()).toEqual([])
  })

  it('is confirmed later where the callback is broken for a moment, and not for longer', async () => {
    let failures = 1
    reader = await openSubscriber((one, response) =>
      failures-- > 0 ? response.writeHead(503).end() : agree(one, response),
    )
    await subscribe()
    expect(await subscriptions()).toEqual([])
    hub.pass(11)
    await hub.run()
    expect(await subscriptions()).toHaveLength(1)
    failures = 99
    await subscribe({}, `${reader.url}/other`)
    for (let hour = 0; hour < 30; hour++) {
      hub.pass(3600)
      await hub.run()
    }
    expect(reader.received.filter(({ path }) => path === '/other')).toHaveLength(3)
  })

  it.each([
    [undefined, 10 * DAY],
    ['60', 300],
    ['999999999', 30 * DAY],
    ['86400', DAY],
  ])('with a lease of %s seconds lasts %s', async (asked, given) => {
    await subscribe(asked === undefined ? {} : { 'hub.lease_seconds': asked })
    expect(reader.received[0]?.query.get('hub.lease_seconds')).toBe(String(given))
    hub.pass(given - 60)
    await hub.publish('Within')
    await hub.run()
    expect(reader.told()).toHaveLength(1)
    hub.pass(61)
    await hub.publish('After')
    await hub.run()
    expect(reader.told()).toHaveLength(1)
    expect(await subscriptions()).toEqual([])
  })

  it('is renewed by asking again, with another secret, and stays one', async () => {
    await subscribe({ 'hub.lease_seconds': '300', 'hub.secret': 'a' })
    hub.pass(200)
    await subscribe({ 'hub.lease_seconds': '300', 'hub.secret': 'b' })
    hub.pass(200)
    await change('Second')
    const [told] = reader.told()
    expect(told?.headers['x-hub-signature']).toBe(signature('sha256', 'b', told?.body))
    expect(reader.told()).toHaveLength(1)
  })

  it('stays as it was while a new request for it is not confirmed', async () => {
    let yes = true
    reader = await openSubscriber((one, response) =>
      yes || one.method === 'POST' ? agree(one, response) : response.writeHead(404).end(),
    )
    await subscribe({ 'hub.secret': 'mine' })
    yes = false
    await subscribe({ 'hub.secret': 'forged' })
    await subscribe({ 'hub.mode': 'unsubscribe' })
    await change('Second')
    const [told] = reader.told()
    expect(told?.headers['x-hub-signature']).toBe(signature('sha256', 'mine', told?.body))
  })

  it('ends when the subscriber confirms that it wants no more', async () => {
    await subscribe()
    await subscribe({ 'hub.mode': 'unsubscribe' })
    expect(reader.received.at(-1)?.query.get('hub.mode')).toBe('unsubscribe')
    expect(reader.received.at(-1)?.query.has('hub.lease_seconds')).toBe(false)
    await change('Second')
    expect(reader.told()).toEqual([])
  })
})

const signature = (hash: string, secret: string, body: Buffer | undefined) =>
  `${hash}=${createHmac(hash, secret)
    .update(body ?? '')
    .digest('hex')}`

describe('what is no subscription', () => {
  const ask = async (form: Record<string, string>, headers = {}) => {
    const answer = await askHub(hub, form, headers)
    return [answer.status, await answer.text()] as const
  }

  it.each([
    ['/feed.rss?limit=3', /query/],
    ['/feed.atom#x', /no http/],
    ['/feeds/all.rss', /its own address is .*\/feed\.rss/],
    ['/feeds/nowhere.rss', /There is no channel/],
    ['/agencies/nobody.rss', /There is no agency/],
    ['/tags/nowhere.json', /no article here has this tag/],
    ['/feed.%72ss', /There is no feed/],
    ['/articles/1', /There is no feed/],
    ['/', /There is no feed/],
  ])('%s is no topic', async (path, reason) => {
    const [status, text] = await ask(subscription(hub.url + path, `${reader.url}/cb`))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).toMatch(reason)
  })

  it.each(['https://other.example/feed.rss', 'http://127.0.0.1:1/feed.rss'])(
    '%s is no topic',
    async (url) => {
      const [status, text] = await ask(subscription(url, `${reader.url}/cb`))
      expect(status).toBe(404)
      expect(text).toMatch(/none of the feeds of/)
    },
  )

  it.each([
    [{ 'hub.mode': 'publish' }, /subscribe or unsubscribe/],
    [{ 'hub.callback': 'ftp://reader.example/' }, /hub.callback/],
    [{ 'hub.callback': `https://reader.example/${'a'.repeat(3000)}` }, /2048/],
    [{ 'hub.secret': 'ä'.repeat(100) }, /less than 200/],
    [{ 'hub.lease_seconds': '-5' }, /no number/],
  ])('%o is invalid', async (more, reason) => {
    const [status, text] = await ask(subscription(topic, `${reader.url}/cb`, more))
    expect(status).toBe(400)
    expect(text).toMatch(reason)
  })

  it.each(['http://10.0.0.7/cb', 'http://169.254.169.254/', 'http://u:p@reader.example/cb'])(
    'the callback %s is refused, and nothing is sent there',
    async (callback) => {
      const [status] = await ask(subscription(topic, callback))
      expect(status).toBe(403)
      expect(await outbox()).toEqual([])
    },
  )

  it('a body of another type, or a large one, is refused', async () => {
    const form = subscription(topic, `${reader.url}/cb`)
    expect((await ask(form, { 'content-type': 'application/json' }))[0]).toBe(415)
    expect((await ask({ ...form, x: 'a'.repeat(20_000) }))[0]).toBe(413)
    expect((await hub.app.request('/hub')).status).toBe(405)
  })

  it('a client that asks too often is told when to come again', async () => {
    const form = subscription(topic, `${reader.url}/cb`)
    const from = (address: string) => askHub(hub, form, { 'x-test-address': address })
    for (let n = 0; n < 120; n++) expect((await from('203.0.113.4')).status).toBe(202)
    const refused = await from('203.0.113.4')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await from('203.0.113.5')).status).toBe(202)
  })
})

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
    expect(told?.headers['x-hub-signature']).toBe(signature('sha256', 'between us', told?.body))
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
