/** Teaching an agency at the desk: what doubtful articles become, and what is read from then on. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toInstant } from '../../../feeds/model/date.ts'
import { pollNow } from '../../../src/api/upstreams/poll.ts'
import { newUpstream } from '../../../src/ingest/new-upstream.ts'
import { openService, type Service, START } from '../service.ts'
import { type Editor, signIn } from './editor.ts'

const feed = (items: readonly string[]) =>
  `<rss version="2.0"><channel><title>Skerry Post</title><link>https://skerry.example/</link>${items
    .map(
      (text, n) =>
        `<item><title>Item ${n}</title><link>https://skerry.example/${n}</link><description>&lt;p&gt;The nets were empty again.&lt;/p&gt;&lt;p&gt;Boats stayed out.&lt;/p&gt;&lt;p&gt;${text}&lt;/p&gt;</description></item>`,
    )
    .join('')}</channel></rss>`

let service: Service
let editor: Editor
let items: string[]
beforeEach(async () => {
  items = ['(SKW)', 'It rained.', '(Skerry Wire &amp;amp; Tide)']
  service = await openService(
    {},
    {
      fetchDocument: async (url) => ({
        url,
        status: 200,
        headers: new Headers({ 'content-type': 'application/rss+xml' }),
        body: new TextEncoder().encode(feed(items)),
        redirects: [],
      }),
    },
  )
  editor = await signIn(service, 'write')
  const upstream = newUpstream({ url: new URL('https://skerry.example/feed') }, service.deps)
  await service.deps.store.addUpstream(upstream)
  await pollNow([upstream], service.deps)
})
afterEach(() => service.close())

const partiesOf = async (path: string) => {
  const { items: found } = JSON.parse(await (await service.app.request(path)).text())
  return found.map((item: { title: string }) => item.title)
}
const creditsOf = async (title: string) => {
  const { articles } = await service.deps.store.listArticles({}, { limit: 20 })
  const stored = articles.find(({ article }) => article.title === title)
  return {
    id: stored?.id ?? 0,
    names: stored?.article.credits.map(({ agencyId, role }) => `${agencyId} ${role}`),
    doubts: stored?.article.doubts,
    changedAt: stored?.article.changedAt,
  }
}
const teach = (form: Record<string, string> = {}) =>
  editor.post('/admin/agencies', {
    name: 'Skerry Wire & Tide',
    also: 'SKW',
    kind: 'news',
    site: 'wire.example',
    country: 'no',
    ...form,
  })

describe('teaching an agency', () => {
  test('credits the doubtful articles that name it, and leaves the others', async () => {
    expect((await creditsOf('Item 0')).doubts).toContain('uncredited')
    const answer = await teach()
    expect(answer.headers.get('location')).toMatch(/^\/admin\/agencies\?done=taught&reread=[12]$/)
    expect(await creditsOf('Item 0')).toMatchObject({
      names: ['skerry-wire-tide wire'],
      doubts: [],
      changedAt: undefined,
    })
    expect((await creditsOf('Item 2')).names).toEqual(['skerry-wire-tide wire'])
    expect(await creditsOf('Item 1')).toMatchObject({ names: [], doubts: ['uncredited'] })
    expect(await partiesOf('/agencies/skerry-wire-tide.json')).toContain('Item 0')
    const page = await (await service.app.request('/agencies/skerry-wire-tide')).text()
    expect(page).toContain('wire.example')
    const desk = await (await editor.get('/admin/agencies?done=taught&reread=1')).text()
    expect(desk).toContain('1 article that named it is credited now.')
    expect(desk).toContain('Skerry Wire &amp; Tide')
  })

  test('later polls and pushed texts are read with it', async () => {
    await teach()
    items.push('Picture and text: SKW')
    items[1] = 'It rained. (SKW)'
    const [upstream] = await service.deps.store.listUpstreams()
    if (upstream) await pollNow([upstream], service.deps)
    expect((await creditsOf('Item 1')).names).toEqual(['skerry-wire-tide wire'])
    expect((await creditsOf('Item 3')).names).toContain('skerry-wire-tide wire')
    const { readings } = JSON.parse(
      await (
        await service.app.request('/api/credits', {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await service.token('read')}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ lines: [{ text: '(SKW)', where: 'end' }] }),
        })
      ).text(),
    )
    expect(readings[0].credits[0].agency_id).toBe('skerry-wire-tide')
  })

  test('what an editor credited stays', async () => {
    const { id } = await creditsOf('Item 0')
    await service.deps.store.editArticle(
      id,
      {
        credits: [
          { name: 'Odile Varga', kind: 'person', role: 'author', evidence: [{ how: 'edited' }] },
        ],
      },
      toInstant(START),
    )
    await teach()
    expect((await creditsOf('Item 0')).names).toEqual(['undefined author'])
  })

  test.each([
    [{ name: 'Reuters' }, /is known already/],
    [{ name: '', also: '' }, /Give the agency/],
    [{ name: 'Tide Desk', also: 'AFP' }, /“AFP” is known already/],
    [{ country: 'Norway' }, /two letters/],
    [{ site: 'not a site at all' }, /The site is an address/],
  ])('refuses %j, and keeps what was typed', async (form, words) => {
    const answer = await teach(form)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(words)
    expect(page).toContain('wire.example'.slice(0, form && 'site' in form ? 0 : 12))
    expect(await service.deps.store.listAgencies()).toEqual([])
  })

  test('what is forgotten is not read any more; credits stay', async () => {
    await teach()
    expect((await teach()).status).toBe(422)
    expect((await editor.post('/admin/agencies/skerry-wire-tide/forget')).status).toBe(303)
    expect(await service.deps.store.listAgencies()).toEqual([])
    expect((await creditsOf('Item 0')).names).toEqual(['skerry-wire-tide wire'])
  })

  test('is offered where an organization is credited that is no agency that we know', async () => {
    const { id } = await creditsOf('Item 1')
    await editor.post(`/admin/articles/${id}/credits`, {
      seq: String((await service.deps.store.findArticle(id))?.seq),
      'name-0': 'Fog Signal Union',
      'role-0': 'wire',
      'kind-0': 'organization',
    })
    const page = await (await editor.get(`/admin/articles/${id}`)).text()
    expect(page).toContain('href="/admin/agencies?name=Fog%20Signal%20Union"')
    expect(await (await editor.get('/admin/agencies?name=Fog%20Signal%20Union')).text()).toContain(
      'value="Fog Signal Union"',
    )
  })
})
