/** What changes by itself: embargoes end, and removals are told of for thirty days. */

import { expect, test } from 'vitest'
import type { Store } from '../../db/store.ts'
import type { Open } from './contract.ts'
import { agency, incoming, LATER, NOW } from './samples.ts'

const END = '2025-06-03T06:00:00Z'
const BEFORE = '2025-06-03T05:59:59Z'
const NOTICE_ENDS = '2025-07-01T13:00:00Z'

const idsOf = async (store: Store, selection = {}) =>
  (await store.listArticles(selection, { limit: 9 })).articles.map(({ id }) => id)

export function dueContract(open: Open): void {
  test('an article under embargo is in nothing before its end, whatever status it came with', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1), incoming(2, { embargo: END })], NOW)
    expect((await store.findArticle(2))?.article.status).toBe('withheld')
    expect(await idsOf(store)).toEqual([1])
    expect(await idsOf(store, { q: 'ferry' })).toEqual([1])
    const changes = await store.listChanges({}, 0, 9)
    expect(changes.articles.map(({ id }) => id)).toEqual([1])
    expect(await store.findDue()).toBe(END)
    expect(await store.settleDue(BEFORE)).toBe(0)
    expect(await idsOf(store)).toEqual([1])
  })

  test('at its end it is published, newest of all, with a number of its own', async () => {
    const { store } = await open()
    const credits = [agency('Polaris', 'polaris')]
    await store.saveArticles([incoming(3, { embargo: END, credits })], NOW)
    await store.saveArticles([incoming(20)], LATER)
    const before = await store.findSelectionState({})
    expect(await store.settleDue(END)).toBe(1)
    expect(await store.findDue()).toBeUndefined()
    expect(await store.settleDue(END)).toBe(0)
    const after = await store.findSelectionState({})
    expect(after.seq).toBeGreaterThan(before.seq)
    expect(after.modifiedAt).toBe(END)
    expect(await idsOf(store)).toEqual([1, 2])
    expect(await idsOf(store, { agency: 'polaris' })).toEqual([1])
    expect(await idsOf(store, { q: 'ferry' })).toContain(1)
    const { articles } = await store.listChanges({}, before.seq, 9)
    expect(articles.map(({ id, listed }) => [id, listed])).toEqual([[1, true]])
    expect(articles[0]?.article).toMatchObject({ status: 'published', changedAt: END })
    expect(articles[0]?.article.unlisted).toBeUndefined()
  })

  test('several end in the order of their embargoes', async () => {
    const { store } = await open()
    const later = '2025-06-04T06:00:00Z'
    await store.saveArticles([incoming(1, { embargo: later }), incoming(2, { embargo: END })], NOW)
    expect(await store.settleDue('2025-06-09T00:00:00Z')).toBe(2)
    const { articles } = await store.listChanges({}, 0, 9)
    expect(articles.map(({ id }) => id)).toEqual([2, 1])
    expect(await idsOf(store)).toEqual([1, 2])
  })

  test('an editor sets an embargo and lets go before its end; re-ingest changes neither', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    const held = await store.editArticle(1, { embargo: END }, LATER)
    expect(held.article).toMatchObject({ status: 'withheld', embargo: END })
    await store.saveArticles([incoming(1, { title: 'New' }, 'b')], LATER)
    expect((await store.findArticle(1))?.article).toMatchObject({
      status: 'withheld',
      embargo: END,
      title: 'New',
    })
    const free = await store.editArticle(1, { status: 'published' }, LATER)
    expect(free.article.status).toBe('published')
    expect(free.article.embargo).toBeUndefined()
    await store.saveArticles([incoming(1, { embargo: END }, 'c')], LATER)
    expect((await store.findArticle(1))?.article.status).toBe('published')
    expect(await store.findDue()).toBeUndefined()
  })

  test('a removal is told of for thirty days, and then is a change again', async () => {
    const { store } = await open()
    const credits = [agency('Polaris', 'polaris')]
    await store.saveArticles([incoming(1, { credits }), incoming(2)], NOW)
    await store.editArticle(1, { status: 'removed' }, LATER)
    const told = async (selection = {}) =>
      (await store.listRemoved(selection, 9)).map(({ id, article }) => [id, article.removal])
    const removal = { at: LATER, noticeUntil: NOTICE_ENDS }
    expect(await told()).toEqual([[1, removal]])
    expect(await told({ agency: 'polaris' })).toEqual([[1, removal]])
    expect(await told({ agency: 'afp' })).toEqual([])
    expect(await told({ until: '2025-01-01T00:00:00Z' })).toEqual([])
    expect(await store.findDue()).toBe(NOTICE_ENDS)
    const before = await store.findSelectionState({ agency: 'polaris' })
    expect(await store.settleDue(NOTICE_ENDS)).toBe(1)
    expect(await told()).toEqual([])
    expect((await store.findArticle(1))?.article.removal).toEqual({ at: LATER })
    const after = await store.findSelectionState({ agency: 'polaris' })
    expect(after.seq).toBeGreaterThan(before.seq)
    expect(after.modifiedAt).toBe(NOTICE_ENDS)
  })

  test('of what nobody saw, nobody is told', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1, { embargo: END }), incoming(2)], NOW)
    await store.editArticle(1, { status: 'removed' }, LATER)
    expect(await store.listRemoved({}, 9)).toEqual([])
    expect(await store.findDue()).toBeUndefined()
    const { articles } = await store.listChanges({}, 0, 9)
    expect(articles.map(({ id }) => id)).toEqual([2])
  })

  test('what was seen and is withheld has left', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    const { seq } = await store.findSelectionState({})
    await store.editArticle(1, { status: 'withheld' }, LATER)
    const { articles } = await store.listChanges({}, seq, 9)
    expect(articles.map(({ id, listed }) => [id, listed])).toEqual([[1, false]])
  })
}
