/** The hub in workerd over D1: asked, confirmed, told, in runs as a cron makes them. */

import { env, SELF } from 'cloudflare:test'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { createAccessStore } from '../../../db/access-store.ts'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { loadConfig } from '../../../src/config.ts'
import type { Deps } from '../../../src/deps.ts'
import { mintToken } from '../../../src/http/tokens.ts'
import { isSignedBy } from '../../../src/websub/signature.ts'
import { runWebSub } from '../../../src/websub/websub.ts'

const BASE = 'http://127.0.0.1:8787'
const sql = openD1(env.DB)
const told: { body: Uint8Array; signature: string | undefined }[] = []
const deps: Deps = {
  store: createStore(sql),
  access: createAccessStore(sql),
  config: loadConfig({ CREDITLINE_BASE_URL: BASE }),
  now: Date.now,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  random: (size) => crypto.getRandomValues(new Uint8Array(size)),
  gzip: (bytes) => bytes,
  log: { debug: () => {}, info: () => {}, error: () => {} },
  async fetchDocument(url, request = {}) {
    const { body, headers = {} } = request
    if (body instanceof Uint8Array) told.push({ body, signature: headers['x-hub-signature'] })
    const challenge = new URL(url).searchParams.get('hub.challenge') ?? ''
    const answer = new TextEncoder().encode(challenge)
    return { url, status: 200, headers: new Headers(), body: answer, redirects: [] }
  },
}

const publish = async (title: string) => {
  const { token, secret } = mintToken(deps, ['admin'])
  await deps.store.addToken(token)
  const answer = await SELF.fetch(`${BASE}/api/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title, body_html: `<p>${title}.</p>` }),
  })
  expect(answer.status).toBe(201)
}

it('a subscriber is confirmed and told of news, signed', async () => {
  await publish('First')
  const feed = await SELF.fetch(`${BASE}/feed.json`)
  expect(feed.headers.get('link')).toBe(`<${BASE}/hub>; rel="hub", <${BASE}/feed.json>; rel="self"`)
  const asked = await SELF.fetch(`${BASE}/hub`, {
    method: 'POST',
    body: new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': `${BASE}/feed.json`,
      'hub.callback': 'https://reader.example/cb',
      'hub.secret': 'between us',
    }),
  })
  expect([asked.status, await asked.text()]).toEqual([202, expect.stringMatching(/Accepted/)])
  await runWebSub(deps, 4)
  expect(told).toEqual([])
  await publish('Second')
  await runWebSub(deps, 4)
  const [news] = told
  expect(new TextDecoder().decode(news?.body)).toContain('Second')
  expect(await isSignedBy(news?.signature, news?.body ?? new Uint8Array(), 'between us')).toBe(true)
  expect((await SELF.fetch(`${BASE}/websub/unknown`)).status).toBe(404)
})
