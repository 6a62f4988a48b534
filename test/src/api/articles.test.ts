import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openService, type Service } from '../service.ts'
import { jsonOf, type Send, sender } from './client.ts'
import { FERRY } from './ferry.ts'

let service: Service
let send: Send
beforeEach(async () => {
  service = await openService()
  send = sender(service, await service.token('write'))
})
afterEach(() => service.close())

describe('pushing', () => {
  test('an article as JSON keeps what it states, and its text is read and cleaned', async () => {
    const { status, headers, json } = await send('POST /articles', FERRY)
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`https://desk.example/api/articles/${json.id}`)
    expect(headers.get('etag')).toMatch(/^"\d+"$/)
    expect(json.title).toBe('Ferry runs again & <again>')
    expect(json.body_html).toContain('left the quay at ten')
    expect(json.body_html).not.toContain('script')
    expect(json.published_id).toBe('urn:example:ferry-1')
    expect(json.provenance.canonical_url).toBe('https://harbour.example/2025/ferry')
    expect(json.provenance.url_as_fed).toBe('https://harbour.example/2025/ferry?utm_source=feed')
    expect(json.provenance.published).toEqual({ value: '2025-05-16', precision: 'day' })
    expect(json.provenance.publication).toEqual(FERRY.publication)
    expect(json.provenance.rights.notice).toBe('© 2025 The Harbour Post')
    expect(json.tags).toEqual(['harbour', 'ships'])
    const said = json.credits.map((c: { name: string; role: string }) => `${c.role} ${c.name}`)
    expect(said).toEqual(
      expect.arrayContaining([
        'wire Reuters',
        'author Clara Vogel',
        'author Anna Berger',
        'editing Boris Keller',
        'photo Eva Novak',
      ]),
    )
    const wire = json.credits.find((c: { role: string }) => c.role === 'wire')
    expect(wire).toMatchObject({
      kind: 'organization',
      agency_id: 'reuters',
      evidence: [{ how: 'declared', at: 'api' }],
    })
    expect(json.doubts).not.toContain('uncredited')
  })

  test('the article is in every feed at once', async () => {
    await send('POST /articles', FERRY)
    const feed = await jsonOf(service.app.request('/feed.json'))
    expect(feed.items.map((item: { title: string }) => item.title)).toEqual([FERRY.title])
  })

  test('sent again it is updated, and an editor’s word stays', async () => {
    const first = await send('POST /articles', FERRY)
    const path = `/articles/${first.json.id}`
    const match = { 'if-match': first.headers.get('etag') ?? '' }
    await send(`PATCH ${path}`, { credits: [{ name: 'Dana Right', role: 'author' }] }, match)
    const again = await send('POST /articles', { ...FERRY, title: 'Ferry stops' })
    expect(again.status).toBe(200)
    expect(again.json.id).toBe(first.json.id)
    expect(again.json.title).toBe('Ferry stops')
    expect(again.json.credits.map((c: { name: string }) => c.name)).toEqual(['Dana Right'])
  })

  test('Markdown with front matter is an article', async () => {
    const text =
      '---\ntitle: Tides\nauthor: Anna Berger\ndate: 2025-05-17\nurl: https://harbour.example/tides\n---\n\nThe tide **rose** all night.\n\n*Reuters contributed to this report.*\n'
    const { status, json } = await send('POST /articles', text, {
      'content-type': 'text/markdown; charset=utf-8',
    })
    expect(status).toBe(201)
    expect(json.title).toBe('Tides')
    expect(json.body_html).toContain('<strong>rose</strong>')
    expect(json.provenance.canonical_url).toBe('https://harbour.example/tides')
    expect(json.credits.map((c: { role: string }) => c.role)).toEqual(
      expect.arrayContaining(['author', 'contributed']),
    )
  })

  test('Markdown in JSON has no need of front matter', async () => {
    const { status, json } = await send('POST /articles', {
      title: 'Colon: "quoted" # not a comment',
      body_markdown: 'One *line*.\n\nTwo lines.',
    })
    expect(status).toBe(201)
    expect(json.title).toBe('Colon: "quoted" # not a comment')
    expect(json.body_html).toContain('<em>line</em>')
  })

  test('what cannot be an article is refused with all that is wrong', async () => {
    const { status, json, headers } = await send('POST /articles', {
      titel: 'Typo',
      published: 'yesterday',
      url: 'ftp://harbour.example/',
      credits: [{ name: '', role: 'boss' }],
      body_html: 7,
    })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(json).toMatchObject({ status: 400, code: 'invalid' })
    expect(json.type).toBe('https://desk.example/api#problem-invalid')
    const places = json.errors.map((error: { at: string }) => error.at)
    expect(places).toEqual(
      expect.arrayContaining([
        '#',
        '#/title',
        '#/published',
        '#/url',
        '#/credits/0/name',
        '#/credits/0/role',
        '#/body_html',
      ]),
    )
    expect((await send('GET /articles')).json.articles).toEqual([])
  })

  test.each([
    ['both bodies', { title: 'A', body_html: '<p>b</p>', body_markdown: 'b' }],
    ['no body', { title: 'A' }],
    ['an empty body', { title: 'A', body_html: '<p> </p>' }],
  ])('%s is refused', async (_, body) => {
    expect((await send('POST /articles', body)).status).toBe(400)
  })

  test('no JSON, another media type, none, and too much are refused', async () => {
    expect((await send('POST /articles', '{"title":')).status).toBe(400)
    expect((await send('POST /articles', 'x', { 'content-type': 'text/html' })).status).toBe(415)
    expect((await send('POST /articles', 'x', { 'content-type': '' })).status).toBe(415)
    const big = JSON.stringify({ title: 'A', body_html: 'x'.repeat(9_000_000) })
    expect((await send('POST /articles', big)).status).toBe(413)
  })

  test('a reader may not push', async () => {
    const read = sender(service, await service.token('read'))
    expect((await read('POST /articles', FERRY)).status).toBe(403)
  })

  test('names that are special to JavaScript are names', async () => {
    const text = '{"__proto__": {"polluted": true}, "title": "A", "body_html": "<p>b</p>"}'
    expect((await send('POST /articles', text)).status).toBe(400)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

test('credit lines are read without storing anything', async () => {
  const { status, json } = await send('POST /credits', {
    lines: [
      { text: 'Reporting by Anna Berger; Editing by Boris Keller', where: 'end' },
      { text: 'Nothing.' },
    ],
  })
  expect(status).toBe(200)
  expect(json.readings).toHaveLength(2)
  expect(json.readings[0].credits.map((c: { role: string }) => c.role)).toEqual([
    'author',
    'editing',
  ])
  expect(json.readings[1]).toEqual({ text: 'Nothing.', credits: [], publication: null })
  expect((await send('POST /credits', { lines: [] })).status).toBe(400)
})
