/** What programs fetch beside the feeds: OPML, the news sitemap, robots.txt. */

import { describe, expect, it } from 'vitest'
import { DEFAULT_PRESENTATION } from '../../../feeds/model/channel.ts'
import { newsSitemapOf, opmlOf, robotsOf } from '../../../src/pages/machine.ts'
import { openService } from '../service.ts'
import { article, incoming, NOW, SAMPLE } from './sample.ts'

const SITE = { title: 'News & more', baseUrl: 'https://news.example' }

describe('opml.xml', () => {
  const channel = {
    slug: 'all',
    title: 'All <of> it',
    hubs: [],
    selection: {},
    presentation: DEFAULT_PRESENTATION,
  }

  it('lists every channel and source with its feed and its page', () => {
    const sources = [{ slug: 'a-b', name: '"A" & B' }]
    expect(
      opmlOf(SITE, [channel, { ...channel, slug: 'x', title: 'X' }], sources),
    ).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0"><head><title>News &amp; more</title>
      </head>
      <body><outline type="rss" text="All &lt;of&gt; it" title="All &lt;of&gt; it" xmlUrl="https://news.example/feed.rss" htmlUrl="https://news.example/"/>
      <outline type="rss" text="X" title="X" xmlUrl="https://news.example/feeds/x.rss" htmlUrl="https://news.example/channels"/>
      <outline text="Sources" title="Sources"><outline type="rss" text="&quot;A&quot; &amp; B" title="&quot;A&quot; &amp; B" xmlUrl="https://news.example/sources/a-b.rss" htmlUrl="https://news.example/sources/a-b"/>
      </outline>
      </body>
      </opml>
      "
    `)
  })
})

describe('the news sitemap', () => {
  const stored = (id: number, each: ReturnType<typeof article>) => ({
    id,
    seq: id,
    storedAt: NOW,
    sourceSlug: 's',
    sharedUrl: false,
    article: each,
  })

  it('leaves out pages whose full text belongs to another page, and articles without a date', () => {
    const [full, , , excerpt] = SAMPLE
    const listed = [full, excerpt, article('9', { title: 'Undated' })].map((each, index) =>
      stored(index + 1, each ?? article('0')),
    )
    const xml = newsSitemapOf(SITE, listed)
    expect(xml.match(/<loc>/g)).toHaveLength(1)
    expect(xml).toContain('<loc>https://news.example/articles/2</loc>')
    expect(xml).toContain('<news:publication_date>2026-05-15T16:40:00Z</news:publication_date>')
    expect(xml).toContain('<news:name>The Harbour Gazette</news:name>')
  })

  it('is a document when it lists nothing', () => {
    expect(newsSitemapOf(SITE, [])).toMatch(/<urlset [^>]+>\s*<\/urlset>/)
  })
})

it('robots.txt keeps crawlers from the desk and from searches, and names the sitemap', () => {
  expect(robotsOf(SITE)).toBe(
    'User-agent: *\nDisallow: /admin\nDisallow: /api\nDisallow: /search\n\nSitemap: https://news.example/sitemap-news.xml\n',
  )
})

it('serves all three as what they are', async () => {
  const service = await openService({ CREDITLINE_BASE_URL: SITE.baseUrl })
  service.clock.ms = Date.parse(NOW)
  await service.deps.store.saveArticles(incoming(), NOW)
  const types = await Promise.all(
    ['/opml.xml', '/sitemap-news.xml', '/robots.txt'].map(async (path) =>
      (await service.app.request(SITE.baseUrl + path)).headers.get('content-type'),
    ),
  )
  expect(types).toEqual([
    'text/x-opml; charset=utf-8',
    'application/xml; charset=utf-8',
    'text/plain; charset=utf-8',
  ])
  service.close()
})
