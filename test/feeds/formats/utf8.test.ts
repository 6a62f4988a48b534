import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8, utf8Of } from '../../../feeds/formats/utf8.ts'

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 })

test('texts in a row are the UTF-8 of their whole, however long', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(1, 1, 1, 20_000), (some, times) => {
      const long = some.map((text) => text.repeat(times))
      expect(Buffer.compare(utf8Of(long), encoded(long.join('')))).toBe(0)
      for (const text of long) expect(Buffer.compare(utf8(text), encoded(text))).toBe(0)
    }),
    { numRuns: 50 },
  )
})

test('what was made stays as it is when more is made', () => {
  const before = utf8Of(['ä', 'b'])
  utf8Of(['xyz'])
  utf8('123')
  expect(before).toEqual(encoded('äb'))
})
