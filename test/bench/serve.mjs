// npm run bench -- serve [--seconds 2] [--rounds 3] [--connections 16]
// One document of 50 items with full text from a store of 1,000 articles, served by us, by nginx, by a bare node:http
// that holds the bytes, and by what one writes first: Hono, SQLite, feed, and Hono's etag() and compress(). All servers
// are up at once and are asked in turn, so that a busy moment meets them all. Loaded by wrk where it is installed, else
// by a small keep-alive client of our own in a process of its own. CPU is the server's own, from /proc.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { inventArticles } from './articles.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SELF = fileURLToPath(import.meta.url)
const ARTICLES = 1000
const FRESH = 'public, max-age=60'
const TYPE = 'application/rss+xml; charset=utf-8'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    // What this file is started as by itself.
    as: { type: 'string' },
    folder: { type: 'string' },
    port: { type: 'string' },
    url: { type: 'string' },
    header: { type: 'string', default: '' },
  },
})
const PORT = Number(values.port)

/** A document's bytes, compressed once, and its ETag: the least that answers all three requests. */
function serveBare() {
  const bytes = readFileSync(join(values.folder, 'feed.rss'))
  const gzip = readFileSync(join(values.folder, 'feed.rss.gz'))
  const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
  const common = { 'cache-control': FRESH, vary: 'Accept-Encoding', etag }
  const whole = { ...common, 'content-type': TYPE }
  http
    .createServer((request, response) => {
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, common)
        response.end()
        return
      }
      const isGzip = (request.headers['accept-encoding'] ?? '').includes('gzip')
      const body = isGzip ? gzip : bytes
      const coding = isGzip ? { 'content-encoding': 'gzip' } : {}
      response.writeHead(200, { ...whole, ...coding, 'content-length': body.length })
      response.end(body)
    })
    .listen(PORT, '127.0.0.1')
}

/** Fifty rows from SQLite and feed at each request; etag() and compress() of Hono's do the rest. */
async function serveNaive() {
  const [{ Hono }, { etag }, { compress }, { serve }, { Feed }, { default: Database }] =
    await Promise.all([
      import('hono'),
      import('hono/etag'),
      import('hono/compress'),
      import('@hono/node-server'),
      import('feed'),
      import('better-sqlite3'),
    ])
  const db = new Database(join(values.folder, 'naive.db'))
  db.pragma('journal_mode = WAL')
  db.exec('CREATE TABLE items (id, url, title, summary, html, author, published INTEGER)')
  db.exec('CREATE INDEX newest ON items (published DESC)')
  const insert = db.prepare('INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?)')
  const rows = inventArticles(ARTICLES).map((one) => [
    one.publishedId,
    one.canonicalUrl,
    one.title,
    one.summary ?? '',
    one.body.html,
    one.credits.find(({ role }) => role === 'author')?.name ?? '',
    Date.parse(one.published),
  ])
  db.transaction(() => {
    for (const row of rows) insert.run(...row)
  })()
  const newest = db.prepare('SELECT * FROM items ORDER BY published DESC LIMIT 50')
  const app = new Hono()
  app.use(compress())
  app.use(etag())
  app.get('/feed.rss', (c) => {
    const feed = new Feed({
      title: 'News',
      id: 'https://news.example/',
      link: 'https://news.example/',
      copyright: '',
    })
    for (const { id, url, title, summary, html, author, published } of newest.all())
      feed.addItem({
        title,
        id,
        link: url,
        date: new Date(published),
        description: summary,
        content: html,
        ...(author ? { author: [{ name: author }] } : {}),
      })
    return c.body(feed.rss2(), 200, { 'content-type': TYPE, 'cache-control': FRESH })
  })
  serve({ fetch: app.fetch, port: PORT, hostname: '127.0.0.1' })
}

