import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rawHtml } from '../../../feeds/model/html.ts'
import { escapeHtml, firstImage, paragraphs, textOf } from '../../../feeds/text/html.ts'
import { htmlSoup } from './html-fragments.ts'

const read = (html: string) =>
  paragraphs(rawHtml(html)).map(({ text, block, start, end }) => [
    block,
    text,
    html.slice(start, end),
  ])

describe('paragraphs', () => {
  test('gives each block with what to cut out', () => {
    expect(read('<h2>Head</h2><p>One &amp; two</p>\n<ul><li>a</li><li>b</ul>')).toEqual([
      ['heading', 'Head', '<h2>Head</h2>'],
      ['p', 'One & two', '<p>One &amp; two</p>'],
      ['list', 'a', '<li>a</li>'],
      ['list', 'b', '<li>b'],
    ])
  })

  test('takes an unclosed paragraph up to the next block', () => {
    expect(read('<p>One<p>Two <b>x</b>')).toEqual([
      ['p', 'One', '<p>One'],
      ['p', 'Two x', '<p>Two <b>x</b>'],
    ])
  })

  test('splits at two breaks, and keeps one as a line break', () => {
    expect(read('One<br>more<br /><br/>Two<br>\n<br>Three').map(([, text]) => text)).toEqual([
      'One\nmore',
      'Two',
      'Three',
    ])
  })

  test('knows captions, quotes, cells and preformatted text', () => {
    const html =
      '<figure><img src=x><figcaption><p>A harbour</p></figcaption></figure><blockquote><p>Q</p></blockquote>' +
      '<table><tr><td>c<td>d</table><pre>p  q</pre>'
    expect(read(html).map(([block, text]) => [block, text])).toEqual([
      ['caption', 'A harbour'],
      ['quote', 'Q'],
      ['table', 'c'],
      ['table', 'd'],
      ['pre', 'p q'],
    ])
  })

  test('passes over comments, scripts and styles', () => {
    expect(read('a<!-- b --><script>c</script><style>d</style>e<svg><text>f</text></svg>')).toEqual(
      [['other', 'ae', 'a<!-- b --><script>c</script><style>d</style>e']],
    )
  })

  test('loses no text behind a frame that is not closed', () => {
    expect(read('<p>a</p><iframe src="x"/><p>b</p>').map(([, text]) => text)).toEqual(['a', 'b'])
  })

  test('reads any text: offsets in order, no text empty', () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        let last = 0
        for (const { text, start, end } of paragraphs(rawHtml(html))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(html.length)
          expect(text).toBe(text.trim())
          expect(text).not.toBe('')
          last = end
        }
      }),
    )
  })
})

describe('textOf', () => {
  test.each([
    ['Tom &amp; <b>Jerry</b>', 'Tom & Jerry'],
    ['Set<String> is a < b', 'Set<String> is a < b'],
    ['Vote result <img src=x onerror=x>', 'Vote result'],
    ['</title></head><body onload=x>Breaking', 'Breaking'],
    ['A<script>x</script>', 'A'],
    ['one<br>two<p>three', 'one two three'],
    ['&lt;b&gt; stays text', '<b> stays text'],
    ['  a \n b  ', 'a b'],
    ['Result \u202egnp.exe', 'Result gnp.exe'],
  ])('%s', (html, text) => {
    expect(textOf(html)).toBe(text)
  })

  test('undoes escapeHtml', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = text.replace(/[\u202d\u202e]/g, '').replace(/[^\S\u3000]+/g, ' ')
        expect(textOf(escapeHtml(text))).toBe(shown.trim())
      }),
    )
  })
})

test('firstImage passes over pixels and inline data', () => {
  const html =
    '<img src="data:image/gif;base64,R0"><img src="https://a.example/p.gif" width="1" height="1">' +
    '<img data-src="https://a.example/b.jpg" src="data:," alt="A boat" width="640px">'
  expect(firstImage(html)).toEqual({ src: 'https://a.example/b.jpg', alt: 'A boat', width: 640 })
  expect(firstImage('<p>none')).toBeUndefined()
})
