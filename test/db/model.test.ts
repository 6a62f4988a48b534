/** Whatever is stored and edited in whatever order: lists are what a plain filter gives, and no change is missed. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStore } from '../../db/node-store.ts'
import { secondsOf } from '../../db/prepare.ts'
import type { Sql } from '../../db/sql.ts'
import type { Store, StoredArticle } from '../../db/store.ts'
import { type Article, STATUSES } from '../../feeds/model/article.ts'
import type { Selection } from '../../feeds/model/channel.ts'
import { partyId, slug } from '../../feeds/model/credit.ts'
import { instantOf, toInstant } from '../../feeds/model/date.ts'
import { agency, article, incoming, person } from './samples.ts'

const START = Date.parse('2025-06-01T12:00:00Z')
const CREDITS = [
  agency('Polaris', 'polaris'),
  agency('Polaris', 'polaris', 'photo'),
  agency('Meridian', 'meridian'),
  person('Mira Okafor'),
  person('Mira Okafor', 'photo'),
]
const URLS = ['https://same.example/1', 'https://same.example/2']

const someArticle = fc.record({
  credits: fc.subarray(CREDITS),
  tags: fc.subarray([{ term: 'Sea' }, { term: 'Air' }]),
  status: fc.constantFrom('published', 'published', ...STATUSES),
  published: fc.constantFrom('2025-05-01', '2025-05-02T08:00:00Z', '2025-05-02', '2031-01-01'),
  publication: fc.constantFrom({ name: 'Bell' }, { name: 'Post' }, { name: 'Third' }),
  title: fc.constantFrom('ferry', 'gull', 'ferry gull'),
  language: fc.constantFrom('de', 'de-AT', 'en'),
  canonicalUrl: fc.constantFrom(...URLS, 'https://own.example/'),
})

type Step =
  | { readonly save: readonly (readonly [number, Partial<Article>])[] }
  | { readonly edit: readonly [number, Pick<Article, 'credits' | 'status' | 'title'>] }

const number = fc.integer({ min: 0, max: 7 })
const steps = fc.array(
  fc.oneof(
    fc.record({ save: fc.array(fc.tuple(number, someArticle), { minLength: 1, maxLength: 5 }) }),
    fc.record({ edit: fc.tuple(number, someArticle) }),
  ),
  { minLength: 1, maxLength: 8 },
)

const SELECTIONS: readonly Selection[] = [
  {},
  { source: ['bell'] },
  { source: ['bell', 'post'] },
  { agency: 'polaris' },
  { agency: 'polaris', role: 'photo' },
  { person: 'mira-okafor' },
  { role: 'photo' },
  { tag: 'Sea' },
  { language: 'de' },
  { until: '2025-05-02T08:00:01Z', since: '2025-05-01T12:00:00Z' },
  { agency: 'polaris', tag: 'sea' },
  { agency: 'meridian', person: 'mira-okafor', language: 'de' },
  { tag: 'sea', source: ['bell', 'third'] },
  { q: 'ferry' },
  { q: 'gull', tag: 'air', until: '2025-05-02T08:00:01Z' },
]

test('lists are what a plain filter gives, and the state moves with each change', async () => {
  await fc.assert(fc.asyncProperty(steps, follow), { numRuns: 40 })
}, 120_000)

async function follow(run: readonly Step[]): Promise<void> {
  const { store, sql, close } = await openStore(':memory:')
  const seen = new Map<string, { readonly seq: number; readonly shown: string }>()
  for (const [at, step] of run.entries()) {
    await take(store, step, at)
    const all = await everything(store)
    for (const selection of SELECTIONS) {
      const expected = all.filter((one) => isIn(one, selection)).sort(order(selection))
      const listed = await page(store, selection)
      expect([selection, listed.map(({ id }) => id)]).toEqual([
        selection,
        expected.map(({ id }) => id),
      ])
      await checkState(store, selection, listed, seen)
    }
    await checkCounts(sql)
  }
  close()
}

async function take(store: Store, step: Step, at: number): Promise<void> {
  const now = toInstant(START + at * 1000)
  if ('save' in step) {
    const articles = step.save.map(([n, changes], k) => incoming(n, changes, `${at}-${k}`))
    return store.saveArticles(articles, now)
  }
  const [n, { credits, status, title }] = step.edit
  const stored = await store.findArticleByGuid('harbour', article(n).guid)
  const edit = title ? { credits, status, title } : { credits, status }
  if (stored) await store.editArticle(stored.id, edit, now)
}

async function everything(store: Store): Promise<StoredArticle[]> {
  const found = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((n) => store.findArticle(n + 1)))
  return found.filter((stored) => stored !== undefined)
}

const sortAt = ({ article }: StoredArticle): number =>
  article.published === '2031-01-01'
    ? secondsOf(article.firstSeenAt)
    : secondsOf(instantOf(article.published ?? ''))

const order = (selection: Selection) => (a: StoredArticle, b: StoredArticle) =>
  (selection.q ? 0 : sortAt(b) - sortAt(a)) || b.id - a.id

function isIn(stored: StoredArticle, selection: Selection): boolean {
  const { status, tags, credits, language, title, body } = stored.article
  const { source, tag, agency, role, person, q, since, until } = selection
  const isCredited = (kind: string, party?: string) =>
    credits.some(
      (credit) =>
        (party === undefined || (credit.kind === kind && partyId(credit) === party)) &&
        (role === undefined || credit.role === role),
    )
  return (
    (status === 'published' || status === 'retracted') &&
    (!source || source.includes(stored.sourceSlug)) &&
    (!tag || tags.some(({ term }) => slug(term) === slug(tag))) &&
    (!selection.language || `${language}-`.startsWith(`${selection.language}-`)) &&
    (!agency || isCredited('organization', agency)) &&
    (!person || isCredited('person', person)) &&
    (!role || isCredited(agency ? 'organization' : 'person', agency ?? person)) &&
    (!q || `${title} ${body?.html}`.includes(q)) &&
    (!since || sortAt(stored) >= secondsOf(since)) &&
    (!until || sortAt(stored) < secondsOf(until))
  )
}

async function page(store: Store, selection: Selection): Promise<StoredArticle[]> {
  const found: StoredArticle[] = []
  let after: string | undefined
  do {
    const { articles, next } = await store.listArticles(selection, {
      limit: 2,
      ...(after ? { after } : {}),
    })
    found.push(...articles)
    after = next
  } while (after)
  return found
}

/** What is shown of a selection: its articles, and what is merged into them. */
async function checkState(
  store: Store,
  selection: Selection,
  listed: readonly StoredArticle[],
  seen: Map<string, { readonly seq: number; readonly shown: string }>,
): Promise<void> {
  const urls = listed.flatMap((one) => (one.sharedUrl && one.article.canonicalUrl) || [])
  const merged = await store.listByCanonicalUrl(urls)
  const shown = JSON.stringify([listed, merged].map((list) => list.map(({ id, seq }) => [id, seq])))
  const { seq } = await store.findSelectionState(selection)
  const key = JSON.stringify(selection)
  const before = seen.get(key) ?? { seq: 0, shown: '[[],[]]' }
  expect([selection, seq >= before.seq]).toEqual([selection, true])
  if (shown !== before.shown) expect([selection, seq > before.seq]).toEqual([selection, true])
  for (const one of listed) expect(one.seq).toBeLessThanOrEqual(seq)
  seen.set(key, { seq, shown })
}

async function checkCounts(sql: Sql): Promise<void> {
  const wrong = await sql.all(`SELECT f.key FROM facets f WHERE f.id > 2 AND f.size <>
    (SELECT count(*) FROM listings l WHERE l.facet_id = f.id)`)
  expect(wrong).toEqual([])
  const shared = await sql.all(`SELECT a.id FROM articles a WHERE a.shared_url <> EXISTS (
    SELECT 1 FROM articles b WHERE b.canonical_url = a.canonical_url AND b.id <> a.id)`)
  expect(shared).toEqual([])
}