/** Keep-alive connections that ask again as soon as they are answered; prints requests and seconds as JSON. */
async function load() {
  const { hostname, port, pathname } = new URL(values.url)
  const ask = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${values.header ? `${values.header}\r\n` : ''}\r\n`
  const until = performance.now() + Number(values.seconds) * 1000
  const from = performance.now()
  const times = []
  const connect = () =>
    new Promise((resolve, reject) => {
      const socket = createConnection(Number(port), hostname)
      let left = -1
      let head = ''
      let askedAt = 0
      const next = () => {
        askedAt = performance.now()
        if (askedAt >= until) socket.end()
        else socket.write(ask)
      }
      socket.on('connect', next)
      socket.on('error', reject)
      socket.on('close', resolve)
      socket.on('data', (chunk) => {
        if (left < 0) {
          head += chunk.latin1Slice()
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1]
          if (length === undefined && !/^HTTP\/1.1 304/.test(head))
            throw new Error('an answer without a length: install wrk')
          left = Number(length ?? 0) - (head.length - end - 4)
          head = ''
        } else left -= chunk.length
        if (left > 0) return
        left = -1
        times.push(performance.now() - askedAt)
        next()
      })
    })
  await Promise.all(Array.from({ length: Number(values.connections) }, connect))
  const seconds = (performance.now() - from) / 1000
  const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]
  console.log(JSON.stringify({ requests: times.length, seconds, p99 }))
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'creditline-serve-'))
  const running = []
  try {
    await fillStore(join(folder, 'news.db'))
    const servers = await startAll(folder, running)
    const figures = measure(servers)
    report(servers, figures)
  } finally {
    for (const child of running) child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillStore(file) {
  const { openStore } = await import('../../dist/db/node-store.js')
  const { store, close } = await openStore(file)
  const incoming = inventArticles(ARTICLES).map((article) => ({
    article: shortened(article),
    hash: article.guid,
    said: '{}',
    faults: [],
  }))
  await store.saveArticles(incoming, '2025-06-01T00:00:00Z')
  close()
}

/** So long that fifty items, with all that we say of them, make a document of about 256 KB. */
const shortened = (article) => {
  const paragraphs = article.body.html.split('</p>').slice(0, 6)
  return { ...article, body: { clean: false, html: `${paragraphs.join('</p>')}</p>` } }
}

async function startAll(folder, running) {
  const start = (command, args, env = {}) => {
    const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } })
    running.push(child)
    return child.pid
  }
  const node = (role, port) =>
    start(process.execPath, [SELF, '--as', role, '--folder', folder, '--port', port])
  const url = (port) => `http://127.0.0.1:${port}/feed.rss`
  const bin = join(ROOT, 'bin/creditline.js')
  const ours = {
    name: 'ours',
    url: url(19101),
    pid: start(
      process.execPath,
      [bin, 'serve', '--port', '19101', '--db', join(folder, 'news.db')],
      {
        CREDITLINE_BASE_URL: 'https://news.example',
        CREDITLINE_LOG: 'error',
      },
    ),
  }
  const bytes = Buffer.from(
    await (await up(ours.url, { 'accept-encoding': 'identity' })).arrayBuffer(),
  )
  writeFileSync(join(folder, 'feed.rss'), bytes)
  const gzip = gzipSync(bytes, { level: 6 })
  writeFileSync(join(folder, 'feed.rss.gz'), gzip)
  console.log(`the document: ${bytes.length} bytes, ${gzip.length} compressed`)
  const servers = [
    ours,
    { name: 'node:http with a Buffer', url: url(19102), pid: node('bare', '19102') },
    { name: 'naive', url: url(19103), pid: node('naive', '19103') },
  ]
  const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find(existsSync)
  if (nginx)
    servers.push({ name: 'nginx', url: url(19104), pid: start(nginx, nginxOptions(folder)) })
  else console.log('nginx is not installed (Debian: apt-get install nginx): its rows are left out')
  return Promise.all(
    servers.map(async (server) => {
      const { headers } = await up(server.url, { 'accept-encoding': 'identity' })
      return { ...server, etag: headers.get('etag') }
    }),
  )
}

function nginxOptions(folder) {
  mkdirSync(join(folder, 'logs'))
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log;
    events { worker_connections 512; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; etag on; gzip_static on; gzip_vary on;
      open_file_cache max=100; types { application/rss+xml rss; }
      client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
      uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
      server { listen 127.0.0.1:19104; root ${folder}; add_header Cache-Control "${FRESH}"; }
    }`,
  )
  return ['-c', join(folder, 'nginx.conf'), '-p', folder]
}

async function up(url, headers = {}) {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(url, { headers }).catch(() => undefined)
    if (response?.ok) return response
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer`)
}

