/** Identity over time: feeds that write their guids otherwise, share them, leave them out, or are rebuilt. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../../db/store.ts'
import { type PollDeps, pollUpstream } from '../../../src/ingest/poll.ts'
import { variantsOf } from '../../../src/ingest/same-entry.ts'
import { serve } from './loopback.ts'
import { createClock, openMemory, pollDeps, rss, upstreamAt } from './polls.ts'

interface Item {
  readonly n: number
  readonly guid?: string
  readonly link?: string
  readonly title?: string
  readonly hour?: number
  readonly text?: string
}

function xml(item: Item): string {
  const { n, guid, link, title, hour = n, text } = item
  const stated = guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`
  const date = `Tue, 03 Mar 2026 ${String(hour).padStart(2, '0')}:00:00 GMT`
  return (
    `<item><title>${title ?? `Quay ${n} reopens`}</title>${stated}<pubDate>${date}</pubDate>` +
    `<link>${link ?? `https://harbour.example/quay/${n}`}</link>` +
    `<description>${text ?? `Text of ${n}`}</description></item>`
  )
}

/** Serves one document after the other, and polls each. */
async function pollEach(documents: readonly (readonly Item[])[]) {
  let body = ''
  const server = await serve((_, response) => response.end(body))
  const store = await openMemory()
  const clock = createClock()
  const deps: PollDeps = { ...(await pollDeps([server.host])), store, now: clock.now }
  await store.addUpstream(upstreamAt(server.url))
  const results: (string | undefined)[] = []
  for (const items of documents) {
    body = rss(items.map(xml))
    const upstream = await store.findUpstream('harbour')
    if (!upstream) throw new Error('the upstream is here')
    const outcome = await pollUpstream(upstream, deps)
    await store.savePolls([outcome], new Date(clock.now()).toISOString().replace('.000', ''))
    results.push(outcome.upstream.lastResult)
    clock.pass(3600)
  }
  const { articles } = await store.listArticles({}, { limit: 100 })
  return { store, results, articles: articles.map(({ article }) => article) }
}

const three = (more: (n: number) => Partial<Item>): Item[] =>
  [3, 2, 1].map((n) => ({ n, ...more(n) }))

describe('guids that flip', () => {
  it.each([
    ['to https', 'http://harbour.example/a/N', 'https://harbour.example/a/N'],
    ['to http', 'https://harbour.example/a/N', 'http://harbour.example/a/N'],
    ['to www.', 'https://harbour.example/a/N', 'https://www.harbour.example/a/N'],
    ['to a last slash', 'https://harbour.example/a/N', 'https://harbour.example/a/N/'],
    ['to another host', 'https://harbour.example/a/N', 'https://quays.example/a/N'],
    ['to another kind', 'https://harbour.example/?p=N', 'urn:x:N'],
  ])('%s name the same articles, whose ids stay', async (_, before, after) => {
    const guidOf = (pattern: string) => (n: number) => ({ guid: pattern.replace('N', `${n}`) })
    const first = await pollEach([three(guidOf(before))])
    const both = await pollEach([
      three(guidOf(before)),
      three(guidOf(after)),
      three(guidOf(before)),
    ])
    expect(both.articles.map(({ guid }) => guid)).toEqual(first.articles.map(({ guid }) => guid))
    expect(both.articles.map(({ publishedId }) => publishedId)).toEqual(
      first.articles.map(({ publishedId }) => publishedId),
    )
    expect(both.results[1]).not.toContain('new')
  })

  it('with the links, to another host, name the same articles where titles agree', async () => {
    const at = (host: string) => (n: number) => ({
      guid: `https://${host}/quay/${n}`,
      link: `https://${host}/quay/${n}`,
    })
    const { articles, results } = await pollEach([
      three(at('harbour.example')),
      three(at('quays.example')),
    ])
    expect(articles).toHaveLength(3)
    expect(results[1]).toBe('3 changed')
  })

  it('leave what is really new alone', async () => {
    const items = three((n) => ({ guid: `https://harbour.example/a/${n}` }))
    const { articles, results } = await pollEach([
      items,
      [{ n: 9, guid: 'https://harbour.example/a/9' }, ...items.slice(0, 2)],
      [7, 6, 5, 4].map((n) => ({ n, guid: `https://harbour.example/a/${n}` })),
    ])
    expect(results.slice(1)).toEqual(['1 new, 2 known', '4 new'])
    expect(articles).toHaveLength(8)
  })

  it('leave a daily title alone', async () => {
    const weather = (n: number) => ({ n, guid: `w${n}`, title: 'Weather' })
    const { articles } = await pollEach([[2, 1].map(weather), [4, 3].map(weather)])
    expect(articles).toHaveLength(4)
  })
})

