/** Seven virtual days of outages, errors, moves and wrong clocks, with the real poller, door and store. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Store } from '../../../db/store.ts'
import { createDoor } from '../../../src/ingest/fetch-document.ts'
import { policyOf } from '../../../src/ingest/guard.ts'
import { createPoller } from '../../../src/ingest/poller.ts'
import {
  type Asked,
  createWorld,
  DAY,
  FEEDS,
  feedsOfWeek,
  type HostileFeed,
  newestOf,
  type Trouble,
  WINDOW,
  type World,
} from './hostile-week.ts'
import { openMemory, START, sha256, upstreamAt } from './polls.ts'

const TICK = 120_000
const WEEK = 7 * DAY
/** From one poll to the next of a feed that is well. */
const LONGEST = 1.1 * DAY + 2 * TICK
/** When our own clock is wrong, by ten years, for some minutes. */
const JUMP_AT = 4 * DAY
const JUMP_FOR = 10 * 60_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  vi.setSystemTime(START)
})
afterEach(() => {
  vi.useRealTimers()
})

/** A number from 0 to 1, the same in every run. */
function createChance() {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

async function liveThroughTheWeek(): Promise<{ store: Store; world: World; late: number[] }> {
  const start = Date.parse(START)
  const now = () => {
    const at = Date.now() - start
    return Date.now() + (at >= JUMP_AT && at < JUMP_AT + JUMP_FOR ? 3650 * DAY : 0)
  }
  const world = createWorld(start, Date.now)
  const store = await openMemory()
  await store.addUpstreams(feedsOfWeek.map(({ id, url }) => upstreamAt(url, { id })))
  const late: number[] = []
  const watched: Store = {
    ...store,
    // what was due at the last look, and is due still, was not polled in time
    async listDueUpstreams(at, limit) {
      const due = await store.listDueUpstreams(at, limit)
      const isClockRight = Date.parse(at) <= start + WEEK
      if (isClockRight)
        for (const { nextPollAt } of due) late.push(Date.parse(at) - Date.parse(nextPollAt))
      return due
    },
  }
  const poller = createPoller({
    store: watched,
    fetchDocument: createDoor({
      transport: world.transport,
      policy: policyOf([]),
      userAgent: 'Creditline/0.1 (+https://reader.example)',
    }),
    sha256,
    baseUrl: 'https://reader.example',
    now,
    monotonic: () => performance.now(),
    chance: createChance(),
    log: { debug() {}, info() {}, error: (event, fields) => expect([event, fields]).toEqual([]) },
    tickMs: TICK,
  })
  poller.start()
  for (let at = 0; at < WEEK; at += TICK) await vi.advanceTimersByTimeAsync(TICK)
  const stopped = poller.stop()
  await vi.advanceTimersByTimeAsync(TICK)
  await stopped
  return { store, world, late }
}

const of = (trouble: Trouble) => feedsOfWeek.filter((feed) => feed.trouble === trouble)
const askedOf = ({ asked }: World, { host, id }: HostileFeed) =>
  asked.filter((one) => one.host === host && one.path.split('/')[1] === id.slice(5))
const during = (asked: readonly Asked[], from: number, to: number) =>
  asked.filter(({ at }) => at >= from && at < to)

async function storedOf(store: Store, feed: HostileFeed, until: number): Promise<number[]> {
  const guids = Array.from({ length: newestOf(feed, until) }, (_, n) => `${feed.id}-${n + 1}`)
  const known = await store.findKnown(feed.id, guids)
  return guids.flatMap((guid, n) => (known.has(guid) ? [n + 1] : []))
}

it('loses none, hammers none, and reads all that are well in time', {
  timeout: 300_000,
}, async () => {
  const { store, world, late } = await liveThroughTheWeek()
  const after = new Map((await store.listUpstreams()).map((upstream) => [upstream.id, upstream]))

  // none lost: all are here, those that came back are healthy, and those that are gone say so
  expect(after.size).toBe(FEEDS)
  for (const feed of feedsOfWeek) {
    const expected = feed.trouble === 'gone' ? 'gone' : 'healthy'
    expect([feed.trouble, feed.id, after.get(feed.id)?.health]).toEqual([
      feed.trouble,
      feed.id,
      expected,
    ])
  }

  // nothing missed: every entry since the first poll, but for what the next poll will find
  for (const feed of feedsOfWeek) {
    const until = feed.trouble === 'gone' ? feed.from - LONGEST : WEEK - LONGEST
    const first = Math.max(1, newestOf(feed, 0) - WINDOW + 1)
    const stored = await storedOf(store, feed, until)
    const missed = newestOf(feed, until) - first + 1 - stored.filter((n) => n >= first).length
    expect([feed.trouble, feed.id, missed]).toEqual([feed.trouble, feed.id, 0])
  }

  // in time, however many hang: at the look after the one at which they were due (but while our own clock is wrong)
  const inTime = late.filter((ms) => ms <= 2 * TICK).length
  expect(inTime / late.length).toBeGreaterThan(0.99)

  // none hammered: two at a time on a host, a feed no more often than every five minutes
  for (const [host, most] of world.mostAtOnce) expect([host, most <= 2]).toEqual([host, true])
  for (const feed of feedsOfWeek.filter(({ trouble }) => trouble !== 'moves')) {
    const asked = askedOf(world, feed)
    // our own wrong clock makes all of them due, once there and once back
    const jump = [JUMP_AT, JUMP_AT + JUMP_FOR + 10 * 60_000] as const
    expect([feed.trouble, during(asked, ...jump).length <= 3]).toEqual([feed.trouble, true])
    const gaps = asked.flatMap(({ at }, n) =>
      n === 0 || (at >= jump[0] && at < jump[1]) ? [] : at - (asked[n - 1]?.at ?? 0),
    )
    expect([feed.trouble, Math.min(...gaps) >= 4 * 60_000]).toEqual([feed.trouble, true])
    expect([feed.trouble, asked.length < 7 * 48]).toEqual([feed.trouble, true])
  }
  // in trouble, a feed is asked a dozen times in a day at most, and less with each
  for (const trouble of ['outage', 'no name', 'server errors', 'slow', 'endless'] as const)
    for (const feed of of(trouble)) {
      const asked = during(askedOf(world, feed), feed.from, feed.to)
      expect([trouble, asked.length <= 12]).toEqual([trouble, true])
    }
  // what says that it is gone is asked once more, then never
  for (const feed of of('gone'))
    expect(askedOf(world, feed).filter(({ status }) => status === 410)).toHaveLength(2)
  // what a server asks for is waited for
  for (const feed of of('too many requests')) {
    const asked = askedOf(world, feed)
    for (const [n, { at, retryAfter }] of asked.entries())
      if (retryAfter) expect((asked[n + 1]?.at ?? WEEK) - at).toBeGreaterThanOrEqual(retryAfter)
  }
  // what moved for good is read at its last address, once it was seen there often enough
  for (const feed of of('moves').filter(({ every }) => every < DAY))
    expect(after.get(feed.id)?.url).toBe(`${feed.url}/3`)
})
