/** A correction is told in every format and on the article's page; several sources are one feed. */

import { afterEach, beforeEach, expect, it } from 'vitest'
import { incoming, NOW } from '../../db/samples.ts'
import { openService, type Service } from '../service.ts'

const AT = '2025-06-01T13:00:00Z'
let service: Service
beforeEach(async () => {
  service = await openService()
})
afterEach(() => service.close())

const textOf = async (path: string) => (await service.app.request(path)).text()

it('a published correction is an update with a note, in all formats and as Schema.org has it', async () => {
  await service.deps.store.saveArticles([incoming(1, { updated: '2025-05-20T00:00:00Z' })], NOW)
  const correction = { at: AT, note: 'The ferry is a barge.' }
  await service.deps.store.editArticle(1, { correction }, AT)

  const record = `"corrections":[{"at":"${AT}","note":"The ferry is a barge."}]`
  expect(await textOf('/feed.rss')).toMatch(new RegExp(`<atom:updated>${AT}</atom:updated>`))
  expect(await textOf('/feed.atom')).toContain(`<updated>${AT}</updated>`)
  for (const format of ['rss', 'atom', 'json'])
    expect(await textOf(`/feed.${format}`)).toContain(record)
  const [item] = JSON.parse(await textOf('/feed.json')).items
  expect(item).toMatchObject({ date_modified: AT, _creditline: { corrections: [correction] } })

  const page = await textOf('/articles/1')
  expect(page).toContain('The ferry is a barge.')
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
  expect(JSON.parse(json)).toMatchObject({
    dateModified: AT,
    correction: [
      { '@type': 'CorrectionComment', text: 'The ferry is a barge.', datePublished: AT },
    ],
  })
})

it('an update that came after a correction stands', async () => {
  const correction = { at: AT, note: 'Spelling.' }
  const article = { updated: '2025-06-02T00:00:00Z', corrections: [correction] }
  await service.deps.store.saveArticles([incoming(1, article)], NOW)
  expect(await textOf('/feed.atom')).toContain('<updated>2025-06-02T00:00:00Z</updated>')
})

it('a feed combines sources, said with commas or one by one, and pages through them', async () => {
  const of = (name: string, n: number) =>
    incoming(n, { upstreamId: name, publication: { name, url: `https://${name}.example/` } })
  const names = ['alpha', 'bravo', 'charlie']
  const articles = names.flatMap((name, at) => [of(name, at + 1), of(name, at + 11)])
  await service.deps.store.saveArticles(articles, NOW)
  const titlesOf = async (query: string) => {
    const titles: string[] = []
    for (let next: string | undefined = `/feed.json?limit=1&${query}`; next; ) {
      const feed = JSON.parse(await textOf(next))
      titles.push(...feed.items.map((item: { title: string }) => item.title))
      next = feed.next_url
    }
    return titles
  }
  const both = [
    'Ferry timetable 13',
    'Ferry timetable 11',
    'Ferry timetable 3',
    'Ferry timetable 1',
  ]
  expect(await titlesOf('source=alpha,charlie')).toEqual(both)
  expect(await titlesOf('source=charlie&source=alpha')).toEqual(both)
  expect(await titlesOf('source=alpha,nobody')).toEqual(['Ferry timetable 11', 'Ferry timetable 1'])
})
