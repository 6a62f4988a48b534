/** From a feed that was read to the articles that are new or changed: known entries are left out by their hash. */

import type { PollOutcome, Store, WithdrawnEntry } from '../../db/store.ts'
import { type Instant, instantOf, toInstant } from '../../feeds/model/date.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Claims } from './claims.ts'
import { findKnown, type SettledEntry } from './find-known.ts'
import type { EntryIdentity, FeedReading, WantedEntry } from './reading.ts'
import { withdrawnIn } from './withdrawn.ts'

export interface ArticleDeps {
  readonly store: Pick<Store, 'findKnown' | 'findRecent' | 'findPublishedIds' | 'listAgencies'>
  readonly baseUrl: string
  /** Published ids of polls that are not stored yet. */
  readonly claims: Claims
}

export interface FoundArticles {
  readonly articles: PollOutcome['articles']
  readonly added: number
  readonly changed: number
  readonly known: number
  /** Those that are here; of an entry that was updated since, nothing. */
  readonly withdrawn: readonly WithdrawnEntry[]
  /** When each added entry was published (now, where it does not say), in seconds since the epoch. */
  readonly news: readonly number[]
  readonly faults: readonly Fault[]
}

export async function findArticles(
  reading: FeedReading,
  upstream: Upstream,
  nowMs: number,
  deps: ArticleDeps,
): Promise<FoundArticles> {
  const withdrawn = withdrawnIn(reading, upstream, nowMs)
  const settled = (await findKnown(reading.entries, upstream, deps.store)).filter(
    ({ entry }) => !withdrawn.has(entry.guid),
  )
  const added = settled.filter(({ known }) => !known)
  const changed = settled.filter(({ known, entry }) => known && known.hash !== entry.hash)
  const held = await deps.store.findPublishedIds(added.map(({ guid }) => guid))
  const wanted = [...added, ...changed].map((one) => wantedOf(one, held, deps.claims))
  // known before by nearly every poll, which then asks for nothing more
  const agencies = wanted.length > 0 ? await deps.store.listAgencies() : []
  const context = { upstream, now: toInstant(nowMs), baseUrl: deps.baseUrl, agencies }
  return {
    articles: await reading.finish(wanted, context),
    added: added.length,
    changed: changed.length,
    known: settled.length - added.length - changed.length,
    withdrawn: await thoseHere(withdrawn, upstream, deps.store),
    news: added.map(({ entry }) => newsAt(entry, nowMs)),
    faults: reading.faults,
  }
}

/** What is not here needs no taking back. */
async function thoseHere(
  withdrawn: ReadonlyMap<string, WithdrawnEntry>,
  { id }: Upstream,
  store: ArticleDeps['store'],
): Promise<WithdrawnEntry[]> {
  if (withdrawn.size === 0) return []
  const here = await store.findKnown(id, [...withdrawn.keys()])
  return [...withdrawn.values()].filter(({ guid }) => here.has(guid))
}

/** The guid of a new entry is claimed at once, before another poll can find it free as well. */
function wantedOf(
  { at, guid, known }: SettledEntry,
  held: ReadonlySet<string>,
  claims: Claims,
): WantedEntry {
  if (known) {
    const { publishedId, firstSeenAt } = known
    return { at, guid, known: { publishedId, firstSeenAt }, isTaken: false }
  }
  const isTaken = held.has(guid) || claims.has(guid)
  if (!isTaken) claims.add(guid)
  return { at, guid, isTaken }
}

function newsAt({ published, updated }: EntryIdentity, nowMs: number): number {
  const stated = published ?? updated
  const at = stated && isToTheSecond(stated) ? Date.parse(instantOf(stated)) : nowMs
  return Math.min(Number.isNaN(at) ? nowMs : at, nowMs) / 1000
}

const isToTheSecond = (date: Instant): boolean => date.length > 10
