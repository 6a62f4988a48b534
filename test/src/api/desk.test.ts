import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openService, type Service } from '../service.ts'
import { type Send, sender } from './client.ts'

const FEED = `<rss version="2.0"><channel><title>Harbour</title><link>https://harbour.example/</link>
<item><title>One</title><link>https://harbour.example/1</link><guid>https://harbour.example/1</guid><description>First.</description></item>
<item><title>Two</title><link>https://harbour.example/2</link><guid>https://harbour.example/2</guid><description>Second.</description></item>
</channel></rss>`

let service: Service
let send: Send
beforeEach(async () => {
  service = await openService(
    {},
    {
      fetchDocument: async (url) => ({
        url,
        status: url.endsWith('/feed.xml') ? 200 : 404,
        headers: new Headers({ 'content-type': 'application/rss+xml' }),
        body: new TextEncoder().encode(url.endsWith('/feed.xml') ? FEED : ''),
        redirects: [],
      }),
    },
  )
  send = sender(service, await service.token('admin'))
})
afterEach(() => service.close())

describe('upstreams', () => {
  const NEW = {
    url: 'https://harbour.example/feed.xml',
    publication: 'The Harbour Post',
    tags: ['sea'],
  }

  test('one that is added is polled on demand, and its articles are there', async () => {
    const added = await send('POST /upstreams', NEW)
    expect(added.status).toBe(201)
    expect(added.json).toMatchObject({ ...NEW, health: 'new', peer: false, private: false })
    const polled = await send(`POST /upstreams/${added.json.id}/poll`)
    expect(polled.json).toMatchObject({
      articles: 2,
      upstream: { health: 'healthy', title: 'Harbour' },
    })
    expect((await send('GET /articles')).json.articles).toHaveLength(2)
    expect((await send('GET /upstreams')).json.upstreams).toHaveLength(1)
  })

  test('those that are due, or these, are polled together; what fails is a result', async () => {
    await send('POST /upstreams', NEW)
    const { json } = await send('POST /upstreams', { url: 'https://gone.example/none.xml' })
    const all = await send('POST /poll', {})
    expect(all.json.more).toBe(false)
    expect(
      all.json.polled.map((p: { upstream: { health: string } }) => p.upstream.health).sort(),
    ).toEqual(['failing', 'healthy'])
    const one = await send('POST /poll', { upstreams: [json.id] })
    expect(one.json.polled).toMatchObject([{ upstream: { failures: 2, last_status: 404 } }])
    expect((await send('POST /poll', { upstreams: ['nobody'] })).status).toBe(404)
  })

  test('changing needs the version that was read; a poll does not change it', async () => {
    const { json, headers } = await send('POST /upstreams', NEW)
    const path = `/upstreams/${json.id}`
    const match = { 'if-match': headers.get('etag') ?? '' }
    await send(`POST ${path}/poll`)
    expect((await send(`GET ${path}`)).headers.get('etag')).not.toBe(null)
    expect((await send(`PATCH ${path}`, { paused: true })).status).toBe(428)
    expect((await send(`PATCH ${path}`, { paused: true }, { 'if-match': '"x"' })).status).toBe(412)
    const current = { 'if-match': (await send(`GET ${path}`)).headers.get('etag') ?? '' }
    const paused = await send(
      `PATCH ${path}`,
      { paused: true, publication: null, title: 'H' },
      current,
    )
    expect(paused.json).toMatchObject({ health: 'paused', title: 'H' })
    expect(paused.json.publication).toBeUndefined()
    expect((await send(`PATCH ${path}`, {}, match)).status).toBe(412)
    const again = { 'if-match': paused.headers.get('etag') ?? '' }
    expect((await send(`PATCH ${path}`, { paused: false }, again)).json.health).not.toBe('paused')
  })

  test('one that is removed leaves its articles, unless they are removed with it', async () => {
    for (const [articles, left] of [
      ['keep', 2],
      ['remove', 0],
    ] as const) {
      const { json } = await send('POST /upstreams', NEW)
      await send(`POST /upstreams/${json.id}/poll`)
      expect((await send(`DELETE /upstreams/${json.id}?articles=${articles}`)).status).toBe(204)
      expect((await send('GET /articles')).json.articles).toHaveLength(left)
      for (const { id } of (await send('GET /articles')).json.articles) {
        const { headers } = await send(`GET /articles/${id}`)
        await send(
          `PATCH /articles/${id}`,
          { status: 'withheld' },
          { 'if-match': headers.get('etag') ?? '' },
        )
      }
    }
  })

  test('one that is here already, and an address that may not be fetched, are refused', async () => {
    await send('POST /upstreams', NEW)
    expect((await send('POST /upstreams', NEW)).status).toBe(409)
    for (const url of ['http://127.0.0.1/feed', 'http://localhost/feed', 'http://10.0.0.1/'])
      expect((await send('POST /upstreams', { url })).json).toMatchObject({
        status: 403,
        code: 'refused',
      })
    expect((await send('POST /upstreams', { url: 'file:///etc/passwd' })).status).toBe(400)
  })

  test('only an admin sees them', async () => {
    const write = sender(service, await service.token('write'))
    expect((await write('GET /upstreams')).status).toBe(403)
    expect((await write('POST /poll', {})).status).toBe(403)
  })
})

describe('channels', () => {
  const NEW = {
    slug: 'sea',
    title: 'Sea',
    selection: { tag: 'sea', lang: 'en' },
    presentation: { size: 10 },
  }

  test('one that is made is published in three formats', async () => {
    const { status, json } = await send('POST /channels', NEW)
    expect(status).toBe(201)
    expect(json).toMatchObject({
      ...NEW,
      presentation: {
        size: 10,
        links: 'original',
        full_text: true,
        credit_paragraph: true,
        duplicates: 'merge',
      },
    })
    for (const url of Object.values<string>(json.feeds))
      expect((await service.app.request(new URL(url).pathname)).status).toBe(200)
    const slugs = (await send('GET /channels')).json.channels.map((c: { slug: string }) => c.slug)
    expect(slugs).toEqual(['all', 'sea'])
  })

  test('changing needs the version, removing is for good', async () => {
    const { headers } = await send('POST /channels', NEW)
    const match = { 'if-match': headers.get('etag') ?? '' }
    expect((await send('PUT /channels/sea', { title: 'Coast' })).status).toBe(428)
    const coast = await send('PUT /channels/sea', { title: 'Coast' }, match)
    expect(coast.json).toMatchObject({ title: 'Coast', selection: {}, presentation: { size: 50 } })
    expect((await send('PUT /channels/sea', { title: 'Shore' }, match)).status).toBe(412)
    expect((await send('DELETE /channels/sea')).status).toBe(204)
    expect((await send('GET /channels/sea')).status).toBe(404)
  })

  test('the channel of everything can be set, and set back', async () => {
    const { headers, json } = await send('GET /channels/all')
    expect(json.feeds.rss).toBe('https://desk.example/feed.rss')
    const match = { 'if-match': headers.get('etag') ?? '' }
    await send('PUT /channels/all', { title: 'All the news' }, match)
    expect(await (await service.app.request('/feed.rss')).text()).toContain('All the news')
    await send('DELETE /channels/all')
    expect((await send('GET /channels/all')).json.title).toBe('Creditline')
    expect((await send('POST /channels', { slug: 'all', title: 'A' })).status).toBe(409)
  })

  test('a name that is no slug is refused', async () => {
    for (const slug of ['A b', '../x', 'a.rss', '-', ''])
      expect((await send('POST /channels', { slug, title: 'A' })).status).toBe(400)
  })
})
