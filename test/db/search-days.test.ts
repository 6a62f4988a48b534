/** Any range of days is covered by a few words, none of them beyond its last day or long before its first. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveringMarks, dayMarks } from '../../db/search-days.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const DAY = 86_400
const seconds = fc.integer({ min: at('1900-01-01T00:00:00Z'), max: at('2099-12-31T23:59:59Z') })

test('every second within is found once, none after the last day or further before than a fourth of the range', () => {
  fc.assert(
    fc.property(seconds, seconds, seconds, (a, b, c) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const cover = new Set(coveringMarks(from, to))
      const found = dayMarks(c)
        .split(' ')
        .filter((mark) => cover.has(mark))
      const lowest = Math.min(Math.floor(from / DAY) * DAY, from - (to - from) / 4)
      const highest = (Math.floor(to / DAY) + 1) * DAY
      const isBefore = c >= lowest && c < from
      if (isBefore) expect(found.length).toBeLessThanOrEqual(1)
      else expect(found.length).toBe(c >= from && c < highest ? 1 : 0)
    }),
    { numRuns: 2000 },
  )
})

test('few words are enough', () => {
  fc.assert(
    fc.property(seconds, seconds, (a, b) => {
      expect(coveringMarks(Math.min(a, b), Math.max(a, b)).length).toBeLessThan(60)
    }),
  )
  expect(coveringMarks(at('2025-05-16T10:00:00Z'), at('2025-05-16T12:00:00Z'))).toEqual([
    'd20250516',
  ])
  expect(coveringMarks(at('2025-04-29T10:00:00Z'), at('2025-05-12T12:00:00Z'))).toEqual([
    'd20250429',
    'd20250430',
    't2025050',
    'd20250511',
    'd20250512',
  ])
  expect(coveringMarks(at('2024-02-20T10:00:00Z'), at('2025-05-31T12:00:00Z'))).toEqual([
    'y2024',
    'q20250',
    'm202504',
    'm202505',
  ])
  expect(coveringMarks(-1e12, at('2019-12-31T00:00:00Z'))).toEqual([
    'old',
    ...Array.from({ length: 12 }, (_, n) => `x${190 + n}`),
  ])
  expect(coveringMarks(at('2025-02-01T00:00:00Z'), at('2024-02-01T00:00:00Z'))).toEqual([])
})
