import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openService, type Service } from '../service.ts'
import { type Send, sender } from './client.ts'

let service: Service
let send: Send
beforeEach(async () => {
  service = await openService()
  send = sender(service, await service.token('write'))
})
afterEach(() => service.close())

describe('repeating', () => {
  const KEY = { 'idempotency-key': '"0b7c"' }
  const PLAIN = { title: 'A', body_html: '<p>Without id and URL.</p>' }

  test('a request with the same key is done once, and answered alike', async () => {
    const first = await send('POST /articles', PLAIN, KEY)
    const second = await send('POST /articles', PLAIN, KEY)
    expect(second.status).toBe(201)
    expect(second.text).toBe(first.text)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect((await send('GET /articles')).json.articles).toHaveLength(1)
    await send('POST /articles', PLAIN)
    expect((await send('GET /articles')).json.articles).toHaveLength(2)
  })

  test('of many at once one is done, the others wait for it', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('POST /articles', PLAIN, KEY)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect((await send('GET /articles')).json.articles).toHaveLength(1)
  })

  test('the key for another request is refused, and is free again for another token or day', async () => {
    await send('POST /articles', PLAIN, KEY)
    expect((await send('POST /articles', { ...PLAIN, title: 'B' }, KEY)).status).toBe(422)
    const other = sender(service, await service.token('write'))
    expect((await other('POST /articles', { ...PLAIN, title: 'B' }, KEY)).status).toBe(201)
    service.clock.ms += 86_400_000
    expect((await send('POST /articles', { ...PLAIN, title: 'C' }, KEY)).status).toBe(200)
  })

  test('a request whose answer is too long to be kept makes one article as well', async () => {
    const long = { ...PLAIN, body_html: `<p>${'word '.repeat(150_000)}</p>` }
    const first = await send('POST /articles', long, KEY)
    const second = await send('POST /articles', long, KEY)
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.json.id).toBe(first.json.id)
  })

  test('a failure is not kept: mended, the request can be sent with the same key', async () => {
    expect((await send('POST /articles', { ...PLAIN, body_html: '<p></p>' }, KEY)).status).toBe(400)
    expect((await send('POST /articles', PLAIN, KEY)).status).toBe(201)
  })

  test('a request that a stop cut off can be sent again after a minute', async () => {
    const tokens = await service.deps.store.listTokens()
    const asked = [
      'post',
      'http://localhost/api/articles',
      'application/json',
      JSON.stringify(PLAIN),
    ]
    const cutOff = {
      tokenId: tokens[0]?.id ?? '',
      key: '0b7c',
      request: service.deps.sha256(JSON.stringify(asked)),
    }
    await service.deps.access.idempotency.claim(cutOff, service.clock.ms)
    const waiting = await send('POST /articles', PLAIN, KEY)
    expect(waiting.status).toBe(409)
    expect(waiting.headers.get('retry-after')).toBe('5')
    service.clock.ms += 61_000
    expect((await send('POST /articles', PLAIN, KEY)).status).toBe(201)
  })
})
