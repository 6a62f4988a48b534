/** Two ways out and one way in: removed articles are told of for thirty days, and embargoes end by themselves. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseFeed } from '../../../feeds/dialects/index.ts'
import { DEFAULT_PRESENTATION } from '../../../feeds/model/channel.ts'
import { publisherOf } from '../../../src/publish/publisher.ts'
import { createWatch } from '../../../src/websub/watch.ts'
import { incoming, NOW } from '../../db/samples.ts'
import { openService, type Service } from '../service.ts'

const DAY = 86_400_000
let service: Service
beforeEach(async () => {
  service = await openService()
  const presentation = { ...DEFAULT_PRESENTATION, size: 2 }
  const channel = { slug: 'ferries', title: 'Ferries', hubs: [], selection: {}, presentation }
  await service.deps.store.saveChannel(channel, NOW)
})
afterEach(() => service.close())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await service.app.request(path, { headers })
  return {
    status: response.status,
    etag: response.headers.get('etag') ?? '',
    modified: response.headers.get('last-modified'),
    text: await response.text(),
  }
}
const entriesOf = ({ text }: { readonly text: string }) =>
  parseFeed(new TextEncoder().encode(text)).entries
const idOf = (n: number) => `https://harbour.example/${n}`
const FORMATS = ['rss', 'atom', 'json']

describe('a removed article', () => {
  beforeEach(async () => {
    await service.deps.store.saveArticles(
      [1, 2, 3, 4, 5].map((n) => incoming(n)),
      NOW,
    )
    for (const format of FORMATS) await get(`/feeds/ferries.${format}`)
    const at = '2025-06-01T12:00:00Z'
    const correction = { at, note: 'By order of a court.' }
    await service.deps.store.editArticle(1, { status: 'removed', correction }, at)
  })

  it.each(['/feed', '/feeds/ferries', '/sources/the-harbour-post'])(
    'has a notice under its id in %s.rss and .json, and a tombstone in .atom',
    async (path) => {
      for (const format of ['rss', 'json']) {
        const notice = entriesOf(await get(`${path}.${format}`)).find(({ id }) => id === idOf(1))
        expect(notice?.content ?? notice?.summary).toContain(
          'Removed for legal reasons 2025-06-01: By order of a court.',
        )
        expect(notice).toMatchObject({ authors: [], enclosures: [] })
      }
      expect((await get(`${path}.atom`)).text).toMatch(
        /<at:deleted-entry [^>]*ref="https:\/\/harbour.example\/1" when="2025-06-01T12:00:00Z">/,
      )
      for (const format of FORMATS) {
        const { text } = await get(`${path}.${format}`)
        expect(text).not.toContain('ferry number 1 ')
        expect(text).not.toContain('timetable 1<')
      }
    },
  )

  it('is a tombstone in the archives of Atom, and nothing in the others', async () => {
    const more = [6, 7, 8].map((n) => incoming(n))
    await service.deps.store.saveArticles(more, '2025-06-02T12:00:00Z')
    for (const format of FORMATS) {
      const archived: string[] = []
      await get(`/feeds/ferries.${format}`)
      for (let n = 1; ; n++) {
        const { status, text } = await get(`/feeds/ferries/archive/1/${n}.${format}`)
        if (status !== 200) break
        archived.push(text)
      }
      expect(archived.length).toBeGreaterThan(1)
      expect(archived.join()).not.toContain('ferry number 1 ')
      const graves = archived.join().split('<at:deleted-entry').length - 1
      expect(graves).toBe(format === 'atom' ? 1 : 0)
    }
  })

  it('is told of until thirty days are over; then the document is another, of that moment', async () => {
    for (const format of FORMATS) {
      const path = `/feed.${format}`
      service.clock.ms = Date.parse('2025-06-01T12:00:00Z') + 30 * DAY - 1000
      const last = await get(path)
      expect(last.text).toContain(idOf(1))
      expect((await get(path, { 'if-none-match': last.etag })).status).toBe(304)
    }
    const before = await get('/feed.rss')
    service.clock.ms += 1000
    const after = await get('/feed.rss', { 'if-none-match': before.etag })
    expect(after.status).toBe(200)
    expect(after.etag).not.toBe(before.etag)
    expect(after.modified).toBe('Tue, 01 Jul 2025 12:00:00 GMT')
    for (const format of FORMATS)
      expect((await get(`/feed.${format}`)).text).not.toContain(`${idOf(1)}<`)
    service.clock.ms += 90 * DAY
    expect((await get('/feed.rss', { 'if-none-match': after.etag })).status).toBe(304)
  })

  it('is not told of on later pages and in searches', async () => {
    expect((await get('/feed.rss?q=timetable')).text).not.toContain('<title>Removed')
    const first = await get('/feed.json?limit=2')
    const { next_url } = JSON.parse(first.text)
    expect((await get(next_url)).text).not.toContain('"removed"')
  })
})

describe('an article under embargo', () => {
  const END = '2025-06-01T18:00:00Z'
  const end = () => {
    service.clock.ms = Date.parse(END)
  }
  beforeEach(async () => {
    await service.deps.store.saveArticles([incoming(9), incoming(1, { embargo: END })], NOW)
  })

  const PUBLIC = [
    ...FORMATS.flatMap((format) => [
      `/feed.${format}`,
      `/feeds/ferries.${format}`,
      `/sources/the-harbour-post.${format}`,
      `/feed.${format}?q=timetable`,
    ]),
    '/',
    '/search?q=timetable',
    '/sources/the-harbour-post',
    '/sitemap-news.xml',
  ]

  it('is in nothing before its end and in everything at its end, without anybody’s doing', async () => {
    const reads = { authorization: `Bearer ${await service.token('read')}` }
    for (const path of PUBLIC)
      expect((await get(path)).text, path).not.toMatch(/timetable 1\b|articles\/2\b/)
    expect((await get('/articles/2')).status).toBe(404)
    expect((await get('/api/articles/2', reads)).status).toBe(404)
    expect((await get('/api/articles', reads)).text).not.toContain('timetable 1"')

    service.clock.ms = Date.parse(END) - 1000
    expect((await get('/feed.rss')).text).not.toContain('timetable 1<')
    end()
    expect((await get('/articles/2')).status).toBe(200)
    expect((await get('/api/articles', reads)).text).toContain('timetable 1"')
    const feeds = PUBLIC.filter((path) => !path.startsWith('/sitemap'))
    for (const path of feeds)
      expect((await get(path)).text, path).toMatch(/timetable 1\b|articles\/2\b/)
  })

  it('makes the document another at its end, with that moment as its last change', async () => {
    const before = await get('/feed.atom')
    expect((await get('/feed.atom', { 'if-none-match': before.etag })).status).toBe(304)
    end()
    const after = await get('/feed.atom', { 'if-none-match': before.etag })
    expect(after).toMatchObject({ status: 200, modified: 'Sun, 01 Jun 2025 18:00:00 GMT' })
    expect(entriesOf(after)[0]).toMatchObject({ id: idOf(1) })
  })

  it('is told of by no delta before', async () => {
    await service.deps.store.saveArticles([incoming(8)], NOW)
    const held = await get('/feed.atom')
    await service.deps.store.saveArticles([incoming(7, { embargo: END }), incoming(6)], NOW)
    const delta = await get('/feed.atom', { 'if-none-match': held.etag, 'a-im': 'feed' })
    expect(delta.status).toBe(226)
    expect(delta.text).not.toContain(idOf(7))
    end()
    const released = await get('/feed.atom', { 'if-none-match': delta.etag, 'a-im': 'feed' })
    expect(entriesOf(released).map(({ id }) => id)).toEqual([idOf(7), idOf(1)])
  })

  it('is noticed by what tells subscribers and hubs', async () => {
    const watch = createWatch(service.deps, publisherOf(service.deps))
    await watch.look()
    end()
    await watch.look()
    expect((await service.deps.store.findArticle(2))?.article.status).toBe('published')
  })

  it('stands in the open block of the archive when it enters', async () => {
    await service.deps.store.saveArticles(
      [8, 7, 6, 5].map((n) => incoming(n)),
      NOW,
    )
    await get('/feeds/ferries.rss')
    end()
    expect(entriesOf(await get('/feeds/ferries.rss')).map(({ id }) => id)).toContain(idOf(1))
  })
})
