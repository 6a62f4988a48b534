import { createHmac } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { pollAll } from '../../../src/ingest/polling.ts'
import { serve } from '../ingest/loopback.ts'
import { item, rss, upstreamAt } from '../ingest/polls.ts'
import { type LiveService, openLive } from './services.ts'

const DAY = 86_400
const NOW = '2025-06-01T12:00:00Z'

/** A publisher with a hub, both of others, and a service of ours that has polled it once. */
async function setUp(more: Partial<Upstream> = {}, hubAnswer: RequestListener = accept) {
  const publisher: { body: string; headers: Record<string, string> } = { body: '', headers: {} }
  const asked: URLSearchParams[] = []
  const hub = await serve(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    asked.push(new URLSearchParams(text))
    hubAnswer(request, response)
  })
  const feed = await serve((_, response) => {
    for (const [name, value] of Object.entries(publisher.headers)) response.setHeader(name, value)
    response.end(publisher.body)
  })
  const topic = `${feed.url}/feed`
  const links = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.url}/hub"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${topic}"/>`
  publisher.body = rss([item(1)], links)
  const us = await openLive()
  await us.deps.store.addUpstream(upstreamAt(topic, { addedAt: NOW, nextPollAt: NOW, ...more }))
  const poll = async () => {
    const upstream = await upstreamOf(us)
    const { baseUrl } = us.deps.config
    await pollAll([upstream], { ...us.deps, baseUrl, chance: () => 0.5 })
  }
  await poll()
  return { publisher, asked, hub, feed, topic, links, us, poll }
}

const accept: RequestListener = (_, response) => response.writeHead(202).end()

async function upstreamOf({ deps }: LiveService): Promise<Upstream> {
  const upstream = await deps.store.findUpstream('harbour')
  if (!upstream) throw new Error('no upstream')
  return upstream
}

type SetUp = Awaited<ReturnType<typeof setUp>>

const pathOf = (asked: URLSearchParams | undefined) =>
  new URL(asked?.get('hub.callback') ?? 'http://x/').pathname

/** What a hub asks our callback. */
const confirm = ({ us, asked, topic }: SetUp, more: Record<string, string> = {}) =>
  us.app.request(
    `${pathOf(asked.at(-1))}?${new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.challenge': 'c0ffee',
      'hub.lease_seconds': String(10 * DAY),
      ...more,
    })}`,
  )

async function subscribed(more: Partial<Upstream> = {}): Promise<SetUp> {
  const all = await setUp(more)
  await all.us.run()
  expect((await confirm(all)).status).toBe(200)
  return all
}

const sign = (body: string, secret: string, hash = 'sha256') =>
  `${hash}=${createHmac(hash, secret).update(body).digest('hex')}`

/** What a hub sends our callback. */
function tell({ us, asked }: SetUp, body: string, headers: Record<string, string> = {}) {
  const signature = sign(body, asked.at(-1)?.get('hub.secret') ?? '')
  return us.app.request(pathOf(asked.at(-1)), {
    method: 'POST',
    headers: { 'content-type': 'application/rss+xml', 'x-hub-signature': signature, ...headers },
    body,
  })
}

const titles = async ({ us }: SetUp) =>
  (await us.deps.store.listArticles({}, { limit: 50 })).articles.map(({ article }) => article.title)

describe('subscribing', () => {
  it('asks the hub that the feed names, with a callback and a secret that nobody guesses', async () => {
    const all = await setUp()
    expect(await upstreamOf(all.us)).toMatchObject({ hub: `${all.hub.url}/hub`, topic: all.topic })
    await all.us.run()
    expect(Object.fromEntries(all.asked[0] ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': all.topic,
      'hub.callback': expect.stringMatching(new RegExp(`^${all.us.url}/websub/[A-Za-z0-9_-]{43}$`)),
      'hub.secret': expect.stringMatching(/^[\w-]{43}$/),
      'hub.lease_seconds': String(10 * DAY),
    })
    await all.us.run()
    expect(all.asked).toHaveLength(1)
  })

  it('believes the Link header before the document', async () => {
    const all = await setUp()
    all.publisher.headers = {
      link: `<${all.hub.url}/other>; rel="hub", <https://x.example/style.css>; rel=preload, <${all.topic}?x>; rel=self`,
    }
    all.us.pass(7200)
    await all.poll()
    expect(await upstreamOf(all.us)).toMatchObject({
      hub: `${all.hub.url}/other`,
      topic: `${all.topic}?x`,
    })
    await all.us.run()
    expect(all.asked.at(-1)?.get('hub.topic')).toBe(`${all.topic}?x`)
  })

  it('gives no private upstream’s address to a hub', async () => {
    const all = await setUp({ private: true })
    await all.us.run()
    expect(all.asked).toEqual([])
  })

  it('is left alone where no hub could reach us', async () => {
    const all = await setUp()
    const local = await openLive({ CREDITLINE_ALLOW_HOSTS: '' })
    await local.deps.store.addUpstream({ ...(await upstreamOf(all.us)) })
    await local.run()
    expect(await local.opened.sql.all('SELECT * FROM push_subscriptions')).toEqual([])
  })

  it('is asked for again after an hour when the hub does not confirm', async () => {
    const all = await setUp()
    await all.us.run()
    all.us.pass(3500)
    await all.us.run()
    expect(all.asked).toHaveLength(1)
    all.us.pass(101)
    await all.us.run()
    expect(all.asked).toHaveLength(2)
  })

  it('is tried again when the hub is out of service, and not when it says no', async () => {
    let status = 503
    const all = await setUp({}, (_, response) => response.writeHead(status).end())
    await all.us.run()
    status = 404
    all.us.pass(11)
    await all.us.run()
    expect(all.asked).toHaveLength(2)
    all.us.pass(3 * DAY)
    await all.us.run()
    expect(all.asked).toHaveLength(2)
    expect(await all.us.deps.access.websub.push.find('harbour')).toMatchObject({
      lastError: 'the hub answered 404',
    })
  })

  it('follows a hub that has moved for a while', async () => {
    const all = await setUp({}, (request, response) =>
      request.url === '/hub'
        ? response.writeHead(307, { location: '/there' }).end()
        : response.writeHead(202).end(),
    )
    await all.us.run()
    expect(all.asked).toHaveLength(2)
    expect(all.asked[1]?.get('hub.topic')).toBe(all.topic)
  })

  it('is renewed before the lease ends, at the same callback', async () => {
    const all = await subscribed()
    all.us.pass(7.9 * DAY)
    await all.us.run()
    expect(all.asked).toHaveLength(1)
    all.us.pass(0.2 * DAY)
    await all.us.run()
    expect(all.asked).toHaveLength(2)
    expect(pathOf(all.asked[1])).toBe(pathOf(all.asked[0]))
    expect((await confirm(all)).status).toBe(200)
    expect((await upstreamOf(all.us)).push?.until).toBe('2025-06-19T14:24:00Z')
  })

  it('ends with the upstream, and its callback is gone', async () => {
    const all = await subscribed()
    await all.us.deps.store.removeUpstream('harbour', { now: NOW })
    expect((await confirm(all)).status).toBe(404)
    expect((await tell(all, rss([item(2)]))).status).toBe(410)
  })
})

