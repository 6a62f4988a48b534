import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runWebhooks } from '../../../src/api/webhooks/deliver.ts'
import type { OutboundRequest } from '../../../src/ingest/fetch-document.ts'
import { incoming, upstream } from '../../db/samples.ts'
import { openService, type Service } from '../service.ts'
import { type Send, sender } from './client.ts'

interface Received {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: messages are looked into freely
  readonly body: any
}

let service: Service
let send: Send
let received: Received[]
/** What the other side answers next; 200 when nothing is said. */
let answers: (number | Error | [number, Record<string, string>])[]

beforeEach(async () => {
  received = []
  answers = []
  service = await openService({}, { fetchDocument: receive, random })
  send = sender(service, await service.token('admin'))
})
afterEach(() => service.close())

/** No jitter, and no key twice. */
let keys = 0
const random = (size: number) => new Uint8Array(size).fill(size === 1 ? 0 : ++keys)

async function receive(url: string, request: OutboundRequest = {}) {
  const text = String(request.body)
  received.push({ url, headers: request.headers ?? {}, text, body: JSON.parse(text) })
  const answer = answers.shift() ?? 200
  if (answer instanceof Error) throw answer
  const [status, headers] = typeof answer === 'number' ? [answer, {}] : answer
  return { url, status, headers: new Headers(headers), body: new Uint8Array(), redirects: [] }
}

const HOOK = { url: 'https://newsroom.example/hook' }

const push = (number: number, more: object = {}) =>
  send('POST /articles', {
    id: `urn:example:${number}`,
    title: `Story ${number}`,
    body_html: `<p>Text ${number}.</p>`,
    ...more,
  })

async function edit(id: number, change: object): Promise<void> {
  const { headers } = await send(`GET /articles/${id}`)
  const match = { 'if-match': headers.get('etag') ?? '' }
  expect((await send(`PATCH /articles/${id}`, change, match)).status).toBe(200)
}

const run = () => runWebhooks(service.deps)
const told = () => received.map(({ body }) => `${body.type} ${body.data.id}`)

