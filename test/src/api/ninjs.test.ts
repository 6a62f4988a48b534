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
