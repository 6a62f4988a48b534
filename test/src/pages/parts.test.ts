/** The small functions behind the pages, with whatever text the world holds. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawHtml, type SafeHtml } from '../../../feeds/model/html.ts'
import { sanitize } from '../../../feeds/text/html.ts'
import { embedBody } from '../../../src/pages/body.ts'
import { cut, excerptOf, headlineOf } from '../../../src/pages/excerpt.ts'
import { matchesIn, snippet, termsOf } from '../../../src/pages/highlight.tsx'
import { scriptJson } from '../../../src/pages/json-ld.ts'
import { isPrivateAddress } from '../../../src/pages/site.ts'
import { dateInWords, dayInWords } from '../../../src/pages/time.tsx'
import { ruleInWords, stationsOf } from '../../../src/pages/way.ts'
import { article, FERRY } from './sample.ts'

const safe = (html: string) => html as SafeHtml

describe('a body inside a page', () => {
  it('has headings from h2 on, no level left out', () => {
    expect(embedBody(safe('<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2><h6>e</h6>'))).toBe(
      '<h2>a</h2><h3>b</h3><h3>c</h3><h3>d</h3><h4>e</h4>',
    )
    expect(embedBody(safe('<h3>a</h3><h2>b</h2><h3>c</h3>'))).toBe('<h2>a</h2><h2>b</h2><h3>c</h3>')
  })

  it('has no second main, header, footer or aside of the page', () => {
    expect(embedBody(safe('<main lang="en"><header>a</header></main><aside>b</aside>'))).toBe(
      '<div lang="en"><div>a</div></div><div>b</div>',
    )
  })

  it('has images that say something or are known to say nothing', () => {
    expect(
      embedBody(safe('<img src="https://a.example/x" /><img alt="X" src="https://a.example/y" />')),
    ).toBe(
      '<img loading="lazy" alt="" src="https://a.example/x" /><img loading="lazy" alt="X" src="https://a.example/y" />',
    )
  })

  it('keeps tags in pairs and levels in order, whatever was cleaned', () => {
    const tag = fc.constantFrom(
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'main',
      'p',
      'div',
      '/h1',
      '/h3',
      '/main',
      'img',
    )
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        const html = embedBody(sanitize(rawHtml(tags.map((each) => `<${each}>t`).join(''))))
        const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
        expect(levels.every((level, at) => level >= 2 && level <= (levels[at - 1] ?? 1) + 1)).toBe(
          true,
        )
        for (const level of [2, 3, 4, 5, 6])
          expect(html.split(`<h${level}`).length).toBe(html.split(`</h${level}`).length)
        expect(html).not.toContain('<main')
      }),
    )
  })
})

describe('marking what was found', () => {
  const marked = (text: string, query: string) =>
    matchesIn(text, termsOf(query)).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['Peace TALKS in Łódź', 'talks lodz', ['TALKS', 'Łódź']],
    ['Élections à São Paulo', 'elections "sao paulo"', ['Élections', 'São', 'Paulo']],
    ['harbour and boat', 'harbour -boat', ['harbour']],
    ['elections elected electric', 'elect*', ['elections', 'elected', 'electric']],
    ['talk talks', 'talk', ['talk']],
    ['港の朝市が始まる', '朝市', ['朝市']],
    ['الميناء القديم', 'القديم', ['القديم']],
    ['nothing', '"', []],
  ])('in %j for %j', (text, query, found) => {
    expect(marked(text, query)).toEqual(found)
  })

  it('leaves the text as it is, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (text, query) => {
          const matches = matchesIn(text, termsOf(query))
          let last = 0
          for (const { start, end } of matches) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('shows the words around the first match', () => {
    const text = `${'before '.repeat(100)}needle ${'after '.repeat(100)}`
    expect(snippet(text, termsOf('needle'))).toMatch(/^…before.*needle after.*…$/)
    expect(snippet(text, termsOf('needle')).length).toBeLessThan(300)
    expect(snippet('short', termsOf('needle'))).toBe('short')
  })
})

describe('first words', () => {
  it('are cut between words, and never inside a character', () => {
    expect(cut('one two three', 9)).toBe('one two…')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 40 }),
        (text, length) => {
          expect(cut(text.toWellFormed(), length).isWellFormed()).toBe(true)
        },
      ),
    )
  })

  it('stand for a title that is missing', () => {
    const body = { clean: false, html: rawHtml('<p>No title, <b>only</b> text.</p>') } as const
    expect(headlineOf({ body })).toBe('No title, only text.')
    expect(headlineOf({})).toBe('Untitled')
    expect(excerptOf({ summary: 'S', body })).toBe('S')
  })
})

it.each([
  ['2025', '2025'],
  ['2025-05', 'May 2025'],
  ['2025-05-06', '6 May 2025'],
  ['2025-05-06T07:08:09Z', '6 May 2025, 07:08 UTC'],
])('the date %s reads %s', (date, words) => {
  expect(dateInWords(date)).toBe(words)
})

it('days have their weekday', () => {
  expect(dayInWords('2026-05-16')).toBe('Saturday 16 May 2026')
  expect(dayInWords('2026-05')).toBe('May 2026')
})

it('JSON in a script element cannot end it', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const json = scriptJson([...texts, '</script><!--'])
      expect(json).not.toMatch(/[<>\u2028\u2029]/)
      expect(JSON.parse(json)).toEqual([...texts, '</script><!--'])
    }),
  )
})

it.each([
  ['http://127.0.0.1:3000', true],
  ['http://localhost:3000', true],
  ['http://[::1]:3000', true],
  ['http://192.168.1.2', true],
  ['http://172.20.0.1', true],
  ['http://news.local', true],
  ['https://news.example', false],
  ['https://localhost.example', false],
  ['https://10.example', false],
  ['http://172.32.0.1', false],
])('%s is private: %s', (url, isPrivate) => {
  expect(isPrivateAddress(url)).toBe(isPrivate)
})

describe('the way of an article', () => {
  const site = { title: 'Here', baseUrl: 'https://news.example' }
  const names = (each: Parameters<typeof stationsOf>[1]) =>
    stationsOf(7, each, site).map(({ name }) => name)

  it('leads from the original over its feed and the outlets, farthest first, to us', () => {
    const via = [{ name: 'Near' }, { name: 'Far' }]
    expect(names({ ...FERRY, via })).toEqual([
      'The Harbour Gazette',
      'Harbour Gazette: News',
      'Far',
      'Near',
      'Here',
    ])
  })

  it('has a name for what is not known', () => {
    expect(names(article('1'))).toEqual(['Unknown publisher', 'Here'])
    expect(names(article('1', { canonicalUrl: 'https://www.gazette.example/a' }))).toEqual([
      'gazette.example',
      'Here',
    ])
    expect(names(article('1', { upstreamId: 'documents' }))).toContain('A saved document')
  })

  it('tells how the address of the original was found', () => {
    expect(ruleInWords('link:unwrapped')).toBe(
      'The feed links to this address. It was read out of a redirecting link.',
    )
    expect(ruleInWords('of_a_later_version')).toBe('Found by the rule “of_a_later_version”.')
  })
})
