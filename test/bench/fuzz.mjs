// Fuzzes parseFeed: feeds of a corpus, changed, cut, spliced into one another and given in other encodings.
//   npm run bench -- fuzz [--runs 200000] [--seed 1] [--dir FOLDER] [--large 12] [--keep FOLDER]
// Counts what is thrown (only not_a_feed and too_large may be), looks for characters that no format can carry, and tells the
// slowest runs and the most memory. One seed makes the same documents every time; --keep saves those that failed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseFeed } from '../../dist/feeds/dialects/index.js'
import { filesIn, temporaryFolder, unpackCorpus } from './read/corpus.mjs'
import { mutator } from './read/mutations.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string' },
    large: { type: 'string', default: '12' },
    keep: { type: 'string' },
    memory: { type: 'string' },
  },
})

function read(bytes, contentType) {
  try {
    return { parsed: parseFeed(bytes, contentType === undefined ? {} : { contentType }) }
  } catch (error) {
    return { error }
  }
}

if (values.memory) {
  // a child process: what reading one file takes beyond its bytes
  const bytes = readFileSync(values.memory)
  const before = process.resourceUsage().maxRSS
  const { parsed } = read(bytes)
  const kib = process.resourceUsage().maxRSS - before
  console.log(JSON.stringify({ kib, entries: parsed?.entries.length ?? 0 }))
  process.exit(0)
}

const temporary = temporaryFolder()
const corpus = filesIn(values.dir ?? unpackCorpus(temporary))
const mutate = mutator(corpus, Number(values.seed))

/** Whether a text in it holds what XML forbids, or half a character: no format could carry it on. */
function unfit(value) {
  if (typeof value === 'string') return FORBIDDEN.test(value) || !value.isWellFormed()
  return typeof value === 'object' && value !== null && Object.values(value).some(unfit)
}

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const EXPECTED = new Set(['not_a_feed', 'too_large'])
const counts = { feeds: 0, not_a_feed: 0, too_large: 0, thrown: 0, unfit: 0 }
const slowest = { ms: 0, bytes: 0, run: 0 }
const slowestOfItsSize = { usPerKiB: 0, bytes: 0, run: 0 }

function keep(run, bytes, why) {
  console.error(`run ${run}, ${bytes.length} bytes: ${why}`)
  if (!values.keep) return
  mkdirSync(values.keep, { recursive: true })
  writeFileSync(join(values.keep, `${values.seed}-${run}`), bytes)
}

function count(run, bytes, { parsed, error }) {
  if (parsed) counts.feeds++
  else if (EXPECTED.has(error.code)) counts[error.code]++
  else {
    counts.thrown++
    keep(run, bytes, error.stack)
  }
  if (parsed && run % 10 === 0 && unfit(parsed)) {
    counts.unfit++
    keep(run, bytes, 'holds characters that no format can carry')
  }
}

function time(run, bytes, cpu) {
  const ms = (cpu.user + cpu.system) / 1000
  if (ms > slowest.ms) Object.assign(slowest, { ms, bytes: bytes.length, run })
  const usPerKiB = (ms * 1000) / (bytes.length / 1024)
  if (bytes.length > 8192 && usPerKiB > slowestOfItsSize.usPerKiB)
    Object.assign(slowestOfItsSize, { usPerKiB, bytes: bytes.length, run })
}

const runs = Number(values.runs)
const started = process.cpuUsage()
for (let run = 1; run <= runs; run++) {
  const { bytes, contentType } = mutate.one()
  const cpu = process.cpuUsage()
  const result = read(bytes, contentType)
  time(run, bytes, process.cpuUsage(cpu))
  count(run, bytes, result)
  if (run % 20_000 === 0 && process.stderr.isTTY) process.stderr.write(`${run} runs\r`)
}
const { user, system } = process.cpuUsage(started)

console.log(`${runs} documents made of ${corpus.length} feeds, seed ${values.seed}`)
console.log(
  `read as feeds ${counts.feeds}, not_a_feed ${counts.not_a_feed}, too_large ${counts.too_large}` +
    `, other errors ${counts.thrown}, texts unfit for XML ${counts.unfit} (a tenth looked at)`,
)
console.log(
  `slowest ${slowest.ms.toFixed(0)} ms CPU (${slowest.bytes} bytes, run ${slowest.run}); by size, over 8 KiB,` +
    ` ${slowestOfItsSize.usPerKiB.toFixed(0)} us a KiB (${slowestOfItsSize.bytes} bytes, run ${slowestOfItsSize.run})`,
)
console.log(`${((user + system) / 1e6).toFixed(0)} s CPU in all`)

// memory: documents of about 8 MB, each read in a process of its own, against its size
const self = fileURLToPath(import.meta.url)
const multiples = []
for (let i = 0; i < Number(values.large); i++) {
  const file = join(temporary, `large-${i}`)
  const bytes = mutate.large(8_000_000, i % 2 === 0 ? 10_000 : 50)
  writeFileSync(file, bytes)
  const child = JSON.parse(execFileSync(process.execPath, [self, '--memory', file]))
  multiples.push({ ...child, bytes: bytes.length, times: (child.kib * 1024) / bytes.length + 1 })
}
multiples.sort((a, b) => b.times - a.times)
const [most] = multiples
if (most)
  console.log(
    `memory, ${multiples.length} documents of about 8 MB: at most ${most.times.toFixed(1)} times the document, itself` +
      ` included (${most.entries} entries); median ${multiples[multiples.length >> 1].times.toFixed(1)}`,
  )
process.exitCode = counts.thrown + counts.unfit > 0 ? 1 : 0