describe('what is subscribed to no longer', () => {
  const unsubscribed = { 'hub.mode': 'unsubscribe' }
  const removed = async (all: SetUp) =>
    all.us.deps.store.removeUpstream('harbour', { now: new Date(all.us.clock.ms).toISOString() })

  it('is ended at the hub, which may ask whether we meant it', async () => {
    const all = await subscribed()
    expect((await confirm(all, unsubscribed)).status).toBe(404)
    await removed(all)
    await all.us.run()
    expect(Object.fromEntries(all.asked[1] ?? [])).toEqual({
      'hub.mode': 'unsubscribe',
      'hub.topic': all.topic,
      'hub.callback': all.asked[0]?.get('hub.callback'),
    })
    const wrong = { ...unsubscribed, 'hub.topic': 'https://other.example/feed' }
    expect((await confirm(all, wrong)).status).toBe(404)
    expect((await confirm(all, { ...unsubscribed, 'hub.challenge': '' })).status).toBe(404)
    const answer = await confirm(all, unsubscribed)
    expect([answer.status, await answer.text()]).toEqual([200, 'c0ffee'])
    all.us.pass(DAY)
    await all.us.run()
    expect(all.asked).toHaveLength(2)
    expect((await confirm(all, unsubscribed)).status).toBe(404)
  })

  it('is confirmed to a hub that asks while it is asked', async () => {
    const answers: number[] = []
    const all = await setUp({}, async (_, response) => {
      if (all.asked.at(-1)?.get('hub.mode') === 'unsubscribe') {
        const callback = all.asked.at(-1)?.get('hub.callback') ?? ''
        const query = new URLSearchParams({
          'hub.mode': 'unsubscribe',
          'hub.topic': all.topic,
          'hub.challenge': 'c0ffee',
        })
        answers.push((await fetch(`${callback}?${query}`)).status)
      }
      response.writeHead(202).end()
    })
    await all.us.run()
    await confirm(all)
    await removed(all)
    await all.us.run()
    all.us.pass(DAY)
    await all.us.run()
    expect([answers, all.asked.length]).toEqual([[200], 2])
  })

  it('is asked again, a few times, of a hub that says nothing, and not of one that says no', async () => {
    const all = await subscribed()
    await removed(all)
    for (let n = 0; n < 12; n++) {
      await all.us.run()
      all.us.pass(3 * 3600)
    }
    expect(all.asked.map((asked) => asked.get('hub.mode'))).toEqual([
      'subscribe',
      'unsubscribe',
      'unsubscribe',
      'unsubscribe',
    ])
    const denying = await setUp({}, (_, response) =>
      response.writeHead(denying.asked.length > 1 ? 404 : 202).end(),
    )
    await denying.us.run()
    await confirm(denying)
    await removed(denying)
    await denying.us.run()
    denying.us.pass(DAY)
    await denying.us.run()
    expect(denying.asked).toHaveLength(2)
  })

  it('is nothing where no hub has confirmed it, or its lease has ended', async () => {
    const unconfirmed = await setUp()
    await unconfirmed.us.run()
    await removed(unconfirmed)
    const late = await subscribed()
    late.us.pass(11 * DAY)
    await removed(late)
    for (const { us, asked } of [unconfirmed, late]) {
      await us.run()
      expect(asked).toHaveLength(1)
    }
  })

  it('is ended as well where the upstream names another hub, or is not asked any more', async () => {
    const moved = await subscribed()
    await moved.us.deps.store.saveUpstream({
      ...(await upstreamOf(moved.us)),
      hub: `${moved.hub.url}/other`,
    })
    moved.us.pass(120)
    await moved.us.run()
    expect(moved.asked.map((asked) => asked.get('hub.mode')).sort()).toEqual([
      'subscribe',
      'subscribe',
      'unsubscribe',
    ])
    const paused = await subscribed()
    await paused.us.deps.store.saveUpstream({
      ...(await upstreamOf(paused.us)),
      health: 'paused',
    })
    paused.us.pass(8.1 * DAY)
    await paused.us.run()
    expect(paused.asked.map((asked) => asked.get('hub.mode'))).toEqual(['subscribe', 'unsubscribe'])
  })
})

