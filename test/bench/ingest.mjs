// Polling from the first request until articles are served and found: 500 feeds of 30 entries on 50 loopback addresses,
// as RSS, Atom and JSON Feed, against a lean script (undici, feedsmith, better-sqlite3), Python's feedparser in threads
// and newsboat, where they are installed. Each runs as a process of its own, as its users run it: three polls, of which
// the first finds everything new, the second nothing, the third one new entry in each feed. `served` is when the rows
// are committed, `found` when they are in the full-text index too; both from the start of the process. Then 5,000 feeds,
// and how fast feeds are answered while `serve` polls them.
//
// npm run bench -- ingest [--feeds 500] [--items 30] [--rounds 3] [--many 5000] [--folders /dev/shm,/tmp] [--only creditline,lean]
import { fork, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '500' },
    items: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '3' },
    many: { type: 'string', default: '5000' },
    folders: { type: 'string', default: '/dev/shm,/tmp' },
    only: { type: 'string' },
  },
})
const ITEMS = Number(values.items)
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const CREDITLINE = here('../../bin/creditline.js')
const ENV = {
  ...process.env,
  CREDITLINE_ALLOW_HOSTS: '127.0.0.0/8',
  CREDITLINE_BASE_URL: 'https://reader.example',
  CREDITLINE_LOG: 'error',
}

// ---- upstreams

async function openUpstreams(feeds) {
  const child = fork(here('ingest/upstreams.mjs'), [String(feeds), String(ITEMS)])
  const answered = () => new Promise((resolve) => child.once('message', resolve))
  const { port } = await answered()
  const ask = (message) => {
    const answer = answered()
    child.send(message)
    return answer
  }
  return {
    urls: Array.from({ length: feeds }, (_, i) => `http://127.0.0.${(i % 50) + 1}:${port}/f/${i}`),
    ask,
    close: () => child.disconnect(),
  }
}

// ---- processes

