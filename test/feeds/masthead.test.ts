// Many feeds give the masthead for an author: it is the publication, and no byline.
import { expect, test } from 'vitest'
import { creditEntry } from '../../feeds/credit.ts'
import { parseFeed } from '../../feeds/dialects/index.ts'

const NOW = '2031-01-01T00:00:00Z'
const FEED_URL = 'https://harbour.example/feed'

/** Who wrote the one entry of a feed of this title whose author is said to be this. */
function authorsOf(title: string, author: string): string[] {
  const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title>
    <entry><id>urn:harbour:1</id><title>The ferry leaves</title><author><name>${author}</name></author></entry></feed>`
  const { feed, entries } = parseFeed(new TextEncoder().encode(xml), { url: FEED_URL })
  const upstream = {
    id: 'harbour',
    url: FEED_URL,
    title,
    peer: false,
    private: false,
    tags: [],
    health: 'healthy' as const,
    nextPollAt: NOW,
    failures: 0,
    movedSeen: 0,
    addedAt: NOW,
  }
  const context = { upstream, feed, guid: '1', now: NOW, baseUrl: 'https://our.example' }
  return entries.flatMap((entry) =>
    creditEntry(entry, { ...context, isTaken: () => false }).article.credits.map(
      ({ name }) => name,
    ),
  )
}

test.each([
  ['Skerrycast', 'Skerrycast'],
  ['Skerrycast - Ferries in Your Ear', 'Skerrycast'],
  ['Ferry news | Skerrycast', 'Skerrycast'],
  ['Skerrycast: all episodes', 'SkerryCast'],
])('the title %s holds the masthead %s', (title, author) => {
  expect(authorsOf(title, author)).toEqual([])
})

test.each([
  ['Nora Fenwick - notes from the harbour', 'Nora Fenwick'],
  ['Skerrycast - Ferries in Your Ear', 'Nora Fenwick'],
  ['Reuters: world news', 'Reuters'],
])('of the title %s, %s wrote all the same', (title, author) => {
  expect(authorsOf(title, author)).toEqual([author])
})