describe('what a hub asks', () => {
  it('is confirmed with its challenge, as plain text', async () => {
    const all = await setUp()
    await all.us.run()
    const answer = await confirm(all, { 'hub.challenge': '<script>alert(1)</script>' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('<script>alert(1)</script>')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await upstreamOf(all.us)).push).toEqual({ until: '2025-06-11T12:00:00Z' })
    expect((await confirm(all)).status).toBe(200)
  })

  it.each([
    [{ 'hub.topic': 'https://other.example/feed' }],
    [{ 'hub.mode': 'unsubscribe' }],
    [{ 'hub.challenge': '' }],
    [{ 'hub.challenge': 'x'.repeat(5000) }],
  ])('is 404 for %o', async (more: Record<string, string>) => {
    const all = await setUp()
    await all.us.run()
    const answer = await confirm(all, more)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('c0ffee')
    expect(await upstreamOf(all.us)).not.toHaveProperty('push')
  })

  it('is 404 where we asked for nothing, or long ago', async () => {
    const all = await setUp()
    await all.us.run()
    expect((await all.us.app.request('/websub/x?hub.mode=subscribe')).status).toBe(404)
    all.us.pass(DAY + 1)
    expect((await confirm(all)).status).toBe(404)
  })

  it('may be that it denies: the upstream is polled at its own rhythm', async () => {
    const all = await subscribed()
    all.us.pass(60)
    await all.poll()
    const denied = await confirm(all, { 'hub.mode': 'denied', 'hub.reason': 'no\nmore' })
    expect(denied.status).toBe(200)
    const upstream = await upstreamOf(all.us)
    expect(upstream).not.toHaveProperty('push')
    expect(upstream.nextPollAt <= '2025-06-01T12:11:00Z').toBe(true)
    expect((await tell(all, rss([item(2)]))).status).toBe(410)
  })
})

