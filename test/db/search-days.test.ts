/** Any range of days is covered by a few words, none of them beyond its last day or before its first month. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveringMarks, dayMarks } from '../../db/search-days.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const seconds = fc.integer({ min: at('1900-01-01T00:00:00Z'), max: at('2099-12-31T23:59:59Z') })

test('every second within is found, none outside but of the first month and last day', () => {
  fc.assert(
    fc.property(seconds, seconds, seconds, (a, b, c) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const cover = new Set(coveringMarks(from, to))
      const found = dayMarks(c)
        .split(' ')
        .filter((mark) => cover.has(mark))
      const month = new Date(from * 1000).toISOString().slice(0, 7)
      const lowest = at(`${month}-01T00:00:00Z`)
      const highest = (Math.floor(to / 86_400) + 1) * 86_400
      expect(found.length).toBe(c >= lowest && c < highest ? 1 : 0)
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
    't2025050',
    'd20250511',
    'd20250512',
    'd20250513',
    'd20250514',
    'd20250515',
    'd20250516',
  ])
  expect(coveringMarks(-1e12, at('2019-12-31T00:00:00Z'))).toEqual([
    'old',
    ...Array.from({ length: 12 }, (_, n) => `x${190 + n}`),
  ])
  expect(coveringMarks(at('2025-02-01T00:00:00Z'), at('2024-02-01T00:00:00Z'))).toEqual([])
})
