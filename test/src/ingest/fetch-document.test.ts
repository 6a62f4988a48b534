import type { ServerResponse } from 'node:http'
import zlib from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { createDoor } from '../../../src/ingest/fetch-document.ts'
import { policyOf } from '../../../src/ingest/guard.ts'
import type { TransportRequest } from '../../../src/ingest/transport.ts'
import { openDoor, serve } from './loopback.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const FEED = '<rss version="2.0"><channel><title>Harbour Post</title></channel></rss>'

describe('a request', () => {
  it('says who asks, and asks for a feed', async () => {
    const server = await serve((_, response) => response.end(FEED))
    const answer = await openDoor([server.host])(`${server.url}/feed`)
    expect(text(answer.body)).toBe(FEED)
    const { headers } = server.seen[0] ?? {}
    expect(headers?.['user-agent']).toBe('Creditline/0.1 (+https://reader.example)')
    expect(headers?.accept).toContain('application/rss+xml')
    expect(headers?.['accept-encoding']).toBe('gzip, br, deflate')
  })

  it('posts a body', async () => {
    const bodies: string[] = []
    const server = await serve(async (request, response) => {
      for await (const chunk of request) bodies.push(String(chunk))
      response.writeHead(202).end()
    })
    const answer = await openDoor([server.host])(server.url, { method: 'POST', body: 'hub.mode=x' })
    expect(answer.status).toBe(202)
    expect(bodies).toEqual(['hub.mode=x'])
  })

  it('gives any status as an answer, without the body of an error', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('no such page'))
    const answer = await openDoor([server.host])(server.url)
    expect(answer).toMatchObject({ status: 404, body: new Uint8Array() })
  })

  it('uses no proxy of the environment', async () => {
    const proxy = await serve((_, response) => response.end('proxied'))
    const server = await serve((_, response) => response.end(FEED))
    vi.stubEnv('HTTP_PROXY', proxy.url)
    vi.stubEnv('http_proxy', proxy.url)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    expect(text((await openDoor([server.host])(server.url)).body)).toBe(FEED)
    expect(proxy.seen).toHaveLength(0)
    vi.unstubAllEnvs()
  })
})

describe('the guard at connecting', () => {
  it('does not reach loopback by any name or number', async () => {
    const server = await serve((_, response) => response.end('secret'))
    const port = server.url.split(':')[2]
    const door = openDoor(['other.example'], { resolve: async () => ['127.0.0.1'] })
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', 'paper.example'])
      await expect(door(`http://${host}:${port}/`)).rejects.toMatchObject({ code: 'refused' })
    expect(server.seen).toHaveLength(0)
  })

  it('connects to the very address that was checked, on each new connection', async () => {
    const server = await serve((_, response) => {
      response.setHeader('connection', 'close')
      response.end(FEED)
    })
    const port = server.url.split(':')[2]
    const answers = [['127.0.0.1'], ['127.0.0.2']]
    const door = openDoor([`127.0.0.1/32`], { resolve: async () => answers.shift() ?? [] })
    const url = `http://paper.example:${port}/`
    await expect(door(url)).rejects.toMatchObject({ code: 'refused' }) // the port is not open
    const open = openDoor(['127.0.0.1/32', `paper.example:${port}`], {
      resolve: async () => answers.shift() ?? [],
    })
    expect((await open(url)).status).toBe(200)
    expect(server.seen).toHaveLength(1)
  })

  it('refuses a name when any of its addresses is private', async () => {
    const resolve = async () => ['93.184.216.34', '10.0.0.5']
    await expect(openDoor([], { resolve })('http://mixed.example/')).rejects.toThrow('10.0.0.5')
  })

  it('says that a name does not resolve', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('x'), { code: 'ENOTFOUND' })
    }
    await expect(openDoor([], { resolve })('http://gone.example/')).rejects.toThrow(
      'gone.example cannot be read: its name does not resolve',
    )
  })
})

