// When to poll: simulates upstreams with realistic rhythms over seven virtual days, polled by our schedule, on fixed
// intervals, and by the formulas of Miniflux (entry_frequency: a week divided by the entries of the last week, 5 minutes
// to 24 hours) and CommaFeed (empirical: half the feed's average gap, 5 minutes to 1 hour; 1, 2 or 4 hours once it has
// been silent for 7, 14 or 30 days), as published. Against each of these, our patience is set so that our median delay
// is not longer than theirs, and requests are compared.
//
// npm run bench -- schedule [--upstreams 1000000] [--seed 1]
import { parseArgs } from 'node:util'
import { observe } from '../../dist/src/ingest/rhythm.js'
import { DEFAULT_PACE, nextPollAt } from '../../dist/src/ingest/schedule.js'

const { values } = parseArgs({
  options: {
    upstreams: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    tune: { type: 'string', default: '4000' },
  },
})
const UPSTREAMS = Number(values.upstreams)
const SEED = Number(values.seed)
const MINUTE = 60
const HOUR = 3600
const DAY = 86_400
const WEEK = 7 * DAY
// a Monday, 00:00 UTC
const START = Date.parse('2026-03-02T00:00:00Z') / 1000
const END = START + WEEK
/** Entries that a feed document holds. */
const WINDOW = 20
const HISTORY = 60 * DAY

// ---- upstreams

/** mulberry32: small, fast, the same on every machine. */
const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/**
 * What upstreams are like was measured on 126 feeds found in the wild that have at least 8 dated entries. Entries a day
 * (share of feeds, entries a day); of those over five days, eight hours of the day hold 53, 60, 73, 88 and 100 % of the
 * entries (at the 10th, 25th, 50th, 75th and 90th percentile), and the weekend 0, 0, 10, 21 and 30 %.
 */
const MEASURED = [
  [0, 0.01],
  [0.05, 0.019],
  [0.1, 0.026],
  [0.25, 0.103],
  [0.5, 0.375],
  [0.75, 3.6],
  [0.9, 63],
  [0.95, 80],
  [1, 400],
]

/** Between two measured points, even on the logarithm. */
function entriesPerDay(random) {
  const share = random()
  const above = MEASURED.findIndex(([at]) => at > share)
  const [[from, low], [to, high]] = [MEASURED[above - 1], MEASURED[above]]
  return low * (high / low) ** ((share - from) / (to - from))
}

/** Entry times from before START to END + 2 days, ascending, in seconds. */
function entriesOf(random) {
  const kind = random()
  const perDay = entriesPerDay(random)
  if (kind < 0.04) return thinned(random, perDay, () => 1)
  if (kind < 0.12) return scheduled(random)
  if (kind < 0.17) return batches(random, perDay)
  return thinned(random, perDay, officeHours(random))
}

const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Share of each hour for people who write by day, in their zone, less at weekends. */
function officeHours(random) {
  const zone = Math.floor(random() * 24)
  const width = 4.4 * Math.exp(0.45 * normal(random))
  const weekend = 1.07 * random() ** 2
  const shape = Array.from({ length: 24 }, (_, h) => 0.04 + Math.exp(-(((h - 13) / width) ** 2)))
  const mean = shape.reduce((a, b) => a + b) / 24
  const days = (5 + 2 * weekend) / 7
  return (at) => {
    const local = at + zone * HOUR
    const day = (Math.floor(local / DAY) + 4) % 7
    const share = shape[Math.floor(local / HOUR) % 24] / mean
    return (share * (day === 0 || day === 6 ? weekend : 1)) / days
  }
}

/** Waiting time of a Poisson process of rate 1. */
const unit = (random) => -Math.log(1 - random())

/** A Poisson process whose rate follows the share, which is the same for a whole hour. */
function thinned(random, perDay, share) {
  const times = []
  // no more of the past than a window of entries and a week are ever looked at
  const from = START - Math.min(HISTORY, Math.max(8 * DAY, (WINDOW * 2 * DAY) / perDay))
  let wait = unit(random)
  for (let hour = from; hour < END + 2 * DAY; hour += HOUR) {
    const expected = (share(hour) * perDay) / 24
    let at = wait
    for (; at < expected; at += unit(random)) times.push(Math.floor(hour + (at / expected) * HOUR))
    wait = at - expected
  }
  return times
}

