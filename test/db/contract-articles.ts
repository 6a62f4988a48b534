/** Articles: stored whole, recognised again, never mixed up. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../../feeds/model/article.ts'
import { rawHtml, type SafeHtml } from '../../feeds/model/html.ts'
import type { Open } from './contract.ts'
import { agency, article, FULL, incoming, LATER, NOW } from './samples.ts'

export function articlesContract(open: Open): void {
  test('an article comes back as it was stored, every field of it', async () => {
    const { store } = await open()
    const faults = [{ code: 'date_unreadable', at: 'pubDate', text: 'no date: "soon"' }]
    await store.saveArticles([{ article: FULL, hash: 'a', said: '{}', faults }], NOW)
    const stored = await store.findArticle(1)
    expect(stored?.article).toEqual(FULL)
    expect(stored).toMatchObject({ id: 1, seq: 1, storedAt: NOW, sourceSlug: 'the-harbour-post' })
    expect(await store.findArticleByGuid('harbour', FULL.guid)).toEqual(stored)
    expect(await store.listFaults({ articleId: 1 })).toEqual(faults)
    expect(await store.findArticle(2)).toBeUndefined()
    expect(await store.isEmpty()).toBe(false)
  })

  test('any text comes back equal', async () => {
    const { store } = await open()
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    const samples = fc.sample(fc.record({ title: text, summary: text, html: text }), {
      numRuns: 100,
      seed: 1,
    })
    const articles = samples.map(({ title, summary, html }, n) =>
      incoming(n, { title, summary, body: { clean: false, html: rawHtml(html) } }),
    )
    await store.saveArticles(articles, NOW)
    const { articles: stored } = await store.listArticles({}, { limit: 500 })
    const byGuid = new Map(stored.map((one) => [one.article.guid, one.article]))
    for (const { article } of articles) expect(byGuid.get(article.guid)).toEqual(article)
  })

  test('missing fields stay missing', async () => {
    const { store } = await open()
    const { title, body, published, publication, canonicalUrl, ...bare } = article(1)
    await store.saveArticles([{ article: bare, hash: 'a', said: '{}', faults: [] }], NOW)
    expect((await store.findArticle(1))?.article).toEqual(bare)
  })

  test('numbers follow the order of first storing, whatever the chunk', async () => {
    const { store } = await open()
    const body = { clean: false, html: rawHtml(`<p>${'word '.repeat(20_000)}</p>`) } as const
    await store.saveArticles(
      [3, 1, 2, 5, 4, 9, 8].map((n) => incoming(n, { body })),
      NOW,
    )
    const ids = await Promise.all(
      [3, 1, 2, 5, 4, 9, 8].map((n) => store.findArticleByGuid('harbour', article(n).guid)),
    )
    expect(ids.map((stored) => [stored?.id, stored?.seq])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => [n, n]),
    )
  })

  test('an entry with the same hash writes nothing', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    const before = await store.findArticle(1)
    await store.saveArticles([incoming(1, { title: 'Not looked at' })], LATER)
    expect(await store.findArticle(1)).toEqual(before)
    expect(await store.findSelectionState({})).toEqual({ seq: 1, modifiedAt: NOW })
  })

  test('a changed entry keeps its number, published id and first sight', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1), incoming(2)], NOW)
    const changed = { publishedId: 'urn:x', firstSeenAt: LATER, tags: [{ term: 'sea' }] }
    await store.saveArticles([incoming(1, changed, 'other')], LATER)
    const stored = await store.findArticle(1)
    expect(stored?.article).toEqual(article(1, { tags: [{ term: 'sea' }] }))
    // 3 was taken by the indexing of the first batch.
    expect(stored).toMatchObject({ seq: 4, storedAt: LATER })
  })

  test.each<[string, Partial<Article>]>([
    ['title', { title: 'New' }],
    ['body', { body: { clean: false, html: rawHtml('<p>New</p>') } }],
    ['canonical URL', { canonicalUrl: 'https://harbour.example/new' }],
    ['status', { status: 'retracted' }],
  ])('a new %s is dated as a change, and stays so', async (_, change) => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    await store.saveArticles([incoming(1, change, 'b')], LATER)
    expect((await store.findArticle(1))?.article.changedAt).toBe(LATER)
    await store.saveArticles([incoming(1, { ...change, tags: [{ term: 'x' }] }, 'c')], NOW)
    expect((await store.findArticle(1))?.article.changedAt).toBe(LATER)
  })

  test('credits read anew are no change of the article', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    await store.saveArticles([incoming(1, { credits: [agency('Polaris', 'polaris')] }, 'b')], LATER)
    expect((await store.findArticle(1))?.article.changedAt).toBeUndefined()
    expect((await store.findArticle(1))?.storedAt).toBe(LATER)
  })

  test('a cleaned body is kept, moves nothing, and is compared by what it was made of', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    const html = '<p>clean</p>' as SafeHtml
    await store.saveCleanBodies([{ id: 1, seq: 1, html }])
    expect((await store.findArticle(1))?.article.body).toEqual({ clean: true, html })
    expect(await store.findSelectionState({})).toEqual({ seq: 1, modifiedAt: NOW })
    await store.saveArticles([incoming(1, { comments: 'https://harbour.example/c' }, 'b')], LATER)
    expect((await store.findArticle(1))?.article.changedAt).toBeUndefined()
    await store.saveCleanBodies([{ id: 1, seq: 1, html: '<p>stale</p>' as SafeHtml }])
    expect((await store.findArticle(1))?.article.body).toEqual(article(1).body)
  })

  test('two upstreams never touch each other’s articles, and a published id is held once', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1), incoming(1, { upstreamId: 'pier', title: 'Pier' })], NOW)
    await store.saveArticles([incoming(1, { upstreamId: 'quay' })], NOW)
    const stored = await Promise.all(
      ['harbour', 'pier', 'quay'].map((id) => store.findArticleByGuid(id, article(1).guid)),
    )
    const ids = stored.map((one) => one?.article.publishedId ?? '')
    expect(ids[0]).toBe('https://harbour.example/1')
    expect(ids[1]).toMatch(/^urn:uuid:/)
    expect(new Set(ids).size).toBe(3)
    expect(await store.findPublishedIds([...ids, 'urn:none'])).toEqual(new Set(ids))
  })

  test('what is known of entries that come again', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1), incoming(2)], NOW)
    const { guid, publishedId, title, published } = article(2)
    const known = {
      guid,
      id: 2,
      hash: 'h2',
      publishedId,
      firstSeenAt: NOW,
      url: null,
      title,
      published,
    }
    expect(await store.findKnown('harbour', [guid, 'other'])).toEqual(new Map([[guid, known]]))
    expect(await store.findKnown('pier', [guid])).toEqual(new Map())
    expect(await store.findKnown('pier', [])).toEqual(new Map())
    expect(await store.findRecent('harbour', 1)).toEqual([known])
    expect(await store.findRecent('pier', 5)).toEqual([])
  })

  test('mastheads of one name are one source unless their sites differ', async () => {
    const { store } = await open()
    const of = (n: number, name: string, url?: string) =>
      incoming(n, { publication: { name, ...(url ? { url } : {}) } })
    await store.saveArticles(
      [of(1, 'The Bell'), of(2, 'the bell', 'https://www.bell.example/')],
      NOW,
    )
    await store.saveArticles([of(3, 'The Bell', 'https://bell.test/'), of(4, 'The Bell')], NOW)
    await store.saveArticles([of(5, 'The Bell', 'https://bell.example/world')], NOW)
    const slugs = await Promise.all([1, 2, 3, 4, 5].map(async (id) => store.findArticle(id)))
    expect(slugs.map((stored) => stored?.sourceSlug)).toEqual([
      'the-bell',
      'the-bell',
      'the-bell-bell-test',
      'the-bell',
      'the-bell',
    ])
    expect(await store.findSource('the-bell')).toMatchObject({ url: 'https://www.bell.example/' })
    expect((await store.listSources(10)).map((source) => source.slug)).toEqual([
      'the-bell',
      'the-bell-bell-test',
    ])
  })

  test('without a masthead the feed is the source', async () => {
    const { store } = await open()
    const { publication, ...bare } = article(1)
    const upstreamFeed = { url: 'https://gulls.example/feed', title: 'Gull Watch' }
    await store.saveArticles(
      [{ article: { ...bare, upstreamFeed }, hash: 'a', said: '{}', faults: [] }],
      NOW,
    )
    expect(await store.findSource('gull-watch')).toEqual({
      slug: 'gull-watch',
      name: 'Gull Watch',
      feedUrl: 'https://gulls.example/feed',
    })
  })

  test('what a row cannot hold is cut, and the fault says so', async () => {
    const { store } = await open()
    const html = rawHtml(`<p>${'\u5317"'.repeat(400_000)}</p>`)
    await store.saveArticles([incoming(1, { body: { clean: false, html } })], NOW)
    const kept = (await store.findArticle(1))?.article.body?.html ?? ''
    expect(kept.length).toBeGreaterThan(400_000)
    expect(html.startsWith(kept)).toBe(true)
    expect(await store.listFaults({ articleId: 1 })).toMatchObject([
      { code: 'too_long', at: 'body' },
    ])
  })

  test('articles of one canonical URL are found together, oldest first, and marked', async () => {
    const { store } = await open()
    const canonicalUrl = 'https://harbour.example/same'
    await store.saveArticles([incoming(5, { canonicalUrl }), incoming(6)], NOW)
    expect((await store.findArticle(1))?.sharedUrl).toBe(false)
    await store.saveArticles(
      [incoming(3, { canonicalUrl }), incoming(4, { canonicalUrl, status: 'withheld' })],
      LATER,
    )
    expect((await store.findArticle(1))?.sharedUrl).toBe(true)
    const found = await store.listByCanonicalUrl([canonicalUrl, 'https://none.example/'])
    expect(found.map((stored) => stored.id)).toEqual([3, 1])
    await store.saveArticles([incoming(3, {}, 'b'), incoming(4, {}, 'b')], LATER)
    expect((await store.findArticle(1))?.sharedUrl).toBe(false)
    expect((await store.findArticle(3))?.sharedUrl).toBe(false)
  })

  test('nothing of a batch that breaks is stored', async () => {
    const { store, sql } = await open()
    const insert = `INSERT INTO tokens (id, token) VALUES (?, '{"hash":"h"}')`
    const batch = sql.batch([
      { sql: insert, params: ['a'] },
      { sql: insert, params: ['b'] },
    ])
    await expect(batch).rejects.toMatchObject({ code: 'conflict' })
    expect(await store.listTokens()).toEqual([])
    expect(await store.isEmpty()).toBe(true)
  })

  test('a batch answers with the rows of each of its statements', async () => {
    const { sql } = await open()
    const rows = await sql.batch([
      { sql: 'SELECT 1 AS one' },
      { sql: `UPDATE facets SET name = 'x' WHERE id = ? RETURNING key`, params: [1] },
      { sql: 'UPDATE facets SET name = NULL WHERE id = 1' },
    ])
    expect(rows).toEqual([[{ one: 1 }], [{ key: 'all' }], []])
  })

  test('writers that come across each other both get through', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    await Promise.all([
      store.saveArticles([incoming(1, { title: 'Two' }, 'b'), incoming(2)], LATER),
      store.editArticle(1, { credits: [agency('Polaris', 'polaris')] }, LATER),
      store.saveArticles([incoming(2, { title: 'Three' }, 'c')], LATER),
    ])
    const stored = await store.findArticle(1)
    expect(stored?.article.title).toBe('Two')
    expect(stored?.article.credits.map((credit) => credit.name)).toEqual(['Polaris'])
    expect((await store.listArticles({}, { limit: 10 })).articles).toHaveLength(2)
  })
}