describe('a guid that several entries share', () => {
  const guid = 'https://harbour.example/'

  it('names each by its address as well: none overwrites another', async () => {
    const { articles } = await pollEach([
      [{ n: 1, guid }],
      [{ n: 2, guid }],
      [
        { n: 3, guid },
        { n: 2, guid },
      ],
      [
        { n: 4, guid },
        { n: 3, guid },
      ],
    ])
    expect(articles.map(({ title }) => title).sort()).toEqual(
      [1, 2, 3, 4].map((n) => `Quay ${n} reopens`),
    )
  })

  it('of one entry whose title and text change is an update', async () => {
    const { articles } = await pollEach([
      [{ n: 1, guid }],
      [{ n: 1, guid, title: 'Quay 1 stays closed', text: 'New text' }],
    ])
    expect(articles.map(({ title }) => title)).toEqual(['Quay 1 stays closed'])
  })
})

it('two upstreams never touch each other: whatever one sends, the other has what it had', async () => {
  const store: Store = await openMemory()
  const deps = await pollDeps([])
  const bodies = new Map<string, string>()
  const fetchDocument: PollDeps['fetchDocument'] = async (url) => ({
    url,
    status: 200,
    headers: new Headers({ 'content-type': 'application/rss+xml' }),
    body: new TextEncoder().encode(bodies.get(url)),
    redirects: [],
  })
  const poll = async (id: string, items: readonly Item[]) => {
    const url = `https://${id}.example/`
    bodies.set(url, rss(items.map(xml)))
    const upstream = (await store.findUpstream(id)) ?? upstreamAt(url, { id })
    if (!(await store.findUpstream(id))) await store.addUpstream(upstream)
    const outcome = await pollUpstream(upstream, { ...deps, store, fetchDocument })
    await store.savePolls([outcome], '2026-03-03T12:00:00Z')
  }
  const rowsOf = async (id: string) =>
    (await store.listArticles({}, { limit: 500 })).articles
      .map(({ article }) => article)
      .filter(({ upstreamId }) => upstreamId === id)
  const items = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 6 }),
      guid: fc.constantFrom('a', 'b', 'https://x.example/1', 'http://x.example/1/'),
      hour: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  await poll(
    'quiet',
    three((n) => ({ guid: ['a', 'b', 'https://x.example/1'][n - 1] ?? '' })),
  )
  const before = await rowsOf('quiet')
  await fc.assert(
    fc.asyncProperty(items, async (sent) => {
      await poll('loud', sent)
      expect(await rowsOf('quiet')).toEqual(before)
    }),
    { numRuns: 40 },
  )
  const ids = (await store.listArticles({}, { limit: 500 })).articles.map(
    ({ article }) => article.publishedId,
  )
  expect(new Set(ids).size).toBe(ids.length)
})

describe('variantsOf', () => {
  it('gives every way to write an address, and none of another', () => {
    expect(variantsOf('http://www.harbour.example/a/?x=1')).toContain(
      'https://harbour.example/a?x=1',
    )
    expect(variantsOf('urn:x:1')).toEqual([])
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        expect(variantsOf(url)).toContain(url)
        expect(variantsOf(url)).toHaveLength(8)
      }),
      { numRuns: 30 },
    )
  })
})
