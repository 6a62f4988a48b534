import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanUrl, resolveCanonical } from '../../feeds/canonical.ts'
import type { CanonicalEvidence } from '../../feeds/model/canonical.ts'
import { isTracking } from '../../feeds/text/tracking.ts'
import { webUrl } from '../../feeds/text/web-url.ts'
import { unwrap } from '../../feeds/text/wrappers.ts'

const fixtures = new URL('../fixtures/canonical/', import.meta.url)

interface Case {
  readonly about: string
  readonly evidence: CanonicalEvidence
  readonly url: string | null
  readonly rule: string
}

for (const file of readdirSync(fixtures)) {
  const cases: Case[] = JSON.parse(readFileSync(new URL(file, fixtures), 'utf8'))
  describe(file, () => {
    test.each(cases)('$about', ({ evidence, url, rule }) => {
      expect(resolveCanonical(evidence)).toEqual({ url, rule })
    })
  })
}

describe('cleanUrl', () => {
  test.each([
    ['https://a.example/b?utm_source=rss&id=7&utm_medium=feed', 'https://a.example/b?id=7'],
    ['https://a.example/b?id=7&amp;utm_source=rss', 'https://a.example/b?id=7'],
    ['https://a.example/b?b=2&a=1&&c=%2f&d=x+y', 'https://a.example/b?b=2&a=1&&c=%2f&d=x+y'],
    ['https://a.example/b?ref=rss', 'https://a.example/b'],
    ['https://a.example/b?ref=index', 'https://a.example/b?ref=index'],
    ['https://a.example/b#xtor=RSS-12', 'https://a.example/b'],
    ['https://a.example/b#comments', 'https://a.example/b#comments'],
    ['https://a.example/b#:~:text=word', 'https://a.example/b'],
    ['https://editor:secret@a.example/b', 'https://a.example/b'],
    ['https:\\\\a.example\\b', 'https://a.example/b'],
    ['https://a.example/\u202etxt.exe', 'https://a.example/txt.exe'],
    ['  https://A.EXAMPLE/B\n', 'https://a.example/B'],
    ['https://m\u00fcller.example/\u00e4', 'https://xn--mller-kva.example/%C3%A4'],
    ['//a.example/b', undefined],
    ['/b', undefined],
    ['javascript:alert(1)//https://a.example/', undefined],
    ['tag:a.example,2025:1', undefined],
    ['https://', undefined],
    ['', undefined],
  ])('%s', (url, cleaned) => {
    expect(cleanUrl(url)).toBe(cleaned)
  })
})

const WRAPPINGS: ((url: string) => string)[] = [
  (url) => `https://www.google.com/url?rct=j&url=${encodeURIComponent(url)}&ct=ga`,
  (url) => `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}`,
  (url) => `https://paper.example/redirect?to=${encodeURIComponent(url)}`,
  (url) => `https://web.archive.org/web/20240101000000/${url}`,
  (url) => url.replace(/^https:\/\//, 'https://www.google.com/amp/s/'),
]

const query = fc
  .array(
    fc.tuple(
      fc.constantFrom('id', 'utm_source', 'page', 'fbclid', 'x-y', 'ref', 'url', 'amp;utm_medium'),
      fc.webQueryParameters({ size: 'small' }),
    ),
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))
const plainUrl = fc
  .tuple(fc.webUrl({ withFragments: true, validSchemes: ['http', 'https'] }), query)
  .map(([url, search]) =>
    url.includes('?') || search === '' ? url : url.replace(/(?=#|$)/, `?${search}`),
  )
const wrappedUrl = fc
  .tuple(plainUrl, fc.array(fc.constantFrom(...WRAPPINGS), { maxLength: 7 }))
  .map(([url, wraps]) => wraps.reduce((inner, wrap) => wrap(inner), url))
const said = fc.oneof(
  plainUrl,
  wrappedUrl,
  fc.string(),
  fc.string({ unit: 'binary' }).map((text) => `https://${text}`),
  fc.constantFrom(
    'https://a.example',
    'http:a',
    'https:///x',
    '//b/c',
    'data:x',
    'https://[::1]/',
    'http://a.example/?p=1',
  ),
)
const evidence: fc.Arbitrary<CanonicalEvidence> = fc.record(
  {
    record: said,
    stated: said,
    relCanonical: said,
    originalLink: said,
    paragraph: said,
    guid: said,
    link: said,
    externalUrl: said,
    page: fc.record(
      {
        url: said,
        relCanonical: said,
        ogUrl: said,
        jsonLd: said,
        syndicationSource: said,
        originalSource: said,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

describe('whatever is said', () => {
  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(said, (url) => {
        const once = cleanUrl(url)
        if (once !== undefined) expect(cleanUrl(once)).toBe(once)
      }),
    )
  })

  test('what was resolved resolves to itself', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { url } = resolveCanonical(given)
        if (url === null) return
        expect(resolveCanonical({ link: url }).url).toBe(url)
        expect(cleanUrl(url)).toBe(url)
      }),
      { numRuns: 1000 },
    )
  })

  test('scheme and host are those of a URL that was said, or that one holds', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { url } = resolveCanonical(given)
        if (url === null) return
        const { page, ...others } = given
        const origins = [...Object.values(others), ...Object.values(page ?? {})].flatMap((text) => {
          const clean = cleanUrl(text)
          return clean ? [new URL(clean).origin, unwrap(new URL(clean)).url.origin] : []
        })
        const base = page?.url === undefined ? undefined : webUrl(page.url)
        const relative = base ? [base.origin] : []
        expect([...origins, ...relative]).toContain(new URL(url).origin)
      }),
      { numRuns: 1000 },
    )
  })

  test('parameters that are not on the list stay as they are, in their order', () => {
    fc.assert(
      fc.property(plainUrl, (url) => {
        const before = new URL(url).search.slice(1).split('&')
        const after = new URL(cleanUrl(url) ?? url).search.slice(1).split('&')
        const known = (pair: string) => {
          const [name = '', ...value] = pair.split('=')
          return isTracking(name, value.join('='))
        }
        const kept = before.filter((pair) => !known(pair))
        expect(after).toEqual(kept.length === 0 ? [''] : kept)
      }),
    )
  })

  test('a target that can be read is found through any number of wrappings', () => {
    fc.assert(
      fc.property(wrappedUrl, (url) => {
        expect(resolveCanonical({ link: url }).rule).toMatch(/^link/)
      }),
    )
  })
})
