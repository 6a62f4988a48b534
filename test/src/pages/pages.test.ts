/** The readers' pages over a real store: what each says, to people and to programs. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_PRESENTATION } from '../../../feeds/model/channel.ts'
import { rawHtml } from '../../../feeds/model/html.ts'
import { openService, type Service } from '../service.ts'
import { article, credit, FERRY, incoming, NOW, SAMPLE } from './sample.ts'

const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'&'

const SHARED = 'https://harbour-gazette.example/shared'

const EXTRA = [
  article('900', {
    title: HOSTILE,
    summary: HOSTILE,
    canonicalUrl: 'https://harbour-gazette.example/hostile',
    publication: { name: HOSTILE },
    credits: [credit(HOSTILE, 'author', { how: 'declared', at: HOSTILE, text: HOSTILE })],
    creditText: [HOSTILE],
    tags: [{ term: HOSTILE }],
    rights: { notice: HOSTILE, licenseUrl: 'https://licence.example/' },
    body: {
      clean: false,
      html: rawHtml(`<p onclick="x">${HOSTILE}</p><h1>One</h1><main>in</main>`),
    },
    published: '2026-01-01',
  }),
  article('901', {
    upstreamId: 'a',
    canonicalUrl: SHARED,
    title: 'Shared',
    published: '2026-01-02',
  }),
  article('902', {
    upstreamId: 'b',
    canonicalUrl: SHARED,
    title: 'Shared',
    published: '2026-01-02',
  }),
  article('903', { title: 'Withheld', status: 'withheld' }),
  article('904', { title: 'Removed', status: 'removed' }),
]

describe('the pages', () => {
  let service: Service
  beforeAll(async () => {
    service = await openService({ CREDITLINE_BASE_URL: 'https://news.example' })
    service.clock.ms = Date.parse(NOW)
    await service.deps.store.saveArticles(incoming([...SAMPLE, ...EXTRA]), NOW)
    const channel = { slug: 'islands', title: 'Islands', hubs: [], selection: { tag: 'islands' } }
    await service.deps.store.saveChannel({ ...channel, presentation: DEFAULT_PRESENTATION }, NOW)
  })
  afterAll(() => service.close())

  const get = (path: string, headers: Record<string, string> = {}) =>
    service.app.request(`https://news.example${path}`, {
      headers: { accept: 'text/html', ...headers },
    })
  const page = async (path: string) => (await get(path)).text()
  const idOf = async (guid: string) => {
    const all = await Promise.all(
      ['harbour', 'a', 'b'].map((upstream) => service.deps.store.findArticleByGuid(upstream, guid)),
    )
    return all.find((found) => found)?.id ?? 0
  }

  const PATHS = [
    '/',
    '/articles/1',
    '/articles/1/provenance',
    '/sources/the-harbour-gazette',
    '/agencies/reuters',
    '/people/ada-brandt',
    '/tags/islands',
    '/search',
    '/search?q=ferry',
    '/channels',
    '/ns/1',
  ]

  it.each(PATHS)(
    '%s is one whole document without scripts, styles or third parties',
    async (path) => {
      const answer = await get(path)
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).toMatch(/^<!DOCTYPE html><html lang="en">/)
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
      expect(html).not.toMatch(/ style="| on[a-z]+="|<script(?! type="application\/ld\+json")/)
      expect(html).toContain('<a class="skip" href="#content">')
      expect(
        html.match(/<link rel="alternate" type="application\/(?:rss|atom)\+xml"/g),
      ).toHaveLength(2)
      expect(Buffer.byteLength(html), 'bytes').toBeLessThan(50_000)
      expect(answer.headers.get('content-security-policy')).toContain("style-src 'self'")
    },
  )

  it('are asked about again, and not sent again', async () => {
    const first = await get('/articles/1')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/articles/1', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('keep the style sheet for ever under a name made of its contents', async () => {
    const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(await page('/')) ?? []
    const answer = await get(path)
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect((await answer.text()).length).toBeLessThan(20_000)
  })

  it('names people and agencies in their roles, with what each was read from', async () => {
    const html = await page('/articles/1')
    expect(html).toContain(
      'Reporting by Ada Brandt in Port Ellis; <mark>Reuters</mark> and AFP contributed.',
    )
    expect(html).toContain('Read from the line at the end of the article.')
    expect(html).toContain('href="/agencies/reuters"')
    expect(html).toContain('href="/people/ada-brandt"')
    expect(html).toContain('Original at')
    expect(html).toContain('© 2026 The Harbour Gazette')
  })

  it('tells programs the same in Schema.org and OpenGraph', async () => {
    const html = await page('/articles/1')
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'NewsArticle',
      headline: FERRY.title,
      datePublished: '2026-05-16T09:30:00Z',
      author: [{ '@type': 'Person', name: 'Ada Brandt' }],
      contributor: [
        { '@type': 'Organization', name: 'Reuters' },
        { '@type': 'Organization', name: 'AFP' },
      ],
      editor: [{ name: 'Noor Halim' }],
      creditText: FERRY.creditText[0],
      sourceOrganization: { name: 'The Harbour Gazette' },
      isBasedOn: FERRY.canonicalUrl,
      image: [{ creditText: 'Photo: Kim Osei / Harbour Gazette', creator: [{ name: 'Kim Osei' }] }],
    })
    expect(html).toContain('<meta property="og:type" content="article"/>')
    expect(html).toContain('<meta property="article:author" content="Ada Brandt"/>')
  })

  it('takes the original as canonical for a full text, and itself for an excerpt', async () => {
    expect(await page('/articles/1')).toContain(
      `<link rel="canonical" href="${FERRY.canonicalUrl}"/>`,
    )
    expect(await page('/articles/4')).toContain(
      '<link rel="canonical" href="https://news.example/articles/4"/>',
    )
  })

  it('puts whatever stands in an article into text, never into markup', async () => {
    const id = await idOf('900')
    for (const path of [`/articles/${id}`, `/articles/${id}/provenance`, '/search?q=alert']) {
      const html = await page(path)
      expect(html, path).toContain('&lt;img src=x onerror=alert(2)&gt;')
      expect(html, path).not.toMatch(/<script>|<img src="?x|onclick/)
    }
    const [, json = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await page(`/articles/${id}`)) ??
      []
    expect(JSON.parse(json)).toMatchObject({ headline: HOSTILE })
  })

  it('shows corrections and retractions above the text', async () => {
    const html = await page('/articles/4')
    expect(html).toContain('This article was retracted.')
    expect(html).toContain('The figures came from a draft.')
  })

  it('keeps languages and directions of titles and texts', async () => {
    const html = await page('/articles/3')
    expect(html).toContain('<article class="story" lang="ar">')
    expect(html).toContain('<h1 dir="auto">')
    expect(html).toContain('<time datetime="2026-05-15">15 May 2026</time>')
  })

  it('shows one article for one original, and the other feeds that brought it', async () => {
    const id = await idOf('901')
    expect(await page(`/articles/${id}`)).toContain('It also came by:')
    expect((await page('/?after=')).match(/>Shared</g) ?? []).toHaveLength(0)
  })

  it('hides what is withheld or removed', async () => {
    for (const guid of ['903', '904']) {
      const id = await idOf(guid)
      for (const path of [`/articles/${id}`, `/articles/${id}/provenance`]) {
        const answer = await get(path)
        expect(answer.status).toBe(guid === '903' ? 404 : 410)
        expect(await answer.text()).not.toContain(guid === '903' ? 'Withheld' : '>Removed<')
      }
    }
  })

  it.each([
    '/articles/99999',
    '/sources/nobody',
    '/agencies/nobody',
    '/people/nobody',
    '/tags/nothing',
    '/x',
  ])('%s is not found, and helps', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('action="/search"')
  })

  it('pages backwards by key and returns to the first', async () => {
    const first = await page('/')
    const [, next = ''] = /<a class="button" href="([^"]+)" rel="next">/.exec(first) ?? []
    const second = await page(next.replaceAll('&amp;', '&'))
    expect(second).toContain('Newest articles')
    expect(second).toContain('Harbour notes, part 1:')
    expect(second).not.toContain('Night ferry')
  })

  it('answers a cursor or a filter that cannot be with a page, not with an error of ours', async () => {
    for (const path of ['/?after=nonsense', '/search?role=chef', '/search?since=soon'])
      expect((await get(path)).status, path).toBe(400)
  })

  it('finds, marks and filters, and offers the search as a feed', async () => {
    const html = await page('/search?q=CROSSING&agency=Reuters&role=contributed')
    expect(html).toContain('<mark>crossing</mark>')
    expect(html).toContain('Night ferry returns')
    expect(html).toContain('/feed.rss?q=CROSSING&amp;agency=reuters&amp;role=contributed')
    expect(await page('/search?q=crossing&agency=dpa')).toContain('Nothing found')
  })

  it('finds writing without spaces and Arabic', async () => {
    for (const [q, marked] of [
      ['朝市', '朝市'],
      ['الزوار', 'الزوار'],
    ])
      expect(await page(`/search?q=${encodeURIComponent(q ?? '')}`)).toContain(
        `<mark>${marked}</mark>`,
      )
  })

  it('offers reader services only where they can reach the site', async () => {
    const feed = encodeURIComponent('https://news.example/feeds/islands.rss')
    const html = await page('/channels')
    expect(html).toContain(`https://feedly.com/i/subscription/feed/${feed}`)
    expect(html).toContain('feed:https://news.example/feeds/islands.rss')
    const local = await openService({ CREDITLINE_BASE_URL: 'http://192.168.1.20:3000' })
    const answer = await local.app.request('http://192.168.1.20:3000/channels')
    expect(await answer.text()).not.toContain('feedly.com/i/')
    local.close()
  })

  it('says on an empty site what to do', async () => {
    const empty = await openService()
    expect(await (await empty.app.request('https://desk.example/')).text()).toContain(
      'No articles yet.',
    )
    empty.close()
  })

  it('explains the vocabulary with every role', async () => {
    const html = await page('/ns/1')
    for (const word of [
      'contentSource',
      'imgSupplier',
      'origcont',
      'canonical_rule',
      'cl:creditText',
    ])
      expect(html).toContain(word)
  })
})
