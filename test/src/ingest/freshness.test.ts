import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshFor, retryAfter } from '../../../src/ingest/freshness.ts'

const NOW = Date.parse('2026-03-03T12:00:00Z')
const after = (value: string) => retryAfter(new Headers({ 'retry-after': value }), NOW)
const fresh = (headers: Record<string, string>) => freshFor(new Headers(headers), NOW)

describe('retryAfter', () => {
  it.each([
    ['120', 120],
    ['Tue, 03 Mar 2026 12:30:00 GMT', 1800],
    ['Tuesday, 03-Mar-26 12:30:00 GMT', 1800],
    ['Tue Mar  3 12:30:00 2026', 1800],
    ['1', 60],
    ['99999999999', 86_400],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
    ['-5', undefined],
    ['Tue, 03 Mar 2026 11:00:00 GMT', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('reads %s', (value, seconds) => expect(after(value)).toBe(seconds))
})

describe('freshFor', () => {
  it.each([
    [{}, 0],
    [{ 'cache-control': 'public, max-age=900' }, 900],
    [{ 'cache-control': 'max-age=900', age: '100' }, 800],
    [{ 'cache-control': 'max-age=900', age: '1000' }, 0],
    [{ 'cache-control': 'no-cache, max-age=900' }, 0],
    [{ 'cache-control': 's-maxage=900' }, 0],
    [{ 'cache-control': 'max-age=99999999999', expires: '0' }, 99_999_999_999],
    [{ expires: 'Tue, 03 Mar 2026 13:00:00 GMT' }, 3600],
    [{ expires: 'Tue, 03 Mar 2026 13:00:00 GMT', date: 'Tue, 03 Mar 2026 12:50:00 GMT' }, 600],
    [{ expires: '0' }, 0],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
  ])('reads %j', (headers, seconds) =>
    expect(fresh(headers as Record<string, string>)).toBe(seconds),
  )
})

it('takes any header text, and answers within bounds', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]*$/), (text) => {
      const seconds = after(text) ?? 60
      expect(seconds).toBeGreaterThanOrEqual(60)
      expect(seconds).toBeLessThanOrEqual(86_400)
      expect(fresh({ 'cache-control': text, expires: text, age: text })).toBeGreaterThanOrEqual(0)
    }),
  )
})
