import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  articleFromRecord,
  isFault,
  type Provenance,
  readRecord,
  recordJson,
  recordJsonOf,
  recordOf,
} from '../../../feeds/model/provenance.ts'
import { cleanText } from '../../../feeds/model/text.ts'
import { anyText, articleOf } from '../arbitraries.ts'

const FULL: Provenance = {
  canonical_url: 'https://gazette.example/2025/05/ferry',
  canonical_rule: 'relCanonical',
  url_as_fed: 'https://gazette.example/2025/05/ferry?utm_source=feed',
  published: { value: '2025-05-16', precision: 'day' },
  credits: [
    {
      name: 'Mara Lindqvist',
      kind: 'person',
      role: 'author',
      how: 'declared',
      text: 'Mara Lindqvist',
    },
    { name: 'AFP', kind: 'organization', agency_id: 'afp', role: 'contributed', how: 'parsed' },
    {
      name: 'Olu Adeyemi',
      kind: 'person',
      role: 'photo',
      how: 'edited',
      target: 'https://gazette.example/ferry.jpg',
    },
  ],
  credit_text: ['With AFP'],
  publication: { name: 'The Harbour Gazette', url: 'https://gazette.example/' },
  via: [{ name: 'Coast Hub', feed_url: 'https://coast.example/feed', at: '2025-05-17T08:00:00Z' }],
  upstream_feed: { id: 'tag:gazette.example,2025:all', url: 'https://gazette.example/feed' },
  rights: { notice: '© The Harbour Gazette', license_url: 'https://license.example/by' },
  language: 'en',
  status: 'published',
  corrections: [{ at: '2025-05-18T00:00:00Z', note: 'The ferry is blue.' }],
  photos: [
    { url: 'https://gazette.example/ferry.jpg', caption: 'The ferry', credit_text: 'O. Adeyemi' },
  ],
}

const read = (value: unknown) => readRecord(JSON.stringify(value))
const why = (value: unknown) => {
  const got = read(value)
  return isFault(got) ? `${got.code}: ${got.text}` : got
}

describe('record', () => {
  test('every member comes back', () => {
    expect(readRecord(recordJson(FULL))).toEqual(FULL)
    expect(recordOf(articleFromRecord(FULL))).toEqual(FULL)
  })

  test('is canonical JSON: sorted keys, no white space, absent when unknown', () => {
    expect(recordJson({ status: 'published', language: 'en' })).toBe(
      '{"language":"en","status":"published"}',
    )
    const sorted = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    expect(recordJson(FULL)).toBe(JSON.stringify(FULL, (_, value: unknown) => sorted(value)))
  })

  test('an article of which nothing is known has a status alone', () => {
    const record = recordOf({
      credits: [],
      creditText: [],
      via: [],
      status: 'published',
      corrections: [],
      media: [],
    })
    expect(record).toEqual({ status: 'published' })
  })

  test('the strongest evidence says how', () => {
    const record = recordOf({
      ...articleFromRecord({}),
      credits: [
        {
          name: 'AFP',
          kind: 'organization',
          role: 'wire',
          evidence: [
            { how: 'declared', text: 'AFP', at: 'dc:creator' },
            { how: 'parsed', text: '(AFP)' },
          ],
        },
      ],
    })
    expect(record.credits?.[0]).toEqual({
      name: 'AFP',
      kind: 'organization',
      role: 'wire',
      how: 'declared',
      text: 'AFP',
    })
  })

  test('any article has a record that reads back equal, any number of times', () => {
    fc.assert(
      fc.property(articleOf(), (article) => {
        const record = recordOf(article)
        const json = recordJson(record)
        const back = readRecord(json)
        expect(back).toEqual(record)
        expect(recordJsonOf(article)).toBe(json)
        const again = recordOf(articleFromRecord(back as Provenance))
        expect(recordJson(again)).toBe(json)
        expect(cleanText(json)).toBe(json)
      }),
    )
  })
})

describe('a record from elsewhere', () => {
  test.each([
    ['not JSON', '{"credits":', 'record_unreadable'],
    ['too large', `"${'x'.repeat(300_000)}"`, 'record_too_large'],
    ['null', 'null', 'record_invalid'],
    ['a list', '[]', 'record_invalid'],
    ['a text', '"x"', 'record_invalid'],
  ])('%s is a fault', (_, json, code) => {
    expect(readRecord(json)).toMatchObject({ code, at: 'record' })
  })

  test.each([
    ['credits.kind', { credits: [{ name: 'A', kind: 'robot', role: 'author', how: 'parsed' }] }],
    ['credits.role', { credits: [{ name: 'A', kind: 'person', role: 'owner', how: 'parsed' }] }],
    ['credits without name', { credits: [{ kind: 'person', role: 'author', how: 'parsed' }] }],
    ['credits no list', { credits: { 0: 'x' } }],
    ['too many', { credit_text: Array(1001).fill('x') }],
    ['a number for a text', { language: 7 }],
    ['script as URL', { canonical_url: 'javascript:alert(1)' }],
    ['a relative URL', { canonical_url: '/a' }],
    ['an impossible date', { published: { value: '2025-13-01', precision: 'day' } }],
    ['a precision that lies', { published: { value: '2025-05-16', precision: 'second' } }],
    ['an unknown status', { status: 'hidden' }],
    ['null', { publication: null }],
  ])('%s is a fault that names the member', (_, value) => {
    expect(why(value)).toMatch(/^record_invalid: record\./)
  })

  test('members that are not ours are left out, whatever their names', () => {
    const json =
      '{"__proto__":{"status":"retracted"},"constructor":1,"toString":"x","later":[1],"language":"en"}'
    const got = readRecord(json)
    expect(got).toEqual({ language: 'en' })
    expect(Object.getPrototypeOf(got)).toBe(Object.prototype)
  })

  test('a member of the prototype is no member', () => {
    expect(why({ publication: {} })).toMatch(/publication\.name is missing/)
  })

  test('anything at all is a record or a fault, never an exception', () => {
    const keys = fc.constantFrom(...Object.keys(FULL), '__proto__', 'constructor')
    const json = fc.oneof(
      anyText,
      fc.json(),
      fc.dictionary(keys, fc.jsonValue()).map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(json, (text) => {
        const got = readRecord(text)
        if (!isFault(got)) expect(readRecord(recordJson(got))).toEqual(got)
      }),
    )
  })
})
