import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../../src/config.ts'
import { createAuth, csrfField } from '../../../src/http/auth.ts'
import { reportError } from '../../../src/http/error.ts'
import { mintFirstToken, mintToken } from '../../../src/http/tokens.ts'
import { openService, type Service } from '../service.ts'

let service: Service
beforeEach(async () => {
  service = await openService()
})
afterEach(() => service.close())

/** A page for each scope, and a form of the desk. */
function guarded({ deps }: Service): Hono {
  const auth = createAuth(deps)
  const app = new Hono()
  app.onError((error, c) => {
    const { status, message, retryAfter } = reportError(error)
    if (retryAfter) c.header('retry-after', String(retryAfter))
    return c.text(message, status)
  })
  app.get('/read', auth.requireScope('read'), (c) => c.text(c.get('token').id))
  app.get('/admin', auth.requireScope('admin'), (c) => c.text('in'))
  app.get('/desk', auth.requireSession(), (c) => c.html(String(csrfField(c))))
  app.post('/desk', auth.requireSession(), (c) => c.text('changed'))
  app.get('/desk/settings', auth.requireSession('admin'), (c) => c.text('in'))
  return app
}

const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } })

describe('tokens', () => {
  test('a secret has 32 random bytes, and the store keeps its hash alone', async () => {
    const { token, secret } = mintToken(service.deps, ['read'])
    await service.deps.store.addToken(token)
    expect(secret).toMatch(/^creditline_[\w-]{43}$/)
    const rows = JSON.stringify(await service.opened.sql.all('SELECT * FROM tokens'))
    expect(rows).not.toContain(secret)
    expect(rows).toContain(service.deps.sha256(secret))
  })

  test('a scope includes those before it', async () => {
    const app = guarded(service)
    const [reader, admin] = [await service.token('read'), await service.token('admin')]
    expect((await app.request('/read', bearer(reader))).status).toBe(200)
    expect((await app.request('/admin', bearer(reader))).status).toBe(403)
    expect((await app.request('/read', bearer(admin))).status).toBe(200)
    expect((await app.request('/admin', bearer(admin))).status).toBe(200)
  })

  test('a removed token opens nothing', async () => {
    const app = guarded(service)
    const secret = await service.token('read')
    const id = await (await app.request('/read', bearer(secret))).text()
    await service.deps.store.removeToken(id)
    expect((await app.request('/read', bearer(secret))).status).toBe(401)
  })

  test('missing, short, wrong, basic and query tokens get one and the same answer', async () => {
    const app = guarded(service)
    const secret = await service.token('read')
    const answers = await Promise.all([
      app.request('/read'),
      app.request('/read', bearer('x')),
      app.request('/read', bearer(`${secret}x`)),
      app.request('/read', { headers: { authorization: `Basic ${btoa(`admin:${secret}`)}` } }),
      app.request('/read', { headers: { authorization: secret } }),
      app.request(`/read?token=${secret}&access_token=${secret}`),
      app.request('/read', { headers: { cookie: `creditline=${secret}` } }),
    ])
    const seen = await Promise.all(
      answers.map(async (a) => JSON.stringify([a.status, [...a.headers], await a.text()])),
    )
    expect(new Set(seen).size).toBe(1)
    expect(answers[0]?.status).toBe(401)
    expect(answers[0]?.headers.get('www-authenticate')).toBe('Bearer realm="creditline"')
  })

  test('answers behind a token are kept by no cache', async () => {
    const answer = await guarded(service).request('/read', bearer(await service.token('read')))
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('the first start makes one admin token, the second none', async () => {
    const secret = await mintFirstToken(service.deps)
    expect((await guarded(service).request('/admin', bearer(secret ?? ''))).status).toBe(200)
    expect(await mintFirstToken(service.deps)).toBeUndefined()
  })
})

describe('guessing', () => {
  const wrong = (app: Hono, headers: Record<string, string> = {}) =>
    app.request('/read', { headers: { authorization: 'Bearer wrong', ...headers } })

  test('the eleventh wrong token in a minute waits, and a right one still works', async () => {
    const app = guarded(service)
    for (let i = 0; i < 10; i++) expect((await wrong(app)).status).toBe(401)
    service.clock.ms += 10_000
    const answer = await wrong(app)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('50')
    expect((await app.request('/read', bearer(await service.token('read')))).status).toBe(200)
    service.clock.ms += 50_000
    expect((await wrong(app)).status).toBe(401)
  })

  test('X-Forwarded-For of a stranger counts for nothing', async () => {
    const app = guarded(service)
    for (let i = 0; i < 10; i++) await wrong(app, { 'x-forwarded-for': `203.0.113.${i}` })
    expect((await wrong(app, { 'x-forwarded-for': '203.0.113.77' })).status).toBe(429)
  })

  test('behind our proxy each client counts alone, by the last address that is not ours', async () => {
    service.close()
    service = await openService({ CREDITLINE_PROXIES: '10.1.0.0/16,10.2.0.1' })
    const app = guarded(service)
    const via = (chain: string) => ({ 'x-test-address': '10.1.2.3', 'x-forwarded-for': chain })
    for (let i = 0; i < 10; i++) await wrong(app, via(`192.0.2.${i}, 203.0.113.5, 10.2.0.1`))
    expect((await wrong(app, via('203.0.113.5'))).status).toBe(429)
    expect((await wrong(app, via('203.0.113.6'))).status).toBe(401)
    expect((await wrong(app, via('nonsense'))).status).toBe(401)
  })

  test('a proxy that is no address stops the start', () => {
    const load = () => loadConfig({ CREDITLINE_PROXIES: '10.1.0.0/16,proxy.example' })
    expect(load).toThrow('CREDITLINE_PROXIES is "proxy.example"')
  })

  test('one IPv6 network is one client', async () => {
    const app = guarded(service)
    for (let i = 0; i < 10; i++) await wrong(app, { 'x-test-address': `2001:db8:1:2::${i + 1}` })
    expect((await wrong(app, { 'x-test-address': '2001:db8:1:2:ffff::9' })).status).toBe(429)
    expect((await wrong(app, { 'x-test-address': '2001:db8:1:3::9' })).status).toBe(401)
  })
})

describe('sessions', () => {
  const OWN = { origin: 'https://desk.example' }
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

  const signIn = (token: string, headers: Record<string, string> = OWN, next = '/admin/review') =>
    service.app.request('/admin/sign-in', {
      method: 'POST',
      headers: { ...FORM, ...headers },
      body: new URLSearchParams({ token, next }).toString(),
    })

  async function cookieOf(scope: 'write' | 'admin' = 'write'): Promise<string> {
    const answer = await signIn(await service.token(scope))
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  const csrfOf = async (app: Hono, cookie: string) =>
    /value="(\w+)"/.exec(await (await app.request('/desk', { headers: { cookie } })).text())?.[1]

  test('a token is exchanged for a cookie that scripts and other sites cannot use', async () => {
    const secret = await service.token('write')
    const answer = await signIn(secret)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/admin/review')
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(
      /^__Host-creditline=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(cookie).not.toContain(secret)
    const rows = JSON.stringify(await service.opened.sql.all('SELECT * FROM sessions'))
    expect(rows).not.toContain(cookie.split(/[=;]/)[1])
  })

  test('over plain http the cookie is not Secure, or it would never be sent', async () => {
    service.close()
    service = await openService({ CREDITLINE_BASE_URL: 'http://127.0.0.1:3000' })
    const answer = await signIn(await service.token('write'), { origin: 'http://127.0.0.1:3000' })
    expect(answer.headers.get('set-cookie')).toMatch(
      /^creditline=[\w-]{43}; .*HttpOnly; SameSite=Strict$/,
    )
  })

  test('a wrong token, and one that may only read, start no session', async () => {
    const wrong = await signIn('creditline_wrong')
    expect(wrong.status).toBe(401)
    expect(await wrong.text()).toContain('no token of this service')
    expect((await signIn(await service.token('read'))).status).toBe(403)
    expect(await service.opened.sql.all('SELECT * FROM sessions')).toEqual([])
  })

  test('signing in with wrong tokens is counted like any other guessing', async () => {
    for (let i = 0; i < 10; i++) await signIn('wrong')
    const answer = await signIn('wrong')
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('60')
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:0',
    '/elsewhere',
  ])('after signing in nobody is led to %s', async (next) => {
    const answer = await signIn(await service.token('write'), OWN, next)
    expect(answer.headers.get('location')).toBe('/admin')
  })

  test('without a session a page leads to the sign-in, and a form is refused', async () => {
    const app = guarded(service)
    const page = await app.request('/desk?tab=2')
    expect(page.status).toBe(303)
    expect(page.headers.get('location')).toBe('/admin/sign-in?next=%2Fdesk%3Ftab%3D2')
    expect((await app.request('/desk', { method: 'POST' })).status).toBe(401)
  })

  test('a session ends after twelve hours, with its token, and by signing out', async () => {
    const app = guarded(service)
    const statusOf = async (cookie: string) =>
      (await app.request('/desk', { headers: { cookie } })).status
    const first = await cookieOf()
    expect(await statusOf(first)).toBe(200)
    for (const { id } of await service.deps.store.listTokens())
      await service.deps.store.removeToken(id)
    expect(await statusOf(first)).toBe(303)
    const second = await cookieOf()
    service.clock.ms += 12 * 3_600_000
    expect(await statusOf(second)).toBe(303)
    const third = await cookieOf()
    const csrf = (await csrfOf(app, third)) ?? ''
    const out = await service.app.request('/admin/sign-out', {
      method: 'POST',
      headers: { ...FORM, ...OWN, cookie: third },
      body: `csrf=${csrf}`,
    })
    expect(out.status).toBe(303)
    expect(await statusOf(third)).toBe(303)
  })

  test('a session has the scopes of its token', async () => {
    const app = guarded(service)
    const settings = async (cookie: string) =>
      (await app.request('/desk/settings', { headers: { cookie } })).status
    expect(await settings(await cookieOf('write'))).toBe(403)
    expect(await settings(await cookieOf('admin'))).toBe(200)
  })

  test('a form from our own page with its token is let pass, no other', async () => {
    const app = guarded(service)
    const cookie = await cookieOf()
    const csrf = (await csrfOf(app, cookie)) ?? ''
    const other = (await csrfOf(app, await cookieOf())) ?? ''
    const post = async (headers: Record<string, string>, body: string) =>
      (await app.request('/desk', { method: 'POST', headers: { cookie, ...headers }, body })).status
    const field = `csrf=${csrf}`
    expect(await post({ ...FORM, ...OWN }, field)).toBe(200)
    expect(await post({ ...FORM, 'sec-fetch-site': 'same-origin', origin: 'null' }, field)).toBe(
      200,
    )
    expect(
      await post({ ...OWN, 'x-csrf-token': csrf, 'content-type': 'application/json' }, '{}'),
    ).toBe(200)
    expect(await post(FORM, field)).toBe(403)
    expect(await post({ ...FORM, origin: 'https://evil.example' }, field)).toBe(403)
    expect(await post({ ...FORM, origin: 'null' }, field)).toBe(403)
    expect(await post({ ...FORM, ...OWN, 'sec-fetch-site': 'cross-site' }, field)).toBe(403)
    expect(await post({ ...FORM, ...OWN, 'sec-fetch-site': 'same-site' }, field)).toBe(403)
    expect(await post({ ...FORM, ...OWN }, '')).toBe(403)
    expect(await post({ ...FORM, ...OWN }, `csrf=${other}`)).toBe(403)
    expect(await post(OWN, field)).toBe(415)
    expect(await post({ ...OWN, 'content-type': 'text/plain' }, JSON.stringify({ csrf }))).toBe(415)
  })

  test('forms of the desk tell their origin, and none of its pages is cached', async () => {
    for (const path of ['/admin/sign-in', '/admin/nothing-here']) {
      const { headers } = await service.app.request(path)
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    }
  })
})

test('no secret is in any log', async () => {
  const secret = await service.token('admin')
  await service.app.request('/feed.rss?q=%22', bearer(secret))
  await service.app.request(`/nothing-here?token=${secret}`, bearer(secret))
  expect(service.logged.join('\n')).not.toContain(secret)
})
