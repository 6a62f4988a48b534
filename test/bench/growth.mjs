// npm run bench -- growth [--sizes 10000,100000,1000000] [--rounds 9] [--only WORDS] [--cache KIB] [--keep FOLDER]
// How long the newest 50 articles of each kind of selection take as the store grows; the figures to look at are the
// last size in milliseconds (at most 1) and how much slower it is than the one before (at most 1.5 times). The stores
// are made anew, or with --keep once (a fill that was broken off goes on): a million articles take a while.
// Each round asks the same twenty questions of every store in turn; a figure is the least of the rounds. On a busy machine
// processor time is what counts, since it leaves out the neighbours; what the clock showed stands beside it. SQLite holds
// as much of a file as the service lets it, or as --cache says: with 16,000 all that is asked of a small store and not of
// a large one, with 3,000 of neither.
import { createReadStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore, SERVING_CACHE_KIB } from '../../dist/db/node-store.js'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    keep: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
    cache: { type: 'string', default: String(SERVING_CACHE_KIB) },
  },
})
const SIZES = values.sizes.split(',').map(Number)
const ROUNDS = Number(values.rounds)
const QUESTIONS = 20
const isAsked = (name) => name.includes(values.only)

// Invented words, people and papers; the same ones on every run.
let seed = 7
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
const below = (n) => Math.floor(random() * n)
const SYLLABLES = 'ba co du fe gi ho ju ka le mi no pu ra se ti vo wa xe zu'.split(' ')
const wordAt = (n) => {
  let word = ''
  for (let rest = n + 19; rest > 0; rest = Math.floor(rest / 19)) word += SYLLABLES[rest % 19]
  return word
}
const VOCABULARY = Array.from({ length: 30_000 }, (_, n) => wordAt(n))
// Zipf: the word of rank n about once in n words. Texts are cut out of one long text, at random.
const LONG = Array.from(
  { length: 300_000 },
  () => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1],
)
const TEXT = LONG.join(' ')
let end = 0
const STARTS = LONG.map((word) => {
  const start = end
  end += word.length + 1
  return start
})
const words = (n) => {
  const at = below(LONG.length - n)
  return TEXT.slice(STARTS[at], STARTS[at + n] - 1)
}

const SOURCES = 2_000
const AGENCIES = 20
const PEOPLE = 5_000
const TAGS = 500
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ru', 'ar', 'zh', 'hi', 'ja']
const ROLES = ['wire', 'contributed', 'photo']
const START = Date.UTC(2015, 0, 1)
const END = Date.UTC(2025, 0, 1)
const instant = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`
const at = (share) => instant(START + (END - START) * share)
const NOW = instant(END + 86_400_000)

const credit = (kind, name, role, agencyId) => ({
  kind,
  name,
  role,
  ...(agencyId ? { agencyId } : {}),
  evidence: [{ how: 'parsed', text: `(${name})`, at: 'end', span: [1, 1 + name.length] }],
})

function article(n, size) {
  const source = below(SOURCES)
  const agency = below(AGENCIES)
  const url = `https://paper${source}.example/${n}-${words(4).replaceAll(' ', '-')}`
  return {
    upstreamId: `u${source}`,
    guid: url,
    publishedId: url,
    title: words(9),
    canonicalUrl: url,
    canonicalRule: 'link',
    // Each tenth arrives late, so that order of storing and of dates differ.
    published: at((n % 10 === 0 ? Math.max(0, n - below(size / 20)) : n) / size),
    firstSeenAt: at(n / size),
    language: LANGUAGES[below(LANGUAGES.length)],
    summary: words(25),
    body: { clean: false, html: Array.from({ length: 5 }, () => `<p>${words(60)}</p>`).join('') },
    credits: [
      ...(n % 3 ? [credit('organization', `Agency ${agency}`, ROLES[below(3)], `a${agency}`)] : []),
      ...(n % 2 ? [credit('person', `Person ${below(PEOPLE)}`, 'author')] : []),
    ],
    creditText: [],
    publication: { name: `Paper ${source}`, url: `https://paper${source}.example/` },
    via: [],
    upstreamFeed: { url: `https://paper${source}.example/feed`, title: `Paper ${source}` },
    media: [],
    enclosures: [],
    tags: [{ term: `Tag ${below(TAGS)}` }, { term: `Tag ${below(TAGS)}` }],
    related: [],
    status: 'published',
    corrections: [],
    doubts: [],
  }
}

async function fill(store, size) {
  const start = performance.now()
  const chunk = 1000
  const from = (await store.findStats()).articles
  if (from >= size) return undefined
  for (let n = from; n < size; n += chunk) {
    const incoming = Array.from({ length: Math.min(chunk, size - n) }, (_, k) => {
      const one = article(n + k, size)
      return {
        article: one,
        hash: one.guid,
        said: JSON.stringify({ title: one.title }),
        faults: [],
      }
    })
    await store.saveArticles(incoming, NOW)
    if (process.stderr.isTTY) process.stderr.write(`\r${n + incoming.length} of ${size} `)
  }
  return (size - from) / ((performance.now() - start) / 1000)
}

