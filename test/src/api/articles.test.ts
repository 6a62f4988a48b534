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

const FERRY = {
  id: 'urn:example:ferry-1',
  url: 'https://harbour.example/2025/ferry?utm_source=feed',
  title: 'Ferry runs again & <again>',
  body_html:
    '<p>HARBOUR - The ferry left the quay at ten.</p><p>Nobody was hurt.</p><p>Reporting by Anna Berger; Editing by Boris Keller</p><script>alert(1)</script>',
  published: '2025-05-16',
  language: 'en',
  byline: 'By Clara Vogel',
  credits: [{ name: 'Reuters', role: 'wire' }],
  publication: { name: 'The Harbour Post', url: 'https://harbour.example/' },
  rights: { notice: '© 2025 The Harbour Post' },
  photos: [
    { url: 'https://harbour.example/ferry.jpg', caption: 'The ferry', credit: 'Photo: Eva Novak' },
  ],
  tags: ['harbour', 'ships'],
}

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
    const feed = await (await service.app.request('/feed.json')).json()
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

describe('ninjs', () => {
  const ninjs = (item: unknown) =>
    send('POST /articles', item, { 'content-type': 'application/ninjs+json' })

  test('1.x', async () => {
    const { status, json } = await ninjs({
      uri: 'https://wire.example/items/1',
      type: 'text',
      pubstatus: 'usable',
      firstcreated: '2025-05-16T10:20:30+02:00',
      versioncreated: '2025-05-16T11:00:00+02:00',
      language: 'en',
      headline: 'Quay reopens',
      byline: 'By Anna Berger',
      body_text: 'Plain.',
      body_xhtml: '<p>The quay has <em>reopened</em>.</p>',
      infosource: [{ name: 'Reuters' }, { name: 'The Harbour Post' }],
      copyrightholder: 'The Harbour Post',
      subject: [{ name: 'harbours', code: '1' }],
      associations: {
        main: {
          type: 'picture',
          headline: 'The quay',
          description_caption: 'The quay at noon',
          byline: 'Photo: Eva Novak',
          renditions: {
            small: { href: 'https://wire.example/s.jpg', width: 100 },
            large: { href: 'https://wire.example/l.jpg', width: 2000 },
          },
        },
      },
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({ title: 'Quay reopens', tags: ['harbours'] })
    expect(json.body_html).toContain('<em>reopened</em>')
    expect(json.provenance.published.value).toBe('2025-05-16T08:20:30Z')
    expect(json.updated).toBe('2025-05-16T09:00:00Z')
    expect(json.provenance.publication.name).toBe('The Harbour Post')
    expect(json.media).toMatchObject([
      {
        url: 'https://wire.example/l.jpg',
        caption: 'The quay at noon',
        credit_text: 'Photo: Eva Novak',
      },
    ])
    const said = json.credits.map((c: { name: string; role: string }) => `${c.role} ${c.name}`)
    expect(said).toEqual(
      expect.arrayContaining(['wire Reuters', 'author Anna Berger', 'photo Eva Novak']),
    )
  })

  test.each([
    ['2.x', 'contenttype', 'versioncreated'],
    ['3.x', 'contentType', 'versionCreated'],
  ])('%s', async (_, contentType, versionCreated) => {
    const { status, json } = await ninjs({
      uri: 'urn:newsml:wire.example:2',
      type: 'text',
      [versionCreated]: '2025-05-16T10:00:00Z',
      by: 'Anna Berger',
      headlines: [
        { role: 'short', value: 'Quay' },
        { role: 'main', value: 'Quay reopens' },
      ],
      bodies: [
        { role: 'main', [contentType]: 'text/plain', value: 'Plain & simple.' },
        {
          role: 'richtext',
          [contentType]: 'application/xhtml+xml',
          value: '<p>It is <b>open</b>.</p>',
        },
      ],
      descriptions: [{ role: 'main', value: 'In short: open.' }],
    })
    expect(status).toBe(201)
    expect(json).toMatchObject({ title: 'Quay reopens', summary: 'In short: open.' })
    expect(json.published_id).toBe('urn:newsml:wire.example:2')
    expect(json.body_html).toContain('open')
    expect(json.body_html).not.toContain('Plain')
  })

  test('an item that is taken back is retracted, one under embargo is held back', async () => {
    const item = {
      uri: 'urn:example:3',
      headline: 'A',
      body_text: 'One.\n\nTwo.',
      versioncreated: '2025-05-16T10:00:00Z',
    }
    expect((await ninjs(item)).json.status).toBe('published')
    expect((await ninjs({ ...item, pubstatus: 'canceled' })).json.status).toBe('retracted')
    const held = await ninjs({ ...item, uri: 'urn:example:4', embargoed: '2025-06-02T00:00:00Z' })
    expect(held.json.status).toBe('withheld')
    const listed = (await send('GET /articles')).json.articles.map((a: { id: number }) => a.id)
    expect(listed).not.toContain(held.json.id)
  })

  test('what is no text is refused', async () => {
    expect((await ninjs({ uri: 'urn:example:5', type: 'picture', headline: 'A' })).status).toBe(400)
    expect((await ninjs({ uri: 'urn:example:5', headline: 'A' })).status).toBe(400)
    expect((await ninjs({ headline: 'A', body_text: 'b' })).status).toBe(400)
    expect((await ninjs([1])).status).toBe(400)
  })
})

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

describe('listing', () => {
  beforeEach(async () => {
    for (let day = 1; day <= 9; day++)
      await send('POST /articles', {
        ...FERRY,
        id: `urn:example:${day}`,
        url: `https://harbour.example/${day}`,
        title: `Story ${day}`,
        published: `2025-05-0${day}`,
        tags: [day % 2 ? 'odd' : 'even'],
      })
  })
  const titles = ({ json }: Awaited<ReturnType<Send>>) =>
    json.articles.map((article: { title: string }) => Number(article.title.slice(6)))

  test('pages follow by cursor and by Link, newest first, none twice', async () => {
    const seen: number[] = []
    let path: string | undefined = '/articles?limit=4&tag=odd'
    while (path) {
      const page = await send(`GET ${path}`)
      seen.push(...titles(page))
      const link = /^<https:\/\/desk\.example\/api(.+)>; rel="next"$/.exec(
        page.headers.get('link') ?? '',
      )
      expect(Boolean(link)).toBe(page.json.next !== undefined)
      path = link?.[1]
    }
    expect(seen).toEqual([9, 7, 5, 3, 1])
  })

  test('the parameters are those of feeds', async () => {
    expect(titles(await send('GET /articles?since=2025-05-07&until=2025-05-09'))).toEqual([8, 7])
    expect(titles(await send('GET /articles?agency=reuters&limit=1'))).toEqual([9])
    expect(titles(await send('GET /articles?person=anna-berger&role=author&limit=2'))).toEqual([
      9, 8,
    ])
    expect(titles(await send('GET /articles?source=nowhere&source=elsewhere'))).toEqual([])
  })

  test('bodies are in no list', async () => {
    const { json } = await send('GET /articles?limit=1')
    expect(json.articles[0].body_html).toBeUndefined()
  })

  test('search finds by text, and needs something to look for', async () => {
    const found = await send('GET /search?q=quay&limit=2')
    expect(found.json.articles).toHaveLength(2)
    expect((await send('GET /search')).status).toBe(400)
    expect((await send('GET /search?q=%20')).status).toBe(400)
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