function measure(servers) {
  const figures = new Map(servers.map(({ name }) => [name, {}]))
  for (let round = 0; round < Number(values.rounds); round++)
    for (const { name, url, pid, etag } of servers) {
      const asked = {
        200: '',
        304: `If-None-Match: ${etag}`,
        gzip: 'Accept-Encoding: gzip',
      }
      for (const [kind, header] of Object.entries(asked)) {
        const before = processorMs(pid)
        const { requests, seconds, p99 } = loadBy(url, header)
        const one = {
          rate: requests / seconds,
          cpu: (processorMs(pid) - before) / requests,
          rss: memory(pid),
          p99,
        }
        figures.get(name)[kind] = [...(figures.get(name)[kind] ?? []), one]
      }
    }
  return figures
}

const wrk = ['/usr/bin/wrk', '/usr/local/bin/wrk'].find(existsSync)

function loadBy(url, header) {
  if (!wrk) {
    const args = [SELF, '--as', 'load', '--url', url, '--header', header]
    const rest = ['--seconds', values.seconds, '--connections', values.connections]
    return JSON.parse(execFileSync(process.execPath, [...args, ...rest], { encoding: 'utf8' }))
  }
  const options = ['-t1', `-c${values.connections}`, `-d${values.seconds}s`, '--latency']
  const out = execFileSync(wrk, [...options, ...(header ? ['-H', header] : []), url], {
    encoding: 'utf8',
  })
  const [, requests, seconds] = /(\d+) requests in ([\d.]+)s/.exec(out)
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(out)
  const scale = { us: 0.001, ms: 1, s: 1000 }[unit]
  return { requests: Number(requests), seconds: Number(seconds), p99: Number(p99) * scale }
}

/** User and system time of a process, from Linux; 10 ms is its grain. */
function processorMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const memory = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

const medianOf = (list, key) => list.map((one) => one[key]).sort((a, b) => a - b)[list.length >> 1]

function report(servers, figures) {
  const rate = (name, kind) => medianOf(figures.get(name)[kind], 'rate')
  console.log(
    `\nrequests/s (and CPU ms a request), ${wrk ? 'wrk' : 'our own client'}, ${values.connections} connections`,
  )
  console.table(
    Object.fromEntries(
      servers.map(({ name }) => {
        const of = figures.get(name)
        const cells = Object.entries(of).map(([kind, list]) => [
          kind,
          `${rate(name, kind).toFixed(0)} (${medianOf(list, 'cpu').toFixed(3)})`,
        ])
        const rss = Math.max(
          ...Object.values(of)
            .flat()
            .map((one) => one.rss),
        )
        const p99 = medianOf(of[200], 'p99')
        return [
          name,
          {
            ...Object.fromEntries(cells),
            '200 p99, ms': p99.toFixed(1),
            'RSS, MiB': rss.toFixed(0),
          },
        ]
      }),
    ),
  )
  const bars = [
    ['nginx', 200, 0.5],
    ['nginx', 304, 0.2],
    ['nginx', 'gzip', 0.4],
    ['node:http with a Buffer', 200, 0.8],
    ['naive', 200, 30],
    ['naive', 304, 100],
    ['naive', 'gzip', 150],
  ]
  for (const [name, kind, least] of bars.filter(([name]) => figures.has(name))) {
    const ratio = rate('ours', kind) / rate(name, kind)
    verdict(`${kind}: times ${name}`, ratio.toFixed(2), `at least ${least}`, ratio >= least)
  }
  const cpu = medianOf(figures.get('ours')[200], 'cpu')
  verdict('CPU, ms per 200', cpu.toFixed(3), 'at most 0.15', cpu <= 0.15)
  const rss = Math.max(
    ...Object.values(figures.get('ours'))
      .flat()
      .map((one) => one.rss),
  )
  verdict('memory under load, MiB', rss.toFixed(0), 'at most 120', rss <= 120)
}

const verdict = (what, figure, bar, isMet) =>
  console.log(`${isMet ? 'met ' : 'MISSED'} ${what.padEnd(36)} ${figure.padStart(8)}   ${bar}`)

await { bare: serveBare, naive: serveNaive, load, main }[values.as ?? 'main']()
