// The readers' pages over a store of many articles: server time and bytes of each.
//   npm run bench -- pages [--articles 100000] [--rounds 40] [--db FILE (kept and used again)]

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAccessStore } from '../../dist/db/access-store.js'
import { openStore } from '../../dist/db/node-store.js'
import { createApp } from '../../dist/src/app.js'
import { loadConfig } from '../../dist/src/config.js'
import { inventArticles } from './articles.mjs'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '40' },
    db: { type: 'string' },
  },
})

const temporary = mkdtempSync(join(tmpdir(), 'creditline-pages-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

const NOW = '2025-06-01T12:00:00Z'
const CHUNK = 1000
const count = Number(values.articles)

async function fill(store) {
  for (let from = 0; from < count; from += CHUNK) {
    const articles = inventArticles(Math.min(CHUNK, count - from), from + 1).map((article, at) => {
      const id = `https://paper${(from + at) % 50}.example/${from + at}`
      return { ...article, guid: id, publishedId: id, canonicalUrl: id }
    })
    const incoming = articles.map((article) => ({
      article,
      hash: article.guid,
      said: '{}',
      faults: [],
    }))
    await store.saveArticles(incoming, NOW)
    process.stderr.write(`\r${from + articles.length} articles`)
  }
  process.stderr.write('\n')
}

const file = values.db ?? join(temporary, 'pages.db')
const isNew = !existsSync(file)
const { store, sql, close } = await openStore(file)
if (isNew) await fill(store)

const nothing = () => {}
const app = createApp({
  store,
  access: createAccessStore(sql),
  config: loadConfig({ CREDITLINE_BASE_URL: 'https://news.example' }),
  now: () => Date.parse(NOW),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  random: (size) => randomBytes(size),
  gzip: (bytes) => bytes,
  fetchDocument: nothing,
  log: { debug: nothing, info: nothing, error: console.error },
})

const [source] = await store.listSources(1)
const PATHS = [
  '/',
  '/articles/500',
  '/articles/500/provenance',
  `/sources/${source.slug}`,
  '/agencies/reuters',
  '/people/mara-lindqvist',
  '/search?q=harbour+pilot',
  '/search?q=ferry&agency=reuters',
  '/channels',
  '/ns/1',
]

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

for (const path of PATHS) {
  const times = []
  let bytes = 0
  for (let round = 0; round < Number(values.rounds); round++) {
    const start = process.cpuUsage()
    const answer = await app.request(`https://news.example${path}`, {
      headers: { accept: 'text/html' },
    })
    bytes = Buffer.byteLength(await answer.text())
    const { user, system } = process.cpuUsage(start)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    times.push((user + system) / 1000)
  }
  const worst = Math.max(...times.slice(3))
  console.log(
    `${path.padEnd(34)} ${median(times).toFixed(1).padStart(6)} ms CPU, at most ${worst.toFixed(1).padStart(6)}  ${(bytes / 1000).toFixed(1).padStart(6)} kB`,
  )
}
close()
