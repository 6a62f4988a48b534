import { afterEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../../src/config.ts'
import { linksBelow } from '../../../src/http/base-path.ts'
import { incoming, NOW } from '../pages/sample.ts'
import { openService, type Service } from '../service.ts'

const BASE = 'https://example.org/news'
let service: Service
afterEach(() => service?.close())

const open = async () => {
  service = await openService({ CREDITLINE_BASE_URL: BASE })
  await service.deps.store.saveArticles(incoming(), NOW)
  return (path: string, init?: RequestInit) =>
    Promise.resolve(service.app.request(`http://127.0.0.1${path}`, init))
}

describe('a deployment below a path', () => {
  test('answers with the path and without it, for proxies of both kinds', async () => {
    const ask = await open()
    for (const path of ['/', '/feed.rss', '/articles/1', '/tags/islands.json', '/healthz'])
      for (const before of ['', '/news'])
        expect((await ask(before + path)).status, before + path).toBe(200)
    expect((await ask('/news')).status).toBe(200)
    expect((await ask('/newsroom')).status).toBe(404)
  })

  test('links to nothing outside of it', async () => {
    const ask = await open()
    for (const path of [
      '/',
      '/articles/1',
      '/articles/1/provenance',
      '/search?q=ferry',
      '/api',
      '/admin/sign-in',
      '/nowhere',
    ]) {
      const page = await (await ask(`/news${path}`, { headers: { accept: 'text/html' } })).text()
      const links = [...page.matchAll(/<[a-z][^>]*\s(?:href|src|action|formaction)="(\/[^"]*)"/g)]
      expect(links.length).toBeGreaterThan(3)
      for (const [, link] of links) expect(link).toMatch(/^\/news\//)
    }
  })

  test('every page that a page links to is there', async () => {
    const ask = await open()
    const page = await (await ask('/news/')).text()
    for (const [, link = ''] of page.matchAll(/href="(\/news\/[^"#]*)"/g))
      expect((await ask(link)).status, link).toBeLessThan(400)
  })

  test('feeds name their addresses there', async () => {
    const ask = await open()
    expect(await (await ask('/news/feed.atom')).text()).toContain(`href="${BASE}/feed.atom"`)
    const { feed_url } = JSON.parse(await (await ask('/news/feed.json')).text())
    expect(feed_url).toBe(`${BASE}/feed.json`)
  })

  test('the desk can be used: signing in, a form, and where they lead', async () => {
    const ask = await open()
    const toSignIn = await ask('/news/admin/review')
    expect(toSignIn.headers.get('location')).toBe('/news/admin/sign-in?next=%2Fadmin%2Freview')
    const answer = await ask('/news/admin/sign-in', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://example.org',
      },
      body: new URLSearchParams({ token: await service.token('admin'), next: '/admin/review' }),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/news/admin/review')
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const desk = await (await ask('/news/admin/review', { headers: { cookie } })).text()
    expect(desk).toMatch(/action="\/news\/admin\/articles\/\d+\/credits"/)
  })

  test('the API works below it', async () => {
    const ask = await open()
    const headers = { authorization: `Bearer ${await service.token('read')}` }
    const answer = await ask('/news/api/articles?limit=1', { headers })
    expect(answer.headers.get('link')).toContain(`<${BASE}/api/articles?`)
  })
})

test('what only looks like a link is left alone', () => {
  const html = '<p title="a">href="/x" &lt;a href="/y"></p><a href="//cdn.example/z" href="/q">'
  expect(linksBelow('/news', html)).toBe(
    '<p title="a">href="/x" &lt;a href="/y"></p><a href="//cdn.example/z" href="/news/q">',
  )
})

test('a path that begins as one of ours is refused', () => {
  for (const path of ['api', 'feeds/x', 'admin', 'a%20b'])
    expect(() => loadConfig({ CREDITLINE_BASE_URL: `https://example.org/${path}` })).toThrow(
      /CREDITLINE_BASE_URL/,
    )
  expect(loadConfig({ CREDITLINE_BASE_URL: `${BASE}/` }).baseUrl).toBe(BASE)
})
