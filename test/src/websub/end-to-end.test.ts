import { describe, expect, it } from 'vitest'
import { newUpstream } from '../../../src/ingest/new-upstream.ts'
import { pollAll } from '../../../src/ingest/polling.ts'
import { type LiveService, openLive, openSubscriber } from './services.ts'

async function follow(reader: LiveService, url: string) {
  const upstream = newUpstream({ url: new URL(url) }, reader.deps)
  await reader.deps.store.addUpstream(upstream)
  const { baseUrl } = reader.deps.config
  await pollAll([upstream], { ...reader.deps, baseUrl, chance: () => 0.5 })
  return upstream.id
}

const titles = async ({ deps }: LiveService) =>
  (await deps.store.listArticles({}, { limit: 50 })).articles.map(({ article }) => article.title)

describe('one service follows another', () => {
  it.each(['rss', 'atom', 'json'])(
    'by /feed.%s: an article arrives without polling',
    async (format) => {
      const publisher = await openLive()
      await publisher.publish('First')
      const reader = await openLive()
      const id = await follow(reader, `${publisher.url}/feed.${format}`)
      await reader.run()
      await publisher.run()
      const upstream = await reader.deps.store.findUpstream(id)
      expect(upstream?.push?.until).toBe('2025-06-11T12:00:00Z')
      publisher.pass(60)
      await publisher.publish('Second', {
        credits: [{ name: 'Ada Quill', kind: 'person', role: 'author' }],
      })
      await publisher.run()
      expect((await titles(reader)).sort()).toEqual(['First', 'Second'])
      expect((await reader.deps.store.findUpstream(id))?.lastPollAt).toBe(upstream?.lastPollAt)
      const { articles } = await reader.deps.store.listArticles(
        { person: 'ada-quill' },
        { limit: 9 },
      )
      expect(articles.map(({ article }) => article.title)).toEqual(['Second'])
    },
  )

  it('of a whole chain, each tells the next', async () => {
    const first = await openLive()
    await first.publish('One')
    const second = await openLive()
    await follow(second, `${first.url}/feed.atom`)
    const third = await openLive()
    await follow(third, `${second.url}/feed.json`)
    for (const service of [second, first, third, second]) await service.run()
    await first.publish('Two')
    for (const service of [first, second, third]) {
      service.pass(30)
      await service.run()
    }
    expect((await titles(third)).sort()).toEqual(['One', 'Two'])
  })
})

describe('a feed', () => {
  it('names our hub and itself, in the document and in the header', async () => {
    const { app, url } = await openLive()
    const rss = await app.request('/feed.rss')
    expect(rss.headers.get('link')).toBe(`<${url}/hub>; rel="hub", <${url}/feed.rss>; rel="self"`)
    expect(await rss.text()).toContain(`<atom:link rel="hub" href="${url}/hub"`)
    expect(await (await app.request('/feed.atom')).text()).toContain(`rel="hub" href="${url}/hub"`)
    const json = (await (await app.request('/feed.json')).json()) as { hubs: unknown }
    expect(json.hubs).toEqual([{ type: 'WebSub', url: `${url}/hub` }])
  })

  it('with a query names no hub: nobody would be told of it', async () => {
    const { app, url } = await openLive()
    const answer = await app.request('/feed.rss?limit=5')
    expect(answer.headers.get('link')).toBe(`<${url}/feed.rss?limit=5>; rel="self"`)
    expect(await answer.text()).not.toContain('rel="hub"')
  })

  it('of a channel names its other hubs too, and pings them when it has changed', async () => {
    const outside = await openSubscriber((_, response) => response.writeHead(204).end())
    const service = await openLive()
    const hubs = [`${outside.url}/hub`]
    await service.deps.store.saveChannel(
      {
        slug: 'harbour',
        title: 'Harbour',
        hubs,
        selection: {},
        presentation: {
          links: 'original',
          fullText: true,
          creditParagraph: true,
          duplicates: 'show',
          size: 10,
        },
      },
      '2025-06-01T12:00:00Z',
    )
    const answer = await service.app.request('/feeds/harbour.rss')
    expect(answer.headers.get('link')).toContain(`<${hubs[0]}>; rel="hub"`)
    const pinged = () =>
      outside
        .told()
        .map(({ body }) => new URLSearchParams(body.toString()))
        .map((form) => [form.get('hub.mode'), form.get('hub.url'), form.get('hub.topic')])
        .sort()
    const each = ['atom', 'json', 'rss'].map((format) => {
      const url = `${service.url}/feeds/harbour.${format}`
      return ['publish', url, url]
    })
    await service.run()
    expect(pinged()).toEqual(each)
    await service.run()
    expect(pinged()).toEqual(each)
    service.pass(60)
    await service.publish('News')
    await service.run()
    expect(pinged()).toEqual([...each, ...each].sort())
  })
})
