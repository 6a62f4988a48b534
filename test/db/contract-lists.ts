/** Lists by selection, their pages, and the state that tells when they changed. */

import { expect, test } from 'vitest'
import type { Store } from '../../db/store.ts'
import type { Article } from '../../feeds/model/article.ts'
import type { Selection } from '../../feeds/model/channel.ts'
import type { Open } from './contract.ts'
import { agency, incoming, LATER, NOW, person } from './samples.ts'

const BELL = { name: 'The Bell', url: 'https://bell.example/' }
const TAGS = [{ term: 'Sea & Ships' }]

/** By number: what each sample article has. Published on the day of its number in May 2025. */
const SAMPLES: readonly Partial<Article>[] = [
  { credits: [agency('Polaris', 'polaris')], language: 'en', tags: TAGS },
  { credits: [agency('Polaris', 'polaris', 'photo')], language: 'de-AT', publication: BELL },
  { credits: [person('Mira Okafor'), agency('Polaris', 'polaris')], language: 'de' },
  { credits: [person('Mira Okafor', 'photo')], publication: BELL, tags: TAGS },
  { credits: [], language: 'zh-Hant-TW', publication: { name: 'Third' } },
]

async function filled(open: Open): Promise<Store> {
  const { store } = await open()
  await store.saveArticles(
    SAMPLES.map((sample, at) => incoming(at, sample)),
    NOW,
  )
  return store
}

const numbers = async (store: Store, selection: Selection, limit = 50): Promise<number[]> =>
  (await store.listArticles(selection, { limit })).articles.map(({ article }) =>
    Number(article.guid.split('/').at(-1)),
  )

const BY_SELECTION: readonly (readonly [Selection, readonly number[]])[] = [
  [{}, [4, 3, 2, 1, 0]],
  [{ source: ['the-bell'] }, [3, 1]],
  [{ source: ['the-bell', 'third', 'none'] }, [4, 3, 1]],
  [{ source: [] }, [4, 3, 2, 1, 0]],
  [{ source: ['none'] }, []],
  [{ agency: 'polaris' }, [2, 1, 0]],
  [{ agency: 'polaris', role: 'wire' }, [2, 0]],
  [{ person: 'mira-okafor' }, [3, 2]],
  [{ person: 'mira-okafor', role: 'photo' }, [3]],
  [{ role: 'photo' }, [3, 1]],
  [{ agency: 'polaris', role: 'wire', person: 'mira-okafor' }, [2]],
  [{ tag: 'Sea & Ships' }, [3, 0]],
  [{ tag: 'sea-ships' }, [3, 0]],
  [{ language: 'de' }, [2, 1]],
  [{ language: 'DE-at' }, [1]],
  [{ language: 'zh-Hant' }, [4]],
  [{ language: 'd' }, []],
  [{ since: '2025-05-03T10:00:00Z' }, [4, 3, 2]],
  [{ until: '2025-05-03T10:00:00Z' }, [1, 0]],
  [{ since: '2025-05-02T00:00:00Z', until: '2025-05-04T00:00:00Z', agency: 'polaris' }, [2, 1]],
  [{ agency: 'polaris', language: 'de' }, [2, 1]],
  [{ agency: 'polaris', language: 'de', source: ['the-bell'] }, [1]],
  [{ person: 'mira-okafor', tag: 'sea-ships', source: ['the-bell', 'third'] }, [3]],
  [{ person: 'mira-okafor', agency: 'polaris', language: 'de', tag: 'sea-ships' }, []],
]

