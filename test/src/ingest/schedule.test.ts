import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newsPerDay, observe, shareAt } from '../../../src/ingest/rhythm.ts'
import { DEFAULT_PACE, nextPollAt, nextTryAt } from '../../../src/ingest/schedule.ts'

const DAY = 86_400
// a Tuesday
const NOW = Date.parse('2026-03-03T12:00:00Z') / 1000
const every = (seconds: number, days: number) =>
  Array.from({ length: Math.floor((days * DAY) / seconds) }, (_, i) => NOW - i * seconds)
const weekdaysAt = (hour: number, days: number) =>
  Array.from({ length: days }, (_, i) => NOW - i * DAY + (hour - 12) * 3600).filter(
    (at) => at <= NOW && ((i) => i > 0 && i < 6)(new Date(at * 1000).getUTCDay()),
  )
const waitOf = (input: Partial<Parameters<typeof nextPollAt>[0]> = {}) =>
  Date.parse(nextPollAt({ now: NOW, chance: 0.5, pace: DEFAULT_PACE, ...input })) / 1000 -
  (input.now ?? NOW)

describe('observe', () => {
  it('counts news a day from the dates of a first poll', () => {
    expect(newsPerDay(observe(undefined, every(DAY / 4, 10), NOW))).toBeCloseTo(4, 0)
  })

  it('takes what is published at once for one event', () => {
    const batch = Array.from({ length: 30 }, (_, i) => NOW - DAY + i)
    expect(newsPerDay(observe(undefined, [...batch, NOW - 2 * DAY], NOW))).toBeCloseTo(1, 0)
  })

  it('forgets: a feed that fell silent counts less with each week', () => {
    const busy = observe(undefined, every(DAY / 4, 10), NOW)
    const later = observe(busy, [], NOW + 28 * DAY)
    expect(newsPerDay(later)).toBeLessThan(newsPerDay(busy) / 2)
  })

  it('learns the hours and the days', () => {
    const rhythm = observe(undefined, weekdaysAt(6, 40), NOW)
    const tuesday = (hour: number) => shareAt(rhythm, NOW + (hour - 12) * 3600)
    const saturday = (hour: number) => shareAt(rhythm, NOW + 4 * DAY + (hour - 12) * 3600)
    expect(tuesday(6)).toBeGreaterThan(4)
    expect(tuesday(18)).toBeLessThan(0.5)
    expect(saturday(6)).toBeLessThan(tuesday(6) / 2)
    const week = Array.from({ length: 168 }, (_, hour) => shareAt(rhythm, NOW + hour * 3600))
    expect(week.reduce((a, b) => a + b, 0) / week.length).toBeCloseTo(1, 1)
  })

  it('takes dates of any kind, and a clock that jumps back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true })),
        fc.integer({ min: -1e7, max: 1e7 }),
        (news, jump) => {
          const rhythm = observe(observe(undefined, news, NOW), news, NOW + jump)
          for (const count of [...rhythm.hours, ...rhythm.days, rhythm.span]) {
            expect(Number.isFinite(count)).toBe(true)
            expect(count).toBeGreaterThanOrEqual(0)
          }
        },
      ),
    )
  })
})

describe('nextPollAt', () => {
  it('asks hourly where nothing is known yet', () => expect(waitOf()).toBeCloseTo(3600, -2))

  it('comes more often the more news there is, within the bounds', () => {
    const [rare, daily, hourly, flood] = [20 * DAY, DAY, 3600, 400].map((seconds) =>
      waitOf({ rhythm: observe(undefined, every(seconds, 61), NOW) }),
    ) as [number, number, number, number]
    expect(rare).toBeGreaterThan(daily)
    expect(daily).toBeGreaterThan(hourly)
    expect(hourly).toBeGreaterThan(flood)
    expect(flood).toBeGreaterThanOrEqual(285)
    expect(rare).toBeLessThanOrEqual(DAY)
  })

  it('sleeps through the hours without news', () => {
    const rhythm = observe(
      undefined,
      [7, 8, 9, 10].flatMap((hour) => weekdaysAt(hour, 40)),
      NOW,
    )
    const at = (hour: number) => waitOf({ rhythm, now: NOW + (hour - 12) * 3600 })
    expect(at(8)).toBeLessThan(at(13) / 2)
  })

  it('comes every third day where nothing came for a month', () => {
    const rhythm = observe(undefined, [NOW - 90 * DAY], NOW)
    expect(waitOf({ rhythm, sinceNews: 90 * DAY })).toBe(3 * DAY)
  })

  it('notices a silence before the counts do', () => {
    const rhythm = observe(undefined, every(3600, 14), NOW)
    expect(waitOf({ rhythm, sinceNews: 20 * DAY })).toBeGreaterThan(4 * waitOf({ rhythm }))
  })

  it('waits for what the feed and its server ask, up to the bounds', () => {
    const rhythm = observe(undefined, every(400, 14), NOW)
    expect(waitOf({ rhythm, freshFor: 1800 })).toBe(1845)
    expect(waitOf({ rhythm, hints: { wait: 7200 } })).toBe(7380)
    expect(waitOf({ rhythm, hints: { wait: 99 * DAY } })).toBe(22_140)
    expect(waitOf({ rhythm, freshFor: 99 * DAY })).toBe(DAY)
  })

  it('leaves out the hours and days that the feed leaves out, but not all of them', () => {
    const rhythm = observe(undefined, every(3600, 14), NOW)
    expect(waitOf({ rhythm, hints: { skipHours: [12, 13, 14] } })).toBe(3 * 3600)
    expect(waitOf({ rhythm, hints: { skipDays: ['Tuesday'] } })).toBe(12 * 3600)
    const all = Array.from({ length: 24 }, (_, hour) => hour)
    expect(waitOf({ rhythm, hints: { skipHours: all } })).toBe(waitOf({ rhythm }))
  })

  it('stays within its bounds whatever it is told', () => {
    const number = fc.double({ noNaN: true, min: 0, max: 1e12 })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: NOW - 90 * DAY, max: NOW })),
        number,
        number,
        number,
        fc.double({ noNaN: true, min: 0, max: 1 }),
        (news, sinceNews, freshFor, wait, chance) => {
          const rhythm = observe(undefined, news, NOW)
          // fractions of a second included
          const now = NOW + chance * 1e5
          const waited = waitOf({ now, rhythm, sinceNews, freshFor, hints: { wait }, chance })
          expect(waited).toBeGreaterThanOrEqual(269)
          expect(waited).toBeLessThanOrEqual((sinceNews > 30 * DAY ? 3.3 : 1.1) * DAY + 1)
        },
      ),
    )
  })
})

describe('nextTryAt', () => {
  it('doubles up to a day, and costs seven tries in a week of outage after the first two days', () => {
    let now = NOW
    const waits: number[] = []
    for (let failures = 1; now < NOW + 7 * DAY; failures++) {
      const next = Date.parse(
        nextTryAt({ now, failures, base: 900, chance: 0.5, pace: DEFAULT_PACE }),
      )
      waits.push(next / 1000 - now)
      now = next / 1000
    }
    expect(waits.slice(0, 4)).toEqual([900, 1800, 3600, 7200])
    expect(Math.max(...waits)).toBe(DAY)
    expect(waits.length).toBeLessThanOrEqual(15)
  })
})
