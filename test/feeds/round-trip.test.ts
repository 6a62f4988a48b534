// The law of round trips (DESIGN: rules of the domain, 10): publish, read, publish again, and the record is equal.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditEntry } from '../../feeds/credit.ts'
import { parseFeed } from '../../feeds/dialects/index.ts'
import { FORMAT_NAMES, type FormatName, renderFeed } from '../../feeds/formats/index.ts'
import type { Article } from '../../feeds/model/article.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import { readRecord, recordJson, recordOf } from '../../feeds/model/provenance.ts'
import { oneLine } from '../../feeds/model/text.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { articleOf, CHANNEL, printedName } from './arbitraries.ts'

const OURS = 'https://news.example'
const PEER = 'https://peer.example'
const NOW = '2031-01-01T00:00:00Z'

const upstreamAt = (url: string, more: Partial<Upstream> = {}): Upstream => ({
  id: 'upstream-2',
  url,
  title: 'Harbour feed',
  peer: false,
  private: false,
  tags: [],
  health: 'healthy',
  nextPollAt: NOW,
  failures: 0,
  movedSeen: 0,
  addedAt: NOW,
  ...more,
})

/** Publishes at `baseUrl` and reads it back from there as the deployment at OURS would. */
function hop(
  articles: readonly Article[],
  format: FormatName,
  {
    baseUrl = OURS,
    upstream = {},
    channel = CHANNEL,
  }: { baseUrl?: string; upstream?: Partial<Upstream>; channel?: Channel } = {},
): Article[] {
  const url = `${baseUrl}/feeds/harbour.${format}`
  const bytes = renderFeed(channel, articles, format, { baseUrl })
  const { feed, entries } = parseFeed(bytes, { url })
  return entries.map((entry, index) => {
    const context = {
      upstream: upstreamAt(url, upstream),
      feed,
      guid: entry.id ?? `entry-${index}`,
      now: NOW,
      baseUrl: OURS,
      isTaken: () => false,
    }
    return creditEntry(entry, context).article
  })
}

const records = (articles: readonly Article[]) => articles.map((a) => recordJson(recordOf(a)))

const articles = fc.uniqueArray(articleOf(), {
  selector: (article) => article.publishedId,
  minLength: 1,
  maxLength: 3,
})
const formats = fc.array(fc.constantFrom(...FORMAT_NAMES), { minLength: 1, maxLength: 4 })
const channels = fc
  .record({
    links: fc.constantFrom('original' as const, 'site' as const),
    fullText: fc.boolean(),
    creditParagraph: fc.boolean(),
  })
  .map((presentation) => ({
    ...CHANNEL,
    presentation: { ...CHANNEL.presentation, ...presentation },
  }))

describe('the record', () => {
  test.each(FORMAT_NAMES)('is read back from %s as it was written', (format) => {
    fc.assert(
      fc.property(articles, channels, (some, channel) => {
        const { entries } = parseFeed(renderFeed(channel, some, format, { baseUrl: OURS }))
        expect(entries.map((entry) => readRecord(entry.record ?? ''))).toEqual(some.map(recordOf))
      }),
    )
  })

  test('is equal after any number of hops through any formats from our own base URL', () => {
    fc.assert(
      fc.property(articles, formats, channels, (some, way, channel) => {
        let now: Article[] = [...some]
        for (const format of way) now = hop(now, format, { channel })
        expect(records(now)).toEqual(records(some))
      }),
    )
  })

  test('gains one via step and nothing else where a store trusts a peer', () => {
    fc.assert(
      fc.property(articles, fc.constantFrom(...FORMAT_NAMES), (some, format) => {
        const there = hop(some, format, { baseUrl: PEER, upstream: { peer: true } })
        const withoutStep = there.map((a) => ({ ...a, via: a.via.slice(1) }))
        expect(records(withoutStep)).toEqual(records(some))
        for (const article of there) expect(article.via[0]).toMatchObject({ name: 'Harbour feed' })
      }),
    )
  })
})

describe('the texts', () => {
  test('the credit paragraph is never doubled, however little it says', () => {
    // An article whose own words are those of our paragraph is another matter: they are taken for it.
    const article = articleOf(printedName)
      .map((a) => ({
        ...a,
        summary: 'The ferry sails.',
        body: { clean: false as const, html: rawHtml('<p>The ferry sails on Monday.</p>') },
      }))
      .filter((a) => !JSON.stringify([a.media, a.corrections]).includes('Original: '))
    fc.assert(
      fc.property(article, formats, channels, (article, way, channel) => {
        const shown = (some: readonly Article[]) =>
          JSON.parse(new TextDecoder().decode(renderFeed(channel, some, 'json'))).items[0]
        const first = hop([article], 'rss', { channel })
        let now = first
        for (const format of way) now = hop(now, format, { channel })
        expect(shown(now).summary).toBe(shown(first).summary)
        expect(shown(now).content_html).toBe(shown(first).content_html)
      }),
    )
  })

  test('title, summary and body come back, and the paragraph does not stay behind', () => {
    const plain = fc.constantFrom(
      'The ferry sails',
      'Überfahrt nach Süden',
      'Marsh & Sons <3',
      '山の上の灯台',
      '5 < 6 & 7',
    )
    const article = fc.tuple(articleOf(), plain, plain).map(
      ([a, title, summary]): Article => ({
        ...a,
        canonicalUrl: 'https://gazette.example/ferry',
        publication: { name: 'The Harbour Gazette' },
        title,
        summary,
        media: [],
        status: 'published',
      }),
    )
    fc.assert(
      fc.property(article, fc.constantFrom(...FORMAT_NAMES), (before, format) => {
        const [after] = hop([before], format)
        expect(after?.title).toBe(before.title)
        if (before.body) expect(after?.summary).toBe(before.summary)
        const [again] = hop(hop([before], format), format)
        expect(again?.body).toEqual(after?.body)
      }),
    )
  })

  test('any title comes back cleaned, on one line', () => {
    fc.assert(
      fc.property(articleOf(), fc.constantFrom(...FORMAT_NAMES), (article, format) => {
        const title = oneLine(article.title ?? '')
        if (title) expect(hop([article], format)[0]?.title).toBe(title)
      }),
      { numRuns: 300 },
    )
  })
})
