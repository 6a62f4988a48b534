import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { discoverFeeds } from '../../../src/ingest/discover.ts'
import { openDoor, serve } from './loopback.ts'
import { item, rss } from './polls.ts'

const NEWS = rss([item(1), item(2)])
const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>Harbour</title>${head}</head><body>${body}</body></html>`
const link = (href: string, more = '') =>
  `<link rel="alternate" type="application/rss+xml" href="${href}"${more}>`
const other = rss([item(7), item(8)]).replace('Harbour Post', 'Comments')

/** Serves pages by path. */
function site(
  pages: Record<
    string,
    string | { body: string; headers?: Record<string, string>; to?: string; status?: number }
  >,
): RequestListener {
  return (request, response) => {
    const found = pages[request.url ?? '']
    if (found === undefined) return response.writeHead(404).end()
    if (typeof found === 'string') return response.end(found)
    if (found.to) return response.writeHead(found.status ?? 301, { location: found.to }).end()
    return response.writeHead(200, found.headers).end(found.body)
  }
}

async function discover(pages: Parameters<typeof site>[0], path = '/') {
  const server = await serve(site(pages))
  const feeds = await discoverFeeds(`${server.url}${path}`, openDoor([server.host]))
  return {
    server,
    feeds: feeds.map((feed) => ({ ...feed, url: feed.url.replace(server.url, '') })),
  }
}

describe('discoverFeeds', () => {
  it('takes the address of a feed', async () => {
    const { feeds } = await discover({ '/': NEWS })
    expect(feeds).toMatchObject([
      { url: '/', title: 'Harbour Post', dialect: 'rss 2.0', entries: 2, by: 'its own address' },
    ])
  })

  it('finds link elements, relative to base', async () => {
    const { feeds } = await discover({
      '/': page(`<base href="/news/">${link('feed.xml', ' title="All &amp; more"')}`),
      '/news/feed.xml': NEWS,
    })
    expect(feeds).toMatchObject([{ url: '/news/feed.xml', by: 'link element' }])
  })

  it('finds Link headers', async () => {
    const { feeds } = await discover({
      '/': {
        body: page(''),
        headers: {
          link: '</style.css>; rel=preload, </feed>; rel="alternate"; type="application/atom+xml"; title="a, b"',
        },
      },
      '/feed': NEWS,
    })
    expect(feeds).toMatchObject([{ url: '/feed', by: 'link header' }])
  })

  it('finds links that look like feeds, and well-known paths, where a page declares none', async () => {
    const { feeds } = await discover({
      '/': page('', '<a href="/x/rss.xml">RSS</a>'),
      '/x/rss.xml': NEWS,
    })
    expect(feeds).toMatchObject([{ url: '/x/rss.xml', by: 'link in the page' }])
    const { feeds: below } = await discover(
      { '/blog/': page(''), '/blog/atom.xml': NEWS },
      '/blog/',
    )
    expect(below).toMatchObject([{ url: '/blog/atom.xml', by: 'well-known path' }])
    const { feeds: root } = await discover({ '/blog/': page(''), '/feed': NEWS }, '/blog/')
    expect(root).toMatchObject([{ url: '/feed' }])
  })

  it('offers each feed of a site once, comments last', async () => {
    const { feeds } = await discover({
      '/': page(link('/comments.xml') + link('/feed.xml') + link('/feed.json') + link('/gone.xml')),
      '/comments.xml': other,
      '/feed.xml': NEWS,
      '/feed.json': JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour Post',
        items: [1, 2].map((n) => ({ id: `${n}`, url: `https://harbour.example/${n}` })),
      }),
    })
    expect(feeds.map(({ url }) => url)).toEqual(['/feed.xml', '/comments.xml'])
    expect(feeds[0]?.sameAs).toHaveLength(1)
  })

  it('is empty where there is nothing', async () => {
    expect((await discover({ '/': page('') })).feeds).toEqual([])
  })

  it('keeps an address that only redirects for now, and takes on one that is permanent', async () => {
    const temporary = await discover(
      { '/f': { to: '/g', status: 302, body: '' }, '/g': NEWS },
      '/f',
    )
    expect(temporary.feeds[0]?.url).toBe('/f')
    const permanent = await discover({ '/f': { to: '/g', body: '' }, '/g': NEWS }, '/f')
    expect(permanent.feeds[0]?.url).toBe('/g')
  })

  it('follows the self link only to the same feed', async () => {
    const self = (path: string) =>
      `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${path}"/>`
    const same = await discover({ '/a': rss([item(1), item(2)], self('/b')), '/b': NEWS }, '/a')
    expect(same.feeds).toMatchObject([{ url: '/b', by: 'self link' }])
    const foreign = await discover({ '/a': rss([item(1)], self('/b')), '/b': other }, '/a')
    expect(foreign.feeds[0]?.url).toBe('/a')
    const dead = await discover({ '/a': rss([item(1)], self('http://10.0.0.1/')) }, '/a')
    expect(dead.feeds[0]?.url).toBe('/a')
  })

  it('asks no address that a page made up to reach inside', async () => {
    const inside = await serve((_, response) => response.end(NEWS))
    const server = await serve(
      site({ '/': page(link(inside.url) + link('http://169.254.169.254/')) }),
    )
    expect(await discoverFeeds(server.url, openDoor([server.host]))).toEqual([])
    expect(inside.seen).toHaveLength(0)
  })

  it('says what an address answered', async () => {
    await expect(discover({}, '/none')).rejects.toThrow('answered 404; check the address')
  })
})
