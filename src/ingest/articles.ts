/** From a feed that was read to the articles that are new or changed: known entries are left out by their hash. */

import type { KnownEntry, PollOutcome, Store } from '../../db/store.ts'
import { type Instant, instantOf, toInstant } from '../../feeds/model/date.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Claims } from './claims.ts'
import type { EntryIdentity, FeedReading, WantedEntry } from './reading.ts'

export interface ArticleDeps {
  readonly store: Pick<Store, 'findKnown' | 'findPublishedIds' | 'listAgencies'>
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

export async function findArticles(
  reading: FeedReading,
  upstream: Upstream,
  nowMs: number,
  deps: ArticleDeps,
): Promise<FoundArticles> {
  const { entries } = reading
  const known = await deps.store.findKnown(
    upstream.id,
    entries.map(({ guid }) => guid),
  )
  const added = entries.filter(({ guid }) => !known.has(guid))
  const changed = entries.filter(({ guid, hash }) => (known.get(guid)?.hash ?? hash) !== hash)
  const held = await deps.store.findPublishedIds(added.map(({ guid }) => guid))
  const places = new Map(entries.map((entry, at) => [entry, at]))
  const wanted = [...added, ...changed].map((entry) => ({
    at: places.get(entry) ?? 0,
    ...wantedOf(entry, known.get(entry.guid), held, deps.claims),
  }))
  // known before by nearly every poll, which then asks for nothing more
  const agencies = wanted.length > 0 ? await deps.store.listAgencies() : []
  const context = { upstream, now: toInstant(nowMs), baseUrl: deps.baseUrl, agencies }
  return {
    articles: await reading.finish(wanted, context),
    added: added.length,
    changed: changed.length,
    known: entries.length - added.length - changed.length,
    news: added.map((entry) => newsAt(entry, nowMs)),
    faults: reading.faults,
  }
}

/** The guid of a new entry is claimed at once, before another poll can find it free as well. */
function wantedOf(
  { guid }: EntryIdentity,
  known: KnownEntry | undefined,
  held: ReadonlySet<string>,
  claims: Claims,
): Omit<WantedEntry, 'at'> {
  if (known) {
    const { publishedId, firstSeenAt } = known
    return { guid, known: { publishedId, firstSeenAt }, isTaken: false }
  }
  const isTaken = held.has(guid) || claims.has(guid)
  if (!isTaken) claims.add(guid)
  return { guid, isTaken }
}

function newsAt({ published, updated }: EntryIdentity, nowMs: number): number {
  const stated = published ?? updated
  const at = stated && isToTheSecond(stated) ? Date.parse(instantOf(stated)) : nowMs
  return Math.min(Number.isNaN(at) ? nowMs : at, nowMs) / 1000
}

const isToTheSecond = (date: Instant): boolean => date.length > 10
