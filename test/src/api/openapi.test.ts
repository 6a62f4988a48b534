import { Validator } from '@seriousme/openapi-schema-validator'
import createClient from 'openapi-fetch'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATIONS } from '../../../src/api/operations.ts'
import type { paths } from '../../fixtures/api/client.ts'
import { openService, type Service } from '../service.ts'
import { jsonOf } from './client.ts'

let service: Service
beforeEach(async () => {
  service = await openService()
})
afterEach(() => service.close())

const documentOf = () => jsonOf(service.app.request('/api/openapi.json'))

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(await documentOf())
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
  })

  test('lists what is routed, and nothing is routed that it does not list', async () => {
    const document = await documentOf()
    const listed = Object.entries<Record<string, unknown>>(document.paths).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(listed.sort()).toEqual(OPERATIONS.map((op) => `${op.method} ${op.path}`).sort())
    for (const { method, path } of OPERATIONS) {
      const address = `/api${path.replace(/\{\w+\}/g, '1')}`
      const { status } = await service.app.request(address, { method: method.toUpperCase() })
      expect(status, `${method} ${path} without a token`).toBe(401)
      service.clock.ms += 60_000
    }
  })

  test('has the scope of each operation, and a name that generated clients can use', async () => {
    const document = await documentOf()
    const ids = OPERATIONS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const op of OPERATIONS) {
      expect(op.id).toMatch(/^[a-z][A-Za-z]+$/)
      expect(document.paths[op.path][op.method].security).toEqual([{ token: [op.scope] }])
    }
  })

  test('names every problem that it speaks of', async () => {
    const page = await (await service.app.request('/api')).text()
    const problem = await jsonOf(service.app.request('/api/articles'))
    expect(page).toContain(`id="${problem.type.split('#')[1]}"`)
  })

  test('is the same whoever asks, by whatever host', async () => {
    const text = (headers: Record<string, string>) =>
      Promise.resolve(service.app.request('/api/openapi.json', { headers })).then((r) => r.text())
    const evil = await text({ host: 'evil.example', 'x-forwarded-host': 'evil.example' })
    expect(evil).toBe(await text({}))
    expect(evil).not.toContain('evil.example')
  })
})

describe('a client that a public generator made of the document', () => {
  test('is the one that is kept here', async () => {
    const text = astToString(await openapiTS(await documentOf()))
    await expect(text).toMatchFileSnapshot('../../fixtures/api/client.ts')
  })

  test('pushes, finds, corrects and reads articles, by its types alone', async () => {
    const client = createClient<paths>({
      baseUrl: 'https://desk.example/api',
      headers: { authorization: `Bearer ${await service.token('write')}` },
      fetch: (request) => Promise.resolve(service.app.fetch(request)),
    })
    const created = await client.POST('/articles', {
      params: { header: { 'Idempotency-Key': 'one' } },
      body: { title: 'Ferry runs again', body_html: '<p>It left.</p>', tags: ['harbour'] },
    })
    expect(created.error).toBeUndefined()
    const id = String(created.data?.id)
    const found = await client.GET('/articles', { params: { query: { tag: 'harbour', limit: 5 } } })
    expect(found.data?.articles.map(({ title }) => title)).toEqual(['Ferry runs again'])
    const etag = created.response.headers.get('etag') ?? ''
    const edited = await client.PATCH('/articles/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
      body: { credits: [{ name: 'Dana Right', role: 'author' }], correction: 'Credit added.' },
    })
    expect(edited.data?.credits[0]?.name).toBe('Dana Right')
    const stale = await client.PATCH('/articles/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
      body: { title: 'Too late' },
    })
    expect(stale.error).toMatchObject({ status: 412, code: 'stale' })
    const read = await client.POST('/credits', { body: { lines: [{ text: 'Reuters' }] } })
    expect(read.data?.readings).toHaveLength(1)
    const refused = await client.GET('/upstreams')
    expect(refused.error).toMatchObject({ status: 403, code: 'forbidden' })
  })
})

describe('the page for people', () => {
  test('shows every operation and schema, and is under 50 KB', async () => {
    const answer = await service.app.request('/api')
    const page = await answer.text()
    for (const { id, path } of OPERATIONS) {
      expect(page).toContain(`id="${id}"`)
      expect(page).toContain(path)
    }
    for (const name of Object.keys((await documentOf()).components.schemas))
      expect(page).toContain(`id="schema-${name}"`)
    expect(page.length).toBeLessThan(50_000)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|<style|style="/)
  })

  test('leads nowhere that is not there', async () => {
    const page = await (await service.app.request('/api')).text()
    const ids = new Set([...page.matchAll(/id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
  })
})
