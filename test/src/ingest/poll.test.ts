import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { PollOutcome } from '../../../db/store.ts'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { type PollDeps, pollUpstream } from '../../../src/ingest/poll.ts'
import { serve } from './loopback.ts'
import { createClock, item, pollDeps, rss, START, upstreamAt } from './polls.ts'

const DAY = 86_400
const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body)
const secondsTo = ({ upstream }: PollOutcome, from = START) =>
  (Date.parse(upstream.nextPollAt) - Date.parse(from)) / 1000

/** Polls once, with what the server answers. */
async function pollOnce(listener: RequestListener, more: Partial<Upstream> = {}) {
  const server = await serve(listener)
  const deps = await pollDeps([server.host])
  return pollUpstream(upstreamAt(`${server.url}/feed`, more), deps)
}

/** Polls again and again, storing each outcome; gives a function that polls. */
async function polling(
  deps: PollDeps & {
    store: {
      savePolls(o: PollOutcome[], now: string): Promise<void>
      addUpstream(u: Upstream): Promise<void>
    }
  },
  upstream: Upstream,
) {
  await deps.store.addUpstream(upstream)
  return async (): Promise<PollOutcome> => {
    const now = (await deps.store.findUpstream(upstream.id)) ?? upstream
    const outcome = await pollUpstream(now, deps)
    await deps.store.savePolls([outcome], new Date(deps.now()).toISOString())
    return outcome
  }
}

describe('a first poll', () => {
  it('credits every entry, and learns what the feed says of itself', async () => {
    const body = rss([item(1), item(2)], '<language>en-GB</language><ttl>90</ttl>')
    const { upstream, articles } = await pollOnce(
      answer(200, { etag: 'W/"a b"', 'last-modified': 'Tue, 03 Mar 2026 02:00:00 GMT' }, body),
    )
    expect(articles.map(({ article }) => article.title)).toEqual([
      'Quay 1 reopens',
      'Quay 2 reopens',
    ])
    expect(articles[0]?.article.credits[0]).toMatchObject({ name: 'Ada Quill', role: 'author' })
    expect(articles[0]?.article.canonicalUrl).toBe('https://harbour.example/1')
    expect(upstream).toMatchObject({
      health: 'healthy',
      title: 'Harbour Post',
      siteUrl: 'https://harbour.example/',
      language: 'en-GB',
      etag: 'W/"a b"',
      lastModified: 'Tue, 03 Mar 2026 02:00:00 GMT',
      hints: { wait: 5400 },
      lastResult: '2 new',
      lastStatus: 200,
      failures: 0,
    })
  })
})

describe('an unchanged feed', () => {
  it('is asked for with its validators, verbatim, and answered 304: nothing to store but the time', async () => {
    const server = await serve((request, response) => {
      response.setHeader('etag', 'W/"odd, ""tag"')
      response.setHeader('last-modified', 'yesterday-ish')
      if (request.headers['if-none-match']) response.writeHead(304).end()
      else response.end(rss([item(1)]))
    })
    const deps = await pollDeps([server.host])
    const poll = await polling(deps as never, upstreamAt(server.url))
    await poll()
    const second = await poll()
    expect(server.seen[1]?.headers).toMatchObject({
      'if-none-match': 'W/"odd, ""tag"',
      'if-modified-since': 'yesterday-ish',
      'a-im': 'feed',
    })
    expect(second.articles).toEqual([])
    expect(second.upstream).toMatchObject({ health: 'healthy', lastResult: 'not modified' })
    expect(second).not.toHaveProperty('faults')
  })

  it('is known by its bytes where the server sends it all again', async () => {
    const server = await serve(answer(200, {}, rss([item(1)])))
    const poll = await polling((await pollDeps([server.host])) as never, upstreamAt(server.url))
    await poll()
    const second = await poll()
    expect(second.articles).toEqual([])
    expect(second.upstream.lastResult).toBe('the same bytes as before')
  })
})

