/** The scanner by itself: tags, attributes, text, and documents in which nothing is closed. */

import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../feeds/model/fault.ts'
import { type Faults, openXml, type Row, type Xml } from '../../../feeds/text/xml.ts'
import { attribute } from '../../../feeds/text/xml-attributes.ts'
import { openScope } from '../../../feeds/text/xml-names.ts'
import { nextTag, readChildren, skip } from '../../../feeds/text/xml-read.ts'
import { readContent, readText } from '../../../feeds/text/xml-text.ts'

/** A scanner over text that comes in pieces of `size` characters. */
function scanner(text: string, size = 7): Xml {
  const list: Fault[] = []
  const faults: Faults = {
    list,
    place: '',
    add: (code, said) => void list.push({ code, at: '', text: said }),
  }
  let at = 0
  const next = (): string => {
    at += size
    return text.slice(at - size, at)
  }
  const scope = openScope(new Map([['known.example/ns', 'k']]))
  return openXml(
    { encoding: 'utf-8', faults: [], mayHoldControls: true, next },
    scope,
    faults,
    undefined,
  )
}

const open = (text: string, size?: number): Xml => {
  const x = scanner(text, size)
  expect(nextTag(x)).toBe('open')
  return x
}

describe('attributes', () => {
  test.each([
    ['<a href="x" b=y c>', { href: 'x', b: 'y', c: undefined }],
    [`<a href='x "y"' B = "z&amp;&lt;">`, { href: 'x "y"', b: 'z&<' }],
    ['<a href="1" href="2">', { href: '1' }],
    ['<a href="a > b" b="c">', { href: 'a > b', b: 'c' }],
    ['<a href=x/>', { href: 'x' }],
    ['<a href=https://a.example/b>', { href: 'https://a.example/b' }],
    ['<a href="never closed><b c="d">', { href: 'never closed' }],
    ['<a\n\thref\n=\n"x"\n/>', { href: 'x' }],
    ['<a __proto__="x" constructor="y">', { ['__proto__']: 'x', constructor: 'y' }],
    ['<a ="x" "y" z="1">', { z: '1' }],
    ['<a type="rel" rel="self">', { type: 'rel', rel: 'self' }],
    ['<a isPermaLink="false" ISPERMALINK="true">', { ispermalink: 'false' }],
    ['<a/>', { a: undefined }],
    ['<a />', { a: undefined }],
  ])('%s', (text, expected) => {
    const x = open(text)
    for (const [name, value] of Object.entries(expected)) expect(attribute(x, name)).toBe(value)
  })
})

describe('names', () => {
  test.each([
    ['<Item>', 'item'],
    ['<dc:Creator>', 'dc:creator'],
    ['<q:x xmlns:q="HTTP://www.known.example/ns/">', 'k:x'],
    ['<x xmlns="http://known.example/ns#">', 'k:x'],
    ['<x xmlns="urn:unknown">', '?:x'],
    ['<q:x xmlns:q="urn:unknown">', 'q:x'],
  ])('%s', (text, key) => {
    expect(open(text).key).toBe(key)
  })

  test('are told apart where they are written alike, in any order', () => {
    const x = open(
      '<r><a>1</a><ab>2</ab><a>3</a><A>4</A><ab>5</ab><a x="">6</a><a/><abc>7</abc></r>',
    )
    const seen: string[] = []
    const take: Row<string[]> = (y, list) => void list.push(`${y.key} ${readText(y)}`)
    readChildren(x, new Map(['a', 'ab', 'abc'].map((name) => [name, take])), seen)
    expect(seen.join(', ')).toBe('a 1, ab 2, a 3, a 4, ab 5, a 6, a , abc 7')
  })

  test('mean what the innermost declaration says', () => {
    const x = open(
      '<r><q:x>1</q:x><q:x xmlns:q="http://known.example/ns">2</q:x><q:x>3</q:x><b xmlns:q="http://known.example/ns"><q:x>4</q:x></b><q:x>5</q:x></r>',
    )
    const seen: string[] = []
    const take: Row<string[]> = (y, list) => void list.push(`${y.key} ${readText(y)}`)
    const rows = new Map<string, Row<string[]>>([
      ['q:x', take],
      ['k:x', take],
    ])
    rows.set('b', (y, list) => readChildren(y, rows, list))
    readChildren(x, rows, seen)
    expect(seen.join(', ')).toBe('q:x 1, k:x 2, q:x 3, k:x 4, q:x 5')
  })
})

