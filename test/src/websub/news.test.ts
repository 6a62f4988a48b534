import { describe, expect, it } from 'vitest'
import { item, rss } from '../ingest/polls.ts'
import { signatureOf } from './services.ts'
import {
  confirm,
  DAY,
  NOW,
  pathOf,
  type SetUp,
  setUp,
  subscribed,
  tell,
  titles,
  upstreamOf,
} from './subscriptions.ts'

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
    await tell(all, body, { 'x-hub-signature': signatureOf(body, secret, hash) })
    expect(await titles(all)).toContain('Quay 2 reopens')
  })

  it.each([
    ['none', () => ''],
    ['sha1', (body: string, secret: string) => signatureOf(body, secret, 'sha1')],
    ['a short one', (body: string, secret: string) => signatureOf(body, secret).slice(0, -2)],
    ['one of another secret', (body: string) => signatureOf(body, 'guess')],
    ['one of another body', (_: string, secret: string) => signatureOf('', secret)],
    ['no hash', (body: string, secret: string) => signatureOf(body, secret).replace('sha256=', '')],
    [
      'an unknown hash',
      (body: string, secret: string) => signatureOf(body, secret).replace('256', '999'),
    ],
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
