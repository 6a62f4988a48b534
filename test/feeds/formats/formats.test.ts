import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanArticle,
  documentContext,
  FORMAT_NAMES,
  FORMATS,
  joinDocument,
  renderFeed,
  utf8,
} from '../../../feeds/formats/index.ts'
import type { Article } from '../../../feeds/model/article.ts'
import { rawHtml } from '../../../feeds/model/html.ts'
import { recordJson, recordOf } from '../../../feeds/model/provenance.ts'
import { cleanText } from '../../../feeds/model/text.ts'
import { articleOf, CHANNEL } from '../arbitraries.ts'
import { elements, parseStrictXml, texts } from './strict-xml.ts'

const OPTIONS = {
  baseUrl: 'https://news.example',
  pageUrl: (a: Article) => `https://news.example/articles/${encodeURIComponent(a.publishedId)}`,
}
const tidy = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim()
const articles = fc.array(articleOf(), { maxLength: 3 })

describe('whatever the texts', () => {
  test.each(['rss', 'atom'] as const)('%s is well-formed and carries the record', (format) => {
    fc.assert(
      fc.property(articles, (some) => {
        const root = parseStrictXml(renderFeed(CHANNEL, some, format, OPTIONS))
        expect(texts(root, 'cl:provenance')).toEqual(some.map((a) => recordJson(recordOf(a))))
      }),
    )
  })

  test('JSON Feed is JSON and carries the record', () => {
    fc.assert(
      fc.property(articles, (some) => {
        const bytes = renderFeed(CHANNEL, some, 'json', OPTIONS)
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
        const feed = JSON.parse(text) as {
          items: { _creditline: unknown; content_html: unknown }[]
        }
        expect(feed.items.map((item) => item._creditline)).toEqual(some.map(recordOf))
        expect(feed.items.every((item) => typeof item.content_html === 'string')).toBe(true)
        expect(cleanText(text)).toBe(text)
      }),
    )
  })

  test('a title comes back as it was, cleaned', () => {
    fc.assert(
      fc.property(articleOf(), (article) => {
        const title = tidy(article.title ?? '')
        const atom = parseStrictXml(renderFeed(CHANNEL, [article], 'atom', OPTIONS))
        const [entry] = elements(atom, 'entry')
        const written = entry?.children.find((child) => child.name === 'title')?.text
        expect(written).not.toBe('')
        if (title) expect(tidy(written ?? '')).toBe(title)
      }),
    )
  })

  test('the same article gives the same bytes, also in pieces', () => {
    fc.assert(
      fc.property(articles, fc.constantFrom(...FORMAT_NAMES), (some, format) => {
        const writer = FORMATS[format]
        const document = documentContext(CHANNEL, format, OPTIONS, some)
        const items = some.map((article) =>
          utf8(
            writer.item(cleanArticle(article), {
              ...CHANNEL.presentation,
              pageUrl: OPTIONS.pageUrl(article),
            }),
          ),
        )
        const whole = renderFeed(CHANNEL, some, format, OPTIONS)
        expect(joinDocument(writer, document, items)).toEqual(whole)
      }),
    )
  })
})

const NOTHING: Article = {
  upstreamId: 'u',
  guid: 'g',
  publishedId: 'urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  firstSeenAt: '2025-01-02T03:04:05Z',
  credits: [],
  creditText: [],
  via: [],
  media: [],
  enclosures: [],
  tags: [],
  related: [],
  status: 'published',
  corrections: [],
  doubts: [],
}

const rssItem = (article: Partial<Article>) => {
  const root = parseStrictXml(renderFeed(CHANNEL, [{ ...NOTHING, ...article }], 'rss', OPTIONS))
  const [item] = elements(root, 'item')
  if (!item) throw new Error('no item')
  return item
}
const atomEntry = (article: Partial<Article>) => {
  const root = parseStrictXml(renderFeed(CHANNEL, [{ ...NOTHING, ...article }], 'atom', OPTIONS))
  const [entry] = elements(root, 'entry')
  if (!entry) throw new Error('no entry')
  return entry
}
const jsonItem = (article: Partial<Article>) => {
  const bytes = renderFeed(CHANNEL, [{ ...NOTHING, ...article }], 'json', OPTIONS)
  return JSON.parse(new TextDecoder().decode(bytes)).items[0] as Record<string, unknown>
}

