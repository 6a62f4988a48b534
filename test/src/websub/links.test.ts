import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hubsOf, ownHub } from '../../../src/websub/hubs.ts'
import { findHub, linkHeader, selfIn } from '../../../src/websub/links.ts'

const answer = (link: string) => ({
  headers: new Headers({ link }),
  url: 'https://paper.example/feed/',
})

describe('links', () => {
  it.each([
    ['<https://hub.example/>; rel="hub", <https://paper.example/rss>; rel="self"', '/rss'],
    ['<https://hub.example/>;rel=hub,<../rss>;rel=self', '/rss'],
    ['<https://hub.example/>; title="a, b"; rel="preconnect hub", <rss>; rel="SELF"', '/feed/rss'],
  ])('%s', (header, path) => {
    expect(findHub(answer(header))).toEqual({
      hub: 'https://hub.example/',
      topic: `https://paper.example${path}`,
    })
  })

  it.each([
    '<ftp://hub.example/>; rel="hub"',
    'https://hub.example/; rel="hub"',
    '<https://hub.example/>; rel="hubs"',
    '<https://hub.example/>',
    '<javascript:alert(1)>; rel=hub',
  ])('%s names no hub', (header) => {
    expect(findHub(answer(header))).toBeUndefined()
  })

  it('are read as they are written', () => {
    const links = { self: 'https://a.example/feed.rss', hubs: ['https://a.example/hub'] }
    const { headers, url } = answer(linkHeader(links))
    expect(findHub({ headers, url })).toEqual({ hub: links.hubs[0], topic: links.self })
    expect(selfIn({ headers, url })).toBe(links.self)
  })

  it('of any header throw nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...'<>;,="/ relhubsf:http.\t\\') })
    fc.assert(
      fc.property(text, (link) => {
        const found = findHub(answer(link.trim()))
        if (found) expect(new URL(found.hub).protocol).toMatch(/^https?:$/)
      }),
    )
  })
})

describe('our own hub', () => {
  const at = (baseUrl: string, baseUrlIsSet: boolean) => ownHub({ baseUrl, baseUrlIsSet })

  it('stands where somebody said that we are, or on loopback', () => {
    expect(at('https://news.example/desk', true)).toBe('https://news.example/desk/hub')
    expect(at('http://127.0.0.1:3000', false)).toBe('http://127.0.0.1:3000/hub')
    expect(at('http://[::1]:3000', false)).toBe('http://[::1]:3000/hub')
    expect(at('http://0.0.0.0:3000', false)).toBeUndefined()
    expect(at('http://192.168.1.7:3000', false)).toBeUndefined()
  })

  it('is named first, and each hub once', () => {
    const hubs = ['https://hub.example', 'https://hub.example/', 'https://news.example/hub', 'no']
    expect(hubsOf({ hubs }, { baseUrl: 'https://news.example', baseUrlIsSet: true })).toEqual([
      'https://news.example/hub',
      'https://hub.example/',
    ])
  })
})
