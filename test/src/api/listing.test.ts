import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openService, type Service } from '../service.ts'
import { type Send, sender } from './client.ts'
import { FERRY } from './ferry.ts'

let service: Service
let send: Send
beforeEach(async () => {
  service = await openService()
  send = sender(service, await service.token('write'))
})
afterEach(() => service.close())

describe('listing', () => {
  beforeEach(async () => {
    for (let day = 1; day <= 9; day++)
      await send('POST /articles', {
        ...FERRY,
        id: `urn:example:${day}`,
        url: `https://harbour.example/${day}`,
        title: `Story ${day}`,
        published: `2025-05-0${day}`,
        tags: [day % 2 ? 'odd' : 'even'],
      })
  })
  const titles = ({ json }: Awaited<ReturnType<Send>>) =>
    json.articles.map((article: { title: string }) => Number(article.title.slice(6)))

  test('pages follow by cursor and by Link, newest first, none twice', async () => {
    const seen: number[] = []
    let path: string | undefined = '/articles?limit=4&tag=odd'
    while (path) {
      const page = await send(`GET ${path}`)
      seen.push(...titles(page))
      const link = /^<https:\/\/desk\.example\/api(.+)>; rel="next"$/.exec(
        page.headers.get('link') ?? '',
      )
      expect(Boolean(link)).toBe(page.json.next !== undefined)
      path = link?.[1]
    }
    expect(seen).toEqual([9, 7, 5, 3, 1])
  })

  test('the parameters are those of feeds', async () => {
    expect(titles(await send('GET /articles?since=2025-05-07&until=2025-05-09'))).toEqual([8, 7])
    expect(titles(await send('GET /articles?agency=reuters&limit=1'))).toEqual([9])
    expect(titles(await send('GET /articles?person=anna-berger&role=author&limit=2'))).toEqual([
      9, 8,
    ])
    expect(titles(await send('GET /articles?source=nowhere&source=elsewhere'))).toEqual([])
  })

  test('bodies are in no list', async () => {
    const { json } = await send('GET /articles?limit=1')
    expect(json.articles[0].body_html).toBeUndefined()
  })

  test('search finds by text, and needs something to look for', async () => {
    const found = await send('GET /search?q=quay&limit=2')
    expect(found.json.articles).toHaveLength(2)
    expect((await send('GET /search')).status).toBe(400)
    expect((await send('GET /search?q=%20')).status).toBe(400)
  })
})