describe('news that a hub tells', () => {
  it('is stored at once, without a poll', async () => {
    const all = await subscribed()
    expect((await tell(all, rss([item(1), item(2)], all.links))).status).toBe(202)
    expect((await titles(all)).sort()).toEqual(['Quay 1 reopens', 'Quay 2 reopens'])
    expect(all.feed.seen).toHaveLength(1)
    expect((await upstreamOf(all.us)).lastResult).toBe('1 new, as its hub told')
    const [found] = (await all.us.deps.store.listArticles({}, { limit: 1 })).articles
    expect(found?.article.credits[0]).toMatchObject({ name: 'Ada Quill' })
  })

  it.each(['sha256', 'sha384', 'sha512'])('may be signed with %s', async (hash) => {
    const all = await subscribed()
    const body = rss([item(2)])
    const secret = all.asked[0]?.get('hub.secret') ?? ''
    await tell(all, body, { 'x-hub-signature': sign(body, secret, hash) })
    expect(await titles(all)).toContain('Quay 2 reopens')
  })

  it.each([
    ['none', () => ''],
    ['sha1', (body: string, secret: string) => sign(body, secret, 'sha1')],
    ['a short one', (body: string, secret: string) => sign(body, secret).slice(0, -2)],
    ['one of another secret', (body: string) => sign(body, 'guess')],
    ['one of another body', (_: string, secret: string) => sign('', secret)],
    ['no hash', (body: string, secret: string) => sign(body, secret).replace('sha256=', '')],
    ['an unknown hash', (body: string, secret: string) => sign(body, secret).replace('256', '999')],
  ])('with %s as its signature is taken and changes nothing', async (_, forge) => {
    const all = await subscribed()
    const before = await upstreamOf(all.us)
    const body = rss([item(2)])
    const secret = all.asked[0]?.get('hub.secret') ?? ''
    const answer = await tell(all, body, { 'x-hub-signature': forge(body, secret) })
    expect(answer.status).toBe(202)
    expect(await upstreamOf(all.us)).toEqual(before)
    expect(await titles(all)).toEqual(['Quay 1 reopens'])
  })

  it('twice is stored once; an old message brings nothing back that was corrected since', async () => {
    const all = await subscribed()
    const old = rss([item(2)], all.links)
    await tell(all, old)
    const seq = await all.us.deps.store.findSequence()
    await tell(all, old)
    expect(await all.us.deps.store.findSequence()).toBe(seq)
    all.publisher.body = rss([item(2).replace('reopens', 'stays shut')], all.links)
    all.us.pass(3600)
    await all.poll()
    const corrected = await titles(all)
    expect(corrected).toContain('Quay 2 stays shut')
    await tell(all, old)
    expect(await titles(all)).toEqual(corrected)
  })

  it('that is a change is asked for at the upstream, once a minute at most', async () => {
    const all = await subscribed()
    all.us.pass(30)
    await tell(all, rss([item(1).replace('reopens', 'burns')], all.links))
    expect(await titles(all)).toEqual(['Quay 1 reopens'])
    expect((await upstreamOf(all.us)).nextPollAt).toBe('2025-06-01T12:01:00Z')
  })

  it.each([
    ['is empty', ''],
    ['is no feed', '<p>There is news'],
    ['is of another feed', rss([item(2)], selfLink('https://other.example/feed'))],
  ])('that %s has the upstream polled', async (_, body) => {
    const all = await subscribed()
    all.us.pass(120)
    expect((await upstreamOf(all.us)).nextPollAt > '2025-06-01T12:30:00Z').toBe(true)
    expect((await tell(all, body)).status).toBe(202)
    expect((await upstreamOf(all.us)).nextPollAt).toBe('2025-06-01T12:02:00Z')
    expect(await titles(all)).toEqual(['Quay 1 reopens'])
  })

  it('whose header names another topic has the upstream polled', async () => {
    const all = await subscribed()
    await tell(all, rss([item(2)]), { link: '<https://other.example/feed>; rel="self"' })
    expect(await titles(all)).toEqual(['Quay 1 reopens'])
  })

  it('of a paused upstream, or after the lease, changes nothing', async () => {
    const paused = await subscribed()
    await paused.us.deps.store.saveUpstream({
      ...(await upstreamOf(paused.us)),
      health: 'paused',
    })
    expect((await tell(paused, rss([item(2)]))).status).toBe(202)
    expect(await titles(paused)).toEqual(['Quay 1 reopens'])
    const late = await subscribed()
    late.us.pass(10 * DAY + 3601)
    expect((await tell(late, rss([item(2)]))).status).toBe(410)
    expect(await titles(late)).toEqual(['Quay 1 reopens'])
  })

  it('that is larger than a document may be is refused before anything is made of it', async () => {
    const all = await subscribed()
    const answer = await all.us.app.request(pathOf(all.asked[0]), {
      method: 'POST',
      headers: { 'content-length': String(2 ** 30) },
      body: 'x',
    })
    expect(answer.status).toBe(413)
  })
})

