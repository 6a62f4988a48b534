/** What a person edited stands against whatever comes later. */

import { expect, test } from 'vitest'
import type { Open } from './contract.ts'
import { agency, article, incoming, LATER, NOW, person, upstream } from './samples.ts'

const AT_NIGHT = '2025-06-01T23:00:00Z'

export function editsContract(open: Open): void {
  test('edited credits survive re-ingest and carry the person’s word first', async () => {
    const { store } = await open()
    const doubts = ['uncredited', 'future_date']
    await store.saveArticles([incoming(1, { doubts })], NOW)
    const credits = [person('Mira Okafor'), agency('Polaris', 'polaris')]
    const edited = await store.editArticle(1, { credits }, LATER)
    expect(edited.article.credits.map(({ name, evidence }) => [name, evidence[0].how])).toEqual([
      ['Mira Okafor', 'edited'],
      ['Polaris', 'edited'],
    ])
    expect(edited.article.doubts).toEqual(['future_date'])
    expect(edited.article.changedAt).toBeUndefined()

    const again = { title: 'New', doubts, credits: [person('Somebody Else')] }
    await store.saveArticles([incoming(1, again, 'b')], AT_NIGHT)
    const stored = await store.findArticle(1)
    expect(stored?.article.credits).toEqual(edited.article.credits)
    expect(stored?.article.doubts).toEqual(['future_date'])
    expect(stored?.article.title).toBe('New')
    expect(
      (await store.listArticles({ person: 'mira-okafor' }, { limit: 5 })).articles,
    ).toHaveLength(1)
    expect((await store.listArticles({ person: 'somebody-else' }, { limit: 5 })).articles).toEqual(
      [],
    )
  })

  test('an edited title and status survive re-ingest; corrections gather', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    const correction = { at: LATER, note: 'The ship was a barge.' }
    await store.editArticle(1, { title: 'Barge', status: 'retracted', correction }, LATER)
    const theirs = { at: NOW, note: 'Spelling.' }
    await store.saveArticles([incoming(1, { title: 'Ship', corrections: [theirs] }, 'b')], AT_NIGHT)
    expect((await store.findArticle(1))?.article).toMatchObject({
      title: 'Barge',
      status: 'retracted',
      changedAt: LATER,
      corrections: [theirs, correction],
    })
  })

  test('a removed article keeps its place and loses its text, also when it comes again', async () => {
    const { store, sql } = await open()
    const media = [{ url: 'https://harbour.example/1.jpg' }]
    await store.saveArticles([incoming(1, { summary: 'Short', media })], NOW)
    await store.editArticle(1, { status: 'removed' }, LATER)
    await store.saveArticles([incoming(1, { summary: 'Long', media }, 'b')], AT_NIGHT)
    const removal = { at: LATER, noticeUntil: '2025-07-01T13:00:00Z' }
    const { summary, body, ...kept } = article(1, { status: 'removed', removal, changedAt: LATER })
    expect((await store.findArticle(1))?.article).toEqual(kept)
    expect(await sql.all('SELECT said FROM entries')).toEqual([{ said: null }])
  })

  test('withheld and removed articles are in no list and found by no search', async () => {
    const { store } = await open()
    await store.saveArticles(
      [incoming(1, { status: 'withheld' }), incoming(2, { status: 'retracted' }), incoming(3)],
      NOW,
    )
    await store.editArticle(3, { status: 'removed' }, LATER)
    const ids = async (selection: { q?: string; source?: string[] }) =>
      (await store.listArticles(selection, { limit: 9 })).articles.map((stored) => stored.id)
    expect(await ids({})).toEqual([2])
    expect(await ids({ source: ['the-harbour-post'] })).toEqual([2])
    expect(await ids({ q: 'ferry' })).toEqual([2])
    await store.editArticle(1, { status: 'published' }, LATER)
    expect(await ids({})).toEqual([2, 1])
    expect(await ids({ q: 'ferry' })).toEqual([2, 1])
  })

  test('what an upstream withdraws is not found, also before the index follows', async () => {
    const { store } = await open()
    await store.addUpstream(upstream('harbour'))
    await store.saveArticles([incoming(1), incoming(2)], NOW)
    const articles = [incoming(1, { status: 'removed' }, 'b')]
    await store.savePolls([{ upstream: upstream('harbour'), articles }], LATER, { search: 'later' })
    const found = await store.listArticles({ q: 'ferry' }, { limit: 9 })
    expect(found.articles.map(({ id }) => id)).toEqual([2])
  })

  test('an edit of what is not there says so', async () => {
    const { store } = await open()
    await expect(store.editArticle(7, { title: 'x' }, NOW)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('uncredited and doubtful articles, newest first, page by page', async () => {
    const { store } = await open()
    await store.saveArticles(
      [
        incoming(1, { doubts: ['uncredited'] }),
        incoming(2),
        incoming(3, { doubts: ['doubtful_credit'], status: 'withheld' }),
        incoming(4, { doubts: ['future_date', 'uncredited'] }),
      ],
      NOW,
    )
    const first = await store.listDoubtful({ limit: 2 })
    expect(first.articles.map((stored) => stored.id)).toEqual([4, 3])
    const second = await store.listDoubtful({ limit: 2, after: first.next ?? '' })
    expect(second.articles.map((stored) => stored.id)).toEqual([1])
    expect(second.next).toBeUndefined()
    expect(await store.findStats()).toEqual({
      articles: 4,
      upstreams: 0,
      failingUpstreams: 0,
      uncredited: 2,
      doubtful: 3,
      faults: 0,
    })
  })
}
