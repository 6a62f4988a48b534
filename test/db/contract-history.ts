/** What changes in articles that come again: kept as history, or recognised as no change at all. */

import { expect, test } from 'vitest'
import { rawHtml } from '../../feeds/model/html.ts'
import type { Open } from './contract.ts'
import { incoming, LATER, NOW, person, upstream } from './samples.ts'

const AGAIN = '2025-06-01T14:00:00Z'
const text = (html: string) => ({ body: { clean: false, html: rawHtml(html) } as const })

export function historyContract(open: Open): void {
  test('what changes in an article is kept, the latest first', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    expect(await store.listHistory(1)).toEqual([])
    await store.saveArticles([incoming(1, { title: 'New title' }, 'b')], LATER)
    const more = { title: 'New title', ...text('<p>New</p>'), credits: [person('Ada Quill')] }
    await store.saveArticles([incoming(1, more, 'c')], AGAIN)
    await store.editArticle(1, { status: 'retracted' }, AGAIN.replace('14', '15'))
    expect(await store.listHistory(1)).toEqual([
      {
        at: '2025-06-01T15:00:00Z',
        changes: [{ field: 'status', before: 'published', after: 'retracted' }],
      },
      {
        at: AGAIN,
        changes: [{ field: 'credits', after: 'Ada Quill (author)' }, { field: 'text' }],
      },
      {
        at: LATER,
        changes: [{ field: 'title', before: 'Ferry timetable 1', after: 'New title' }],
      },
    ])
    const [last] = await store.listUpstreamChanges('harbour', 1)
    expect(last).toMatchObject({ articleId: 1, title: 'New title' })
    expect(await store.listUpstreamChanges('pier', 5)).toEqual([])
  })

  test('what its upstream takes back is retracted in the batch of its poll, and that is its history', async () => {
    const { store } = await open()
    await store.addUpstream(upstream('harbour'))
    await store.saveArticles(
      [1, 2].map((n) => incoming(n)),
      NOW,
    )
    const guid = 'https://harbour.example/1'
    const withdrawn = [
      { guid, at: NOW, by: 'The Harbour Post', comment: 'It never sailed.' },
      { guid: 'https://harbour.example/9', at: NOW, by: 'The Harbour Post' },
    ]
    const outcome = { upstream: upstream('harbour'), articles: [incoming(3)], withdrawn }
    await store.savePolls([outcome], LATER)
    const { articles } = await store.listArticles({}, { limit: 5 })
    const statuses = articles.map(({ id, article }) => [id, article.status])
    expect(Object.fromEntries(statuses)).toEqual({ 1: 'retracted', 2: 'published', 3: 'published' })
    expect((await store.findArticle(1))?.article).toMatchObject({
      changedAt: LATER,
      corrections: [{ at: NOW, note: 'Withdrawn by The Harbour Post: It never sailed.' }],
    })
    const changes = [{ field: 'status', before: 'published', after: 'retracted' }]
    expect(await store.listHistory(1)).toEqual([{ at: LATER, changes }])
    const before = await store.findSequence()
    await store.savePolls([{ ...outcome, articles: [] }], AGAIN)
    expect(await store.findSequence()).toBe(before)
  })

  test('of an article that changes all the time, the latest changes are kept', async () => {
    const { store } = await open()
    for (let n = 0; n < 60; n++) {
      const at = `2025-06-01T12:${String(n).padStart(2, '0')}:00Z`
      await store.saveArticles([incoming(1, { title: `Title ${n}` }, `h${n}`)], at)
    }
    const history = await store.listHistory(1)
    expect(history).toHaveLength(50)
    expect(history[0]?.changes[0]?.after).toBe('Title 59')
  })

  test('of what is removed for legal reasons, no earlier words are kept', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    await store.saveArticles([incoming(1, { title: 'A name' }, 'b')], LATER)
    await store.editArticle(1, { status: 'removed' }, AGAIN)
    expect(await store.listHistory(1)).toEqual([{ at: AGAIN, changes: [{ field: 'status' }] }])
  })

  test('an entry that is said otherwise and makes the same article changes nothing', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    const before = await store.findArticle(1)
    await store.saveArticles([{ ...incoming(1, {}, 'b'), said: '{"comments":7}' }], LATER)
    expect(await store.findArticle(1)).toEqual(before)
    expect(
      (await store.findKnown('harbour', ['https://harbour.example/1'])).values().next().value,
    ).toMatchObject({ hash: 'b' })
    expect(await store.listHistory(1)).toEqual([])
  })

  test.each([
    [
      'is dated anew, its first date stays',
      '2025-05-02T10:00:00Z',
      '2025-05-20T10:00:00Z',
      '2025-05-02T10:00:00Z',
    ],
    [
      'is dated back, that is a correction',
      '2025-05-20T10:00:00Z',
      '2025-05-02T10:00:00Z',
      '2025-05-02T10:00:00Z',
    ],
    [
      'gets its hour, that is a correction',
      '2025-05-20',
      '2025-05-20T10:00:00Z',
      '2025-05-20T10:00:00Z',
    ],
    ['loses its date, it keeps it', '2025-05-20', undefined, '2025-05-20'],
    ['was dated ahead, that is a correction', '2026-05-20', '2026-06-20', '2026-06-20'],
  ])('where an article %s', async (_, first, second, kept) => {
    const { store } = await open()
    await store.saveArticles([incoming(1, { published: first })], NOW)
    const { article, ...rest } = incoming(1, {}, 'b')
    const { published: _published, ...undated } = article
    const again = { ...undated, ...(second ? { published: second } : {}) }
    await store.saveArticles([{ ...rest, article: again }], LATER)
    expect((await store.findArticle(1))?.article.published).toBe(kept)
  })

  test('an address that goes to https is taken, one that flips is not followed', async () => {
    const { store } = await open()
    const at = (canonicalUrl: string, hash: string) => incoming(1, { canonicalUrl }, hash)
    const stored = async () => (await store.findArticle(1))?.article.canonicalUrl
    await store.saveArticles([at('http://www.harbour.example/1/', 'a')], NOW)
    await store.saveArticles([at('https://harbour.example/1', 'b')], LATER)
    expect(await stored()).toBe('https://harbour.example/1')
    await store.saveArticles([at('http://www.harbour.example/1/', 'c')], AGAIN)
    expect(await stored()).toBe('https://harbour.example/1')
  })
}
