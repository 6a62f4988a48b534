/** Bytes to text is the same on Node and in workerd: every encoding that feeds use, and the repairs. */

import { describe, expect, test } from 'vitest'
import { decode, openText } from '../../../feeds/text/decode.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0) & 0xff) : [...part],
    ),
  )

const declared = (encoding: string, ...body: readonly (string | readonly number[])[]) =>
  bytes(`<?xml version="1.0" encoding="${encoding}"?><t>`, ...body, '</t>')

const textOf = (encoding: string, ...body: readonly (string | readonly number[])[]): string =>
  /<t>(.*)<\/t>/.exec(decode(declared(encoding, ...body)).text)?.[1] ?? ''

const utf16 = (text: string, little: boolean): number[] =>
  [...text].flatMap((c) => {
    const code = c.charCodeAt(0)
    return little ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]
  })

const utf32 = (text: string, little: boolean): number[] =>
  [...text].flatMap((c) => {
    const code = c.codePointAt(0) ?? 0
    const four = [code & 0xff, (code >> 8) & 0xff, code >> 16, 0]
    return little ? four : four.reverse()
  })

describe('declared encodings', () => {
  test.each([
    ['utf-8', [0xc3, 0xa9, 0xe2, 0x82, 0xac], 'é€'],
    ['iso-8859-1', [0xe9, 0x93, 0x78, 0x94, 0x80], 'é“x”€'],
    ['windows-1252', [0x8a, 0x9f, 0xff], 'ŠŸÿ'],
    ['us-ascii', [0x92], '’'],
    ['iso-8859-2', [0xb9, 0xe8], 'šč'],
    ['iso-8859-9', [0xfe, 0xf0], 'şğ'],
    ['iso-8859-15', [0xa4, 0xbd], '€œ'],
    ['iso-8859-16', [0xa4, 0xba, 0xde, 0xfe], '€șȚț'],
    ['windows-1250', [0x9a, 0xe8], 'šč'],
    ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
    ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], 'Привет'],
    ['koi8-u', [0xa4, 0xa6], 'єі'],
    ['windows-1253', [0xe1, 0xe2], 'αβ'],
    ['windows-1255', [0xf9, 0xec], 'של'],
    ['tis-620', [0xa1, 0xd2], 'กา'],
    ['shift_jis', [0x8e, 0x9e, 0x8e, 0x96], '時事'],
    ['euc-jp', [0xbb, 0xfe, 0xbb, 0xf6], '時事'],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x3b, 0x7e, 0x1b, 0x28, 0x42], '時'],
    ['gb2312', [0xd0, 0xc2, 0xce, 0xc5], '新闻'],
    ['gbk', [0xd0, 0xc2, 0xce, 0xc5], '新闻'],
    ['gb18030', [0x81, 0x30, 0x86, 0x30], '\u00b8'],
    ['big5', [0xb7, 0x73, 0xbb, 0x44], '新聞'],
    ['euc-kr', [0xb4, 0xba, 0xbd, 0xba], '뉴스'],
    ['ks_c_5601-1987', [0xb4, 0xba], '뉴'],
    ['Latin1', [0xe9], 'é'],
    ['UTF8', [0xc3, 0xa9], 'é'],
  ] as const)('%s', (encoding, body, expected) => {
    expect(textOf(encoding, body)).toBe(expected)
  })
})

describe('marks and patterns come before names', () => {
  const xml = '<?xml version="1.0" encoding="iso-8859-1"?><t>é€</t>'
  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(xml)]],
    ['utf-16le', [0xff, 0xfe, ...utf16(xml, true)]],
    ['utf-16be', [0xfe, 0xff, ...utf16(xml, false)]],
    ['utf-16le', utf16(xml, true)],
    ['utf-16be', utf16(xml, false)],
    ['utf-32le', [0xff, 0xfe, 0, 0, ...utf32(xml, true)]],
    ['utf-32be', [0, 0, 0xfe, 0xff, ...utf32(xml, false)]],
    ['utf-32le', utf32(xml, true)],
    ['utf-32be', utf32(xml, false)],
  ])('%s', (encoding, document) => {
    const read = decode(Uint8Array.from(document), 'text/xml; charset=koi8-r')
    expect([read.encoding, read.text]).toEqual([encoding, xml])
  })
})

describe('the order of the specifications, and repairs', () => {
  test('Content-Type comes before the declaration', () => {
    const read = decode(declared('iso-8859-1', [0xf0, 0xd2]), 'text/xml; charset="koi8-r"')
    expect([read.encoding, read.text.slice(-6)]).toEqual(['koi8-r', 'Пр</t>'])
  })

  test('UTF-8 that says it is latin-1 is UTF-8', () => {
    const read = decode(declared('iso-8859-1', [0xc3, 0xa9]))
    expect([read.encoding, read.text.slice(-5), read.faults[0]?.code]).toEqual([
      'utf-8',
      'é</t>',
      'encoding_wrong',
    ])
  })

  test('latin-1 that says it is UTF-8 is read as windows-1252, byte by byte', () => {
    const read = decode(declared('utf-8', 'caf', [0xe9], ' ', [0xc3, 0xa9], ' ', [0x93]))
    expect(read.text).toContain('<t>café é “</t>')
    expect(read.faults[0]?.code).toBe('encoding_wrong')
  })

  test('an unknown name is no obstacle', () => {
    const read = decode(declared('x-nonsense', [0xc3, 0xa9]))
    expect([read.encoding, read.faults[0]?.code]).toEqual(['utf-8', 'encoding_unknown'])
  })

  test('ASCII that says it is UTF-16 or UTF-7 is UTF-8', () => {
    expect(decode(declared('utf-16', 'a')).encoding).toBe('utf-8')
    expect(decode(declared('utf-7', '+ADw-')).text).toContain('+ADw-')
  })

  test('overlong forms and surrogates are no UTF-8', () => {
    expect(decode(bytes('<a>', [0xc0, 0xbc], '</a>')).text).not.toContain('<a><')
    expect(decode(bytes('<a>', [0xed, 0xa0, 0x80], '</a>')).text.isWellFormed()).toBe(true)
  })
})

describe('encodings that are not named', () => {
  test.each([
    [
      'koi8-r',
      [
        0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xcd, 0xc9, 0xd2, 0x20, 0xcb, 0xc1, 0xcb, 0x20,
        0xc4, 0xc5, 0xcc, 0xc1,
      ],
    ],
    [
      'windows-1251',
      [
        0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0, 0x20, 0xea, 0xe0, 0xea, 0x20,
        0xe4, 0xe5, 0xeb, 0xe0,
      ],
    ],
    [
      'euc-kr',
      [0xb4, 0xba, 0xbd, 0xba, 0x20, 0xb4, 0xba, 0xbd, 0xba, 0x20, 0xb4, 0xba, 0xbd, 0xba],
    ],
  ])('%s', (encoding, body) => {
    expect(decode(bytes('<t>', body, '</t>')).encoding).toBe(encoding)
  })
})

test('the pieces of a document are the document, wherever it is cut', () => {
  const text = 'aé€😀\u0101z'.repeat(40)
  const whole = new TextEncoder().encode(text)
  for (let size = 4; size < 40; size++) {
    const source = openText(whole)
    let read = ''
    for (let piece = source.next(size); piece; piece = source.next(size)) read += piece
    expect(read).toBe(text)
  }
})
