/** A publish storm: articles change by the hundred while two hundred clients read and revalidate over HTTP. */

import { createHash } from 'node:crypto'
import http from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FORMAT_NAMES } from '../../../feeds/formats/index.ts'
import { DEFAULT_PRESENTATION } from '../../../feeds/model/channel.ts'
import { listen, type Running } from '../../../src/node.ts'
import { type FeedFinder, finderOf } from '../../../src/publish/finder.ts'
import { renderSettled } from '../../../src/publish/publisher.ts'
import { incoming, LATER, NOW } from '../../db/samples.ts'
import { openService, type Service } from '../service.ts'

const ARTICLES = 1000
const CLIENTS = 200
const AT_A_TIME = 100
const PATHS = [...FORMAT_NAMES.map((name) => `/feed.${name}`), '/feeds/ferries.rss']

let service: Service
let running: Running
const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS })

beforeAll(async () => {
  service = await openService({ CREDITLINE_HOST: '127.0.0.1', CREDITLINE_PORT: '0' })
  await service.deps.store.saveArticles(versions(1, ARTICLES, 0), NOW)
  const presentation = { ...DEFAULT_PRESENTATION, size: 20 }
  const channel = { slug: 'ferries', title: 'Ferries', hubs: [], selection: {}, presentation }
  await service.deps.store.saveChannel(channel, NOW)
  running = await listen(service.deps)
})

afterAll(async () => {
  agent.destroy()
  await running.stop()
  service.close()
})

const versions = (from: number, to: number, version: number) =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    incoming(from + i, { title: `Ferry ${from + i} in version ${version}` }, `v${version}`),
  )

interface Answer {
  readonly status: number | undefined
  readonly etag: string
  /** Of the body as it is without its coding. */
  readonly digest: string
}

const digestOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

const get = (path: string, headers: http.OutgoingHttpHeaders): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port: running.port, path, headers }
    http
      .get(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => {
          const { statusCode: status, headers } = response
          const body = Buffer.concat(chunks)
          const isGzip = headers['content-encoding'] === 'gzip'
          const digest = digestOf(isGzip ? gunzipSync(body) : body)
          resolve({ status, etag: headers.etag ?? '', digest })
        })
        response.on('error', reject)
      })
      .on('error', reject)
  })

/** What the store gives at each of its states, by ETag: rendered with no cache but its own. */
async function recordState(finder: FeedFinder, known: Map<string, string>): Promise<void> {
  for (const path of PATHS) {
    const { publication, document } = await renderSettled(() => finder.find(path))
    known.set(publication.validators.etag, digestOf(document.bytes))
  }
}

const NOTHING = digestOf(new Uint8Array())
const plain = (etag: string) => etag.replace(/-gzip"$/, '"')
const seqOf = (etag: string) => Number(/^"(\d+)-/.exec(etag)?.[1])

it('no client gets an old ETag or a wrong byte', async () => {
  const { store } = service.deps
  const known = new Map<string, string>()
  const sequence = async () => (await store.findSelectionState({})).seq
  const finder = finderOf({ ...service.deps })
  await recordState(finder, known)
  let committed = await sequence()
  let isOver = false
  let answers = 0
  const seen: { path: string; asked: number; answer: Answer }[] = []

  const client = async (n: number) => {
    const path = PATHS[n % PATHS.length] ?? ''
    const coding = n % 3 === 0 ? 'identity' : 'gzip'
    let held = ''
    for (let isLast = false; !isLast; ) {
      isLast = isOver
      const asked = committed
      const condition = held && n % 5 !== 0 ? { 'if-none-match': held } : {}
      const answer = await get(path, { 'accept-encoding': coding, ...condition })
      if (answer.status === 304) expect(plain(answer.etag)).toBe(plain(held))
      held = answer.etag
      seen.push({ path, asked, answer })
      answers++
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, n) => client(n))

  for (let from = 1; from <= ARTICLES; from += AT_A_TIME) {
    await store.saveArticles(versions(from, from + AT_A_TIME - 1, 1), LATER)
    committed = await sequence()
    await recordState(finder, known)
    // The next change comes when as many answers as there are clients have gone out.
    for (const enough = answers + CLIENTS; answers < enough; )
      await new Promise((resolve) => setImmediate(resolve))
  }
  isOver = true
  await Promise.all(clients)

  for (const { asked, answer } of seen) {
    expect(answer.status === 200 || answer.status === 304).toBe(true)
    expect(seqOf(answer.etag)).toBeGreaterThanOrEqual(asked)
    const isWhole = answer.status === 200
    expect(answer.digest).toBe(isWhole ? known.get(plain(answer.etag)) : NOTHING)
  }
  expect(new Set(seen.map(({ answer }) => answer.etag)).size).toBeGreaterThan(ARTICLES / AT_A_TIME)
}, 120_000)
