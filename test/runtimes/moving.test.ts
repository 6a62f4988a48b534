/** One store on Node and on D1: the same articles are the same bytes, whichever way they came there, and back again. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessStore } from '../../db/access-store.ts'
import { openD1 } from '../../db/drivers/d1.ts'
import { dump, restore, tablesInOrder } from '../../db/drivers/dump.ts'
import { migrate } from '../../db/drivers/migrate.ts'
import { openSqlite } from '../../db/drivers/node.ts'
import { splitStatements } from '../../db/drivers/split-sql.ts'
import { createStore } from '../../db/sqlite-store.ts'
import type { IncomingArticle, Store } from '../../db/store.ts'
import { FORMAT_NAMES } from '../../feeds/formats/index.ts'
import { DEFAULT_PRESENTATION } from '../../feeds/model/channel.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import { compareWith } from '../../src/cli/export-check.ts'
import { agency, FULL, incoming, LATER, NOW, person, upstream } from '../db/samples.ts'
import { openService, type Service } from '../src/service.ts'
import {
  BASE,
  type Bundle,
  bundleWorker,
  type Cloud,
  executeFile,
  exportTables,
  startCloud,
} from './cloud.ts'

const PAPERS = ['The Harbour Post', 'Il Gabbiano', '港の新聞', 'Порт']
const TEXTS = [
  'Kites & <ships> "fly" \u2028 over it.',
  '海の上の凧。',
  'Воздушные змеи над портом.',
  `Long. ${'It goes on and on. '.repeat(300)}`,
]

/** Of many kinds: languages, dates of a day, pictures, copies of one original, bodies to be cleaned. */
const sample = (n: number): IncomingArticle =>
  incoming(n, {
    title: `${TEXTS[n % 4]?.slice(0, 30)} ${n}`,
    published: n % 7 === 0 ? '2025-03-04' : toInstant(Date.UTC(2025, 0, 1, n)),
    language: ['en', 'it', 'ja', 'ru'][n % 4] ?? 'en',
    publication: { name: PAPERS[n % 4] ?? '' },
    canonicalUrl: `https://harbour.example/${n % 50 === 49 ? n - 1 : n}?a=1&b=${n}`.replace(
      /b=(\d*49)/,
      (_, m) => `b=${Number(m) - 1}`,
    ),
    credits: [
      ...(n % 3 === 0 ? [agency('Polaris', 'polaris', n % 2 ? 'wire' : 'contributed')] : []),
      ...(n % 5 === 0 ? [person(`Mira O'Kafor ${n % 11}`)] : []),
    ],
    tags: [{ term: `Tag ${n % 9}` }],
    media:
      n % 4 === 0 ? [{ url: `https://harbour.example/${n}.jpg`, caption: TEXTS[0] ?? '' }] : [],
    body: {
      clean: false,
      html: rawHtml(`<p onclick="x()">${TEXTS[n % 4]}</p><script>no</script><img src="/${n}.png">`),
    },
  })

const ARTICLES: readonly IncomingArticle[] = [
  ...Array.from({ length: 499 }, (_, n) => sample(n)),
  { ...incoming(499), article: FULL },
]

const CHANNEL = {
  ...{ slug: 'polaris', title: 'Polaris', hubs: [], selection: { agency: 'polaris' } },
  presentation: { ...DEFAULT_PRESENTATION, fullText: true, size: 20 },
}

/** The same things happen to both stores. */
async function live(store: Store): Promise<void> {
  await store.addUpstream(upstream('harbour'))
  for (let at = 0; at < ARTICLES.length; at += 100)
    await store.saveArticles(ARTICLES.slice(at, at + 100), NOW)
  await store.saveChannel(CHANNEL, NOW)
  await store.saveArticles([{ ...sample(3), hash: 'again' }], LATER)
  await store.editArticle(10, { status: 'withheld' }, LATER)
  await store.editArticle(12, { title: 'Edited', correction: { at: LATER, note: 'So.' } }, LATER)
}

const PATHS = [
  ...['/feed', '/feeds/polaris', '/agencies/polaris', '/sources/il-gabbiano', '/tags/tag-3'],
].flatMap((path) => FORMAT_NAMES.map((format) => `${path}.${format}`))
const MORE = FORMAT_NAMES.flatMap((format) => [
  `/feed.${format}?limit=500`,
  `/feed.${format}?lang=ja&tag=tag-2`,
  `/feeds/polaris/archive/1/2.${format}`,
])
const ALL = [...PATHS, ...MORE, '/', '/articles/500', '/channels', '/opml.xml']

interface Published {
  readonly status: number
  readonly etag: string | null
  readonly text: string
}

async function publishedBy(fetch: (path: string) => Promise<Response>) {
  const published: Record<string, Published> = {}
  for (const path of ALL) {
    const response = await fetch(path)
    const etag = response.headers.get('etag')
    published[path] = { status: response.status, etag, text: await response.text() }
  }
  return published
}

const here = (service: Service) =>
  publishedBy(async (path) => service.app.request(`${BASE}${path}`))

const folder = mkdtempSync(join(tmpdir(), 'creditline-moving-'))
const home = openSqlite(join(folder, 'home.db'))
migrate(home.raw)
let service: Service
let bundle: Bundle
let cloud: Cloud | undefined
let expected: Record<string, Published>

const serviceOf = (sql: typeof home.sql) =>
  openService(
    { CREDITLINE_BASE_URL: BASE },
    { store: createStore(sql), access: createAccessStore(sql) },
  )

beforeAll(async () => {
  bundle = bundleWorker()
  service = await serviceOf(home.sql)
  await live(service.deps.store)
  expected = await here(service)
}, 300_000)

afterAll(async () => {
  await cloud?.stop()
  bundle?.remove()
  home.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (): Promise<Cloud> => {
  await cloud?.stop()
  cloud = await startCloud(bundle)
  return cloud
}

test('the same 500 articles stored on D1 are the same bytes with the same ETags', async () => {
  const { database, fetch } = await start()
  await live(createStore(openD1(database)))
  expect(await publishedBy(fetch)).toEqual(expected)
  expect(Object.values(expected).map(({ status }) => status)).toEqual(ALL.map(() => 200))
}, 300_000)

test('a store moved to D1 publishes what it published, and so does one moved back', async () => {
  const files = new Map<number, string>()
  for (const { file, statement } of dump(home.raw, 1_000_000))
    files.set(file, `${files.get(file) ?? ''}${statement}\n`)
  expect(files.size).toBeGreaterThan(1)
  const { database, fetch } = await start()
  for (const file of files.values()) await executeFile(database, file)
  expect(await publishedBy(fetch)).toEqual(expected)
  const fetchDocument = async (url: string) => {
    const answer = await fetch(url.replace(BASE, ''))
    const body = new Uint8Array(await answer.arrayBuffer())
    return { url, status: answer.status, headers: answer.headers, body, redirects: [] }
  }
  const compared = await compareWith(`${BASE}/`, { ...service.deps, fetchDocument })
  expect(compared.length).toBeGreaterThan(15)
  expect(compared.filter(({ difference }) => difference)).toEqual([])

  const back = await exportTables(database, tablesInOrder(home.raw))
  const moved = openSqlite(join(folder, 'moved.db'))
  migrate(moved.raw)
  restore(moved.raw, splitStatements([back]))
  expect(await here(await serviceOf(moved.sql))).toEqual(expected)
  moved.close()
}, 300_000)
