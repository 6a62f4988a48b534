/** From a parsed feed to the articles that are new or changed: known entries are left out by their hash. */

import type { PollOutcome, Store } from '../../db/store.ts'
import { findChanges, type Hash, type IdentifiedEntry, identify } from '../../feeds/change.ts'
import { creditEntry } from '../../feeds/credit.ts'
import { type Instant, instantOf, toInstant } from '../../feeds/model/date.ts'
import type { ParsedFeed } from '../../feeds/model/entry.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Claims } from './claims.ts'

export interface ArticleDeps {
  readonly store: Pick<Store, 'findKnown' | 'findPublishedIds'>
  readonly hash: Hash
  readonly baseUrl: string
  /** Published ids of polls that are not stored yet. */
  readonly claims: Claims
}

export interface FoundArticles {
  readonly articles: PollOutcome['articles']
  readonly added: number
  readonly changed: number
  readonly known: number
  /** When each added entry was published (now, where it does not say), in seconds since the epoch. */
  readonly news: readonly number[]
  readonly faults: readonly Fault[]
}

/** Of one document; a feed that is longer is cut, and says so. */
const MAX_ENTRIES = 5000

export async function findArticles(
  parsed: ParsedFeed,
  upstream: Upstream,
  nowMs: number,
  deps: ArticleDeps,
): Promise<FoundArticles> {
  const now = toInstant(nowMs)
  const incoming = identify(parsed.entries.slice(0, MAX_ENTRIES), deps.hash)
  const known = await deps.store.findKnown(
    upstream.id,
    incoming.map(({ guid }) => guid),
  )
  const { added, changed, unchanged } = findChanges(incoming, known)
  const held = await deps.store.findPublishedIds(added.map(({ guid }) => guid))
  const isTaken = (id: string): boolean => held.has(id) || deps.claims.has(id)
  const articles = [...added, ...changed].map(({ entry, guid, hash }) => {
    const before = known.get(guid)
    const { article, faults } = creditEntry(entry, {
      upstream,
      feed: parsed.feed,
      guid,
      now,
      baseUrl: deps.baseUrl,
      isTaken,
      ...(before ? { known: before } : {}),
    })
    if (!before) deps.claims.add(article.publishedId)
    return { article, hash, said: said(entry), faults }
  })
  return {
    articles,
    added: added.length,
    changed: changed.length,
    known: unchanged.length,
    news: added.map((item) => newsAt(item, nowMs)),
    faults: [...parsed.faults, ...cut(parsed.entries.length)],
  }
}

/** The content is the article's body, and need not be kept twice. */
const said = (entry: IdentifiedEntry['entry']): string =>
  JSON.stringify({ ...entry, content: undefined })

function newsAt({ entry }: IdentifiedEntry, nowMs: number): number {
  const stated = entry.published ?? entry.updated
  const at = stated && isToTheSecond(stated) ? Date.parse(instantOf(stated)) : nowMs
  return Math.min(Number.isNaN(at) ? nowMs : at, nowMs) / 1000
}

const isToTheSecond = (date: Instant): boolean => date.length > 10

const cut = (length: number): Fault[] =>
  length <= MAX_ENTRIES
    ? []
    : [
        {
          code: 'entries_cut',
          at: 'feed',
          text: `the feed has ${length} entries; the first ${MAX_ENTRIES} were read`,
        },
      ]
