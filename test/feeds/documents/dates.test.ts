import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '../../../feeds/documents/dates.ts'

describe('readDate', () => {
  test.each([
    ['May 16, 2025', '2025-05-16'],
    ['Friday, May 16th, 2025', '2025-05-16'],
    ['16 May 2025', '2025-05-16'],
    ['Sept. 3, 2025', '2025-09-03'],
    ['16. Mai 2025', '2025-05-16'],
    ['3. März 2025', '2025-03-03'],
    ['30. Jänner 2025', '2025-01-30'],
    ['1er août 2025', '2025-08-01'],
    ['16 de mayo de 2025', '2025-05-16'],
    ['16 de março de 2025', '2025-03-16'],
    ['16 maggio 2025', '2025-05-16'],
    ['16 mei 2025', '2025-05-16'],
    ['16 maja 2025', '2025-05-16'],
    ['2 października 2025', '2025-10-02'],
    ['16. května 2025', '2025-05-16'],
    ['2025. május 16.', '2025-05-16'],
    ['16 Mayıs 2025', '2025-05-16'],
    ['16 мая 2025 г.', '2025-05-16'],
    ['16 травня 2025', '2025-05-16'],
    ['16 Μαΐου 2025', '2025-05-16'],
    ['١٦ مايو ٢٠٢٥', '2025-05-16'],
    ['16 تشرين الثاني 2025', '2025-11-16'],
    ['16 במאי 2025', '2025-05-16'],
    ['2025年5月16日', '2025-05-16'],
    ['2025년 5월 16일', '2025-05-16'],
    ['2025-05-16', '2025-05-16'],
    ['2025/05/16', '2025-05-16'],
    ['16.05.2025', '2025-05-16'],
    ['16/05/2025', '2025-05-16'],
    ['05/16/2025', '2025-05-16'],
    ['05/06/2025', undefined],
    ['31/02/2025', undefined],
    ['no date', undefined],
  ])('%s', (text, date) => {
    expect(readDate(text)?.date).toBe(date)
  })

  test.each([
    ['2025-05-16T10:20:30Z', '2025-05-16T10:20:30Z'],
    ['2025-05-16T10:20:30.123+02:00', '2025-05-16T08:20:30Z'],
    ['May 16, 2025 at 10:20 a.m. EDT', '2025-05-16T14:20:00Z'],
    ['16. Mai 2025, 10:20 Uhr', '2025-05-16'],
    ['May 16, 2025, 10:20 ET', '2025-05-16'],
    ['16 мая 2025, 10:20 MSK', '2025-05-16T07:20:00Z'],
  ])('a time counts with its zone: %s', (text, date) => {
    expect(readDate(text)?.date).toBe(date)
  })

  test.each([
    ['05/06/2025', 'en-US', '2025-05-06'],
    ['05/06/2025', 'fr', '2025-06-05'],
    ['05/06/2025', 'en', undefined],
    ['12. listopada 2025', 'hr', '2025-10-12'],
    ['12 listopada 2025', 'pl', '2025-11-12'],
  ])('the language decides: %s in %s', (text, language, date) => {
    expect(readDate(text, language)?.date).toBe(date)
  })

  test('never throws, and gives real days only', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.nat(3000).map(String),
      fc.constantFrom('May', 'мая', '年', '月', '.', '/', '-', ' ', ':', 'T'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const reading = readDate(pieces.join(''))
        if (reading) expect(Number.isNaN(Date.parse(reading.date))).toBe(false)
      }),
    )
  })
})