const credit = (name: string, role: Article['credits'][number]['role']) => ({
  name,
  kind: 'person' as const,
  role,
  evidence: [{ how: 'declared' as const }] as const,
})

describe('who wrote', () => {
  test('a person before the agency, which then contributes', () => {
    const credits = [credit('Reuters', 'wire'), credit('Mara Lindqvist', 'author')]
    const item = rssItem({ credits })
    expect(texts(item, 'dc:creator')).toEqual(['Mara Lindqvist'])
    expect(texts(item, 'dc:contributor')).toEqual(['Reuters'])
    expect(jsonItem({ credits })).toMatchObject({
      authors: [{ name: 'Mara Lindqvist' }],
      author: { name: 'Mara Lindqvist' },
    })
    const entry = atomEntry({ credits })
    expect(elements(entry, 'author').map((a) => texts(a, 'name'))).toEqual([['Mara Lindqvist']])
    expect(elements(entry, 'contributor').map((c) => texts(c, 'cl:role'))).toEqual([['wire']])
  })

  test('the agency where no person wrote', () => {
    const credits = [credit('Reuters', 'wire'), credit('AFP', 'contributed')]
    expect(texts(rssItem({ credits }), 'dc:creator')).toEqual(['Reuters'])
    expect(texts(atomEntry({ credits }), 'cl:role')).toEqual(['wire', 'contributed'])
    expect(jsonItem({ credits })).toMatchObject({ authors: [{ name: 'Reuters' }] })
  })

  test('nobody: nothing, and the publication in Atom, in a role that says so', () => {
    const publication = { name: 'The Harbour Gazette' }
    expect(elements(rssItem({ publication }), 'dc:creator')).toEqual([])
    expect(jsonItem({ publication })).not.toHaveProperty('authors')
    const [author] = elements(atomEntry({ publication }), 'author')
    expect(author && texts(author, 'name')).toEqual(['The Harbour Gazette'])
    expect(author && texts(author, 'cl:role')).toEqual(['publisher'])
  })

  test('translators and editors only where the format can say which', () => {
    const credits = [credit('A', 'translation'), credit('B', 'editing')]
    expect(elements(rssItem({ credits }), 'dc:contributor')).toEqual([])
    expect(texts(atomEntry({ credits }), 'cl:role')).toEqual([
      'publisher',
      'translation',
      'editing',
    ])
  })

  test('no format has an author of its own feed or an RSS author', () => {
    for (const format of ['rss', 'atom'] as const) {
      const root = parseStrictXml(renderFeed(CHANNEL, [], format, OPTIONS))
      expect(elements(root, 'author')).toEqual([])
    }
    expect(elements(rssItem({ credits: [credit('A', 'author')] }), 'author')).toEqual([])
  })
})

