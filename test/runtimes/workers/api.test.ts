/** The API, the desk's sessions and webhooks in workerd over D1. */

import { env, SELF } from 'cloudflare:test'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { createAccessStore } from '../../../db/access-store.ts'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { runWebhooks } from '../../../src/api/webhooks/deliver.ts'
import { loadConfig } from '../../../src/config.ts'
import type { Deps } from '../../../src/deps.ts'
import { mintToken } from '../../../src/http/tokens.ts'

const BASE = 'http://127.0.0.1:8787'
const sql = openD1(env.DB)
const received: string[] = []
const deps: Deps = {
  store: createStore(sql),
  access: createAccessStore(sql),
  config: loadConfig({ CREDITLINE_BASE_URL: BASE }),
  now: Date.now,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  random: (size) => crypto.getRandomValues(new Uint8Array(size)),
  gzip: (bytes) => bytes,
  log: { debug: () => {}, info: () => {}, error: () => {} },
  fetchDocument: async (url, request) => {
    received.push(String(request?.headers?.['webhook-signature']))
    const { type, data } = JSON.parse(String(request?.body))
    received.push(`${type} ${data.title}`)
    return { url, status: 204, headers: new Headers(), body: new Uint8Array(), redirects: [] }
  },
}

const { token, secret } = mintToken(deps, ['admin'])
await deps.store.addToken(token)

const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  SELF.fetch(`${BASE}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

it('a pushed article is stored once, told once, and edited by whoever saw it last', async () => {
  const hook = await send('POST', '/webhooks', { url: 'https://newsroom.example/hook' })
  expect(hook.status).toBe(201)
  const article = { title: 'Ferry', body_html: '<p>It left.</p>' }
  const key = { 'idempotency-key': 'one' }
  const first = await send('POST', '/articles', article, key)
  expect(first.status).toBe(201)
  const again = await send('POST', '/articles', article, key)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await again.text()).toBe(await first.clone().text())
  expect(await runWebhooks(deps)).toEqual({ queued: 1, delivered: 1, failed: 0 })
  expect(received).toEqual([expect.stringMatching(/^v1,.{44}$/), 'article.new Ferry'])
  const { id } = await first.json<{ id: number }>()
  const match = { 'if-match': first.headers.get('etag') ?? '' }
  const edit = (title: string) => send('PATCH', `/articles/${id}`, { title }, match)
  expect((await edit('Ferry, again')).status).toBe(200)
  expect((await edit('Ferry, too late')).status).toBe(412)
})

it('a token is exchanged for a session', async () => {
  const answer = await SELF.fetch(`${BASE}/admin/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: BASE, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: secret }).toString(),
  })
  expect(answer.status).toBe(303)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const signedIn = await SELF.fetch(`${BASE}/admin/sign-in`, {
    redirect: 'manual',
    headers: { cookie },
  })
  expect(signedIn.status).toBe(303)
})

it('wrong tokens are counted by the address that the platform tells', async () => {
  const guess = (address: string) =>
    SELF.fetch(`${BASE}/api/articles`, { headers: { 'cf-connecting-ip': address } })
  for (let i = 0; i < 10; i++) expect((await guess('203.0.113.9')).status).toBe(401)
  expect((await guess('203.0.113.9')).status).toBe(429)
  expect((await guess('203.0.113.10')).status).toBe(401)
})
