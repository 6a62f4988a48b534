/** The main job end to end: a saved article goes in, three feeds come out, and a second store that reads them loses nothing. */

import { getRequestListener } from '@hono/node-server'
import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../feeds/dialects/index.ts'
import type { FormatName } from '../../feeds/formats/index.ts'
import type { Entry } from '../../feeds/model/entry.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { importDocuments } from '../../src/import/documents.ts'
import { readAnyDocument } from '../../src/import/files.ts'
import { createPolling } from '../../src/ingest/polling.ts'
import { openDoor, serve } from './ingest/loopback.ts'
import { openService, type Service } from './service.ts'

const ARTICLE = `# Ferry Talks Resume in Port Amsel

March 3, 2025



Transport Minister Lena Hartwig at the quay. **Ministry of Transport / flickr**

Talks between the two ferry lines [resumed](#) on Monday after a week of silence, the harbour office said.

**Related article:** [Ferry Lines to Meet Again, Mediator Says](#)

Neither side commented on the length of the meeting, which ended shortly before midnight.

*Reuters and AFP contributed reporting.*

Original url:

<https://www.harbour-gazette.example/2025/03/03/ferry-talks-resume-a1201>`

const URL_OF_ORIGINAL = 'https://www.harbour-gazette.example/2025/03/03/ferry-talks-resume-a1201'

const importArticle = (service: Service, text = ARTICLE) =>
  importDocuments(
    [{ path: 'ferry.md', text }],
    {},
    { ...service.deps, readDocument: readAnyDocument },
  )

const FORMATS: readonly FormatName[] = ['rss', 'atom', 'json']

