/** The whole way in workerd, with the built bundle: cron, queue, D1, feeds, hub, search, desk. */

import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openD1 } from '../../db/drivers/d1.ts'
import { createStore } from '../../db/sqlite-store.ts'
import { parseFeed } from '../../feeds/dialects/index.ts'
import { mintToken } from '../../src/http/tokens.ts'
import { isSignedBy } from '../../src/websub/signature.ts'
import { BASE, type Bundle, bundleWorker, type Cloud, eventually, startCloud } from './cloud.ts'

interface Got {
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

let bundle: Bundle
let cloud: Cloud
let upstream: { readonly url: string; readonly got: Got[]; close(): void }
let bearer: Record<string, string>

const ITEMS = ['Kites over the harbour', 'The quay is closed']
const FEED = `<rss version="2.0"><channel><title>Harbour Gazette</title>${ITEMS.map(
  (title, n) =>
    `<item><title>${title}</title><guid>https://gazette.example/${n}</guid><link>https://gazette.example/${n}</link><description>They flew. (AFP)</description></item>`,
).join('')}</channel></rss>`

/** On loopback: the upstream, and the reader's callback of our hub. */
async function serveUpstream() {
  const got: Got[] = []
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const path = request.url ?? ''
      got.push({ path, headers: request.headers, body: Buffer.concat(pieces) })
      const challenge = new URL(path, 'http://x').searchParams.get('hub.challenge')
      if (path.startsWith('/reader')) return response.end(challenge ?? '')
      if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
      response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' }).end(FEED)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url, got, close }
}

beforeAll(async () => {
  upstream = await serveUpstream()
  bundle = bundleWorker()
  cloud = await startCloud(bundle, {
    CREDITLINE_PLAN: 'paid',
    CREDITLINE_ALLOW_HOSTS: '127.0.0.1',
  })
  const { token, secret } = mintToken(
    {
      now: Date.now,
      random: (size: number) => crypto.getRandomValues(new Uint8Array(size)),
      sha256: hexOf,
    } as never,
    ['admin'],
  )
  await createStore(openD1(cloud.database)).addToken(token)
  bearer = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
}, 300_000)

afterAll(async () => {
  await cloud?.stop()
  bundle?.remove()
  upstream?.close()
})

const api = async (method: string, path: string, body?: unknown) => {
  const init = { method, headers: bearer, ...(body ? { body: JSON.stringify(body) } : {}) }
  const response = await cloud.fetch(`/api${path}`, init)
  return { status: response.status, body: await response.json().catch(() => undefined) }
}

test('the bundle keeps below its size', () => {
  expect(bundle.gzipKib).toBeLessThanOrEqual(450)
  expect(bundle.gzipKib).toBeGreaterThan(100)
})

test('a tick sends what is due through the queue into the store and all three feeds', async () => {
  const added = await api('POST', '/upstreams', { url: `${upstream.url}/feed.xml` })
  expect([added.status, added.body]).toEqual([201, expect.anything()])
  await cloud.tick()
  const polled = await eventually(async () => {
    const { body } = await api('GET', '/upstreams')
    return JSON.stringify(body).includes('"healthy"') || undefined
  }, 'the poll')
  expect(polled).toBe(true)
  for (const format of ['rss', 'atom', 'json']) {
    const response = await eventually(async () => {
      const answer = await cloud.fetch(`/agencies/afp.${format}`)
      return answer.status === 200 ? answer : undefined
    }, `the feed as ${format}`)
    const { entries } = parseFeed(new Uint8Array(await response.arrayBuffer()))
    expect(entries.map(({ title }) => title).toSorted()).toEqual(ITEMS)
    const etag = response.headers.get('etag') ?? ''
    const again = await cloud.fetch(`/agencies/afp.${format}`, {
      headers: { 'if-none-match': etag },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  }
})

test('what goes over the wire is compressed once at most', async () => {
  const { status, headers, body } = await rawGet(`${cloud.url}/feed.rss`, {
    'accept-encoding': 'gzip',
  })
  expect(status).toBe(200)
  const plain = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  expect(plain.toString()).toMatch(/^<\?xml/)
})

test('search finds it, once the job has indexed it', async () => {
  const found = await eventually(async () => {
    await cloud.tick()
    const page = await (await cloud.fetch(`/search?q=kites&n=${Math.random()}`)).text()
    return page.includes('Kites over') || page.includes('<mark>') ? page : undefined
  }, 'the article in the search')
  expect(found).toContain('over the harbour')
})

test('a subscriber of the hub is asked, and told of news, signed', async () => {
  const asked = await cloud.fetch('/hub', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': `${BASE}/feed.json`,
      'hub.callback': `${upstream.url}/reader`,
      'hub.secret': 'between us',
    }).toString(),
  })
  expect(asked.status).toBe(202)
  const gotAt = (test: (got: Got) => boolean) =>
    eventually(async () => {
      await cloud.tick()
      return upstream.got.find(test)
    }, 'a call of the reader')
  await gotAt(({ path }) => path.includes('hub.challenge'))
  const pushed = await api('POST', '/articles', { title: 'News', body_html: '<p>Now.</p>' })
  expect(pushed.status).toBe(201)
  const told = await gotAt(({ path, body }) => path === '/reader' && body.includes('"News"'))
  const signature = String(told.headers['x-hub-signature'])
  expect(await isSignedBy(signature, new Uint8Array(told.body), 'between us')).toBe(true)
})

test('an administrator signs in to the desk', async () => {
  const secret = (bearer.authorization ?? '').replace('Bearer ', '')
  const answer = await cloud.fetch('/admin/sign-in', {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: BASE, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: secret }).toString(),
  })
  expect(answer.status).toBe(303)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const desk = await cloud.fetch('/admin', { headers: { cookie } })
  expect([desk.status, await desk.text()]).toEqual([200, expect.stringContaining('Sign out')])
  expect((await cloud.fetch('/admin', { redirect: 'manual' })).status).not.toBe(200)
})

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const rawGet = (url: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>(
    (resolve, reject) => {
      http
        .get(url, { headers }, (response) => {
          const pieces: Buffer[] = []
          response.on('data', (piece: Buffer) => pieces.push(piece))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(pieces),
            }),
          )
        })
        .on('error', reject)
    },
  )
