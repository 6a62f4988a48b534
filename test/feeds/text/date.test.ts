/** Dates as feeds write them, and texts that are no dates. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../../feeds/text/date.ts'

describe('dates that are read', () => {
  test.each([
    // RFC 822 and its relatives
    ['Tue, 03 Mar 2026 09:00:00 GMT', '2026-03-03T09:00:00Z'],
    ['Wed, 03 Mar 2026 09:00:00 +0530', '2026-03-03T03:30:00Z'],
    ['3 Mar 2026 09:00 EST', '2026-03-03T14:00:00Z'],
    ['Tue,03 March 2026 9:00:00 Z', '2026-03-03T09:00:00Z'],
    ['Tues, 3 Mar 26 09:00:00 PDT', '2026-03-03T16:00:00Z'],
    ['Thu, 31 Dec 98 23:59:60 GMT', '1999-01-01T00:00:00Z'],
    ['Tue, 03 Mar 2026 24:00:00 GMT', '2026-03-04T00:00:00Z'],
    ['Tue, 03 Mar 2026', '2026-03-03'],
    ['Tue, 03 Mar 2026 09:00:00', '2026-03-03T09:00:00Z'],
    ['Tue Mar  3 09:00:00 2026', '2026-03-03T09:00:00Z'],
    ['Tue Mar 3 01:00:00 PST 2026', '2026-03-03T09:00:00Z'],
    ['Tue Mar 03 2026 10:00:00 GMT+0100 (CET)', '2026-03-03T09:00:00Z'],
    ['03-Mar-2026 09:00:00', '2026-03-03T09:00:00Z'],
    ['March 3, 2026 3:04 pm EST', '2026-03-03T20:04:00Z'],
    ['3 Mar 2026 12:30 am', '2026-03-03T00:30:00Z'],
    // ISO 8601, RFC 3339, W3CDTF
    ['2026-03-03T09:00:00Z', '2026-03-03T09:00:00Z'],
    ['2026-03-03T10:00:00.123+01:00', '2026-03-03T09:00:00Z'],
    ['2026-03-03t09:00z', '2026-03-03T09:00:00Z'],
    ['2026-03-03 09:00:00 +0000', '2026-03-03T09:00:00Z'],
    ['2026-03-03T09:00:00+00', '2026-03-03T09:00:00Z'],
    ['2026-03-03', '2026-03-03'],
    ['2026-03', '2026-03'],
    ['2026', '2026'],
    ['20260303', '2026-03-03'],
    ['20260303T090000Z', '2026-03-03T09:00:00Z'],
    ['2026-062', '2026-03-03'],
    ['2024-02-29', '2024-02-29'],
    // numbers in other orders
    ['2026/03/03 09:00:00', '2026-03-03T09:00:00Z'],
    ['03.04.2026 09:00', '2026-04-03T09:00:00Z'],
    ['03/04/2026', '2026-03-04'],
    ['23/04/2026', '2026-04-23'],
    ['1772528400', '2026-03-03T09:00:00Z'],
    ['1772528400000', '2026-03-03T09:00:00Z'],
    // other languages
    ['Di, 03 März 2026 10:00:00 MEZ', '2026-03-03T09:00:00Z'],
    ['mar. 3 mars 2026 09:00', '2026-03-03T09:00:00Z'],
    ['3 février 2026', '2026-02-03'],
    ['sábado, 2 de mayo de 2026', '2026-05-02'],
    ['2 maggio 2026', '2026-05-02'],
    ['3. srpna 2026', '2026-08-03'],
    ['3 sierpnia 2026', '2026-08-03'],
    ['3 Ağustos 2026', '2026-08-03'],
    ['3. marraskuuta 2026', '2026-11-03'],
    ['Вт, 03 марта 2026 09:00:00', '2026-03-03T09:00:00Z'],
    ['3 травня 2026', '2026-05-03'],
    ['Κυρ, 12 Ιούλ 2026 12:00:00 EST', '2026-07-12T17:00:00Z'],
    ['2026-július-13T9:15-05:00', '2026-07-13T14:15:00Z'],
    ['2026년 05월 28일  01:31:15', '2026-05-28T01:31:15Z'],
    ['2026-05-25 오후 11:23:17', '2026-05-25T23:23:17Z'],
    ['2026年3月3日 9時5分', '2026-03-03T09:05:00Z'],
  ])('%s', (written, read) => {
    expect(parseDate(written)).toBe(read)
  })
})

describe('texts that are no dates', () => {
  test.each([
    '',
    'soon',
    'Tue',
    'Mon, 31 Feb 2026 10:00:00 GMT',
    '2026-13-01',
    '2026-02-29',
    '0000-00-00T00:00:00Z',
    '9999-12-31',
    'Tue, 03 Mar 2026 25:00:00 GMT',
    '<script>',
    '12',
    'Infinity',
  ])('%s', (written) => {
    expect(parseDate(written)).toBeUndefined()
  })
})

test('any text gives a date in the form of its precision, or none', () => {
  const form = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\dZ)?)?)?$/
  const word = fc.constantFrom(
    '3',
    '03',
    '2026',
    '26',
    'Mar',
    'März',
    'GMT',
    '+0100',
    '9:00',
    '09:00:00',
    'pm',
    '-',
    '/',
    ',',
    '.',
    'T',
    'Z',
    '年',
    '오전',
  )
  const written = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word).map((words) => words.join(' ')),
    fc.array(word).map((words) => words.join('')),
  )
  fc.assert(
    fc.property(written, (text) => {
      const read = parseDate(text)
      if (read === undefined) return
      expect(read).toMatch(form)
      expect(Number.isNaN(Date.parse(read))).toBe(false)
      expect(parseDate(read)).toBe(read)
    }),
  )
})

test('a long text is not searched for a date', () => {
  expect(parseDate(`${'1 '.repeat(100_000)}Mar 2026`)).toBeUndefined()
})
