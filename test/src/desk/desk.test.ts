/** The desk over a real service: who may do what, what forms change, and what they refuse. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Credit } from '../../../feeds/model/credit.ts'
import type { FetchDocument } from '../../../src/ingest/fetch-document.ts'
import { article, incoming, NOW, SAMPLE } from '../pages/sample.ts'
import { openService, type Service } from '../service.ts'

const BASE = 'https://desk.example'
const ORIGIN = { origin: BASE, 'sec-fetch-site': 'same-origin' }

describe('the desk', () => {
  let service: Service
  let cookie = ''
  let csrf = ''
  beforeAll(async () => {
    service = await openService({}, { fetchDocument: noFeeds })
    service.clock.ms = Date.parse(NOW)
    await service.deps.store.saveArticles(incoming(), NOW)
    ;({ cookie, csrf } = await signIn('admin'))
  })
  afterAll(() => service.close())

  const signIn = async (scope: 'write' | 'admin') => {
    const answer = await service.app.request(`${BASE}/admin/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ token: await service.token(scope), next: '/admin' }),
      headers: ORIGIN,
    })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const html = await (await service.app.request(`${BASE}/admin`, { headers: { cookie } })).text()
    return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '' }
  }
  const get = (path: string) =>
    service.app.request(BASE + path, { headers: { cookie, accept: 'text/html' } })
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    service.app.request(BASE + path, {
      method: 'POST',
      body: new URLSearchParams({ csrf, ...form }),
      headers: { cookie, accept: 'text/html', ...ORIGIN, ...headers },
    })
  const creditsOf = async (id: number): Promise<readonly Credit[]> =>
    (await service.deps.store.findArticle(id))?.article.credits ?? []
  const seqOf = async (id: number) => String((await service.deps.store.findArticle(id))?.seq)

  it('is for those who are signed in', async () => {
    for (const path of [
      '/admin',
      '/admin/review',
      '/admin/articles/1',
      '/admin/upstreams',
      '/admin/channels/new',
    ]) {
      const answer = await service.app.request(BASE + path)
      expect(answer.status, path).toBe(303)
      expect(answer.headers.get('location')).toBe(`/admin/sign-in?next=${encodeURIComponent(path)}`)
    }
  })

  it('changes nothing for a form of another site, or without its key', async () => {
    const form = { seq: await seqOf(5), 'name-0': 'Forged', 'role-0': 'author', 'kind-0': 'person' }
    for (const answer of await Promise.all([
      post('/admin/articles/5/credits', { ...form, csrf: '' }),
      post('/admin/articles/5/credits', { ...form, csrf: 'x'.repeat(csrf.length) }),
      post('/admin/articles/5/credits', form, {
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      }),
    ]))
      expect(answer.status).toBe(403)
    expect(await creditsOf(5)).toEqual([])
  })

  it('keeps upstreams and channels from those who may only write', async () => {
    const writer = await signIn('write')
    for (const path of [
      '/admin/upstreams',
      '/admin/upstreams/x',
      '/admin/channels',
      '/admin/channels/new',
    ]) {
      const answer = await service.app.request(BASE + path, { headers: { cookie: writer.cookie } })
      expect(answer.status, path).toBe(403)
    }
    const open = await service.app.request(`${BASE}/admin/articles`, {
      headers: { cookie: writer.cookie },
    })
    expect(open.status).toBe(200)
  })

  it('is never kept by a cache, and shows what articles hold as text', async () => {
    const hostile = '<script>alert(1)</script>'
    const odd = article('990', {
      title: hostile,
      doubts: ['uncredited'],
      summary: hostile,
      upstreamId: 'odd',
    })
    await service.deps.store.saveArticles(incoming([odd]), NOW)
    const id = (await service.deps.store.findArticleByGuid('odd', '990'))?.id
    for (const path of ['/admin', '/admin/review', '/admin/articles', `/admin/articles/${id}`]) {
      const answer = await get(path)
      expect(answer.headers.get('cache-control'), path).toBe('no-store')
      expect(await answer.text(), path).not.toContain(hostile)
    }
  })

  it('keeps the evidence of credits that were left alone, and takes the editor’s word for the others', async () => {
    const before = await creditsOf(1)
    const rows = Object.fromEntries(
      before.flatMap(({ name, role, kind }, row) => [
        [`name-${row}`, name],
        [`role-${row}`, role],
        [`kind-${row}`, kind],
      ]),
    )
    const last = before.length
    const form = {
      ...rows,
      'name-0': 'Ada Brandt-Sow',
      'role-1': 'wire',
      'name-3': '',
      [`name-${last}`]: 'agence france-presse',
      [`role-${last}`]: 'photo',
      [`kind-${last}`]: 'organization',
      seq: await seqOf(1),
    }
    expect((await post('/admin/articles/1/credits', form)).headers.get('location')).toBe(
      '/admin/articles/1?done=credited',
    )
    const after = await creditsOf(1)
    expect(after.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'Ada Brandt-Sow author',
      'Reuters wire',
      'AFP contributed',
      'Kim Osei photo',
      'agence france-presse photo',
    ])
    expect(after[0]?.evidence).toEqual([{ how: 'edited' }])
    expect(after[1]?.evidence.map(({ how }) => how)).toEqual(['edited', 'parsed'])
    expect(after[1]).toMatchObject({ agencyId: 'reuters' })
    expect(after[3]).toMatchObject({ target: before[4]?.target })
    expect(after[4]).toMatchObject({ agencyId: 'afp' })
  })

  it('refuses a form for an article that has changed since', async () => {
    const answer = await post('/admin/articles/2/correction', { seq: '1', note: 'Late' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('has changed since you opened it')
    expect((await service.deps.store.findArticle(2))?.article.corrections).toEqual([])
  })

  it('refuses roles, statuses and numbers that its forms do not offer', async () => {
    const credit = { seq: await seqOf(5), 'name-0': 'A', 'role-0': 'chef', 'kind-0': 'person' }
    expect((await post('/admin/articles/5/credits', credit)).status).toBe(400)
    expect(
      (await post('/admin/articles/5/status', { seq: await seqOf(5), status: 'gone' })).status,
    ).toBe(400)
    expect((await post('/admin/articles/5/credits', { seq: 'x' })).status).toBe(400)
    expect((await post('/admin/articles/99999/credits', { seq: '1' })).status).toBe(404)
  })

  it('withholds an article and publishes it again', async () => {
    await post('/admin/articles/6/status', { seq: await seqOf(6), status: 'withheld' })
    expect((await get('/articles/6')).status).toBe(404)
    expect((await get('/admin/articles/6')).status).toBe(200)
    await post('/admin/articles/6/status', { seq: await seqOf(6), status: 'published' })
    expect((await get('/articles/6')).status).toBe(200)
  })

  it('publishes a channel under the name that its title makes', async () => {
    const form = {
      title: 'Élections & more',
      agency: 'Agence France-Presse',
      language: 'en',
      fullText: 'yes',
      size: '20',
    }
    const answer = await post('/admin/channels', form)
    expect(answer.headers.get('location')).toBe('/admin/channels/elections-more?done=channel')
    expect(await service.deps.store.findChannel('elections-more')).toMatchObject({
      title: 'Élections & more',
      selection: { agency: 'afp', language: 'en' },
      presentation: { fullText: true, creditParagraph: false, size: 20, links: 'original' },
    })
    const again = await post('/admin/channels', form)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('There is a channel “elections-more” already')
  })

  it('says what a channel lacks, and keeps what was filled in', async () => {
    const answer = await post('/admin/channels', { title: '', description: 'Kept words' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Give the channel a title.')
    expect(html).toContain('Kept words')
  })

  it('changes and removes a channel', async () => {
    await post('/admin/channels', { title: 'Short lived', tag: 'islands' })
    await post('/admin/channels/short-lived', {
      title: 'Renamed',
      'source:the-harbour-gazette': 'yes',
      links: 'site',
    })
    expect(await service.deps.store.findChannel('short-lived')).toMatchObject({
      title: 'Renamed',
      selection: { source: ['the-harbour-gazette'] },
      presentation: { links: 'site' },
    })
    await post('/admin/channels/short-lived/remove', {})
    expect(await service.deps.store.findChannel('short-lived')).toBeUndefined()
  })

  it('publishes what is written, and says what is missing with the text kept', async () => {
    const form = { title: 'Lamp room opens', text: 'Kept words.', url: 'nonsense' }
    const refused = await post('/admin/articles', form)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Address of the original:')
    expect(html).toContain('Kept words.')
    const answer = await post('/admin/articles', {
      ...form,
      url: '',
      byline: 'By Ines Moreau',
      tags: 'cape, light',
    })
    const path = answer.headers.get('location')?.split('?')[0] ?? ''
    const id = Number(path.split('/').at(-1))
    expect((await service.deps.store.findArticle(id))?.article).toMatchObject({
      title: 'Lamp room opens',
      published: NOW,
      credits: [{ name: 'Ines Moreau', role: 'author' }],
      tags: [{ term: 'cape' }, { term: 'light' }],
    })
  })

  it('refuses addresses that must not be fetched', async () => {
    for (const url of [
      'http://127.0.0.1/feed',
      'http://[::1]/',
      'file:///etc/passwd',
      'http://169.254.169.254/',
    ]) {
      const answer = await post('/admin/upstreams', { url })
      expect(answer.status, url).toBe(422)
    }
    expect(await service.deps.store.listUpstreams()).toEqual([])
  })

  it('lists the sample in the review until nothing is left', async () => {
    const html = await (await get('/admin/review')).text()
    expect(html).toContain('Tides for the week')
    expect(html).toContain('Nobody is credited.')
    expect(SAMPLE.length).toBeGreaterThan(0)
  })
})

const noFeeds: FetchDocument = async (url) => ({
  url,
  status: 404,
  headers: new Headers(),
  body: new Uint8Array(),
  redirects: [],
})
