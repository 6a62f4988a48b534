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
