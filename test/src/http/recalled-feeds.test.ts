/** Feeds that are recalled are answered to the last header as the app answers. */

import http from 'node:http'
import { getRequestListener } from '@hono/node-server'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_PRESENTATION } from '../../../feeds/model/channel.ts'
import { createApp } from '../../../src/app.ts'
import { createRecall } from '../../../src/http/recalled-feeds.ts'
import { listen, type Running } from '../../../src/node.ts'
import { agency, incoming, LATER, NOW, person } from '../../db/samples.ts'
import { openService, type Service } from '../service.ts'

interface Answer {
  readonly status: number | undefined
  readonly text: string | undefined
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

interface Ask {
  readonly method: string
  readonly path: string
  /** Names and values in turn. */
  readonly headers: readonly string[]
}

const agent = new http.Agent({ keepAlive: true })

const ask = (port: number, { method, path, headers }: Ask): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = { agent, port, host: '127.0.0.1', method, path, setHost: false }
    const own = ['host', 'news.example', ...headers]
    const request = http.request({ ...options, headers: own as never }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _, ...kept } = response.headers
        const body = Buffer.concat(chunks).toString('base64')
        const { statusCode: status, statusMessage: text } = response
        resolve({ status, text, headers: kept, body })
      })
    })
    request.on('error', reject)
    request.end()
  })

let service: Service
let running: Running
let appAlone: http.Server
const portOfApp = () => (appAlone.address() as { port: number }).port

beforeAll(async () => {
  const base = 'https://desk.example/news'
  const address = { CREDITLINE_HOST: '127.0.0.1', CREDITLINE_PORT: '0', CREDITLINE_BASE_URL: base }
  service = await openService(address, { compressPages: true })
  const { store } = service.deps
  const credits = [person('Mara Lindqvist'), agency('Reuters', 'reuters')]
  const articles = [1, 2, 3, 4, 5].map((n) => incoming(n, { credits, tags: [{ term: 'quay' }] }))
  await store.saveArticles(articles, NOW)
  const presentation = { ...DEFAULT_PRESENTATION, size: 2 }
  const channel = { slug: 'ferries', title: 'Ferries', hubs: [], selection: {}, presentation }
  await store.saveChannel(channel, NOW)
  running = await listen(service.deps)
  appAlone = http.createServer(getRequestListener(createApp(service.deps).fetch))
  await new Promise<void>((resolve) => appAlone.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  agent.destroy()
  await running.stop()
  await new Promise((resolve) => appAlone.close(resolve))
  service.close()
})

const PATHS = [
  '/feed.rss',
  '/feed.atom',
  '/feed.json',
  '/news/feed.rss',
  '/news//feed.rss',
  '/newsfeed.rss',
  '/feeds/ferries.rss',
  '/feeds/ferries.atom?limit=1',
  '/feeds/ferries.json?agency=reuters&role=wire',
  '/agencies/reuters.atom',
  '/people/mara-lindqvist.json',
  '/tags/quay.rss?limit=3&since=2025-05-02',
  '/sources/the-harbour-post.rss',
  '/feeds/ferries/archive/1/1.atom',
  '/feeds/none.rss',
  '/feed.rss?limit=0',
  '/feed.rss?q=%66erry',
  '/feed.rss?',
  '/feed.rss?x=%zz',
  '/feed.rss?limit=1&limit=2',
  '/feed.xml',
  '/feeds/..%2Ffeed.rss',
  '/feeds/./ferries.rss',
  '/FEED.rss',
]
const CODINGS = ['gzip', 'gzip, br', 'br', 'identity', '*', 'gzip;q=0', 'x-gzip ; q=0.5', '', ' ,']
const SINCE = ['Sun, 01 Jun 2025 12:00:00 GMT', 'Sat, 31 May 2025 00:00:00 GMT', 'nonsense', '']

/** The ETag that the feed has now, in many shapes, and others. */
const tagsOf = (etag: string): string[] => [
  etag,
  `W/${etag}`,
  etag.replace(/"$/, '-gzip"'),
  `"x", ${etag}`,
  '*',
  '"1-0000000000000000"',
  etag.replace(/^"\d+/, '"1'),
  'bare',
]

const some = (name: string, values: readonly string[]) =>
  fc
    .array(fc.constantFrom(...values), { maxLength: 2 })
    .map((chosen) => chosen.flatMap((value) => [name, value]))

const requestsOf = (etag: string): fc.Arbitrary<Ask> =>
  fc
    .record({
      method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST'),
      path: fc.constantFrom(...PATHS),
      coding: some('Accept-Encoding', CODINGS),
      noneMatch: some('if-none-match', tagsOf(etag)),
      since: some('If-Modified-Since', SINCE),
      delta: some('A-IM', ['feed', 'feed;q=0', 'gzip, feed']),
      accept: some('accept', ['text/html', '*/*']),
    })
    .map(({ method, path, ...headers }) => ({
      method,
      path,
      headers: Object.values(headers).flat(),
    }))

const etagOf = async (path: string): Promise<string> => {
  const { headers } = await ask(portOfApp(), { method: 'GET', path, headers: [] })
  return headers.etag ?? '"none"'
}

describe('a recalled feed', () => {
  it('is what the app answers, header by header', async () => {
    for (const state of ['as it was', 'with a change', 'with another']) {
      for (const path of PATHS) {
        const etag = await etagOf(path)
        await fc.assert(
          fc.asyncProperty(requestsOf(etag), async (request) => {
            const ofPath = { ...request, path }
            expect(await ask(running.port, ofPath)).toEqual(await ask(portOfApp(), ofPath))
          }),
          { numRuns: 25 },
        )
      }
      await service.deps.store.editArticle(3, { title: `Ferry ${state}` }, LATER)
    }
  }, 120_000)

  it('is of an address that was found before, as the store is now', async () => {
    const recall = createRecall(service.deps)
    const asked = (url: string) => ({
      method: 'GET',
      url,
      headers: { host: 'a.example' },
      rawHeaders: [],
    })
    await ask(portOfApp(), { method: 'GET', path: '/feed.rss', headers: [] })
    const before = await recall(asked('/feed.rss'))
    expect(before).toMatchObject({ status: 200 })
    await service.deps.store.editArticle(2, { title: 'Ferry sunk' }, LATER)
    const after = await recall(asked('/feed.rss'))
    expect(after).toMatchObject({ status: 200 })
    expect(after?.headers.etag).not.toBe(before?.headers.etag)
    expect(Buffer.from(after?.body ?? []).toString()).toContain('Ferry sunk')
    expect(await recall(asked('/feeds/none.rss'))).toBeUndefined()
  })

  it('is left to the app where anything about the request is not plain', async () => {
    const recall = createRecall(service.deps)
    const plain = {
      method: 'GET',
      url: '/feed.rss',
      headers: { host: 'a.example' },
      rawHeaders: [],
    }
    await ask(portOfApp(), { method: 'GET', path: '/feed.rss', headers: [] })
    const others = [
      { ...plain, method: 'POST' },
      { ...plain, url: 'http://a.example/feed.rss' },
      { ...plain, url: '/./feed.rss' },
      { ...plain, headers: {} },
      { ...plain, headers: { host: 'a b' } },
      { ...plain, headers: { host: 'a.example', 'content-length': '3' } },
    ]
    for (const other of others) expect(await recall(other)).toBeUndefined()
  })
})