describe('text and content', () => {
  test.each([
    ['<a>x &amp; y</a>', 'x & y', 'x & y'],
    ['<a/>', '', ''],
    ['<a></a>', '', ''],
    ['<a>x<!-- > --><?y?>z</a >', 'xz', 'xz'],
    ['<a><![CDATA[<b>&amp;]]></a>', '<b>&amp;', '<b>&amp;'],
    ['<a>1<![CDATA[2]]>3<![CDATA[4]]></a>', '1234', '1234'],
    ['<a>1 <b>2 &lt; 3</b></a>', '1 2 < 3', '1 <b>2 &lt; 3</b>'],
    ['<a>1 < 2 <3 & 4</a>', '1 < 2 <3 & 4', '1 < 2 <3 & 4'],
    ['<a>x<a>y</a>z</a>', 'xyz', 'x<a>y</a>z'],
    ['<a>x</A>', 'x', 'x'],
    ['<a>x</b>y</a>', 'xy', 'x</b>y'],
    ['<a>x', 'x', 'x'],
    ['<a>x<b', 'x', 'x'],
    ['<a>x<![CDATA[y>', 'xy>', 'xy>'],
    ['<a>x<!-- y', 'x', 'x'],
  ])('%s', (text, plain, content) => {
    for (const size of [1, 2, 3, 5, 8, 1000]) {
      expect(readText(open(text, size))).toBe(plain)
      expect(readContent(open(text, size)).trim()).toBe(content)
    }
  })

  test('line ends become line feeds, and what XML forbids goes, wherever the pieces are cut', () => {
    for (const size of [1, 2, 3, 1000])
      expect(readContent(open('<a>1\r\n2\r3\n\r4\u0000\u0008\ufffe5\t6</a>', size))).toBe(
        '1\n2\n3\n\n45\t6',
      )
  })

  test('DTD entities are not expanded', () => {
    const x = open('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "]>">]><a>&b;</a>')
    expect([x.key, readText(x)]).toEqual(['a', '&b;'])
  })
})

describe('children', () => {
  type Read = { texts: string[] }
  const take: Row<Read> = (x, read) => void read.texts.push(`${x.key}=${readText(x)}`)
  const rows = new Map<string, Row<Read>>([
    ['b', take],
    ['c', take],
    ['d', (x, read) => readChildren(x, rows, read)],
  ])
  const read = (text: string, size?: number): string => {
    const found: Read = { texts: [] }
    readChildren(open(text, size), rows, found)
    return found.texts.join(' ')
  }

  test.each([
    ['<a><b>1</b><c>2</c></a><b>3</b>', 'b=1 c=2'],
    ['<a><b>1<c>2</c></a>', 'b=1 c=2'],
    ['<a><b>1<b>2<b>3</a>', 'b=1 b=2 b=3'],
    ['<a><z><b>no</b></z><b>1</b></a>', 'b=1'],
    ['<a><z><z><b>no</b></z></z><b>1</b></a>', 'b=1'],
    ['<a><hr><b>1</b><hr><c>2</c></a>', 'b=1 c=2'],
    ['<a><d><b>1</b><c>2</a>', 'b=1 c=2'],
    ['<a><d><b>1</b></d></z><c>2</c></a>', 'b=1 c=2'],
    ['<a><b>1</b', 'b=1'],
  ])('%s', (text, expected) => {
    for (const size of [1, 3, 1000]) expect(read(text, size)).toBe(expected)
  })

  test('depth is limited', () => {
    const deep = '<d>'.repeat(100_000)
    expect(read(`<a>${deep}<b>1</b>${deep.replaceAll('<', '</')}<b>2</b></a>`, 32_768)).toBe('b=2')
  })

  // each of these would take the square of its length if something searched the rest again and again
  test.each([
    ['unclosed comments', '<!-- '],
    ['unclosed CDATA', '<b><![CDATA['],
    ['unclosed quotes', '<b c="'],
    ['unclosed quotes in closed tags', `<b c="x>1</b>`],
    ['unclosed elements', '<b>'],
    ['unclosed unknown elements', '<z>'],
    ['other unclosed elements', (i: number) => `<z${i}>`],
    ['stray end tags', '</z>'],
    ['bare ampersands', '&'],
    ['bare smaller signs', '< '],
    ['document types', '<!DOCTYPE a ['],
    ['instructions', '<?'],
    ['namespaces', (i: number) => `<b xmlns:n${i}="urn:${i}"/>`],
    ['slashes', '</'],
  ])('%s take linear time', (_, piece) => {
    const many = Array.from({ length: 60_000 }, (_, i) =>
      typeof piece === 'string' ? piece : piece(i),
    )
    expect(read(`<a>${many.join('')}<b>end</b></a>`, 32_768)).toBeTypeOf('string')
  })
})

test('skip passes over one element', () => {
  const x = open('<a><b><a></a></b><![CDATA[</a>]]></a><c>1</c>')
  skip(x)
  expect([nextTag(x), x.key, readText(x)]).toEqual(['open', 'c', '1'])
})