describe('a changed feed', () => {
  it('gives the new and the changed entries alone, with their identity kept', async () => {
    let body = rss([item(1), item(2)])
    const server = await serve((_, response) => response.end(body))
    const poll = await polling((await pollDeps([server.host])) as never, upstreamAt(server.url))
    const first = await poll()
    body = rss([item(3), item(2, '<category>harbour</category>'), item(1)])
    const second = await poll()
    expect(second.upstream.lastResult).toBe('1 new, 1 changed, 1 known')
    expect(second.articles.map(({ article }) => article.guid)).toEqual([
      'https://harbour.example/3',
      'https://harbour.example/2',
    ])
    const before = first.articles.find(({ article }) => article.guid.endsWith('/2'))?.article
    expect(second.articles[1]?.article).toMatchObject({
      publishedId: before?.publishedId,
      firstSeenAt: before?.firstSeenAt,
    })
  })

  it('loses nothing when it empties', async () => {
    let body = rss([item(1)])
    const server = await serve((_, response) => response.end(body))
    const deps = await pollDeps([server.host])
    const poll = await polling(deps as never, upstreamAt(server.url))
    await poll()
    body = rss([])
    expect((await poll()).upstream).toMatchObject({ health: 'healthy', lastResult: 'no entries' })
    expect((await deps.store.findKnown('harbour', ['https://harbour.example/1'])).size).toBe(1)
  })

  it('may send the new entries alone (226)', async () => {
    const outcome = await pollOnce(answer(226, { im: 'feed', etag: '"2"' }, rss([item(2)])), {
      etag: '"1"',
    })
    expect(outcome.upstream).toMatchObject({ etag: '"2"', lastResult: '1 new', health: 'healthy' })
  })

  it('gives two upstreams that claim one id an id each', async () => {
    const server = await serve(answer(200, {}, rss([item(1)])))
    const deps = await pollDeps([server.host])
    const [a, b] = await Promise.all(
      ['a', 'b'].map((id) => pollUpstream(upstreamAt(`${server.url}/${id}`, { id }), deps)),
    )
    const ids = [a, b].map((outcome) => outcome?.articles[0]?.article.publishedId)
    expect(new Set(ids).size).toBe(2)
    expect(ids).toContain('https://harbour.example/1')
  })
})