describe('redirects', () => {
  it('follows five by hand, and tells each', async () => {
    const server = await serve((request, response) => {
      const n = Number(request.url?.slice(1))
      if (n === 5) response.end(FEED)
      else response.writeHead(n % 2 ? 301 : 302, { location: `/${n + 1}` }).end()
    })
    const answer = await openDoor([server.host])(`${server.url}/0`)
    expect(answer.url).toBe(`${server.url}/5`)
    expect(answer.redirects.map(({ status }) => status)).toEqual([302, 301, 302, 301, 302])
  })

  it('follows no sixth, and no circle', async () => {
    const server = await serve((request, response) => {
      const n = Number(request.url?.slice(1))
      const to = Number.isNaN(n) ? request.url : `/${n + 1}`
      response.writeHead(302, { location: to }).end()
    })
    const door = openDoor([server.host])
    await expect(door(`${server.url}/0`)).rejects.toThrow('redirects more than 5 times')
    expect(server.seen).toHaveLength(6)
    await expect(door(`${server.url}/again`)).rejects.toThrow('in a circle')
    expect(server.seen).toHaveLength(7)
  })

  it.each([
    'http://10.0.0.1/feed.xml',
    'http://[::ffff:127.0.0.1]/',
    'file:///etc/passwd',
    'https://ann:secret@paper.example/',
    '//169.254.169.254/latest/',
    'http://[',
  ])('refuses one to %s', async (location) => {
    const server = await serve((_, response) => response.writeHead(301, { location }).end())
    await expect(openDoor([server.host])(server.url)).rejects.toMatchObject({ code: 'refused' })
  })

  it('takes credentials to no other origin', async () => {
    const other = await serve((_, response) => response.end(FEED))
    const server = await serve((request, response) => {
      const to = request.url === '/' ? '/same' : other.url
      response.writeHead(302, { location: to }).end()
    })
    const headers = { authorization: 'Bearer x', cookie: 'a=b', 'if-none-match': '"v1"' }
    await openDoor([server.host, other.host])(`${server.url}/`, { headers })
    expect(server.seen[1]?.headers.authorization).toBe('Bearer x')
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization')
    expect(other.seen[0]?.headers).not.toHaveProperty('cookie')
  })

  it('repeats a POST after 307 alone', async () => {
    const server = await serve((request, response) => {
      const to = { '/a': 307, '/b': 303 }[request.url ?? '']
      if (to) response.writeHead(to, { location: request.url === '/a' ? '/b' : '/c' }).end()
      else response.end()
    })
    await openDoor([server.host])(`${server.url}/a`, { method: 'POST', body: 'x' })
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET'])
  })

  it('gives a redirect as an answer where none may be followed', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: '/b' }).end())
    expect((await openDoor([server.host])(server.url, { maxRedirects: 0 })).status).toBe(302)
  })
})

