/** URLs are kept as written where they are absolute, and resolved where there is a base. */

import { expect, test } from 'vitest'
import { resolveUrl } from '../../../feeds/text/url.ts'

test.each([
  ['https://a.example/x y?b=1&amp', undefined, 'https://a.example/x y?b=1&amp'],
  ['  https://a.example/\n path ', 'https://b.example/', 'https://a.example/ path'],
  ['/x?y=1#z', 'https://a.example/b/c', 'https://a.example/x?y=1#z'],
  ['x', 'https://a.example/b/c', 'https://a.example/b/x'],
  ['//cdn.example/x', 'http://a.example/', 'http://cdn.example/x'],
  ['x', undefined, 'x'],
  ['x', 'not a base', 'x'],
  ['http://[', 'https://a.example/', 'http://['],
  ['//[', 'https://a.example/', '//['],
  ['tag:a.example,2026:1', 'https://a.example/', 'tag:a.example,2026:1'],
])('%s at %s', (ref, base, expected) => {
  expect(resolveUrl(ref, base)).toBe(expected)
})
