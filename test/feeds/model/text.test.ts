import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '../../../feeds/model/text.ts'
import { anyText } from '../arbitraries.ts'

test.each([
  ['controls', 'a\u0000b\u0008c\u001f', 'abc'],
  ['tab and line feed stay', 'a\tb\nc', 'a\tb\nc'],
  ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
  ['a control between CR and LF', 'a\r\u0000\nb', 'a\nb'],
  ['lone surrogates', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
  ['pairs stay', '👋', '👋'],
  ['noncharacters', 'a\ufffeb\uffff', 'ab'],
])('%s', (_, text, cleaned) => {
  expect(cleanText(text)).toBe(cleaned)
})

test('cleaning twice is cleaning once, and leaves only what XML 1.0 allows', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = cleanText(text)
      expect(cleanText(once)).toBe(once)
      expect(once).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
    }),
  )
})