describe('where it stands', () => {
  const canonicalUrl = 'https://gazette.example/a'

  test('the original; our page where none is known', () => {
    expect(texts(rssItem({ canonicalUrl }), 'link')).toEqual([canonicalUrl])
    expect(texts(rssItem({}), 'link')[0]).toMatch(/^https:\/\/news\.example\/articles\//)
  })

  test('guid is a permalink only where it is the link', () => {
    const permalink = (publishedId: string) =>
      elements(rssItem({ canonicalUrl, publishedId }), 'guid')[0]?.attributes.get('isPermaLink')
    expect(permalink(canonicalUrl)).toBe('true')
    expect(permalink('https://gazette.example/?p=1')).toBe('false')
  })

  test('a source only where a feed is known', () => {
    expect(elements(rssItem({ upstreamFeed: { title: 'Private' } }), 'source')).toEqual([])
    expect(elements(atomEntry({ upstreamFeed: { id: 'tag:x.example,2025:x' } }), 'source')).toEqual(
      [],
    )
    const url = 'https://gazette.example/feed'
    expect(elements(rssItem({ upstreamFeed: { url } }), 'source')[0]?.attributes.get('url')).toBe(
      url,
    )
    const [source] = elements(atomEntry({ upstreamFeed: { url } }), 'source')
    expect(source && texts(source, 'id')).toEqual([url])
    expect(source && texts(source, 'updated')).toEqual([NOTHING.firstSeenAt])
  })

  test('a URL is written in ASCII', () => {
    const written = texts(rssItem({ canonicalUrl: 'https://zürich.example/é?q=[1]|2' }), 'link')
    expect(written).toEqual(['https://xn--zrich-kva.example/%C3%A9?q=%5B1%5D%7C2'])
  })

  test('a page that is no http page is no link', () => {
    const item = rssItem({ canonicalUrl: 'javascript:alert(1)', comments: 'data:text/html,x' })
    expect(texts(item, 'link')[0]).toMatch(/^https:\/\/news\.example/)
    expect(elements(item, 'comments')).toEqual([])
  })
})

describe('dates', () => {
  test('a day is noon, a month its first day', () => {
    expect(texts(rssItem({ published: '2025-05-16' }), 'pubDate')).toEqual([
      'Fri, 16 May 2025 12:00:00 GMT',
    ])
    expect(jsonItem({ published: '2025-05' })).toMatchObject({
      date_published: '2025-05-01T12:00:00Z',
    })
  })

  test('none is invented but where Atom demands it', () => {
    expect(elements(rssItem({}), 'pubDate')).toEqual([])
    expect(elements(rssItem({ published: '2025-05-16' }), 'atom:updated')).toEqual([])
    expect(elements(atomEntry({}), 'published')).toEqual([])
    expect(texts(atomEntry({}), 'updated')).toEqual([NOTHING.firstSeenAt])
  })

  test('the stated update before the one that we saw', () => {
    const changedAt = '2025-05-18T00:00:00Z'
    const updated = '2025-05-17T00:00:00Z'
    expect(texts(rssItem({ changedAt }), 'atom:updated')).toEqual([changedAt])
    expect(texts(rssItem({ changedAt, updated }), 'atom:updated')).toEqual([updated])
  })
})

describe('texts', () => {
  test('a title that HTML readers would misread is written for them', () => {
    const title = (text: string) => {
      const bytes = renderFeed(CHANNEL, [{ ...NOTHING, title: text }], 'rss', OPTIONS)
      return /<item>\n<title>(.*)<\/title>/.exec(new TextDecoder().decode(bytes))?.[1]
    }
    expect(title('Marsh & Sons <3')).toBe('Marsh &#x26; Sons &#x3C;3')
    expect(title('What &amp; means')).toBe('What &#x26;amp;amp; means')
    expect(title('The <b> tag')).toBe('The &#x26;lt;b&gt; tag')
  })

  test('an excerpt channel has no content', () => {
    const channel = { ...CHANNEL, presentation: { ...CHANNEL.presentation, fullText: false } }
    const article = cleanArticle({ ...NOTHING, summary: 'Short.' })
    const root = parseStrictXml(renderFeed(channel, [article], 'rss', OPTIONS))
    expect(elements(root, 'content:encoded')).toEqual([])
    expect(texts(root, 'description')[1]).toBe('<p>Short.</p>')
  })

  test('an excerpt is found in a long paragraph without any tag', () => {
    const body = { clean: false as const, html: rawHtml(`<p>${'Fog came in. '.repeat(900)}</p>`) }
    expect(texts(rssItem({ body }), 'description')[0]).toMatch(/^<p>(Fog came in\. ){20}/)
  })

  test('an excerpt is cut between words and never inside a character', () => {
    const description = (summary: string) => {
      const [text = ''] = texts(rssItem({ summary }), 'description')
      return text.replace(/<\/?p>/g, '')
    }
    expect([...description('word '.repeat(100))].length).toBeLessThanOrEqual(300)
    expect(description('word '.repeat(100))).toMatch(/word…$/)
    expect(description('👋'.repeat(400))).toBe(`${'👋'.repeat(299)}…`)
    expect(description('👋'.repeat(300))).toBe('👋'.repeat(300))
  })
})
