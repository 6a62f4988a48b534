/** The first page of any selection, a page in the middle and one between two dates read so many rows, however large the store. */

import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import type { Page, Store } from '../../../db/store.ts'
import type { Selection } from '../../../feeds/model/channel.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import { agency, incoming, NOW, person } from '../../db/samples.ts'
import { type Counting, costOf, counting } from './counting.ts'

const LIMIT = 20
const HOUR = 3_600_000
const START = Date.UTC(2020, 0, 1)

const SELECTIONS: Readonly<Record<string, Selection>> = {
  everything: {},
  source: { source: ['the-harbour-post'] },
  agency: { agency: 'polaris' },
  'agency with role': { agency: 'polaris', role: 'wire' },
  person: { person: 'ada-quill' },
  tag: { tag: 'Ferries' },
  language: { language: 'en' },
  q: { q: 'ferry' },
  'q of two words': { q: 'ferry quay' },
}

/** One article an hour. */
async function grow(store: Store, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 100) {
    const some = Array.from({ length: 100 }, (_, n) =>
      incoming(at + n, {
        published: toInstant(START + (at + n) * HOUR),
        credits: [agency('Polaris', 'polaris'), person('Ada Quill')],
        tags: [{ term: 'Ferries' }],
        language: 'en',
      }),
    )
    await store.saveArticles(some, NOW)
  }
}

/** Rows that a page in each way reads, and articles that it has. */
async function rowsOf(store: Store, counted: Counting, selection: Selection): Promise<number[][]> {
  const { next = '' } = await store.listArticles(selection, { limit: 40 })
  const days = { since: toInstant(START + 24 * HOUR), until: toInstant(START + 72 * HOUR) }
  const ways: [Selection, Page][] = [
    [selection, { limit: LIMIT }],
    [{ ...selection, ...days }, { limit: LIMIT }],
    [selection, { limit: LIMIT, after: next }],
  ]
  const rows: number[][] = []
  for (const [asked, page] of ways) {
    let found = 0
    const { rowsRead } = await costOf(counted, async () => {
      found = (await store.listArticles(asked, page)).articles.length
    })
    rows.push([found, rowsRead])
  }
  return rows
}

test('a page reads as many rows of 600 articles as of 200', async () => {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  const counted = counting(env.DB)
  const store = createStore(openD1(counted.database))
  const small = new Map<string, number[][]>()
  await grow(store, 0, 200)
  for (const [name, selection] of Object.entries(SELECTIONS))
    small.set(name, await rowsOf(store, counted, selection))
  await grow(store, 200, 600)
  for (const [name, selection] of Object.entries(SELECTIONS)) {
    const rows = await rowsOf(store, counted, selection)
    expect([name, rows]).toEqual([name, small.get(name)])
    // the facet, and two rows an article at most, of one more than the page has
    for (const [found = 0, read = 0] of rows)
      expect([name, found, read <= 1 + 2 * (LIMIT + 1) + 2]).toEqual([name, LIMIT, true])
  }
})