/** One to three times a day at set times, give or take three minutes, most of them not at weekends. */
function scheduled(random) {
  const zone = Math.floor(random() * HOUR)
  const slots = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => Math.floor(random() * 48) * 1800,
  )
  const weekdaysOnly = random() < 0.7
  const times = []
  for (let day = START - HISTORY; day < END + 2 * DAY; day += DAY) {
    const weekday = (Math.floor(day / DAY) + 4) % 7
    if (weekdaysOnly && (weekday === 0 || weekday === 6)) continue
    for (const slot of slots) times.push(Math.floor(day + slot + zone + random() * 3 * MINUTE))
  }
  return times.sort((a, b) => a - b)
}

/** Several entries at once. */
function batches(random, perDay) {
  const size = 3 + Math.floor(random() * 8)
  const starts = thinned(random, perDay / size, officeHours(random))
  return starts
    .flatMap((at) => Array.from({ length: size }, (_, i) => at + i))
    .sort((a, b) => a - b)
}

// ---- schedules: begin(times, how many are past, now) -> state; next(state, now, times, past, chance, new from) -> seconds

const fixed = (seconds) => ({
  name: `every ${seconds / MINUTE} minutes`,
  begin: () => null,
  next: (_, now, __, ___, chance) => now + seconds * (0.9 + 0.2 * chance),
})

const miniflux = {
  name: 'Miniflux, entry_frequency',
  begin: () => null,
  next(_, now, times, upTo) {
    let week = 0
    for (let i = upTo - 1; i >= 0 && times[i] > now - WEEK; i--) week++
    const minutes =
      week === 0 ? 1440 : Math.min(1440, Math.max(5, Math.round((7 * 24 * 60) / week)))
    return now + minutes * MINUTE
  },
}

const commafeed = {
  name: 'CommaFeed, empirical',
  begin: () => null,
  next(_, now, times, upTo) {
    const newest = times[upTo - 1]
    if (newest === undefined) return now + 4 * HOUR
    const silent = (now - newest) / DAY
    if (silent >= 30) return now + 4 * HOUR
    if (silent >= 14) return now + 2 * HOUR
    if (silent >= 7) return now + HOUR
    const first = Math.max(0, upTo - WINDOW)
    if (upTo - first < 2) return now + 4 * HOUR
    const average = (newest - times[first]) / (upTo - first - 1)
    return now + Math.min(HOUR, Math.max(5 * MINUTE, average / 2))
  },
}

const ours = (patience) => ({
  name: `Creditline, patience ${patience.toPrecision(3)}`,
  patience,
  // in its stride, as Miniflux's count of the last week is: the rhythm of the weeks before was seen
  begin: (times, upTo, now) => ({
    rhythm: observe(undefined, times.slice(0, upTo), now),
    pace: { ...DEFAULT_PACE, patience },
  }),
  next(state, now, times, upTo, chance, from) {
    state.rhythm = observe(state.rhythm, times.slice(from, upTo), now)
    const { rhythm, pace } = state
    const sinceNews = upTo > 0 ? now - times[upTo - 1] : undefined
    return Date.parse(nextPollAt({ now, rhythm, sinceNews, chance, pace })) / 1000
  },
})

// ---- simulation

/** A histogram of delays: exact to the second up to ten minutes, to a percent above. */
const bucketOf = (s) => (s < 600 ? Math.floor(s) : 600 + Math.floor(Math.log(s / 600) * 100))
const secondsOf = (b) => (b < 600 ? b : 600 * Math.exp((b - 600) / 100))

/** Each upstream is made once, and polled by every schedule. */
function simulate(schedules, count, progress = () => {}) {
  const counts = schedules.map(newCount)
  for (let id = 0; id < count; id++) {
    const random = randomOf(SEED * 1_000_003 + id * 7919)
    const times = entriesOf(random)
    const seed = Math.floor(random() * 2 ** 31)
    for (const [i, schedule] of schedules.entries())
      pollForAWeek(schedule, times, randomOf(seed), counts[i], id % 50 === 0)
    if (id % 4096 === 0) progress(id / count)
  }
  return counts.map(({ requests, items, delays, minutes }) => ({
    requests,
    items,
    ...quantiles(delays, items),
    burst: burstOf(minutes),
  }))
}