export function listsContract(open: Open): void {
  test('the first page of a facet with many is that of its listings, whatever happens to its articles', async () => {
    const { store } = await open()
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        incoming(n, {
          credits: [agency('Polaris', 'polaris')],
          published: new Date(Date.UTC(2025, 0, 1 + n)).toISOString().replace('.000', ''),
        }),
      )
    await store.saveArticles(many(60), NOW)
    const first = (limit: number) => numbers(store, { agency: 'polaris' }, limit)
    const newest = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => from - n)
    expect(await first(50)).toEqual(newest(59, 50))
    const page = await store.listArticles({ agency: 'polaris' }, { limit: 50 })
    const rest = await store.listArticles(
      { agency: 'polaris' },
      { limit: 50, after: page.next ?? '' },
    )
    expect([rest.articles.length, rest.next]).toEqual([10, undefined])
    expect(await first(60)).toEqual(newest(59, 60))
    const [top] = page.articles
    await store.editArticle(top?.id ?? 0, { status: 'withheld' }, LATER)
    expect(await first(50)).toEqual(newest(58, 50))
    await store.saveArticles(
      [incoming(58, { ...many(59)[58]?.article, credits: [agency('Other', 'other')] }, 'changed')],
      LATER,
    )
    expect(await first(50)).toEqual(newest(57, 50))
    await store.saveArticles(many(62).slice(60), LATER)
    expect(await first(3)).toEqual([61, 60, 57])
    await store.removeUpstream('harbour', { withArticles: true, now: LATER })
    expect(await first(50)).toEqual([])
  })

  test('every selection finds its articles, newest first', async () => {
    const store = await filled(open)
    for (const [selection, expected] of BY_SELECTION)
      expect([selection, await numbers(store, selection)]).toEqual([selection, expected])
  })

  test('pages of one go through every selection and end', async () => {
    const store = await filled(open)
    for (const [selection, expected] of BY_SELECTION) {
      const found: number[] = []
      let after: string | undefined
      do {
        const page = await store.listArticles(selection, { limit: 1, ...(after ? { after } : {}) })
        found.push(...page.articles.map(({ article }) => Number(article.guid.split('/').at(-1))))
        after = page.next
      } while (after)
      expect([selection, found]).toEqual([selection, expected])
    }
  })

  test('a cursor that is not ours and a page that is none are refused', async () => {
    const { store } = await open()
    const invalid = { code: 'invalid' }
    await expect(store.listArticles({}, { limit: 5, after: 'x' })).rejects.toMatchObject(invalid)
    await expect(store.listArticles({ since: 'x' }, { limit: 5 })).rejects.toMatchObject(invalid)
    for (const limit of [0, 501, 1.5])
      await expect(store.listArticles({}, { limit })).rejects.toMatchObject(invalid)
  })

  test('no date, a date in the future and one known to the day have their place', async () => {
    const { store } = await open()
    const { published, ...undated } = incoming(1).article
    await store.saveArticles(
      [
        { ...incoming(1), article: undated },
        incoming(2, { published: '2025-06-01' }),
        incoming(3, { published: '2025-06-01T11:59:59Z' }),
        incoming(4, { published: '2031-01-01' }),
        incoming(5, { published: '2025' }),
        incoming(6, { published: '2025-05-31' }),
      ],
      NOW,
    )
    expect(await numbers(store, {})).toEqual([4, 2, 1, 3, 6, 5])
  })

  test('many articles of one second are paged without gap or repeat', async () => {
    const { store } = await open()
    const published = '2025-05-05T05:05:05Z'
    await store.saveArticles(
      Array.from({ length: 25 }, (_, n) => incoming(n, { published, ...SAMPLES[n % 2] })),
      NOW,
    )
    for (const selection of [
      {},
      { agency: 'polaris' },
      { agency: 'polaris', role: 'wire' },
      { tag: 'sea-ships', language: 'en' },
    ] as const) {
      const all = await numbers(store, selection)
      const paged: number[] = []
      let after: string | undefined
      do {
        const page = await store.listArticles(selection, { limit: 4, ...(after ? { after } : {}) })
        paged.push(...page.articles.map((stored) => stored.id - 1))
        after = page.next
      } while (after)
      expect(paged).toEqual(all)
    }
  })

  test('a selection’s state moves with what enters, changes and leaves, and with nothing else', async () => {
    const { store } = await open()
    const state = (selection: Selection) => store.findSelectionState(selection)
    expect(await state({})).toEqual({ seq: 0 })
    expect(await state({ agency: 'polaris' })).toEqual({ seq: 0 })
    await store.saveArticles([incoming(0, SAMPLES[0]), incoming(3, SAMPLES[3])], NOW)
    const polaris = await state({ agency: 'polaris' })
    expect(polaris).toEqual({ seq: 2, modifiedAt: NOW })

    // Indexing takes a number of its own after each batch: 3 here.
    await store.saveArticles([incoming(3, { ...SAMPLES[3], comments: 'x' }, 'b')], LATER)
    expect(await state({ agency: 'polaris' })).toEqual(polaris)
    expect(await state({ person: 'mira-okafor' })).toEqual({ seq: 4, modifiedAt: LATER })
    expect(await state({})).toEqual({ seq: 4, modifiedAt: LATER })

    await store.editArticle(1, { credits: [person('Mira Okafor')] }, LATER)
    expect(await state({ agency: 'polaris' })).toEqual({ seq: 6, modifiedAt: LATER })
    await store.editArticle(1, { status: 'withheld' }, LATER)
    expect(await state({ tag: 'sea-ships' })).toEqual({ seq: 8, modifiedAt: LATER })
    const both = await state({ tag: 'sea-ships', agency: 'polaris' })
    expect(both).toEqual({ seq: 6, modifiedAt: LATER })
    expect(await state({ tag: 'sea-ships', agency: 'none' })).toEqual({ seq: 0 })
  })

  test('an article that joins others of its canonical URL moves their selections too', async () => {
    const { store } = await open()
    const canonicalUrl = 'https://bell.example/same'
    await store.saveArticles([incoming(1, { canonicalUrl, publication: BELL })], NOW)
    await store.saveArticles([incoming(2, { canonicalUrl })], LATER)
    const joined = await store.findSelectionState({ source: ['the-bell'] })
    expect(joined).toEqual({ seq: 3, modifiedAt: LATER })
    await store.editArticle(2, { status: 'withheld' }, LATER)
    expect((await store.findSelectionState({ source: ['the-bell'] })).seq).toBe(5)
  })

  test('changes of a selection since a number, with what left it', async () => {
    const store = await filled(open)
    const { seq } = await store.findSelectionState({})
    await store.editArticle(1, { status: 'retracted' }, LATER)
    await store.editArticle(3, { credits: [] }, LATER)
    await store.saveArticles([incoming(9)], LATER)
    const last = (await store.findSelectionState({})).seq
    const changes = async (selection: Selection, since: number, limit = 50) => {
      const page = await store.listChanges(selection, since, limit)
      return { ...page, articles: page.articles.map(({ id, listed }) => [id, listed]) }
    }
    const polaris = [
      [1, true],
      [3, false],
    ]
    expect(await changes({ agency: 'polaris' }, seq)).toEqual({
      articles: polaris,
      upTo: last,
      complete: true,
    })
    const whole = await store.listChanges({}, seq, 50)
    const bodiless = whole.articles.map(({ article: { body: _, ...article }, ...stored }) => ({
      ...stored,
      article,
    }))
    expect(await store.listChanges({}, seq, 50, { bodies: false })).toEqual({
      ...whole,
      articles: bodiless,
    })
    expect(await changes({}, last - 1)).toEqual({
      articles: [[6, true]],
      upTo: last,
      complete: true,
    })
    expect(await changes({}, 2, 1)).toEqual({ articles: [[4, true]], upTo: 4, complete: false })
    expect(await changes({}, last)).toEqual({ articles: [], upTo: last, complete: true })
  })

  test('parties and tags have names', async () => {
    const store = await filled(open)
    expect(await store.findPartyName('organization', 'polaris')).toBe('Polaris')
    expect(await store.findPartyName('person', 'mira-okafor')).toBe('Mira Okafor')
    expect(await store.findPartyName('person', 'polaris')).toBeUndefined()
    expect(await store.findTagName('sea-ships')).toBe('Sea & Ships')
  })
}
