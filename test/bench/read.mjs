// Reading feeds: ours against feedsmith and rss-parser on the same bytes, decoding included on all sides, every field read.
//   npm run bench -- read [--dir FOLDER] [--passes 9]
// FOLDER holds feeds (searched through); by default the real feeds of the corpus in CREDITLINE_CORPUS, else in a folder
// `shared` beside the checkout. Each reader runs in processes of its own, in turns.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseFeed as feedsmith } from 'feedsmith'
import RssParser from 'rss-parser'
import { parseFeed } from '../../dist/feeds/dialects/index.js'
import { filesIn, temporaryFolder, unpackCorpus } from './read/corpus.mjs'

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    passes: { type: 'string', default: '9' },
    memory: { type: 'string' },
    reader: { type: 'string' },
  },
})

if (values.memory) {
  // a child process: reads the file, parses it unless told not to, tells its peak
  const bytes = readFileSync(values.memory)
  const entries = process.env.ONLY_READ ? 0 : parseFeed(bytes).entries.length
  console.log(JSON.stringify({ entries, kib: process.resourceUsage().maxRSS }))
  process.exit(0)
}

const temporary = temporaryFolder()
const dir = values.dir ?? join(unpackCorpus(temporary), 'real')
const feeds = filesIn(dir)

const utf8 = new TextDecoder()
const decode = (bytes) => {
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(
    bytes.toString('latin1', 0, 400),
  )?.[1]
  if (!declared || /^utf-?8$/i.test(declared)) return utf8.decode(bytes)
  try {
    return new TextDecoder(declared).decode(bytes)
  } catch {
    return utf8.decode(bytes)
  }
}

const rssParser = new RssParser()
const readers = {
  creditline: (bytes) => parseFeed(bytes),
  feedsmith: (bytes) => feedsmith(decode(bytes)),
  'rss-parser': (bytes) => rssParser.parseString(decode(bytes)),
}

async function pass(read) {
  let accepted = 0
  const start = performance.now()
  const cpu = process.cpuUsage()
  for (const bytes of feeds) {
    try {
      await read(bytes)
      accepted++
    } catch {}
  }
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - start, cpu: (user + system) / 1000, accepted }
}

if (values.reader) {
  // a child process: one reader, so that none lives with another's garbage and compiled code
  const passes = []
  for (let i = 0; i < 3 + Number(values.passes); i++)
    passes.push(await pass(readers[values.reader]))
  console.log(JSON.stringify(passes.slice(3)))
  process.exit(0)
}

const self = fileURLToPath(import.meta.url)
const rounds = 3
const passes = Object.fromEntries(Object.keys(readers).map((name) => [name, []]))
for (let round = 0; round < rounds; round++)
  for (const name of Object.keys(readers)) {
    const child = [self, '--reader', name, '--dir', dir, '--passes', values.passes]
    passes[name].push(...JSON.parse(execFileSync(process.execPath, child)))
  }

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const of = (name, field) => median(passes[name].map((p) => p[field]))
const mib = feeds.reduce((sum, bytes) => sum + bytes.length, 0) / 2 ** 20
const count = `${rounds} rounds of ${values.passes} passes, each after three to warm up`
console.log(`${feeds.length} feeds, ${mib.toFixed(1)} MiB, decoding included; median of ${count}\n`)
console.log('reader       read  wall ms  CPU ms  MiB/s  times as long as ours (wall, CPU)')
for (const name of Object.keys(readers)) {
  const [ms, cpu] = [of(name, 'ms'), of(name, 'cpu')]
  const times = `${(ms / of('creditline', 'ms')).toFixed(1)}, ${(cpu / of('creditline', 'cpu')).toFixed(1)}`
  const columns = [
    name.padEnd(11),
    String(passes[name][0].accepted).padStart(5),
    ms.toFixed(0).padStart(8),
    cpu.toFixed(0).padStart(7),
    (mib / (ms / 1000)).toFixed(0).padStart(6),
  ]
  console.log(`${columns.join(' ')}  ${times}`)
}

// memory: a feed of 10 MB, invented
const item = (i) =>
  `<item><title>Item ${i} &amp; more</title><link>https://news.example/a/${i}</link><guid>https://news.example/a/${i}</guid>` +
  `<pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate><dc:creator>Ada Example</dc:creator><description>&lt;p&gt;Caf\u00e9 \u201c${'words of a story '.repeat(90)}\u201d&lt;/p&gt;</description></item>`
let xml =
  '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Large</title>'
for (let i = 0; xml.length < 9.9e6; i++) xml += item(i)
const large = join(temporary, 'large.xml')
writeFileSync(large, `${xml}</channel></rss>`)
const peak = (env) =>
  JSON.parse(
    execFileSync(process.execPath, [self, '--memory', large], { env: { ...process.env, ...env } }),
  )
const [before, after] = [peak({ ONLY_READ: '1' }), peak({})]
const size = readFileSync(large).length
console.log(
  `\nmemory: ${after.entries} entries of a ${(size / 1e6).toFixed(1)} MB feed take ${((after.kib - before.kib) / 1024).toFixed(0)} MiB` +
    ` beyond its bytes, ${(((after.kib - before.kib) * 1024) / size + 1).toFixed(1)} times its size in all`,
)