const newCount = () => ({
  requests: 0,
  items: 0,
  delays: new Float64Array(1400),
  // one host serves one in 50 upstreams: its busiest minute shows bursts
  minutes: new Uint32Array(WEEK / MINUTE),
})

function pollForAWeek(schedule, times, random, count, isOnTheBigHost) {
  // upstreams were added at some time; the last poll before the week falls anywhere in the hour before
  let now = START - HOUR * random()
  let upTo = 0
  while (upTo < times.length && times[upTo] <= now) upTo++
  const state = schedule.begin(times, upTo, now)
  let from = upTo
  for (;;) {
    now = schedule.next(state, now, times, upTo, random(), from)
    if (now >= END + 2 * DAY) return
    from = upTo
    for (; upTo < times.length && times[upTo] <= now; upTo++) {
      const at = times[upTo]
      if (at < START || at >= END) continue
      count.items++
      count.delays[Math.min(count.delays.length - 1, bucketOf(now - at))]++
    }
    // after the week, entries of it are still waited for, and requests no more counted
    if (now >= END && (upTo === times.length || times[upTo] >= END)) return
    if (now < START || now >= END) continue
    count.requests++
    if (isOnTheBigHost) count.minutes[Math.floor((now - START) / MINUTE)]++
  }
}

function quantiles(delays, items) {
  const at = (share) => {
    let seen = 0
    for (let b = 0; b < delays.length; b++) {
      seen += delays[b]
      if (seen >= share * items) return secondsOf(b)
    }
    return Number.NaN
  }
  return { median: at(0.5), p95: at(0.95) }
}

const burstOf = (minutes) => {
  const sorted = [...minutes].sort((a, b) => a - b)
  return sorted[sorted.length - 1] / (sorted[Math.floor(sorted.length / 2)] || 1)
}

/** The patience at which our median delay is just not longer than the given one, on a smaller sample. */
function patienceFor(median, count) {
  let low = 0.02
  let high = 1000
  for (let i = 0; i < 12; i++) {
    const middle = Math.sqrt(low * high)
    if (simulate([ours(middle)], count)[0].median <= median) low = middle
    else high = middle
  }
  return low
}

// ---- report

const progress = (name) => (share) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${name}: ${Math.round(share * 100)} %`)
}
const minutes = (s) => (s < 6000 ? `${(s / 60).toFixed(1)} min` : `${(s / 3600).toFixed(1)} h`)
const row = (name, r) =>
  `| ${name} | ${(r.requests / 1e6).toFixed(2)} M | ${(r.requests / r.items).toFixed(2)} | ` +
  `${minutes(r.median)} | ${minutes(r.p95)} | ${r.burst.toFixed(1)} |`

const others = [fixed(15 * MINUTE), fixed(60 * MINUTE), miniflux, commafeed]
const TUNE = Math.min(UPSTREAMS, Number(values.tune))
const sample = simulate(others, TUNE)
// a little under their median, since it is tuned on a sample
const matched = sample.map(({ median }, i) => {
  progress('setting our patience')(i / others.length)
  return ours(patienceFor(median * 0.98, TUNE))
})
const schedules = [ours(DEFAULT_PACE.patience), ...others, ...matched]
const results = simulate(schedules, UPSTREAMS, progress('simulating'))
progress('done')(1)

console.log(`\n${UPSTREAMS} upstreams, 7 days\n`)
console.log(
  '| schedule | requests | per item | median delay | p95 | busiest / median minute of a host |',
)
console.log('|---|---|---|---|---|---|')
for (const [i, schedule] of schedules.entries()) console.log(row(schedule.name, results[i]))
console.log()
for (const [i, other] of others.entries()) {
  const theirs = results[1 + i]
  const mine = results[1 + others.length + i]
  console.log(
    `${other.name}: ${(theirs.requests / mine.requests).toFixed(2)} times our requests; ` +
      `median delay ${minutes(theirs.median)}, ours ${minutes(mine.median)}; ` +
      `p95 ${minutes(theirs.p95)}, ours ${minutes(mine.p95)}`,
  )
}
