import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import sanitizeHtml from 'sanitize-html'
import { describe, expect, test } from 'vitest'
import { rawHtml } from '../../../feeds/model/html.ts'
import { MAX_HTML, paragraphs, sanitize } from '../../../feeds/text/html.ts'
import { ELEMENTS } from '../../../feeds/text/html-allowed.ts'
import { normalise } from '../../../feeds/text/html-normal.ts'
import { isPlain } from '../../../feeds/text/html-plain.ts'
import { attributesOf, scanHtml } from '../../../feeds/text/html-scan.ts'
import { OPTIONS } from '../../../feeds/text/sanitize.ts'
import { htmlSoup } from './html-fragments.ts'

const clean = (html: string, base?: string): string => sanitize(rawHtml(html), base)

const expectListed = (html: string) => {
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') continue
    expect(ELEMENTS.has(token.name)).toBe(true)
    if (token.kind === 'close') continue
    for (const [name, value] of attributesOf(html, token)) {
      expect(name).not.toMatch(/^on|^style$|^id$|^class$|^srcdoc$/)
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/)
      if (name === 'src' || name === 'poster') expect(value).toMatch(/^https?:\/\//)
    }
  }
}

interface Case {
  readonly about: string
  readonly html: string
  readonly base?: string
  readonly out: string
}

const fixtures = new URL('../../fixtures/sanitize/', import.meta.url)
for (const file of readdirSync(fixtures)) {
  const cases: Case[] = JSON.parse(readFileSync(new URL(file, fixtures), 'utf8'))
  describe(file, () => {
    test.each(cases)('$about', ({ html, base, out }) => {
      expect(clean(html, base)).toBe(out)
      expect(clean(out)).toBe(out)
    })
  })
}

describe('sanitize', () => {
  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(htmlSoup, fc.constantFrom(undefined, 'https://p.example/a/b'), (html, base) => {
        const once = clean(html, base)
        expect(clean(once)).toBe(once)
        expect(clean(once, 'https://other.example/')).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  test('finds nothing to do in what the first stage wrote', () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        const normal = normalise(html.toWellFormed())
        expect(clean(html)).toBe(normal)
      }),
      { numRuns: 1000 },
    )
  })

  test('leaves only listed elements, no event handler and no other scheme', () => {
    fc.assert(fc.property(htmlSoup, (html) => expectListed(clean(html, 'https://p.example/'))))
  })

  test('keeps every word of a body without hidden elements', () => {
    const words = (html: string) =>
      paragraphs(rawHtml(html))
        .map((p) => p.text)
        .join(' ')
        .split(/\s+/)
        .sort()
    const body =
      '<div class=x><p>One<p>two <font color=red>three</font><ul><li>four<li>five</ul><table>six<tr><td>seven' +
      '<td>eight</table><center>nine</center><nav>ten</nav><form>eleven</form></div>twelve'
    expect(words(clean(body))).toEqual(words(body))
  })

  test('cuts depth and length before it parses', () => {
    const deep = clean(`${'<div>'.repeat(100_000)}core${'</div>'.repeat(100_000)}`)
    expect(deep.length).toBeLessThan(2000)
    expect(deep).toContain('core')
    expect(clean('<b><i>'.repeat(50_000)).length).toBeLessThan(2000)
    expect(clean('<p>x</p>'.repeat(400_000)).length).toBeLessThanOrEqual(MAX_HTML)
  })

  test('keeps ten thousand unclosed paragraphs and list items', () => {
    expect(clean('<p>a'.repeat(10_000))).toBe('<p>a</p>'.repeat(10_000))
    expect(clean(`<ul>${'<li>a'.repeat(10_000)}`)).toBe(`<ul>${'<li>a</li>'.repeat(10_000)}</ul>`)
  })
})

describe('what is safe beyond doubt', () => {
  test('is what sanitize-html would leave as it is', () => {
    let plain = 0
    fc.assert(
      fc.property(htmlSoup, (html) => {
        const normal = normalise(html.toWellFormed(), 'https://p.example/')
        if (!isPlain(normal)) return
        plain++
        expect(sanitizeHtml(normal, OPTIONS)).toBe(normal)
      }),
      { numRuns: 3000 },
    )
    expect(plain).toBeGreaterThan(300)
  })

  test('holds nothing that is not listed, whoever wrote it', () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        if (isPlain(html)) expectListed(html)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    '<p>1 &lt; 2 &amp; “3”</p><ul><li>x<br /></li></ul>',
    '<a href="https://p.example/?a=1&amp;b=2" title="T">t</a>',
    '<img src="https://p.example/a.jpg" alt="" width="640" />',
  ])('takes %s', (html) => expect(isPlain(html)).toBe(true))

  test.each([
    '<p>',
    '</p>',
    '<b><i></b></i>',
    'a > b',
    '&copy;',
    '<script>x</script>',
    '<p onclick="x">y</p>',
    '<p style="x">y</p>',
    '<P>y</P>',
    '<br>',
    '<p />',
    '<img src="https://p.example/a.jpg" alt="">',
    '<img src="data:image/png;base64,AA" alt="x" />',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="https://user@p.example/">x</a>',
    "<a href='https://p.example/'>x</a>",
    '<a href=https://p.example/>x</a>',
    '<a href="https://p.example/"onclick="x">x</a>',
    '<a href="https://p.example/" title="a>b">x</a>',
    '<a title="">x</a>',
    '<!-- x -->',
    '<p',
    '<svg></svg>',
    '< p>',
  ])('takes no %s', (html) => expect(isPlain(html)).toBe(false))
})