const SELECTIONS = {
  everything: () => ({}),
  source: () => ({ source: [`paper-${below(SOURCES)}`] }),
  agency: () => ({ agency: `a${below(AGENCIES)}` }),
  'agency, role': () => ({ agency: `a${below(AGENCIES)}`, role: ROLES[below(3)] }),
  person: () => ({ person: `person-${below(PEOPLE)}` }),
  tag: () => ({ tag: `Tag ${below(TAGS)}` }),
  language: () => ({ language: LANGUAGES[below(LANGUAGES.length)] }),
  'q, common word': () => ({ q: VOCABULARY[below(20)] }),
  'q, rarer word': () => ({ q: VOCABULARY[1000 + below(2000)] }),
  'q, two words': () => ({ q: `${VOCABULARY[below(20)]} ${VOCABULARY[20 + below(50)]}` }),
}
const COMBINED = {
  'five sources': () => ({ source: Array.from({ length: 5 }, () => `paper-${below(SOURCES)}`) }),
  'agency, language': () => ({ ...SELECTIONS.agency(), ...SELECTIONS.language() }),
  'agency, tag, language': () => ({
    ...SELECTIONS.agency(),
    ...SELECTIONS.tag(),
    ...SELECTIONS.language(),
  }),
  'q, agency, language': () => ({
    ...SELECTIONS['q, common word'](),
    ...SELECTIONS.agency(),
    ...SELECTIONS.language(),
  }),
}

/** Ways to ask: the newest, a tenth of the time in the middle, and on from a place in the middle. */
const WAYS = {
  newest: async (_store, selection) => [selection, {}],
  'since, until': async (_store, selection) => [
    { ...selection, since: at(0.45), until: at(0.55) },
    {},
  ],
  keyset: async (store, selection) => {
    const before = { ...selection, until: at(0.5) }
    const { next } = await store.listArticles(before, { limit: 1 })
    return [selection, next ? { after: next } : {}]
  },
}

const processorMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The middle one. */
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Asks every store in turn, so that a busy moment meets them all; least mean times of a round, median of what was found. */
async function measure(stores, prepare, ask) {
  const asked = []
  for (const store of stores) {
    const questions = []
    for (let n = 0; n < QUESTIONS; n++) questions.push(await prepare(store))
    asked.push({ store, questions, ms: Infinity, wallMs: Infinity, found: [] })
  }
  for (let round = 0; round < ROUNDS + 1; round++)
    for (const one of asked) {
      const [start, wallStart] = [processorMs(), performance.now()]
      for (const question of one.questions) {
        const answer = await ask(one.store, question)
        if (round === 0) one.found.push(answer.articles?.length ?? 1)
      }
      if (round === 0) continue
      one.ms = Math.min(one.ms, (processorMs() - start) / QUESTIONS)
      one.wallMs = Math.min(one.wallMs, (performance.now() - wallStart) / QUESTIONS)
    }
  return asked.map(({ ms, wallMs, found }) => ({ ms, wallMs, found: median(found) }))
}

/** The file is in the system's cache, the program compiled, SQLite's own cache full. */
async function warmUp(store, file) {
  for await (const _ of createReadStream(file, { highWaterMark: 2 ** 24 }));
  for (let run = 0; run < 50; run++)
    for (const make of Object.values(SELECTIONS)) await store.listArticles(make(), { limit: 50 })
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'creditline-growth-'))
mkdirSync(folder, { recursive: true })
const opened = []
for (const size of SIZES) {
  const file = join(folder, `growth-${size}.db`)
  const { store, close } = await openStore(file, { cacheKib: Number(values.cache) })
  const rate = await fill(store, size)
  await warmUp(store, file)
  opened.push({ store, close })
  const mebibytes = (statSync(file).size / 2 ** 20).toFixed(0)
  const stored = rate ? `, stored and indexed at ${rate.toFixed(0)} a second` : ''
  console.log(`${size} articles: ${mebibytes} MiB${stored}`)
}

const [before, last] = [SIZES.at(-2), SIZES.at(-1)]
console.log(
  `\nms of processor time / by the clock (and articles found)${before ? `, and ${last} to ${before}` : ''}`,
)
function print(name, figures) {
  const cells = figures.map(({ ms, wallMs, found }) =>
    `${ms.toFixed(3).padStart(8)} /${wallMs.toFixed(3).padStart(6)} (${found})`.padEnd(22),
  )
  const [smaller, larger] = [figures.at(-2), figures.at(-1)]
  // Where the smaller store has fewer to give, the larger one has more to do.
  const isAlike = smaller?.found === larger.found
  const ratio = isAlike ? (larger.ms / smaller.ms).toFixed(2).padStart(6) : ''
  console.log(`${name.padEnd(34)}${cells.join('')}${ratio}`)
}

const stores = opened.map(({ store }) => store)
for (const [name, make] of Object.entries({ ...SELECTIONS, ...COMBINED }))
  for (const [way, prepare] of Object.entries(WAYS)) {
    if (!isAsked(`${name}: ${way}`)) continue
    const ask = (store, [selection, page]) => store.listArticles(selection, { limit: 50, ...page })
    print(`${name}: ${way}`, await measure(stores, (store) => prepare(store, make()), ask))
  }
for (const name of ['everything', 'agency', 'q, common word']) {
  if (!isAsked(`state of ${name}`)) continue
  const ask = (store, selection) => store.findSelectionState(selection)
  print(`state of ${name}`, await measure(stores, SELECTIONS[name], ask))
}
for (const { close } of opened) close()
if (!values.keep) rmSync(folder, { recursive: true })