const feedOf = async (service: Service, path: string) => {
  const response = await service.app.request(path)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const onlyEntry = (bytes: Uint8Array): Entry => {
  const { entries } = parseFeed(bytes)
  expect(entries).toHaveLength(1)
  return entries[0] as Entry
}

describe('a saved article', () => {
  it('is read whole, and credits both agencies', async () => {
    const service = await openService()
    expect(await importArticle(service)).toMatchObject([
      { outcome: 'added', title: 'Ferry Talks Resume in Port Amsel' },
    ])
    const stored = await service.deps.store.findArticle(1)
    expect(stored?.article).toMatchObject({
      title: 'Ferry Talks Resume in Port Amsel',
      published: '2025-03-03',
      canonicalUrl: URL_OF_ORIGINAL,
      publication: { name: 'www.harbour-gazette.example' },
      creditText: ['Reuters and AFP contributed reporting.'],
      media: [
        {
          caption: 'Transport Minister Lena Hartwig at the quay.',
          creditText: 'Ministry of Transport / flickr',
        },
      ],
      related: [{ title: 'Ferry Lines to Meet Again, Mediator Says' }],
    })
    expect(stored?.article.credits.map(({ name, kind, role }) => [name, kind, role])).toEqual([
      ['Reuters', 'organization', 'contributed'],
      ['AFP', 'organization', 'contributed'],
      ['Ministry of Transport', 'organization', 'photo'],
    ])
    service.close()
  })

  it('changes nothing when imported again, and updates when edited', async () => {
    const service = await openService()
    await importArticle(service)
    const before = await service.deps.store.findSelectionState({})
    expect(await importArticle(service)).toMatchObject([{ outcome: 'unchanged' }])
    expect(await service.deps.store.findSelectionState({})).toEqual(before)
    const edited = ARTICLE.replace('shortly before midnight', 'at dawn')
    expect(await importArticle(service, edited)).toMatchObject([{ outcome: 'updated' }])
    expect((await service.deps.store.findSelectionState({})).seq).toBeGreaterThan(before.seq)
    service.close()
  })

  it('stands in every format with its credits, once, and the original as its link', async () => {
    const service = await openService()
    await importArticle(service)
    for (const format of FORMATS) {
      const bytes = await feedOf(service, `/feed.${format}`)
      const entry = onlyEntry(bytes)
      const text = new TextDecoder().decode(bytes)
      expect(entry.link).toBe(URL_OF_ORIGINAL)
      if (format !== 'json')
        expect(entry.contributors.map(({ name }) => name)).toEqual(['Reuters', 'AFP'])
      expect(entry.content?.match(/Reuters and AFP contributed reporting/g)).toHaveLength(1)
      expect(entry.content).toContain('Transport Minister Lena Hartwig at the quay.')
      expect(JSON.parse(entry.record ?? '{}')).toMatchObject({
        canonical_url: URL_OF_ORIGINAL,
        published: { value: '2025-03-03', precision: 'day' },
        credit_text: ['Reuters and AFP contributed reporting.'],
      })
      expect(text).not.toMatch(/<author>[^<]*<\/author>|<media:content/)
    }
    expect(onlyEntry(await feedOf(service, '/feed.rss')).published).toBe('2025-03-03T12:00:00Z')
    service.close()
  })
})

describe('validators', () => {
  it('answer 304 to what the client holds, before and after it changed', async () => {
    const service = await openService()
    await importArticle(service)
    const first = await service.app.request('/feed.rss')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"\d+-[0-9a-f]+"$/)
    expect(first.headers.get('last-modified')).toBe('Sun, 01 Jun 2025 12:00:00 GMT')
    const again = await service.app.request('/feed.rss', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    service.clock.ms += 60_000
    await importArticle(service, ARTICLE.replace('at the quay', 'on the quay'))
    const changed = await service.app.request('/feed.rss', { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('last-modified')).toBe('Sun, 01 Jun 2025 12:01:00 GMT')
    service.close()
  })

  it('let HEAD tell the same as GET', async () => {
    const service = await openService()
    await importArticle(service)
    const get = await service.app.request('/feed.atom')
    const head = await service.app.request('/feed.atom', { method: 'HEAD' })
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
    expect(await head.text()).toBe('')
    service.close()
  })
})

describe('a second store that polls the first as a peer', () => {
  it.each(FORMATS)('publishes an equal record but for one more hop (%s)', async (format) => {
    const first = await openService()
    await importArticle(first)
    const upstream = await serve(getRequestListener(first.app.fetch))
    const second = await openService({ CREDITLINE_BASE_URL: 'https://second.example' })
    await poll(second, `${upstream.url}/feed.${format}`, upstream.host)
    for (const published of FORMATS) {
      const sent = JSON.parse(onlyEntry(await feedOf(first, `/feed.${format}`)).record ?? '{}')
      const { via, ...kept } = JSON.parse(
        onlyEntry(await feedOf(second, `/feed.${published}`)).record ?? '{}',
      )
      expect(kept).toEqual(sent)
      expect(via).toMatchObject([{ feed_url: `${upstream.url}/feed.${format}` }])
    }
    first.close()
    second.close()
  })

  it('writes nothing when nothing changed', async () => {
    const first = await openService()
    await importArticle(first)
    const upstream = await serve(getRequestListener(first.app.fetch))
    const second = await openService({ CREDITLINE_BASE_URL: 'https://second.example' })
    const url = `${upstream.url}/feed.rss`
    await poll(second, url, upstream.host)
    const before = await second.deps.store.findSelectionState({})
    await poll(second, url, upstream.host)
    expect(upstream.seen).toHaveLength(2)
    expect(upstream.seen[1]?.headers['if-none-match']).toMatch(/^"/)
    expect((await second.deps.store.findUpstream(url))?.lastStatus).toBe(304)
    expect(await second.deps.store.findSelectionState({})).toEqual(before)
    first.close()
    second.close()
  })
})

async function poll({ deps }: Service, url: string, host: string): Promise<void> {
  const upstream: Upstream = {
    id: 'first',
    url,
    peer: true,
    private: false,
    tags: [],
    health: 'new',
    nextPollAt: '1970-01-01T00:00:00Z',
    failures: 0,
    movedSeen: 0,
    addedAt: '2025-06-01T00:00:00Z',
  }
  const known = await deps.store.findUpstream(url)
  if (!known) await deps.store.addUpstream(upstream)
  const polling = createPolling(
    { ...deps, baseUrl: deps.config.baseUrl, fetchDocument: openDoor([host]), chance: () => 0.5 },
    {
      onStoreFailure: (error) => {
        throw error
      },
    },
  )
  polling.add([known ?? upstream])
  polling.advance()
  await polling.drained()
}

describe('a delta (RFC 3229)', () => {
  const ask = (service: Service, path: string, etag: string) =>
    service.app.request(path, { headers: { 'a-im': 'feed', 'if-none-match': etag } })
  const second = ARTICLE.replace('Ferry Talks Resume', 'Ferry Talks End').replace('a1201', 'a1202')

  it.each(FORMATS)(
    'holds only what changed since the copy that the client has (%s)',
    async (format) => {
      const service = await openService()
      await importArticle(service)
      const etag = (await service.app.request(`/feed.${format}`)).headers.get('etag') ?? ''
      expect((await ask(service, `/feed.${format}`, etag)).status).toBe(304)
      service.clock.ms += 60_000
      await importDocuments(
        [{ path: 'end.md', text: second }],
        {},
        { ...service.deps, readDocument: readAnyDocument },
      )
      const delta = await ask(service, `/feed.${format}`, etag)
      expect([delta.status, delta.headers.get('im')]).toEqual([226, 'feed'])
      expect(delta.headers.get('cache-control')).toContain('private')
      expect(delta.headers.get('vary')).toBe('Accept-Encoding, A-IM, If-None-Match')
      const entry = onlyEntry(new Uint8Array(await delta.arrayBuffer()))
      expect(entry.title).toBe('Ferry Talks End in Port Amsel')
      const whole = await service.app.request(`/feed.${format}`)
      expect(delta.headers.get('etag')).toBe(whole.headers.get('etag'))
      service.close()
    },
  )

  it('tells in Atom what is gone, and sends the whole document where the format cannot', async () => {
    const service = await openService()
    await importArticle(service)
    const etags = await Promise.all(
      FORMATS.map(
        async (format) => (await service.app.request(`/feed.${format}`)).headers.get('etag') ?? '',
      ),
    )
    await service.deps.store.editArticle(1, { status: 'removed' }, '2025-06-01T12:05:00Z')
    const [rss, atom, json] = await Promise.all(
      FORMATS.map((format, index) => ask(service, `/feed.${format}`, etags[index] ?? '')),
    )
    expect([rss?.status, atom?.status, json?.status]).toEqual([200, 226, 200])
    const { tombstones, entries } = parseFeed(
      new Uint8Array((await atom?.arrayBuffer()) ?? new ArrayBuffer(0)),
    )
    expect(entries).toEqual([])
    expect(tombstones).toMatchObject([{ ref: URL_OF_ORIGINAL, when: '2025-06-01T12:05:00Z' }])
    service.close()
  })

  it('is the whole document for a copy of another format or setting', async () => {
    const service = await openService()
    await importArticle(service)
    const etag = (await service.app.request('/feed.rss')).headers.get('etag') ?? ''
    await importDocuments(
      [{ path: 'end.md', text: second }],
      {},
      { ...service.deps, readDocument: readAnyDocument },
    )
    expect((await ask(service, '/feed.atom', etag)).status).toBe(200)
    service.close()
  })
})
