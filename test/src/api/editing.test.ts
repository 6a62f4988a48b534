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

describe('editing', () => {
  async function pushed() {
    const { json, headers } = await send('POST /articles', FERRY)
    return { path: `/articles/${json.id}`, etag: headers.get('etag') ?? '' }
  }

  test('credits that are corrected are in the feeds, as edited', async () => {
    const { path, etag } = await pushed()
    const { status, json, headers } = await send(
      `PATCH ${path}`,
      {
        credits: [
          { name: 'Dana Right', role: 'author' },
          { name: 'AFP', role: 'wire', text: '(AFP)' },
        ],
        correction: 'The author was wrong.',
      },
      { 'if-match': etag },
    )
    expect(status).toBe(200)
    expect(headers.get('etag')).not.toBe(etag)
    expect(json.credits).toMatchObject([
      { name: 'Dana Right', kind: 'person', evidence: [{ how: 'edited' }] },
      {
        name: 'AFP',
        kind: 'organization',
        agency_id: 'afp',
        evidence: [{ how: 'edited', text: '(AFP)' }],
      },
    ])
    expect(json.provenance.corrections).toEqual([
      { at: '2025-06-01T12:00:00Z', note: 'The author was wrong.' },
    ])
    for (const format of ['rss', 'atom', 'json'])
      expect(await (await service.app.request(`/feed.${format}`)).text()).toContain('Dana Right')
  })

  test('a retracted article is marked, a withheld one is in no list, and readers do not get it', async () => {
    const { path, etag } = await pushed()
    const retracted = await send(`PATCH ${path}`, { status: 'retracted' }, { 'if-match': etag })
    expect(retracted.json.provenance.status).toBe('retracted')
    const match = { 'if-match': retracted.headers.get('etag') ?? '' }
    expect((await send(`PATCH ${path}`, { status: 'withheld' }, match)).status).toBe(200)
    expect((await send('GET /articles')).json.articles).toEqual([])
    expect((await send(`GET ${path}`)).status).toBe(200)
    const read = sender(service, await service.token('read'))
    expect((await read(`GET ${path}`)).status).toBe(404)
  })

  test('without If-Match 428, with an old one 412, and nothing is changed', async () => {
    const { path, etag } = await pushed()
    expect((await send(`PATCH ${path}`, { title: 'B' })).status).toBe(428)
    expect((await send(`PATCH ${path}`, { title: 'B' }, { 'if-match': '"0"' })).status).toBe(412)
    expect((await send(`PATCH ${path}`, { title: 'B' }, { 'if-match': `W/${etag}` })).status).toBe(
      412,
    )
    expect((await send(`GET ${path}`)).json.title).toBe(FERRY.title)
    expect(
      (await send(`PATCH ${path}`, { title: 'B' }, { 'if-match': `"x", ${etag}` })).status,
    ).toBe(200)
  })

  test('of two editors at once, one is told that the article has changed', async () => {
    const { path, etag } = await pushed()
    const answers = await Promise.all(
      ['B', 'C'].map((title) => send(`PATCH ${path}`, { title }, { 'if-match': etag })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('an article that is not here is not found', async () => {
    expect((await send('GET /articles/999')).json).toMatchObject({ status: 404, code: 'not_found' })
    expect((await send('PATCH /articles/999', {}, { 'if-match': '*' })).status).toBe(404)
    expect((await send('GET /articles/9e9')).status).toBe(400)
  })
})
