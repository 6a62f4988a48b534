import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { incoming, NOW } from '../pages/sample.ts'
import { openService, type Service } from '../service.ts'

let service: Service
beforeEach(async () => {
  service = await openService({}, { compressPages: true })
  await service.deps.store.saveArticles(incoming(), NOW)
})
afterEach(() => service.close())

const ask = async (path: string, headers: Record<string, string> = {}) =>
  service.app.request(path, { headers: { 'accept-encoding': 'gzip, br', ...headers } })

describe('what is compressed', () => {
  test('pages, the style sheet, lists for programs and JSON, where gzip is taken', async () => {
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(
      await (await ask('/', { 'accept-encoding': '' })).text(),
    )
    for (const path of [
      '/',
      '/articles/1',
      sheet?.[1] ?? '',
      '/opml.xml',
      '/api/openapi.json',
      '/api',
    ]) {
      const answer = await ask(path)
      expect(answer.headers.get('content-encoding'), path).toBe('gzip')
      expect(answer.headers.get('vary'), path).toContain('Accept-Encoding')
      const plain = await ask(path, { 'accept-encoding': 'identity' })
      expect(plain.headers.get('content-encoding'), path).toBeNull()
      expect(plain.headers.get('vary'), path).toContain('Accept-Encoding')
      const text = await plain.text()
      expect(gunzipSync(await answer.arrayBuffer()).toString(), path).toBe(text)
    }
  })

  test('each coding has an ETag of its own, and both are current', async () => {
    const coded = (await ask('/articles/1')).headers.get('etag') ?? ''
    const plain = (await ask('/articles/1', { 'accept-encoding': '' })).headers.get('etag') ?? ''
    expect(coded).toBe(plain.replace(/"$/, '-gzip"'))
    for (const etag of [coded, plain]) {
      const answer = await ask('/articles/1', { 'if-none-match': etag })
      expect(answer.status).toBe(304)
      expect(answer.headers.get('etag')).toBe(etag)
      expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    }
  })

  test('not what is small, and not twice: feeds come compressed already', async () => {
    expect((await ask('/robots.txt')).headers.get('content-encoding')).toBeNull()
    expect(await (await ask('/robots.txt')).text()).toContain('Sitemap')
    const feed = await ask('/feed.rss')
    expect(gunzipSync(await feed.arrayBuffer()).toString()).toMatch(/^<\?xml/)
    expect(feed.headers.get('vary')).toBe('Accept-Encoding, A-IM')
  })

  test('not the desk, whose pages hold the session’s secret beside what others wrote', async () => {
    const answer = await ask('/admin/sign-in')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-encoding')).toBeNull()
  })

  test('a HEAD tells what a GET would', async () => {
    const head = await service.app.request('/', {
      method: 'HEAD',
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(head.headers.get('content-encoding')).toBe('gzip')
    expect(await head.text()).toBe('')
  })
})
