/** Logins of the operator go to the place that they were set for, and to no other; no word of them comes out anywhere. */

import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../../src/config.ts'
import { parseLogins } from '../../../src/ingest/logins.ts'
import { pollUpstream } from '../../../src/ingest/poll.ts'
import { openDoor, serve } from './loopback.ts'
import { item, pollDeps, rss, upstreamAt } from './polls.ts'

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const withLogin = (url: string, login = 'ada:h%40rb%3Aour') => url.replace('//', `//${login}@`)
const EXPECTED = basic('ada:h@rb:our')

describe('a login', () => {
  it('is sent to its origin, at its path and below', async () => {
    const server = await serve((_, response) => response.end('x'))
    const logins = parseLogins(
      `${withLogin(`${server.url}/feeds/news`)}, ${withLogin(`${server.url}/feeds/deep/`, 'bo:b')}`,
    )
    const door = openDoor([server.host], { logins })
    for (const path of ['/feeds/news', '/feeds/other', '/feeds/deep/1', '/feeds', '/', '/feedsx/'])
      await door(`${server.url}${path}`)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      EXPECTED,
      EXPECTED,
      basic('bo:b'),
      undefined,
      undefined,
      undefined,
    ])
  })

  it('goes along with no redirect to another place, nor over one that a request brings', async () => {
    const other = await serve((_, response) => response.end('x'))
    const server = await serve((request, response) => {
      const to = { '/a/1': '/a/2', '/a/2': '/b/3', '/b/3': `${other.url}/a/4` }[request.url ?? '']
      if (to) response.writeHead(302, { location: to }).end()
      else response.end('x')
    })
    const logins = parseLogins(withLogin(`${server.url}/a/`))
    const door = openDoor([server.host, other.host], { logins })
    await door(`${server.url}/a/1`)
    await door(`${server.url}/a/5`, { headers: { authorization: 'Bearer own' } })
    const sent = [...server.seen, ...other.seen].map(({ url, headers }) => [
      url,
      headers.authorization,
    ])
    expect(sent).toEqual([
      ['/a/1', EXPECTED],
      ['/a/2', EXPECTED],
      ['/b/3', undefined],
      ['/a/5', 'Bearer own'],
      ['/a/4', undefined],
    ])
  })

  it('reads a feed behind a password, and nothing of it is in what is stored', async () => {
    const server = await serve((request, response) =>
      request.headers.authorization === EXPECTED
        ? response.end(rss([item(1)]))
        : response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
    )
    const upstream = upstreamAt(`${server.url}/feed`)
    const without = await pollUpstream(upstream, await pollDeps([server.host]))
    expect(without.upstream.lastError).toContain('it asks for a password (CREDITLINE_LOGINS)')
    const logins = parseLogins(withLogin(server.url))
    const fetchDocument = openDoor([server.host], { logins })
    const outcome = await pollUpstream(upstream, await pollDeps([], { fetchDocument }))
    expect(outcome.articles).toHaveLength(1)
    expect(JSON.stringify(outcome)).not.toMatch(/h(?:@|%40)rb|YWRh/)
  })
})

describe('the setting', () => {
  it('is none by default, and takes several', () => {
    expect(loadConfig({}).logins).toEqual([])
    const set =
      'https://a:b@wire.example/x https://ü:p%C3%A9@press.example,\nhttp://c:d@[::1]:8080/'
    expect(loadConfig({ CREDITLINE_LOGINS: set }).logins).toEqual([
      { origin: 'https://wire.example', path: '/', authorization: basic('a:b') },
      { origin: 'https://press.example', path: '/', authorization: basic('ü:pé') },
      { origin: 'http://[::1]:8080', path: '/', authorization: basic('c:d') },
    ])
  })

  it.each([
    'https://wire.example/',
    'https://hush@wire.example/',
    'https://:hush@wire.example/',
    'ftp://ada:hush@wire.example/',
    'ada:hush@wire.example',
    'https://a%3Ab:hush@wire.example/',
    'https://ada:hush%E0%A4@wire.example/',
    'hush',
  ])('%s stops the start, and only its number is told', (wrong) => {
    const load = () => loadConfig({ CREDITLINE_LOGINS: `https://a:b@ok.example/ ${wrong}` })
    expect(load).toThrow(/^number 2 in CREDITLINE_LOGINS is no address/)
    expect(load).not.toThrow(/hush|ok\.example/)
  })
})