const ticksOf = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
const peakOf = (pid) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Runs to the end; `isServed` is asked until it says so. Seconds and megabytes. */
async function measure([command, ...args], isServed = () => false) {
  const from = performance.now()
  const seconds = () => (performance.now() - from) / 1000
  const child = spawn(command, args, { env: ENV, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += data
  })
  let result = { served: undefined, cpu: 0, peak: 0 }
  const look = () => {
    try {
      result = {
        ...result,
        cpu: ticksOf(child.pid),
        peak: Math.max(result.peak, peakOf(child.pid)),
      }
    } catch {
      // it has just ended
    }
    if (result.served === undefined && isServed()) result.served = seconds()
  }
  const timer = setInterval(look, 10)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors}`)
  const end = seconds()
  return { ...result, served: result.served ?? end, end }
}

/** Reads a number out of a database that another process writes, once it is there. */
function openCount(file, query) {
  let db
  return () => {
    try {
      db ??= new Database(file, { readonly: true, fileMustExist: true })
      return db.prepare(query).pluck().get() ?? 0
    } catch {
      return 0
    }
  }
}

// ---- pollers

const isRunnable = (command, ...args) => spawnSync(command, args).status === 0

const POLLERS = {
  creditline: {
    prepare(folder, urls) {
      const outlines = urls.map((url) => `<outline xmlUrl="${url}"/>`).join('')
      writeFileSync(`${folder}/feeds.opml`, `<opml version="2.0"><body>${outlines}</body></opml>`)
      const args = [
        CREDITLINE,
        'upstream',
        'import',
        `${folder}/feeds.opml`,
        '--db',
        `${folder}/x.db`,
      ]
      const done = spawnSync(process.execPath, args, { env: ENV, encoding: 'utf8' })
      if (done.status !== 0) throw new Error(done.stderr + done.stdout)
    },
    command: (folder) => [process.execPath, CREDITLINE, 'poll', '--all', '--db', `${folder}/x.db`],
    count: `SELECT seq FROM sqlite_sequence WHERE name = 'articles'`,
  },
  lean: {
    command: (folder) => [
      process.execPath,
      here('ingest/lean.mjs'),
      `${folder}/x.db`,
      `${folder}/urls`,
    ],
    count: 'SELECT max(id) FROM items',
  },
  feedparser: {
    missing: () =>
      isRunnable('/usr/bin/python3', '-c', 'import feedparser')
        ? undefined
        : 'Python has no feedparser here (Debian: python3-feedparser)',
    command: (folder) => [
      '/usr/bin/python3',
      here('ingest/threads.py'),
      `${folder}/x.db`,
      `${folder}/urls`,
    ],
    count: 'SELECT max(id) FROM items',
    isSlow: true,
  },
  newsboat: {
    missing: () => (isRunnable('newsboat', '-v') ? undefined : 'newsboat is not installed'),
    prepare: (folder) =>
      writeFileSync(`${folder}/config`, 'reload-threads 16\nauto-reload no\nmax-items 0\n'),
    command: (folder) => [
      'newsboat',
      '-u',
      `${folder}/urls`,
      '-c',
      `${folder}/x.db`,
      '-C',
      `${folder}/config`,
      '-x',
      'reload',
    ],
    count: 'SELECT max(id) FROM rss_item',
    isSlow: true,
  },
  freshrss: { missing: () => 'FreshRSS is a web application that has to be set up by hand' },
}

/** The three polls of one poller, on an empty database. */
async function runPolls(name, folder, upstreams) {
  const { prepare, command, count } = POLLERS[name]
  const { urls, ask } = upstreams
  writeFileSync(`${folder}/urls`, `${urls.join('\n')}\n`)
  prepare?.(folder, urls)
  await ask({ added: 0 })
  const polls = []
  for (const added of [0, 0, 1]) {
    if (added) await ask({ added })
    const rows = openCount(`${folder}/x.db`, count)
    const all = urls.length * (ITEMS + added)
    const poll = await measure(
      command(folder),
      polls.length === 1 ? undefined : () => rows() >= all,
    )
    const { stats } = await ask({})
    polls.push({ ...poll, rows: rows(), stats })
  }
  return polls
}

async function inFolder(parent, work) {
  const folder = mkdtempSync(`${parent}/creditline-bench-`)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// ---- reports

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
const two = (number) => number.toFixed(2)
const said = (stats) =>
  Object.entries(stats)
    .map(([status, n]) => `${n} x ${status}`)
    .join(', ')

/** Medians over the rounds, poll by poll. */
const mediansOf = (rounds) =>
  rounds[0].map((first, at) => ({
    rows: first.rows,
    stats: first.stats,
    ...Object.fromEntries(
      ['served', 'end', 'cpu', 'peak'].map((key) => [
        key,
        median(rounds.map((polls) => polls[at][key])),
      ]),
    ),
  }))

function printPolls(name, polls) {
  const names = ['first', 'unchanged', 'one new each']
  for (const [at, poll] of polls.entries())
    console.log(
      `  ${name.padEnd(11)} ${names[at].padEnd(13)} served ${two(poll.served)} s, found ${two(poll.end)} s (CPU ${two(poll.cpu)} s), peak ${poll.peak.toFixed(0)} MB, ${poll.rows} rows, ${said(poll.stats)}`,
    )
}

const line = (what, value, bar, holds) =>
  console.log(`  ${what}: ${value} (${bar})${holds ? '' : '  <- short of it'}`)

function printRatios(ours, others) {
  const [first, unchanged, oneNew] = ours
  const { lean } = others
  if (lean) {
    const served = lean[0].end / first.served
    const found = lean[0].end / first.end
    line('served, times as fast as lean', two(served), 'at least 1.2', served >= 1.2)
    line('found, times as fast as lean', two(found), 'at least 0.6', found >= 0.6)
  }
  for (const [name, least] of [
    ['feedparser', 8],
    ['newsboat', 4],
  ])
    if (others[name]) {
      const times = others[name][0].end / first.served
      line(`served, times as fast as ${name}`, two(times), `at least ${least}`, times >= least)
    }
  const again = unchanged.end / first.end
  const more = oneNew.end / first.end
  line('unchanged poll of the first', two(again), 'at most 0.25', again <= 0.25)
  line('one new each of the first', two(more), 'at most 0.7', more <= 0.7)
  const peak = Math.max(...ours.map((poll) => poll.peak))
  line('peak memory', `${peak.toFixed(0)} MB`, 'at most 200 MB', peak <= 200)
}

// ---- the benchmark

async function compare(folder, upstreams) {
  const names = values.only?.split(',') ?? Object.keys(POLLERS)
  const rounds = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < Number(values.rounds); round++)
    for (const name of names) {
      const missing = POLLERS[name].missing?.()
      if (missing) {
        if (round === 0) console.log(`  ${name}: left out, ${missing}`)
      } else if (round === 0 || !POLLERS[name].isSlow)
        rounds[name].push(await inFolder(folder, (at) => runPolls(name, at, upstreams)))
    }
  const measured = Object.fromEntries(
    names.filter((name) => rounds[name].length > 0).map((name) => [name, mediansOf(rounds[name])]),
  )
  for (const [name, polls] of Object.entries(measured)) printPolls(name, polls)
  const { creditline, ...others } = measured
  if (creditline) printRatios(creditline, others)
  return creditline
}

async function growth(folder, few, feeds) {
  const upstreams = await openUpstreams(feeds)
  const [polls] = [await inFolder(folder, (at) => runPolls('creditline', at, upstreams))]
  printPolls('creditline', polls)
  const times = polls[0].end / few[0].end
  const ratio = feeds / Number(values.feeds)
  line(`time of ${feeds} feeds`, `${two(times)} x`, `at most ${ratio} x`, times <= ratio)
  const memory = polls[0].peak / few[0].peak
  line(`memory of ${feeds} feeds`, `${two(memory)} x`, `at most ${ratio} x`, memory <= ratio)
  upstreams.close()
}

/** Asks a running service for feeds, 40 times a second, while it polls all of `feeds`. */
async function latency(folder, feeds) {
  const upstreams = await openUpstreams(feeds)
  await inFolder(folder, async (at) => {
    POLLERS.creditline.prepare(at, upstreams.urls)
    const port = 3900 + Math.floor(Math.random() * 1000)
    const args = [CREDITLINE, 'serve', '--port', String(port), '--db', `${at}/x.db`]
    const child = spawn(process.execPath, args, { env: ENV, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const rows = openCount(`${at}/x.db`, POLLERS.creditline.count)
    const times = await askWhile(port, () => rows() < feeds * ITEMS)
    child.kill('SIGTERM')
    await new Promise((resolve) => child.on('close', resolve))
    const p = (share) => times[Math.floor(times.length * share)]
    console.log(`  ${times.length} answers while ${rows()} articles came in`)
    line('p50', `${two(p(0.5))} ms`, 'as told', true)
    line('p99', `${two(p(0.99))} ms`, 'at most 50 ms', p(0.99) <= 50)
  })
  upstreams.close()
}

const PATHS = ['/feed.rss', '/feed.atom', '/feed.json?limit=20', '/healthz']

async function askWhile(port, goesOn) {
  const times = []
  const asked = []
  for (let n = 0; goesOn(); n++) {
    const from = performance.now()
    asked.push(
      fetch(`http://127.0.0.1:${port}${PATHS[n % PATHS.length]}`)
        .then((answer) => answer.arrayBuffer())
        .then(() => times.push(performance.now() - from)),
    )
    await pause(25)
  }
  await Promise.all(asked)
  return times.sort((a, b) => a - b)
}

const upstreams = await openUpstreams(Number(values.feeds))
const { bytes } = await upstreams.ask({})
console.log(
  `${values.feeds} feeds of ${ITEMS} entries, ${(bytes / 1e6).toFixed(1)} MB; node ${process.version}`,
)
let few
for (const folder of values.folders.split(',').filter(existsSync)) {
  console.log(`\nin ${folder}`)
  few = (await compare(folder, upstreams)) ?? few
}
upstreams.close()
const [folder] = values.folders.split(',').filter(existsSync)
const many = Number(values.many)
if (many > 0 && few) {
  console.log(`\n${many} feeds, in ${folder}`)
  await growth(folder, few, many)
  console.log(`\nanswers of serve while it polls ${many} feeds, in ${folder}`)
  await latency(folder, many)
}
