// What the main operations cost on a local D1: queries, rows read and written, bytes; and what they add up to in money.
// The figures of docs/scale.md. With the bundle of the Worker also: its size, its start, CPU a request and a poll.
//   npm run build && npm run bench -- d1 [ARTICLES]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler'
import { openD1 } from '../../dist/db/drivers/d1.js'
import { createLeaseStore } from '../../dist/db/leases.js'
import { createStore } from '../../dist/db/sqlite-store.js'
import { listUncleaned } from '../../dist/db/uncleaned.js'
import { cleanArticles } from '../../dist/src/publish/clean.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ARTICLES = Number(process.argv[2] ?? 2000)
const NOW = '2026-01-01T12:00:00Z'

// Prices as published (developers.cloudflare.com/d1/platform/pricing, /workers/platform/pricing, /queues/platform/pricing).
const PRICES = { rowsRead: 0.001, rowsWritten: 1, requests: 0.3, cpuMs: 0.02, queue: 0.4, gb: 0.75 }

const folder = mkdtempSync(join(tmpdir(), 'creditline-d1-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const said = execFileSync(
  join(ROOT, 'node_modules/.bin/wrangler'),
  ['deploy', '--dry-run', '--minify', '--outdir', folder],
  { cwd: ROOT, encoding: 'utf8', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
)
const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'))

/** The Worker, bound as wrangler.toml says. */
function start(script) {
  const options = script
    ? { modules: true, script, compatibilityDate: workerOptions.compatibilityDate }
    : {
        ...workerOptions,
        modulesRoot: folder,
        modules: [{ type: 'ESModule', path: join(folder, 'worker.js') }],
        bindings: {
          ...workerOptions.bindings,
          CREDITLINE_BASE_URL: 'https://news.example',
          CREDITLINE_LOG: 'silent',
          CREDITLINE_ALLOW_HOSTS: '127.0.0.1',
          CREDITLINE_PLAN: 'paid',
        },
      }
  return new Miniflare({ ...options, name: 'bench', cf: false })
}

/** Milliseconds of CPU that workerd has used: its processes are children of this one. */
function cpuOfWorkerd() {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [, ppid, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (Number(ppid) === process.pid && stat.includes('(workerd)'))
        ticks += Number(rest[9]) + Number(rest[10])
    } catch {}
  return ticks * 10
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function firstAnswer(script) {
  const times = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    const miniflare = start(script)
    await (await miniflare.dispatchFetch('https://news.example/healthz')).text()
    times.push(performance.now() - began)
    await miniflare.dispose()
  }
  return median(times)
}
const empty = await firstAnswer('export default { fetch: () => new Response("ok") }')
const whole = await firstAnswer()
console.log(`bundle: ${/gzip: ([\d.]+ KiB)/.exec(said)?.[1]} gzip`)
console.log(
  `first answer after a start: ${Math.round(whole)} ms, of an empty Worker ${Math.round(empty)} ms`,
)

const miniflare = start()
const d1 = await miniflare.getD1Database('DB')
for (const name of readdirSync(join(ROOT, 'db/migrations')).sort())
  for (const query of unstable_splitSqlQuery(
    readFileSync(join(ROOT, 'db/migrations', name), 'utf8'),
  ))
    await d1.prepare(query).run()

const cost = { queries: 0, read: 0, written: 0, ms: 0, size: 0 }
const note = (result) => {
  cost.queries++
  cost.read += result.meta.rows_read
  cost.written += result.meta.rows_written
  cost.ms += result.meta.duration
  cost.size = result.meta.size_after
  return result
}
const wrap = (statement) => ({
  statement,
  bind: (...params) => wrap(statement.bind(...params)),
  all: async () => note(await statement.all()),
  run: async () => note(await statement.run()),
})
const sql = openD1({
  prepare: (text) => wrap(d1.prepare(text)),
  batch: async (all) => (await d1.batch(all.map(({ statement }) => statement))).map(note),
})
const store = createStore(sql)
const leases = createLeaseStore(sql)

const results = new Map()
async function measure(name, work) {
  Object.assign(cost, { queries: 0, read: 0, written: 0, ms: 0 })
  await work()
  results.set(name, { ...cost })
}

const words = 'ferry harbour minister kites bridge lantern winter council market river song'.split(
  ' ',
)
const text = (n) => Array.from({ length: 330 }, (_, at) => words[(n * 7 + at * at) % 11]).join(' ')
const upstream = (id) => ({
  ...{ id, url: `https://${id}.example/feed`, peer: false, private: false, tags: [] },
  ...{ health: 'healthy', nextPollAt: NOW, failures: 0, movedSeen: 0, addedAt: NOW },
})
const incoming = (paper, n) => ({
  article: {
    ...{ upstreamId: paper, guid: `https://${paper}.example/${n}`, title: `Ferry ${n}` },
    publishedId: `https://${paper}.example/${n}`,
    canonicalUrl: `https://${paper}.example/${n}`,
    published: new Date(Date.UTC(2025, 0, 1) + n * 60_000).toISOString().replace('.000', ''),
    firstSeenAt: NOW,
    language: 'en-GB',
    body: { clean: false, html: `<p>${text(n)}</p>` },
    summary: text(n).slice(0, 300),
    credits: [
      { name: `Mira ${n % 40}`, kind: 'person', role: 'author', evidence: [] },
      {
        name: 'Polaris',
        kind: 'organization',
        agencyId: 'polaris',
        role: 'contributed',
        evidence: [],
      },
    ],
    creditText: ['Polaris contributed reporting.'],
    publication: { name: `Paper ${paper}`, url: `https://${paper}.example/` },
    ...{ via: [], media: [], enclosures: [], related: [], corrections: [], doubts: [] },
    tags: [{ term: words[n % 11] }, { term: `Topic ${n % 300}` }],
    status: 'published',
  },
  hash: `h${n}`,
  said: JSON.stringify({ title: `Ferry ${n}`, summary: text(n).slice(0, 300) }),
  faults: [],
})
const entries = (paper, from, count) =>
  Array.from({ length: count }, (_, n) => incoming(paper, from + n))
const poll = (id, articles) => async () => {
  await store.findKnown(
    id,
    entries(id, 0, 30).map(({ article }) => article.guid),
  )
  if (articles.length > 0) await store.findPublishedIds(articles.map(({ article }) => article.guid))
  await store.savePolls([{ upstream: upstream(id), articles }], NOW, { search: 'later' })
}
const prepare = async () => {
  await cleanArticles(await listUncleaned(sql, 500), store)
  await store.indexSearch(NOW, 500)
}

const papers = Array.from({ length: 20 }, (_, n) => `p${n}`)
for (const id of papers) await store.addUpstream(upstream(id))
for (let n = 0; n < ARTICLES; n += 200) {
  await store.saveArticles(entries(papers[(n / 200) % 20], n, 200), NOW)
  process.stderr.write(`\r${n + 200} articles`)
}
process.stderr.write('\n')
await prepare()
const before = cost.size
await measure('lend 20 upstreams', async () => {
  const due = await store.listDueUpstreams(NOW, 20)
  await leases.lend(due.map(({ id, nextPollAt }) => ({ id, dueAt: nextPollAt, until: NOW })))
  await leases.listLent(due.map(({ id }) => ({ id, until: NOW })))
})
await measure('poll: 304', async () =>
  store.savePolls([{ upstream: upstream('p1'), articles: [] }], NOW, { search: 'later' }),
)
await measure('poll: 30 entries, none new', poll('p1', []))
await measure('poll: 30 entries, 1 new', poll('p1', entries('p1', 1e6, 1)))
await measure('clean and index 1', prepare)
await measure('poll: 30 entries, all new', poll('p2', entries('p2', 2e6, 30)))
await measure('clean and index 30', prepare)
const bytesAnArticle = Math.round((cost.size - before) / 31)
await measure('feed of everything, 50', () => store.listArticles({}, { limit: 50 }))
await measure('feed of an agency, 50', () =>
  store.listArticles({ agency: 'polaris' }, { limit: 50 }),
)
await measure('validators of a feed', () => store.findSelectionState({ agency: 'polaris' }))
await measure('sequence', () => store.findSequence())
await measure('search, one word', () => store.listArticles({ q: 'lantern' }, { limit: 50 }))
await measure('article page', async () => {
  await store.findArticle(1)
  await store.listArticles({ source: ['paper-p0'] }, { limit: 6 })
})

console.log(
  `\n${ARTICLES} articles of about 2 KB; ${bytesAnArticle} bytes an article with its indexes`,
)
console.log('| operation | queries | rows read | rows written | ms in D1 |\n|---|---|---|---|---|')
for (const [name, { queries, read, written, ms }] of results)
  console.log(`| ${name} | ${queries} | ${read} | ${written} | ${ms.toFixed(1)} |`)

// CPU in workerd, D1's own included, without what an answer costs that does nothing: an upper bound of what is billed.
const item = (n) =>
  `<item><guid>https://u.example/${n}</guid><title>Ferry ${n}</title><link>https://u.example/${n}</link><description><![CDATA[<p>${text(n)}</p>]]></description><dc:creator>Mira ${n}</dc:creator></item>`
let stamp = 0
const server = http.createServer((request, response) => {
  const body = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>U</title>${Array.from({ length: 30 }, (_, n) => item(stamp * 30 + n)).join('')}</channel></rss>`
  if (request.headers['if-none-match'] === `"${stamp}"`) response.writeHead(304).end()
  else response.writeHead(200, { etag: `"${stamp}"` }).end(body)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${server.address().port}/feed`
await store.addUpstream({ ...upstream('u'), url })
const worker = await miniflare.getWorker()
async function pollOnce() {
  const until = '2030-01-01T00:00:00Z'
  const stored = await store.findUpstream('u')
  await store.saveUpstream({ ...stored, nextPollAt: until })
  const body = { kind: 'poll', leases: [{ id: 'u', until }] }
  await worker.queue('creditline-polls', [{ id: 'm', timestamp: new Date(), attempts: 1, body }])
}
async function cpuOf(times, work) {
  await work()
  const from = cpuOfWorkerd()
  for (let n = 0; n < times; n++) await work()
  return (cpuOfWorkerd() - from) / times
}
async function cpu(name, times, work, without) {
  const each = Math.max(0, (await cpuOf(times, work)) - without)
  console.log(`| ${name} | ${each.toFixed(1)} |`)
  return each
}
console.log('\n| in workerd | CPU ms |\n|---|---|')
const get =
  (path, headers = {}) =>
  async () =>
    (await miniflare.dispatchFetch(`https://news.example${path}`, { headers })).arrayBuffer()
const idle = await cpuOf(100, get('/healthz'))
const etag = (
  await miniflare.dispatchFetch('https://news.example/agencies/polaris.rss')
).headers.get('etag')
const hit = await cpu('feed of 50, from the cache', 200, get('/agencies/polaris.rss'), idle)
await cpu('the same, 304', 200, get('/agencies/polaris.rss', { 'if-none-match': etag }), idle)
let limit = 50
const miss = await cpu(
  'feed of 50, not in the cache',
  30,
  async () => {
    limit += 1
    await get(`/agencies/polaris.rss?limit=${limit}`)()
  },
  idle,
)
// what sets a poll up is measured by a message that has nothing to do
const setUp = await cpuOf(20, async () => {
  await store.saveUpstream(await store.findUpstream('u'))
  await worker.queue('creditline-polls', [
    { id: 'm', timestamp: new Date(), attempts: 1, body: { kind: 'poll', leases: [] } },
  ])
})
const news = await cpu(
  'poll: 30 new entries of 2 KB',
  20,
  async () => {
    stamp++
    await pollOnce()
  },
  setUp,
)
const quiet = await cpu('poll: 304', 40, pollOnce, setUp)
await miniflare.dispose()
server.close()

const { read, written } = results.get('poll: 30 entries, 1 new')
const none = results.get('poll: 304')
const index = results.get('clean and index 1')
const lent = results.get('lend 20 upstreams')
const POLLS = 24 * 30
const NEW = 10 * 30
const month = {
  rowsRead: (POLLS * lent.read) / 20 + (POLLS - NEW) * none.read + NEW * (read + index.read),
  rowsWritten:
    (POLLS * lent.written) / 20 + (POLLS - NEW) * none.written + NEW * (written + index.written),
  cpuMs: (POLLS - NEW) * quiet + NEW * ((news + 29 * quiet) / 30),
  queue: (POLLS * 3) / 20,
}
const money = (counts) =>
  Object.entries(counts).reduce((sum, [name, count]) => sum + (count / 1e6) * PRICES[name], 0)
console.log(
  '\nA month of one upstream, polled hourly, ten new articles a day, and its price at the paid plan’s rates, nothing of it included:',
)
for (const [name, count] of Object.entries(month)) console.log(`  ${name}: ${Math.round(count)}`)
console.log(
  `  1,000 upstreams: $${(money(month) * 1000).toFixed(2)}, and $${(((NEW * 1000 * bytesAnArticle) / 1e9) * PRICES.gb).toFixed(2)} a month for each month of articles that is kept`,
)
const reads = (share) => ({
  requests: 1e6,
  cpuMs: 1e6 * (hit * share + miss * (1 - share)),
  rowsRead: 1e6 * (1 - share) * (results.get('feed of an agency, 50').read + 8) + 1e6 * share * 0.1,
})
console.log(
  `  a million requests for feeds, 95 % from the cache: $${money(reads(0.95)).toFixed(2)}; none from it: $${money(reads(0)).toFixed(2)}`,
)
process.exit()
