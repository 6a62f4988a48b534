import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPERATIONS } from '../../../src/api/operations.ts'
import { openService, type Service } from '../service.ts'
import { type Send, sender } from './client.ts'

let service: Service
let send: Send
beforeEach(async () => {
  service = await openService()
  send = sender(service, await service.token('admin'))
})
afterEach(() => service.close())

const HOSTILE = [
  `'"%;)(*`,
  `' OR 1=1 --`,
  '"unbalanced',
  'NEAR(',
  'a* OR b:c ^d {e}',
  '%',
  '%_',
  '\u0000',
  '\ud800',
  '-1',
  '1e400',
  '9'.repeat(30),
  'x'.repeat(3000),
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
  '__proto__',
]

const segments = (path: string, value: string) =>
  path.replace(/\{\w+\}/g, encodeURIComponent(value.toWellFormed()))

test('no parameter of any operation makes the service fail', async () => {
  for (const { method, path, query } of OPERATIONS) {
    if (method !== 'get') continue
    for (const value of HOSTILE) {
      const keys = [...Object.keys(query.shape), 'unknown']
      for (const key of keys) {
        const search = new URLSearchParams({ q: 'a', [key]: value })
        const { status } = await send(`GET ${segments(path, '1')}?${search}`)
        expect([200, 400, 404]).toContain(status)
      }
    }
  }
})

test('no name in an address makes the service fail', async () => {
  for (const { method, path } of OPERATIONS)
    for (const value of HOSTILE) {
      if (!path.includes('{')) continue
      const body = method === 'get' || method === 'delete' ? undefined : {}
      const { status } = await send(`${method.toUpperCase()} ${segments(path, value)}`, body, {
        'if-match': '*',
      })
      expect([400, 404]).toContain(status)
    }
})

test('the same keys in feeds, pages and their search', async () => {
  const keys = [
    'limit',
    'q',
    'agency',
    'role',
    'source',
    'person',
    'tag',
    'lang',
    'since',
    'until',
    'after',
  ]
  for (const path of ['/feed.rss', '/feed.atom', '/feed.json', '/search', '/'])
    for (const key of keys)
      for (const value of HOSTILE) {
        const answer = await service.app.request(`${path}?${new URLSearchParams({ [key]: value })}`)
        expect(answer.status, `${path} ${key}=${value.slice(0, 40)}`).toBeLessThan(500)
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
        if (!answer.headers.get('content-type')?.startsWith('text/plain'))
          expect(await answer.text()).not.toContain('<script>alert(1)')
      }
})

test('no body makes the service fail, and nothing is stored of what is refused', async () => {
  const bodies = OPERATIONS.filter(({ bodies }) => bodies?.['application/json'])
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...bodies), fc.jsonValue(), async (op, body) => {
      const method = op.method.toUpperCase()
      const { status } = await send(`${method} ${segments(op.path, '1')}`, body, {
        'if-match': '*',
      })
      expect(status).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
  expect((await send('GET /articles')).json.articles).toEqual([])
})

test('no header makes the service fail', async () => {
  for (const value of ['', ' ', '"', 'W/"', '*, "', ',,,', '"a" "b"', 'x'.repeat(5000)]) {
    const { status } = await send('POST /articles', {}, { 'idempotency-key': value })
    expect(status).toBe(400)
    const match = await send('PATCH /articles/1', {}, { 'if-match': value })
    expect([400, 404, 412, 428]).toContain(match.status)
  }
})

test('what is asked for in another way is said to be so', async () => {
  const wrong = await send('DELETE /articles')
  expect(wrong.status).toBe(405)
  expect(wrong.headers.get('allow')).toBe('GET, POST')
  expect((await send('GET /nothing')).status).toBe(404)
  expect((await send('GET /articles/1/more')).status).toBe(404)
})

test('a cookie opens nothing here, and a form is no request', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await send('POST /articles', 'title=A', form)).status).toBe(415)
  const answer = await service.app.request('/api/articles', { headers: { cookie: 'creditline=x' } })
  expect(answer.status).toBe(401)
})

test('what breaks on our side is logged and not told, and its log is one line', async () => {
  const { store } = service.deps
  const broken = await openService(
    {},
    { store: { ...store, listTokens: () => Promise.reject(new Error('secret\npath /home')) } },
  )
  const answer = await broken.app.request('/api/articles')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
  expect(broken.logged.filter((line) => line.includes('request_failed'))).toHaveLength(1)
  for (const line of broken.logged) JSON.parse(line)
  broken.close()
})
