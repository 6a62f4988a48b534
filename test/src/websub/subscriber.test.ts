import { describe, expect, it } from 'vitest'
import { item, rss } from '../ingest/polls.ts'
import { openLive } from './services.ts'
import { confirm, DAY, NOW, pathOf, setUp, subscribed, tell, upstreamOf } from './subscriptions.ts'

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
