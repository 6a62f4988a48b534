// npm run bench -- storm [--clients 200] [--pause 100] [--seconds 6]
// A publish storm: 1,000 articles change, fifty a commit, while clients read /feed.* and revalidate what they hold; each
// asks again a pause (ms) after it was answered, nine times in ten with its ETag. Service, clients and the writer (as
// another program would, through the same file) are three processes. How long an answer takes, from asking to its last
// byte; the bar is a p99 of 50 ms.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inventArticles } from './articles.mjs'

const SELF = fileURLToPath(import.meta.url)
const BIN = fileURLToPath(new URL('../../bin/creditline.js', import.meta.url))
const PORT = 19201
const ORIGIN = `http://127.0.0.1:${PORT}`
const ARTICLES = 1000
const AT_A_TIME = 50
const PATHS = ['/feed.rss', '/feed.atom', '/feed.json']
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '200' },
    pause: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '6' },
    as: { type: 'string', default: 'main' },
  },
})
const MS = Number(values.seconds) * 1000
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * A connection that asks one thing after another. Bare, because the clients share the machine with the service: an answer
 * is its head and as many bytes as Content-Length says.
 */
function connect() {
  const socket = net.connect(PORT, '127.0.0.1')
  let pending
  let left = 0
  socket.on('data', (bytes) => {
    if (!pending.answer) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) throw new Error('the head of an answer came in two pieces')
      const head = bytes.toString('latin1', 0, end)
      const status = Number(head.slice(9, 12))
      const field = (name) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]
      pending.answer = { status, etag: field('etag') }
      left = (status === 304 ? 0 : Number(field('content-length'))) + end + 4
    }
    left -= bytes.length
    if (left === 0) pending.resolve({ ...pending.answer, ms: performance.now() - pending.from })
  })
  socket.on('error', (error) => pending?.reject(error))
  return {
    ask: (path, headers = {}) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject, from: performance.now() }
        const fields = Object.entries({ host: '127.0.0.1', ...headers })
        const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')
        socket.write(`GET ${path} HTTP/1.1\r\n${lines}\r\n`)
      }),
    close: () => socket.destroy(),
  }
}

async function clients() {
  const until = performance.now() + MS
  const answers = []
  const client = async (n) => {
    await wait((n / Number(values.clients)) * Number(values.pause))
    const connection = connect()
    let held
    for (let turn = 0; performance.now() < until; turn++) {
      const condition = held && turn % 10 !== 0 ? { 'if-none-match': held } : {}
      const headers = { 'accept-encoding': 'gzip', ...condition }
      const answer = await connection.ask(PATHS[n % PATHS.length], headers)
      held = answer.etag
      answers.push(answer)
      await wait(Number(values.pause))
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: Number(values.clients) }, (_, n) => client(n)))
  process.send(answers)
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'creditline-storm-'))
  const { openStore } = await import('../../dist/db/node-store.js')
  const { store, close } = await openStore(join(folder, 'news.db'))
  const articles = inventArticles(ARTICLES)
  const save = (some, version) =>
    store.saveArticles(
      some.map((article) => ({
        article: { ...article, title: `${article.title} ${version}` },
        hash: `${article.guid} ${version}`,
        said: '{}',
        faults: [],
      })),
      new Date(Date.now()).toISOString().replace(/\.\d+/, ''),
    )
  await save(articles, 1)
  const options = ['serve', '--port', String(PORT), '--db', join(folder, 'news.db')]
  const env = { ...process.env, CREDITLINE_LOG: 'error' }
  const service = spawn(process.execPath, [BIN, ...options], { stdio: 'ignore', env })
  try {
    await up()
    for (const path of PATHS) await fetch(ORIGIN + path)
    const before = processorMs(service.pid)
    const answers = await storm(articles, save)
    report(answers, processorMs(service.pid) - before)
  } finally {
    service.kill('SIGKILL')
    close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** User and system time of a process, from Linux. */
function processorMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function up() {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${ORIGIN}/healthz`).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(100)
  }
  throw new Error('the service does not answer')
}

/** The newest articles last, so that every commit but the last changes something else than what is shown, too. */
async function storm(articles, save) {
  const args = ['--as', 'clients', '--clients', values.clients, '--pause', values.pause]
  const load = spawn(process.execPath, [SELF, ...args, '--seconds', values.seconds], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const answers = new Promise((resolve, reject) => {
    load.once('message', resolve)
    load.once('close', () => setTimeout(() => reject(new Error('the clients broke off')), 1000))
  })
  const commits = ARTICLES / AT_A_TIME
  await wait(MS * 0.1)
  for (let at = 0; at < commits; at++) {
    await save(articles.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME), 2)
    await wait((MS * 0.8) / commits)
  }
  return answers
}

function report(answers, processor) {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  const count = (status) => answers.filter((answer) => answer.status === status).length
  console.log(
    `${answers.length} answers to ${values.clients} clients: ${count(200)} documents, ${count(304)} not modified, ${answers.length - count(200) - count(304)} others; ${new Set(answers.map(({ etag }) => etag)).size} ETags`,
  )
  console.log(`the service worked ${processor} ms, all in all`)
  console.log(
    `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, longest ${at(1).toFixed(1)} ms`,
  )
  console.log(`${at(0.99) <= 50 ? 'met' : 'MISSED'} p99, at most 50 ms`)
}

await (values.as === 'clients' ? clients : main)()