describe('a failure', () => {
  it.each([
    [401, 6 * 3600, 'it asks for a password'],
    [403, 6 * 3600, 'it does not let us in'],
    [404, 6 * 3600, 'there is nothing at this address'],
    [410, DAY, 'the feed is gone for good'],
    [429, 3600, 'it finds that we ask too often'],
    [500, 900, 'it has a fault of its own'],
    [503, 900, 'it is out of service for now'],
    [204, 900, 'there is no document'],
    [418, 900, 'that is no answer with a feed'],
  ])('of status %i is asked again in %i seconds', async (status, seconds, words) => {
    const outcome = await pollOnce(answer(status))
    expect(outcome.upstream).toMatchObject({ health: 'failing', failures: 1, lastStatus: status })
    expect(outcome.upstream.lastError).toContain(`answered ${status}: ${words}`)
    expect(secondsTo(outcome)).toBe(seconds)
  })

  it.each([
    ['120', 900, 930],
    ['7200', 7200, 7600],
    ['Tue, 03 Mar 2026 15:00:00 GMT', 3 * 3600, 3 * 3600 * 1.06],
    ['Fri, 31 Dec 9999 23:59:59 GMT', DAY, DAY * 1.06],
    ['99999999999', DAY, DAY * 1.06],
    ['whenever', 900, 900],
  ])('with Retry-After %s waits at least that', async (value, least, most) => {
    const seconds = secondsTo(await pollOnce(answer(503, { 'retry-after': value })))
    expect(seconds).toBeGreaterThanOrEqual(least)
    expect(seconds).toBeLessThanOrEqual(most)
  })

  it('backs off up to a day, keeps the articles, and is over with the first good answer', async () => {
    let status = 200
    const clock = createClock()
    const server = await serve((_, response) =>
      response.writeHead(status).end(status === 200 ? rss([item(1)]) : ''),
    )
    const deps = await pollDeps([server.host], { now: clock.now })
    const poll = await polling(deps as never, upstreamAt(server.url))
    await poll()
    status = 502
    const waits: number[] = []
    for (let i = 0; i < 9; i++) {
      const now = new Date(clock.now()).toISOString()
      waits.push(secondsTo(await poll(), now))
      clock.pass(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([900, 1800, 3600, 7200, 14_400, 28_800, 57_600, DAY, DAY])
    expect((await deps.store.findKnown('harbour', ['https://harbour.example/1'])).size).toBe(1)
    status = 200
    const { upstream } = await poll()
    expect(upstream).toMatchObject({ health: 'healthy', failures: 0 })
    expect(upstream).not.toHaveProperty('lastError')
  })

  it('of 410 is believed when it is repeated: then polling stops', async () => {
    const server = await serve(answer(410))
    const poll = await polling((await pollDeps([server.host])) as never, upstreamAt(server.url))
    expect((await poll()).upstream.health).toBe('failing')
    const { upstream } = await poll()
    expect(upstream.health).toBe('gone')
    expect(upstream.lastError).toContain('creditline upstream resume')
  })

  it.each([
    ['a page', '<!doctype html><title>Sign in</title><form></form>'],
    ['nothing', ''],
    ['an image', '\x89PNG\r\n'],
  ])('to read %s says so, and takes no validators', async (_, body) => {
    const outcome = await pollOnce(answer(200, { etag: '"x"' }, body))
    expect(outcome.upstream.health).toBe('failing')
    expect(outcome.upstream.lastError).toBeTruthy()
    expect(outcome.upstream).not.toHaveProperty('etag')
  })

  it('to connect, or of the guard, is in words', async () => {
    const deps = await pollDeps([])
    const { upstream } = await pollUpstream(upstreamAt('http://10.0.0.1/feed'), deps)
    expect(upstream.lastError).toContain('not public')
    expect(upstream).not.toHaveProperty('lastStatus')
    const closed = await serve(answer(200))
    const open = await pollDeps([closed.host.replace(/\d+$/, '1')])
    const refused = await pollUpstream(upstreamAt('http://127.0.0.1:1/'), open)
    expect(refused.upstream.lastError).toContain('it refused the connection')
  })
})

describe('a redirect', () => {
  async function moved(status: number, days: number) {
    const clock = createClock()
    const server = await serve((request, response) =>
      request.url === '/old'
        ? response.writeHead(status, { location: '/new' }).end()
        : response.end(rss([item(1)])),
    )
    const deps = await pollDeps([server.host], { now: clock.now })
    const poll = await polling(deps as never, upstreamAt(`${server.url}/old`))
    const urls: string[] = []
    for (let i = 0; i < 6; i++) {
      urls.push(new URL((await poll()).upstream.url).pathname)
      clock.pass((days * DAY) / 5)
    }
    return { urls, deps, poll, url: server.url }
  }

  it.each([301, 308])('%i is adopted after repeated answers over two days', async (status) => {
    const { urls } = await moved(status, 5)
    expect(urls).toEqual(['/old', '/old', '/old', '/new', '/new', '/new'])
  })

  it('of one afternoon is not adopted', async () => {
    expect((await moved(301, 0.5)).urls).toEqual(Array(6).fill('/old'))
  })

  it.each([302, 303, 307])('%i is never adopted', async (status) => {
    expect((await moved(status, 50)).urls).toEqual(Array(6).fill('/old'))
  })

  it('to what another upstream reads is not adopted, and told', async () => {
    const { deps, poll, url } = await moved(301, 1)
    const store = deps.store as unknown as { addUpstream(u: Upstream): Promise<void> }
    await store.addUpstream(upstreamAt(`${url}/new`, { id: 'other' }))
    for (let i = 0; i < 8; i++) await poll()
    const { upstream } = await poll()
    expect(new URL(upstream.url).pathname).toBe('/old')
  })

  it('that is permanent but leads where we may not go, or to no feed, changes nothing', async () => {
    const outcome = await pollOnce(answer(301, { location: 'http://10.0.0.1/feed.xml' }))
    expect(outcome.upstream).toMatchObject({ health: 'failing', movedSeen: 0 })
    expect(outcome.upstream.url).toContain('127.0.0.1')
  })
})

describe('the next poll', () => {
  it('waits while the answer is fresh, within a day', async () => {
    const body = rss([item(1), item(2), item(3)])
    const fresh = await pollOnce(answer(200, { 'cache-control': 'max-age=36000' }, body))
    expect(secondsTo(fresh)).toBeGreaterThanOrEqual(36_000)
    const absurd = await pollOnce(answer(200, { 'cache-control': 'max-age=99999999999' }, body))
    expect(secondsTo(absurd)).toBeLessThanOrEqual(DAY)
  })

  it('keeps what the feed asked for through a 304', async () => {
    const outcome = await pollOnce(answer(304), { hints: { wait: 20_000 }, etag: '"x"' })
    expect(secondsTo(outcome)).toBeGreaterThanOrEqual(20_000)
  })
})

it('stores nothing of a poll that is stopped', async () => {
  const server = await serve(() => {})
  const stopping = new AbortController()
  const deps = await pollDeps([server.host], { signal: stopping.signal })
  const poll = pollUpstream(upstreamAt(server.url), deps)
  stopping.abort(new Error('stopping'))
  await expect(poll).rejects.toThrow('stopping')
})
