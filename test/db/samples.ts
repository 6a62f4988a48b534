/** Articles and upstreams for the store's tests: invented, whole, and easy to vary. */

import type { IncomingArticle } from '../../db/store.ts'
import type { Article } from '../../feeds/model/article.ts'
import type { Credit, Role } from '../../feeds/model/credit.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'

export const NOW = '2025-06-01T12:00:00Z'
export const LATER = '2025-06-01T13:00:00Z'

export const person = (name: string, role: Role = 'author'): Credit => ({
  name,
  kind: 'person',
  role,
  evidence: [{ how: 'declared', at: 'author' }],
})

export const agency = (name: string, agencyId: string, role: Role = 'wire'): Credit => ({
  name,
  kind: 'organization',
  agencyId,
  role,
  evidence: [{ how: 'parsed', text: `(${name})`, at: 'end', span: [1, 1 + name.length] }],
})

export const article = (number: number, changes: Partial<Article> = {}): Article => ({
  upstreamId: 'harbour',
  guid: `https://harbour.example/${number}`,
  publishedId: `https://harbour.example/${number}`,
  title: `Ferry timetable ${number}`,
  canonicalUrl: `https://harbour.example/${number}`,
  published: `2025-05-${String(1 + (number % 28)).padStart(2, '0')}T10:00:00Z`,
  firstSeenAt: NOW,
  body: { clean: false, html: rawHtml(`<p>The ferry number ${number} leaves the quay.</p>`) },
  credits: [],
  creditText: [],
  publication: { name: 'The Harbour Post', url: 'https://harbour.example/' },
  via: [],
  media: [],
  enclosures: [],
  tags: [],
  related: [],
  status: 'published',
  corrections: [],
  doubts: [],
  ...changes,
})

export const incoming = (
  number: number,
  changes: Partial<Article> = {},
  hash = `h${number}`,
): IncomingArticle => ({
  article: article(number, changes),
  hash,
  said: JSON.stringify({ title: `Ferry timetable ${number}` }),
  faults: [],
})

export const upstream = (id: string, changes: Partial<Upstream> = {}): Upstream => ({
  id,
  url: `https://${id}.example/feed.xml`,
  peer: false,
  private: false,
  tags: [],
  health: 'new',
  nextPollAt: NOW,
  failures: 0,
  movedSeen: 0,
  addedAt: NOW,
  ...changes,
})

/** Every optional field filled. */
export const FULL: Article = {
  upstreamId: 'harbour',
  guid: 'tag:harbour.example,2025:full',
  publishedId: 'tag:harbour.example,2025:full',
  title: 'Żółw & “Übermut” — 北京 \u{1f6a2}',
  canonicalUrl: 'https://harbour.example/full?a=1&b=%20',
  canonicalRule: 'stated',
  urlAsFed: 'https://harbour.example/full?a=1&b=%20&utm_source=feed',
  published: '2025-05-16',
  updated: '2025-05-17T08:00:00Z',
  firstSeenAt: NOW,
  changedAt: '2025-05-18T08:00:00Z',
  language: 'de-AT',
  summary: 'Kurz\nund gut',
  body: { clean: false, html: rawHtml('<p>Ein <b>Text</b> "mit" allem \\ und\n Zeilen</p>') },
  credits: [
    person('Mira Okafor'),
    agency('Polaris Wire', 'polaris', 'contributed'),
    { ...person('Jo Lind', 'photo'), target: 'https://harbour.example/1.jpg' },
  ],
  creditText: ['Polaris Wire contributed reporting.'],
  publication: { name: 'The Harbour Post', url: 'https://harbour.example/' },
  via: [{ name: 'Coast Digest', feedUrl: 'https://coast.example/feed', at: NOW }],
  upstreamFeed: { url: 'https://harbour.example/feed', title: 'Harbour', updated: '2025-05-17' },
  rights: { notice: '© Harbour', licenseUrl: 'https://licence.example/by' },
  media: [{ url: 'https://harbour.example/1.jpg', width: 640, caption: 'A quay' }],
  enclosures: [{ url: 'https://harbour.example/1.mp3', type: 'audio/mpeg', length: 12 }],
  tags: [{ term: 'Ports & Ships', scheme: 'https://harbour.example/tags' }, { term: 'ferry' }],
  related: [{ title: 'Earlier', url: 'https://harbour.example/0' }],
  comments: 'https://harbour.example/full#comments',
  podcast: { episode: '7', explicit: false, transcripts: [] },
  status: 'published',
  corrections: [{ at: '2025-05-18T08:00:00Z', note: 'The ship is longer.' }],
  doubts: ['doubtful_credit'],
}
