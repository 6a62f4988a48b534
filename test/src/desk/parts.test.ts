/** The desk's words and its look at an address. */

import { describe, expect, it } from 'vitest'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { look } from '../../../src/desk/discover.ts'
import { rhythmInWords } from '../../../src/desk/rhythm.tsx'
import { durationInWords, momentInWords, sentence, stateInWords } from '../../../src/desk/words.ts'
import type { FetchDocument } from '../../../src/ingest/fetch-document.ts'

const NOW = Date.parse('2025-06-01T12:00:00Z')

const UPSTREAM: Upstream = {
  id: 'u',
  url: 'https://cape.example/feed',
  peer: false,
  private: false,
  tags: [],
  health: 'healthy',
  nextPollAt: '2025-06-01T12:20:00Z',
  lastSuccessAt: '2025-06-01T11:57:00Z',
  lastResult: '3 new of 20',
  failures: 0,
  movedSeen: 0,
  addedAt: '2025-01-01T00:00:00Z',
}

it.each<[Partial<Upstream>, string]>([
  [{}, 'Read 3 minutes ago: 3 new of 20. Next try in 20 minutes.'],
  [{ health: 'paused' }, 'It is not read until somebody resumes it.'],
  [
    { health: 'failing', failures: 7, lastError: 'cape.example does not answer' },
    'cape.example does not answer. It failed 7 times in a row, last read 3 minutes ago. Next try in 20 minutes.',
  ],
  [
    { health: 'gone', lastError: 'the server says gone (410)' },
    'The server says gone (410). It is not read any more.',
  ],
  [
    { health: 'new', nextPollAt: '2025-06-01T11:00:00Z' },
    'It has not been read yet. It is due now.',
  ],
])('an upstream %j reads: %s', (more, words) => {
  expect(stateInWords({ ...UPSTREAM, ...more }, NOW)).toBe(words)
})

it('durations are rounded as people say them', () => {
  expect([20, 60, 200, 5400, 7000, 200_000].map(durationInWords)).toEqual([
    'moments',
    'a minute',
    '3 minutes',
    '2 hours',
    '2 hours',
    '2 days',
  ])
  expect(momentInWords('2024-06-01T12:00:00Z', NOW)).toBe('on 1 June 2024')
  expect(sentence('already one.')).toBe('Already one.')
})

describe('a rhythm', () => {
  const at = '2025-06-01T00:00:00Z'
  const days = [0, 0, 0, 0, 0, 0, 0]
  const hours = (busy: Record<number, number>) =>
    Array.from({ length: 24 }, (_, hour) => busy[hour] ?? 0)

  it.each([
    [hours({ 7: 10, 8: 10, 9: 10 }), 10, 'about 3 a day, mostly from 7 to 10 UTC'],
    [hours({ 23: 5, 0: 5 }), 30, 'about 2 a week, mostly from 23 to 1 UTC'],
    [Array.from({ length: 24 }, () => 5), 1, 'about 120 a day, at all hours'],
    [hours({ 12: 1 }), 60, 'less than one a week, mostly from 12 to 13 UTC'],
  ])('%j over %i days is %s', (news, span, words) => {
    expect(rhythmInWords({ at, days, hours: news, span: span * 86_400 })).toBe(words)
  })
})

describe('looking at an address', () => {
  const RSS = '<rss version="2.0"><channel><title>T</title></channel></rss>'
  const internet =
    (sites: Record<string, string>): FetchDocument =>
    async (url) => ({
      url,
      status: sites[url] === undefined ? 404 : 200,
      headers: new Headers({ 'content-type': 'text/html' }),
      body: new TextEncoder().encode(sites[url] ?? ''),
      redirects: [],
    })
  const link = (href: string, type = 'application/rss+xml') =>
    `<link rel="alternate" type="${type}" href="${href}">`

  it('takes a feed for a feed, with or without its scheme', async () => {
    const fetchDocument = internet({ 'https://cape.example/feed': RSS })
    for (const typed of [
      'https://cape.example/feed',
      'cape.example/feed',
      'feed:cape.example/feed',
    ])
      expect(await look(typed, { fetchDocument })).toMatchObject({
        kind: 'feed',
        url: 'https://cape.example/feed',
      })
  })

  it('follows a page to its only feed, and offers several', async () => {
    const one = internet({ 'https://a.example': link('/f'), 'https://a.example/f': RSS })
    expect(await look('a.example', { fetchDocument: one })).toMatchObject({
      kind: 'feed',
      url: 'https://a.example/f',
    })
    const two = internet({
      'https://a.example': link('/f') + link('/g', 'application/atom+xml; charset=utf-8'),
      'https://a.example/f': RSS,
      'https://a.example/g':
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title><entry><id>x</id></entry></feed>',
    })
    expect(await look('a.example', { fetchDocument: two })).toMatchObject({
      kind: 'page',
      offers: [
        { url: 'https://a.example/f', dialect: 'rss 2.0' },
        { url: 'https://a.example/g', dialect: 'atom 1.0', title: 'Tides', entries: 1 },
      ],
    })
  })

  it.each([
    [{ 'https://a.example': '<p>no feed' }, 'There is no feed at a.example'],
    [{}, 'answered 404'],
    [{ 'https://a.example': link('/f'), 'https://a.example/f': '<p>' }, 'There is no feed'],
  ])('says why there is none in %j', async (sites: Record<string, string>, words) => {
    await expect(look('a.example', { fetchDocument: internet(sites) })).rejects.toThrow(words)
  })
})
