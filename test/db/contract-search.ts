/** Full text: as people type it, in any script, by when the articles were stored. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../db/store.ts'
import type { Selection } from '../../feeds/model/channel.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import type { Open } from './contract.ts'
import { agency, incoming, LATER, NOW, upstream } from './samples.ts'

const found = async (store: Store, q: string, more: Selection = {}): Promise<number[]> =>
  (await store.listArticles({ q, ...more }, { limit: 50 })).articles.map((stored) => stored.id)

const html = (text: string) => ({ body: { clean: false, html: rawHtml(text) } }) as const

const QUERIES: readonly (readonly [string, readonly number[]])[] = [
  ['harbour', [3, 2, 1]],
  ['Lighthouse', [2, 1]],
  ['lighthouse keeper', [1]],
  ['"lighthouse keeper"', []],
  ['"keeper of the lighthouse"', [1]],
  ['"keeper of the', [1]],
  ['light*', [2, 1]],
  ['lighthouse -keeper', [2]],
  ['-keeper', []],
  ['übermut', [2]],
  ['UBERMUT', [2]],
  ['łódź', [3]],
  ['lodz', [3]],
  ['北京', [3]],
  ['京北', []],
  ['天安門', [3]],
  ['polaris', [2]],
  ['"Polaris contributed"', [2]],
  ['strong', []],
  ['f1', []],
  ['F1*', []],
  ['F*', [3, 2, 1]],
  ['"f1 f3"', []],
  ['d20250502', []],
  ['harbour -d20250502', [3, 2, 1]],
  ['2025*', []],
  ['öld', []],
  ['ol*', []],
  ['NEAR(a b) AND OR title:x ^ " * ( ) {', []],
  ['" * -', []],
  ['', []],
]

export function searchContract(open: Open): void {
  test('finds words, phrases, beginnings, and leaves out what is not wanted', async () => {
    const { store } = await open()
    const creditText = ['Polaris contributed reporting.']
    await store.saveArticles(
      [
        incoming(1, html('<p>The <strong>keeper</strong> of the lighthouse</p>')),
        incoming(2, {
          title: 'Übermut am Lighthouse',
          credits: [agency('Polaris', 'polaris')],
          creditText,
        }),
        incoming(3, {
          ...html('<p>Łódź, 在北京天安門廣場</p>'),
          published: '1850-03-01T10:00:00Z',
        }),
      ],
      NOW,
    )
    for (const [q, ids] of QUERIES) expect([q, await found(store, q)]).toEqual([q, ids])
  })

  test('no query is an error', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    const word = fc.constantFrom(
      '"',
      '*',
      '-',
      'AND',
      'NEAR(',
      ')',
      '^',
      ':',
      '{',
      '\\',
      "'",
      'ferry',
      '北',
      ' ',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    )
    for (const q of fc.sample(texts, { numRuns: 100, seed: 1 }))
      expect((await store.listArticles({ q }, { limit: 5 })).articles.length).toBeLessThan(2)
  })

  test('is combined with every other condition', async () => {
    const { store } = await open()
    await store.saveArticles(
      Array.from({ length: 20 }, (_, at) =>
        incoming(at, {
          credits: at % 2 ? [agency('Polaris', 'polaris')] : [],
          tags: [{ term: `t${at % 3}` }],
          published: `2025-0${1 + (at % 5)}-10T00:00:00Z`,
        }),
      ),
      NOW,
    )
    const tagged = { agency: 'polaris', tag: 't0' }
    expect(await found(store, 'ferry', tagged)).toEqual([16, 10, 4])
    expect(await found(store, 'ferry', { ...tagged, since: '2025-05-01T00:00:00Z' })).toEqual([10])
    expect(await found(store, 'ferry', { ...tagged, until: '2025-01-10T00:00:00Z' })).toEqual([])
    expect(await found(store, 'ferry', { ...tagged, until: '2025-01-10T00:00:01Z' })).toEqual([16])
    expect(await found(store, 'ferry', { source: ['none', 'the-harbour-post'] })).toHaveLength(20)
    expect(await found(store, 'ferry', { agency: 'none' })).toEqual([])
    const range = { since: '2025-03-10T00:00:01Z', until: '2025-03-09T00:00:00Z' }
    expect(await found(store, 'ferry', range)).toEqual([])
  })

  test('goes by when articles were stored, page by page', async () => {
    const { store } = await open()
    await store.saveArticles(
      [9, 4, 7].map((n) => incoming(n)),
      NOW,
    )
    const first = await store.listArticles({ q: 'ferry' }, { limit: 2 })
    expect(first.articles.map((stored) => stored.id)).toEqual([3, 2])
    const second = await store.listArticles({ q: 'ferry' }, { limit: 2, after: first.next ?? '' })
    expect(second.articles.map((stored) => stored.id)).toEqual([1])
    expect(second.next).toBeUndefined()
  })

  test('a changed text is found by its new words alone', async () => {
    const { store } = await open()
    await store.saveArticles([incoming(1)], NOW)
    await store.saveArticles([incoming(1, { title: 'Gulls', ...html('<p>Gulls</p>') }, 'b')], LATER)
    expect(await found(store, 'ferry')).toEqual([])
    expect(await found(store, 'gulls')).toEqual([1])
  })

  test('may follow later from its queue, and then moves the state of searches', async () => {
    const { store } = await open()
    await store.addUpstream(upstream('harbour'))
    const outcome = { upstream: upstream('harbour'), articles: [1, 2, 3].map((n) => incoming(n)) }
    await store.savePolls([outcome], NOW, { search: 'later' })
    expect(await found(store, 'ferry')).toEqual([])
    const all = await store.findSelectionState({})
    expect(await store.indexSearch(LATER, 2)).toBe(2)
    expect(await found(store, 'ferry')).toEqual([2, 1])
    const searched = await store.findSelectionState({ q: 'ferry' })
    expect(searched).toEqual({ seq: all.seq + 1, modifiedAt: LATER })
    expect(await store.indexSearch(LATER, 2)).toBe(1)
    expect(await store.indexSearch(LATER)).toBe(0)
    expect(await found(store, 'ferry')).toEqual([3, 2, 1])
    expect(await store.findSelectionState({})).toEqual(all)
  })
}
