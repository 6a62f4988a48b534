/** Which feed an entry comes from, by the links of its source. */

import { expect, test } from 'vitest'
import { parseFeed } from '../../feeds/dialects/index.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { readSource } from '../../feeds/source.ts'

const upstream: Upstream = {
  id: 'u1',
  url: 'https://planet.example/feed.atom',
  peer: false,
  private: false,
  tags: [],
  health: 'new',
  nextPollAt: '2026-03-03T00:00:00Z',
  failures: 0,
  movedSeen: 0,
  addedAt: '2026-03-03T00:00:00Z',
}

function read(source: string) {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><id>tag:planet.example,2026:feed</id><entry><id>1</id>${source}</entry></feed>`
  const parsed = parseFeed(new TextEncoder().encode(feed))
  const [entry] = parsed.entries
  if (!entry) throw new Error('no entry')
  return readSource(entry, parsed.feed, upstream, '2026-03-03T00:00:00Z')
}

test.each([
  [
    'self and alternate',
    '<link rel="self" href="https://wire.example/feed"/><link href="https://wire.example/news"/>',
    'https://wire.example/feed',
    'https://wire.example/news',
  ],
  [
    'self alone',
    '<link rel="self" href="https://wire.example/feed"/>',
    'https://wire.example/feed',
    undefined,
  ],
  [
    'alternate alone',
    '<link href="https://wire.example/news"/>',
    undefined,
    'https://wire.example/news',
  ],
])('a source with %s', (_, links, feedUrl, home) => {
  const found = read(
    `<source><title>Coastwire</title><id>tag:wire.example,2026:feed</id>${links}</source>`,
  )
  expect(found.upstreamFeed?.url).toBe(feedUrl)
  expect(found.publication).toEqual({ name: 'Coastwire', ...(home ? { url: home } : {}) })
})

test('a source that is the feed we polled', () => {
  const found = read(
    '<source><link rel="self" href="https://planet.example/feed.atom"/><link href="https://planet.example/"/></source>',
  )
  expect([found.upstreamFeed?.url, found.via]).toEqual([upstream.url, []])
})