describe('bounds', () => {
  const packed = (coding: string, bytes: Uint8Array) => (response: ServerResponse) => {
    response.setHeader('content-encoding', coding)
    response.end(bytes)
  }
  const fetchFrom = async (answer: (response: ServerResponse) => void, maxBytes?: number) => {
    const server = await serve((_, response) => answer(response))
    return openDoor([server.host], { deadlineMs: 800, ...(maxBytes ? { maxBytes } : {}) })(
      server.url,
    )
  }

  it.each([
    ['gzip', zlib.gzipSync(FEED)],
    ['x-gzip', zlib.gzipSync(FEED)],
    ['br', zlib.brotliCompressSync(FEED)],
    ['deflate', zlib.deflateSync(FEED)],
    ['deflate', zlib.deflateRawSync(FEED)],
    ['gzip', Buffer.from(FEED)],
    ['identity', Buffer.from(FEED)],
  ])('reads one content coding: %s', async (coding, bytes) => {
    expect(text((await fetchFrom(packed(coding, bytes))).body)).toBe(FEED)
  })

  it.each([
    ['several codings', packed('gzip, gzip', zlib.gzipSync(zlib.gzipSync(FEED))), 'gzip, gzip'],
    ['an unknown coding', packed('zstd', Buffer.from(FEED)), 'zstd'],
    ['a cut-off coding', packed('gzip', zlib.gzipSync(FEED).subarray(0, 40)), 'broken or cut off'],
    ['a broken coding', packed('br', Buffer.from(FEED)), 'broken or cut off'],
  ])('refuses %s', async (_, answer, words) => {
    await expect(fetchFrom(answer)).rejects.toThrow(words)
  })

  it('stops a bomb at the decoded bytes', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(5 * 2 ** 20))
    await expect(fetchFrom(packed('gzip', bomb), 2 ** 22)).rejects.toMatchObject({
      code: 'too_large',
    })
    const small = zlib.gzipSync(Buffer.alloc(70_000))
    await expect(fetchFrom(packed('gzip', small), 65_536)).rejects.toMatchObject({
      code: 'too_large',
    })
  })

  it('stops an endless body at the wire bytes', async () => {
    const pad = Buffer.alloc(65_536)
    const endless = (response: ServerResponse) => {
      const more = () => {
        while (!response.destroyed && response.write(pad));
      }
      response.on('drain', more).on('error', () => {})
      more()
    }
    await expect(fetchFrom(endless, 100_000)).rejects.toMatchObject({ code: 'too_large' })
  })

  it('takes large bodies in turns, all of them', async () => {
    const server = await serve((_, response) => response.end(Buffer.alloc(2 ** 21)))
    const door = openDoor([server.host])
    const answers = await Promise.all(Array.from({ length: 9 }, () => door(server.url)))
    expect(answers.map(({ body }) => body.length)).toEqual(Array(9).fill(2 ** 21))
  })

  it.each([
    ['silence', () => {}],
    ['a body without end', (response: ServerResponse) => void response.write('<rss>')],
    [
      'headers without end',
      (response: ServerResponse) => void response.socket?.write('HTTP/1.1 200 OK\r\nX-A: b\r\n'),
    ],
  ])('gives %s one deadline', async (_, answer) => {
    await expect(fetchFrom(answer)).rejects.toThrow('did not answer in full within 0.8 seconds')
  })

  it('counts names that do not resolve into the deadline', async () => {
    const door = openDoor([], { deadlineMs: 50, resolve: () => new Promise(() => {}) })
    await expect(door('http://slow.example/')).rejects.toThrow('within 0.05 seconds')
  })

  it.each([
    ['too many headers', `${'X-A: bbbbbb\r\n'.repeat(6000)}\r\n`, 'too many header bytes'],
    ['a huge header', `X-A: ${'z'.repeat(90_000)}\r\n\r\n`, 'too many header bytes'],
    ['a body that is cut off', 'Content-Length: 900\r\n\r\n<rss>', 'broke the connection off'],
  ])('refuses %s', async (_, rest, words) => {
    const answer = (response: ServerResponse) =>
      void response.socket?.end(`HTTP/1.1 200 OK\r\n${rest}`)
    await expect(fetchFrom(answer)).rejects.toThrow(words)
  })

  it('refuses what is not HTTP', async () => {
    const answer = (response: ServerResponse) => void response.socket?.end('220 mail ready\r\n')
    await expect(fetchFrom(answer)).rejects.toThrow('not HTTP')
  })

  it('ends when it is told to', async () => {
    const server = await serve(() => {})
    const controller = new AbortController()
    const answer = openDoor([server.host])(server.url, { signal: controller.signal })
    controller.abort(new Error('stopping'))
    await expect(answer).rejects.toThrow('stopping')
  })
})

describe('a transport', () => {
  it('is given checked addresses alone', async () => {
    const asked: TransportRequest[] = []
    const door = createDoor({
      policy: policyOf([]),
      userAgent: 'x',
      transport: async (request) => {
        asked.push(request)
        return {
          status: 302,
          headers: new Headers({ location: 'http://127.0.0.1/' }),
          read: async () => new Uint8Array(),
          discard: () => {},
        }
      },
    })
    await expect(door('https://paper.example/')).rejects.toMatchObject({ code: 'refused' })
    expect(asked.map(({ url }) => url.href)).toEqual(['https://paper.example/'])
  })
})