function selfLink(url: string): string {
  return `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${url}"/>`
}

describe('polling', () => {
  const waitOf = async ({ us }: SetUp) =>
    (Date.parse((await upstreamOf(us)).nextPollAt) - us.clock.ms) / 1000

  it('is rarer while a hub tells, and as before when its lease ends', async () => {
    const all = await setUp()
    all.us.pass(60)
    await all.poll()
    const own = await waitOf(all)
    await all.us.run()
    await confirm(all)
    await all.poll()
    const rare = await waitOf(all)
    expect(rare).toBeGreaterThan(Math.min(own * 3, DAY / 2))
    expect(rare).toBeLessThanOrEqual(10 * DAY)
    all.us.pass(10 * DAY)
    await all.poll()
    expect((await upstreamOf(all.us)).push?.until).toBe('2025-06-11T12:01:00Z')
    expect(await waitOf(all)).toBeLessThanOrEqual(3 * DAY * 1.1)
  })

  it('is as before when it finds news of which nobody told, until somebody tells again', async () => {
    const all = await subscribed()
    all.us.pass(3600)
    all.publisher.body = rss([item(1), item(2)], all.links)
    await all.poll()
    expect((await upstreamOf(all.us)).pushMissedAt).toBe('2025-06-01T13:00:00Z')
    const own = await waitOf(all)
    all.us.pass(60)
    await tell(all, rss([item(3)], all.links))
    all.publisher.body = rss([item(1), item(2), item(3)], all.links)
    await all.poll()
    expect(await waitOf(all)).toBeGreaterThan(own)
  })

  it('leaves what a hub set meanwhile', async () => {
    const all = await setUp()
    const before = await upstreamOf(all.us)
    await all.us.run()
    await confirm(all)
    await all.us.deps.store.savePolls([{ upstream: before, articles: [] }], NOW)
    expect((await upstreamOf(all.us)).push?.until).toBe('2025-06-11T12:00:00Z')
  })
})
