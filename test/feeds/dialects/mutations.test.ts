/** No bytes make the reader throw anything but its own two errors, or give text that an output could not carry. */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFeed } from '../../../feeds/dialects/index.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'

const folder = fileURLToPath(new URL('../../fixtures/dialects/', import.meta.url))
const feeds = readdirSync(folder)
  .filter((name) => !name.endsWith('.expected.json'))
  .map((name) => readFileSync(folder + name))

/** What a reader trips over. */
const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&#0;',
  '&lt;',
  '&#xD800;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '"',
  "'",
  '<item>',
  '</item>',
  '<title>',
  '</channel>',
  '<!DOCTYPE x [',
  '<?xml encoding="utf-16"?>',
  'xmlns="urn:x"',
  'xml:base="//["',
  '\u0000',
  '\r',
  '{',
  '[',
  '"items":[',
  '"id":1e999',
  '__proto__',
].map((text) => new TextEncoder().encode(text))

interface Change {
  readonly at: number
  readonly remove: number
  readonly put: Uint8Array
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  remove: fc.oneof(fc.nat(3), fc.nat(400)),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.uint8Array({ maxLength: 6 })),
})

function changed(feed: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce((bytes, { at, remove, put }) => {
    const start = Math.floor(at * bytes.length)
    return Uint8Array.from([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + remove)])
  }, feed)
}

function expectReadable(bytes: Uint8Array): void {
  try {
    const read = JSON.stringify(parseFeed(bytes, { url: 'https://base.example/feed' }))
    expect(read.isWellFormed()).toBe(true)
    expect(read).not.toMatch(/\\u00(?:0[0-8bcef]|1)|[\ufffe\uffff]/)
  } catch (error) {
    if (!(error instanceof CreditlineError)) throw error
    expect(['not_a_feed', 'too_large']).toContain(error.code)
  }
}

describe('any bytes', () => {
  test('feeds that were changed', () => {
    const feed = fc.constantFrom(...feeds)
    const changes = fc.array(change, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(feed, changes, (bytes, list) => expectReadable(changed(bytes, list))),
      { numRuns: 400 },
    )
  })

  test('bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectReadable))
  })

  test('pieces of markup', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 })
    const wrapped = text.map((list) => {
      const start = new TextEncoder().encode('<rss><channel><item><description>')
      return Uint8Array.from([...start, ...list.flatMap((piece) => [...piece])])
    })
    fc.assert(fc.property(wrapped, expectReadable), { numRuns: 300 })
  })

  test('reading is the same for equal bytes', () => {
    for (const bytes of feeds) expect(parseFeed(bytes)).toEqual(parseFeed(bytes))
  })

  test('nothing reaches the prototype of objects', () => {
    for (const bytes of feeds) parseFeed(bytes)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('no feed', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['a page', '<!doctype html><html><head><title>Log in</title></head><body></body></html>'],
    ['a JSON list', '[1,2,3]'],
    ['JSON of something else', '{"title":"x"}'],
    ['broken JSON', '{"items":['],
    ['an OPML', '<opml version="2.0"><body><outline text="x"/></body></opml>'],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['a number', '42'],
  ])('%s', (_, text) => {
    const bytes = Uint8Array.from([...text].map((c) => c.charCodeAt(0)))
    expect(() => parseFeed(bytes)).toThrow(expect.objectContaining({ code: 'not_a_feed' }))
  })

  test('more than the limit', () => {
    const bytes = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(() => parseFeed(bytes)).toThrow(expect.objectContaining({ code: 'too_large' }))
  })
})

describe('a small document cannot ask for much memory', () => {
  const many = (part: string): string => part.repeat(3000)
  const long = 'x'.repeat(20_000)

  test.each([
    [
      'a long base',
      `<item xml:base="https://a.example/${long}/">${many('<enclosure url="a"/>')}</item>`,
    ],
    [
      'a long language',
      `<channel xml:lang="${long}">${many('<item><title>a</title></item>')}</channel>`,
    ],
    [
      'a group of credits and media',
      `<item><media:group>${many('<media:credit>a</media:credit>')}${many('<media:content url="a"/>')}</media:group></item>`,
    ],
    [
      'a group with a long caption',
      `<item><media:group><media:description>${long}</media:description>${many('<media:content url="a"/>')}</media:group></item>`,
    ],
    [
      'different categories',
      `<item>${Array.from({ length: 30_000 }, (_, i) => `<category>${i}</category>`).join('')}</item>`,
    ],
    [
      'different authors',
      `<item>${Array.from({ length: 30_000 }, (_, i) => `<author>${i}</author>`).join('')}</item>`,
    ],
  ])('%s', (_, part) => {
    const bytes = new TextEncoder().encode(`<rss><channel>${part}</channel></rss>`)
    expect(JSON.stringify(parseFeed(bytes)).length).toBeLessThan(20 * bytes.length)
  })
})
