// Our hub tells 10,000 subscribers on loopback of one change: when each hears of it, beside slow, broken and gone ones.
// npm run bench -- websub [--subscribers 10000] [--articles 50]
import { fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const HOSTS = 50
const SLOW_MS = 8_000
/** One of each in a hundred subscribers, on every host. */
const KINDS = ['slow', 'broken', 'gone']
const kindOf = (n) => KINDS[(n + Math.floor(n / HOSTS)) % 100] ?? 'fine'
const secretOf = (n) => `secret ${n}`
const ms = (nanoseconds) => `${(nanoseconds / 1e6).toFixed(1)} ms`

if (process.send) beSubscribers()
else await beHub()

/** In a process of its own: answers for all subscribers, and reports when each was told. */
function beSubscribers() {
  const told = new Map()
  let forged = 0
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost')
    const n = Number(url.pathname.slice(1))
    if (request.method === 'GET') return response.end(url.searchParams.get('hub.challenge'))
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const at = Date.now()
    if (n % 50 === 7) {
      const hmac = createHmac('sha256', secretOf(n)).update(Buffer.concat(chunks)).digest('hex')
      if (request.headers['x-hub-signature'] !== `sha256=${hmac}`) forged++
    }
    told.set(n, [...(told.get(n) ?? []), at])
    const kind = kindOf(n)
    if (kind === 'slow') return setTimeout(() => response.end(), SLOW_MS)
    response.writeHead({ broken: 500, gone: 410, fine: 204 }[kind]).end()
  })
  process.on('disconnect', () => process.exit())
  server.keepAliveTimeout = 60_000
  server.listen(0, () => process.send({ port: server.address().port }))
  process.on('message', () => {
    process.send({ told: [...told], forged })
    told.clear()
  })
}

async function beHub() {
  const { values } = parseArgs({
    options: {
      subscribers: { type: 'string', default: '10000' },
      articles: { type: 'string', default: '50' },
    },
  })
  const count = Number(values.subscribers)
  const dist = (path) => import(new URL(`../../dist/${path}`, import.meta.url))
  const { openStore } = await dist('db/node-store.js')
  const { createAccessStore } = await dist('db/access-store.js')
  const { createApp } = await dist('src/app.js')
  const { loadConfig } = await dist('src/config.js')
  const { openNodeDoor } = await dist('src/ingest/node-door.js')
  const { nodeDeps } = await dist('src/node-deps.js')
  const { createWebSub } = await dist('src/websub/websub.js')
  const { mintToken } = await dist('src/http/tokens.js')

  const folder = mkdtempSync(join(tmpdir(), 'creditline-websub-'))
  const child = fork(fileURLToPath(import.meta.url))
  const heard = () => new Promise((resolve) => child.once('message', resolve))
  const { port } = await heard()
  const base = 'http://127.0.0.1:3999'
  const config = loadConfig({
    CREDITLINE_BASE_URL: base,
    CREDITLINE_ALLOW_HOSTS: '127.0.0.0/8',
    CREDITLINE_LOG: 'error',
  })
  const { store, sql, close } = await openStore(join(folder, 'news.db'))
  const door = openNodeDoor(config)
  const access = createAccessStore(sql)
  let client = 0
  const deps = {
    ...nodeDeps({ store, access, fetchDocument: door.fetchDocument }, config),
    clientAddress: () => `10.${client >> 16}.${(client >> 8) & 255}.${client++ & 255}`,
  }
  const app = createApp(deps)
  const { token, secret } = mintToken(deps, ['admin'])
  await store.addToken(token)
  const publish = async (n) => {
    const text = `Paragraph of article ${n} with the words that news is made of. `.repeat(20)
    const answer = await app.request('/api/articles', {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `urn:x:${n}`,
        title: `Article ${n}`,
        body_html: `<p>${text}</p>`.repeat(4),
      }),
    })
    if (!answer.ok) throw new Error(await answer.text())
  }
  for (let n = 0; n < Number(values.articles); n++) await publish(n)
  const document = await (await app.request('/feed.rss')).arrayBuffer()
  console.log(`${count} subscribers on ${HOSTS} hosts, a document of ${document.byteLength} bytes`)

  const hub = createWebSub(deps)
  const began = performance.now()
  for (let n = 0; n < count; n++) {
    const answer = await app.request('/hub', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.topic': `${base}/feed.rss`,
        'hub.callback': `http://127.0.0.${1 + (n % HOSTS)}:${port}/${n}`,
        'hub.secret': secretOf(n),
      }).toString(),
    })
    if (answer.status !== 202) throw new Error(await answer.text())
    if (n % 200 === 0) await hub.advance()
  }
  await hub.advance()
  await hub.idle()
  const seconds = (performance.now() - began) / 1000
  const [{ confirmed }] = await sql.all('SELECT count(*) AS confirmed FROM hub_subscriptions')
  console.log(
    `subscribe: ${confirmed} asked for and confirmed in ${seconds.toFixed(1)} s (${Math.round(confirmed / seconds)}/s)`,
  )

  await publish('new')
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  const cpu = process.cpuUsage()
  const at = Date.now()
  const timer = setInterval(() => void hub.advance(), 1000)
  const waiting = async () => {
    const [row] = await sql.all(
      'SELECT count(*) AS n FROM websub_outbox WHERE attempts = 0 OR due_at <= ?',
      [new Date().toISOString()],
    )
    return row.n
  }
  await hub.advance()
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, SLOW_MS + 500))
  clearInterval(timer)
  lag.disable()
  const spent = process.cpuUsage(cpu)
  await hub.stop()
  child.send('report')
  const { told, forged } = await heard()
  report(told, count, at)
  const cpuMs = (spent.user + spent.system) / 1000
  console.log(
    `cpu of the hub ${(cpuMs / count).toFixed(2)} ms a subscriber; loop delay p50 ${ms(lag.percentile(50))}, p99 ${ms(lag.percentile(99))}; ` +
      `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; wrong signatures ${forged}`,
  )
  const [left] = await sql.all('SELECT count(*) AS n FROM hub_subscriptions')
  console.log(`subscriptions left: ${left.n} (those that answered 410 are gone)`)
  child.kill()
  await door.close()
  close()
  rmSync(folder, { recursive: true })
}

function report(told, count, at) {
  for (const kind of ['fine', ...KINDS]) {
    const these = told.filter(([n]) => kindOf(n) === kind)
    const first = these.map(([, times]) => (times[0] - at) / 1000).sort((a, b) => a - b)
    const all = Array.from({ length: count }, (_, n) => n).filter((n) => kindOf(n) === kind).length
    const pick = (share) => first[Math.min(first.length - 1, Math.floor(first.length * share))]
    const twice = these.filter(([, times]) => times.length > 1).length
    console.log(
      `${kind.padEnd(6)} ${these.length} of ${all} told; after p50 ${pick(0.5)?.toFixed(2)} s, p95 ${pick(0.95)?.toFixed(2)} s, ` +
        `last ${first.at(-1)?.toFixed(2)} s; ${twice} more than once`,
    )
  }
  const fine = told.filter(([n]) => kindOf(n) === 'fine').map(([, [first]]) => (first - at) / 1000)
  console.log(`${Math.round(fine.length / Math.max(...fine))} a second to those that answer`)
}
