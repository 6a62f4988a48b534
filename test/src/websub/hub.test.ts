import { beforeEach, describe, expect, it } from 'vitest'
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
    expect(told?.headers['x-hub-signature']).toBe(signatureOf(told?.body ?? '', 'b'))
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
    expect(told?.headers['x-hub-signature']).toBe(signatureOf(told?.body ?? '', 'mine'))
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