describe('what is told', () => {
  test('nothing of what a feed published long before its first poll', async () => {
    await send('POST /webhooks', HOOK)
    const harbour = upstream('harbour')
    await service.deps.store.addUpstream(harbour)
    const published = [
      '2025-06-01T10:00:00Z',
      '2025-05-30T13:00:00Z',
      '2025-05-29T10:00:00Z',
      '2019-01-01',
    ]
    const articles = published.map((at, n) => incoming(n, { published: at }))
    await service.deps.store.savePolls([{ upstream: harbour, articles }], '2025-06-01T12:00:00Z')
    await run()
    expect(told()).toEqual(['article.new 1', 'article.new 2'])
  })

  test('new, updated and retracted articles from its making on, signed', async () => {
    await push(1)
    const { json: hook } = await send('POST /webhooks', HOOK)
    expect(await run()).toEqual({ queued: 0, delivered: 0, failed: 0 })
    await push(2)
    expect(await run()).toEqual({ queued: 1, delivered: 1, failed: 0 })
    await push(2, { title: 'Story 2, again' })
    await edit(1, { title: 'Story 1, again' })
    await run()
    await edit(2, { status: 'retracted', correction: 'It was wrong.' })
    await run()
    expect(told()).toEqual([
      'article.new 2',
      'article.updated 2',
      'article.updated 1',
      'article.retracted 2',
    ])
    const [first, , , last] = received
    expect(first?.url).toBe(HOOK.url)
    expect(first?.body.data).toMatchObject({ title: 'Story 2', body_html: '<p>Text 2.</p>' })
    expect(last?.body.data.provenance.corrections).toHaveLength(1)
    for (const { headers, text } of received) {
      const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64')
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`
      const signature = createHmac('sha256', key).update(signed).digest('base64')
      expect(headers['webhook-signature']).toBe(`v1,${signature}`)
      expect(headers['webhook-timestamp']).toBe('1748779200')
    }
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
  })

  test('only the events and articles that were asked for', async () => {
    await send('POST /webhooks', { ...HOOK, events: ['article.retracted'] })
    await send('POST /webhooks', { ...HOOK, selection: { tag: 'harbour' } })
    await push(1)
    await push(2, { tags: ['harbour'] })
    await edit(1, { status: 'retracted' })
    await run()
    expect(told().sort()).toEqual(['article.new 2', 'article.retracted 1'])
  })

  test('of an article that is withheld or removed, nothing of its text', async () => {
    await push(1)
    await send('POST /webhooks', HOOK)
    await edit(1, { status: 'withheld' })
    await run()
    expect(received[0]?.body).toMatchObject({
      type: 'article.retracted',
      data: { id: 1, status: 'withheld' },
    })
    expect(received[0]?.text).not.toContain('Text')
  })

  test('an article that is new and already withheld is nobody’s business', async () => {
    await send('POST /webhooks', HOOK)
    await push(1)
    await edit(1, { status: 'withheld' })
    expect(await run()).toEqual({ queued: 0, delivered: 0, failed: 0 })
  })

  test('an article that changes three times before it is told is told once, as new', async () => {
    await send('POST /webhooks', HOOK)
    await push(1)
    answers = [500]
    await run()
    await push(1, { title: 'B' })
    await push(1, { title: 'C' })
    service.clock.ms += 600_000
    await run()
    expect(told()).toEqual(['article.new 1', 'article.new 1'])
    expect(received[1]?.body.data.title).toBe('C')
    expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id'])
  })

  test('more changes than fit a page are all told, new ones as new', async () => {
    await send('POST /webhooks', HOOK)
    for (let n = 1; n <= 12; n++) await push(n)
    await push(3, { title: 'again' })
    const { store } = service.deps
    const paged = {
      ...store,
      listChanges: (s: object, since: number) => store.listChanges(s, since, 5),
    }
    await runWebhooks({ ...service.deps, store: paged })
    expect(told().sort()).toEqual(
      Array.from({ length: 12 }, (_, at) => `article.new ${at + 1}`).sort(),
    )
  })
})

describe('when it fails', () => {
  beforeEach(async () => {
    await send('POST /webhooks', HOOK)
    await push(1)
  })
  const deliveries = async () => {
    const [hook] = (await send('GET /webhooks')).json.webhooks
    return (await send(`GET /webhooks/${hook.id}/deliveries`)).json.deliveries
  }

  test('it is tried again, later each time, for three days', async () => {
    const waits: number[] = []
    answers = Array.from({ length: 20 }, () => new Error('no answer'))
    for (;;) {
      await run()
      const [delivery] = await deliveries()
      if (delivery.state !== 'waiting') break
      const wait = Date.parse(delivery.next_at) - service.clock.ms
      waits.push(wait / 1000)
      service.clock.ms += wait - 1000
      await run()
      service.clock.ms += 1000
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
    expect(received).toHaveLength(10)
    expect(await deliveries()).toMatchObject([
      { state: 'failed', attempts: 10, last_error: 'no answer' },
    ])
  })

  test('the queue survives a stop, also one in the middle of an attempt', async () => {
    const { access } = service.deps
    await runWebhooks({ ...service.deps, fetchDocument: () => Promise.reject(new Error('x')) })
    service.clock.ms += 6000
    const now = new Date(service.clock.ms).toISOString().replace('.000', '')
    const until = new Date(service.clock.ms + 60_000).toISOString().replace('.000', '')
    expect(await access.webhooks.claim(now, until, 10)).toHaveLength(1)
    await run()
    expect(received).toEqual([])
    service.clock.ms += 61_000
    await run()
    expect(told()).toEqual(['article.new 1'])
  })

  test('Retry-After is kept, in seconds and as a date', async () => {
    answers = [[503, { 'retry-after': '1000' }]]
    await run()
    expect(await deliveries()).toMatchObject([
      { last_status: 503, next_at: '2025-06-01T12:16:40Z' },
    ])
    answers = [[429, { 'retry-after': 'Sun, 01 Jun 2025 14:00:00 GMT' }]]
    service.clock.ms += 1_001_000
    await run()
    expect(await deliveries()).toMatchObject([{ next_at: '2025-06-01T14:00:00Z' }])
  })

  test('410 stops it until a person changes it', async () => {
    answers = [410]
    await run()
    const { json } = await send('GET /webhooks')
    expect(json.webhooks[0].stopped).toBe('gone')
    await push(2)
    await run()
    expect(received).toHaveLength(1)
    const { headers } = await send(`GET /webhooks/${json.webhooks[0].id}`)
    const match = { 'if-match': headers.get('etag') ?? '' }
    await send(`PATCH /webhooks/${json.webhooks[0].id}`, { paused: false }, match)
    await run()
    expect(told()).toEqual(['article.new 1', 'article.new 2'])
  })

  test('a redirect is a failure: a message goes where it was sent', async () => {
    answers = [307]
    expect(await run()).toMatchObject({ failed: 1 })
  })

  test('a run sends no more than it may', async () => {
    for (let n = 2; n <= 5; n++) await push(n)
    expect(await runWebhooks(service.deps, 2)).toEqual({ queued: 5, delivered: 2, failed: 0 })
    expect(await runWebhooks(service.deps, 2)).toEqual({ queued: 0, delivered: 2, failed: 0 })
  })

  test('two runs at once send each message once', async () => {
    await Promise.all([run(), run(), run()])
    expect(told()).toEqual(['article.new 1'])
  })

  test('an article that changes while its message is under way is told again', async () => {
    const fetchDocument = async (url: string, request?: OutboundRequest) => {
      if (received.length === 0) {
        await push(1, { title: 'Meanwhile' })
        await service.deps.access.webhooks
          .list()
          .then(async ([hook]) => hook && (await queueAgain(hook.id)))
      }
      return receive(url, request)
    }
    await runWebhooks({ ...service.deps, fetchDocument })
    expect(received.map(({ body }) => body.data.title)).toEqual(['Story 1', 'Meanwhile'])
  })

  async function queueAgain(id: string): Promise<void> {
    const hook = await service.deps.access.webhooks.find(id)
    const position = await service.deps.access.webhooks.findPosition()
    const change = { articleId: 1, seq: position.seq, event: 'article.updated' as const }
    if (hook)
      await service.deps.access.webhooks.queue(hook, [change], position, '2025-06-01T12:00:00Z')
  }
})

describe('keeping webhooks', () => {
  test('the secret is shown once, and 32 bytes long', async () => {
    const { status, json, headers } = await send('POST /webhooks', HOOK)
    expect(status).toBe(201)
    expect(Buffer.from(json.secret.slice(6), 'base64')).toHaveLength(32)
    expect(headers.get('location')).toBe(`https://desk.example/api/webhooks/${json.id}`)
    expect((await send(`GET /webhooks/${json.id}`)).text).not.toContain('whsec_')
    expect((await send('GET /webhooks')).text).not.toContain('whsec_')
  })

  test('changing needs the version, removing takes its messages', async () => {
    const { json, headers } = await send('POST /webhooks', HOOK)
    const path = `/webhooks/${json.id}`
    const match = { 'if-match': headers.get('etag') ?? '' }
    expect((await send(`PATCH ${path}`, { paused: true })).status).toBe(428)
    expect((await send(`PATCH ${path}`, { paused: true }, match)).json.stopped).toBe('paused')
    expect((await send(`PATCH ${path}`, { paused: false }, match)).status).toBe(412)
    await push(1)
    await run()
    expect(received).toEqual([])
    expect((await send(`DELETE ${path}`)).status).toBe(204)
    expect((await send(`GET ${path}`)).status).toBe(404)
    expect(await service.opened.sql.all('SELECT * FROM webhook_deliveries')).toEqual([])
  })

  test.each([
    'http://127.0.0.1/hook',
    'http://169.254.169.254/',
    'https://user:pass@newsroom.example/',
  ])('%s is refused', async (url) => {
    expect((await send('POST /webhooks', { url })).status).toBe(403)
  })
})
