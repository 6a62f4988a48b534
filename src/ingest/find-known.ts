/** What the store holds of the entries of a document, also where their upstream changes or shares their guids. */

import type { KnownEntry, Store } from '../../db/store.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { EntryIdentity } from './reading.ts'
import { apart, isAnother, matchRebuilt, variantsOf } from './same-entry.ts'

export interface SettledEntry {
  /** Its place in the document. */
  readonly at: number
  readonly entry: EntryIdentity
  /** Under which it is kept: the known one's. */
  readonly guid: string
  readonly known?: KnownEntry
}

type Known = ReadonlyMap<string, KnownEntry>

/** How many of an upstream's articles are looked through when it seems to have been rebuilt. */
const RECENT = 500

/** In the order of the document; of two that turn out to be one, the first. */
export async function findKnown(
  entries: readonly EntryIdentity[],
  upstream: Upstream,
  store: Pick<Store, 'findKnown' | 'findRecent'>,
): Promise<SettledEntry[]> {
  const known = await store.findKnown(
    upstream.id,
    entries.map(({ guid }) => guid),
  )
  const parted = entries.map((entry) => {
    const held = known.get(entry.guid)
    return held && isAnother(entry, held) ? apart(entry) : entry
  })
  const fresh = parted.filter(({ guid }) => !known.has(guid))
  if (fresh.length === 0) return settle(parted, (entry) => known.get(entry.guid))
  const others = await findOthers(fresh, known, upstream, store)
  return settle(parted, (entry) => known.get(entry.guid) ?? others.get(entry))
}

/** Under another guid: written otherwise, told apart by its link, or of before a rebuild. */
async function findOthers(
  fresh: readonly EntryIdentity[],
  known: Known,
  upstream: Upstream,
  store: Pick<Store, 'findKnown' | 'findRecent'>,
): Promise<Map<EntryIdentity, KnownEntry>> {
  // an upstream that was never read has nothing to be compared with
  if (!upstream.lastSuccessAt) return new Map()
  const found = new Map<EntryIdentity, KnownEntry>()
  const spellings = new Map(fresh.map((entry) => [entry, [entry.guid, ...variantsOf(entry.guid)]]))
  const variants = await store.findKnown(upstream.id, [...spellings.values()].flat())
  for (const [entry, guids] of spellings) {
    const held = guids.flatMap((guid) => variants.get(guid) ?? [])
    const same = held.find(({ guid }) => !known.has(guid))
    if (same) found.set(entry, same)
  }
  const left = fresh.filter((entry) => !found.has(entry))
  if (!looksRebuilt(left.length, known.size + found.size)) return found
  const taken = new Set([...known.keys(), ...[...found.values()].map(({ guid }) => guid)])
  const recent = (await store.findRecent(upstream.id, RECENT)).filter(
    ({ guid }) => !taken.has(guid),
  )
  return new Map([...found, ...matchRebuilt(left, recent)])
}

/** News comes beside what is known; where most of a document is new, it may be old under new names. */
const looksRebuilt = (fresh: number, known: number): boolean => fresh >= 2 && fresh > known

function settle(
  entries: readonly EntryIdentity[],
  knownOf: (entry: EntryIdentity) => KnownEntry | undefined,
): SettledEntry[] {
  const settled = new Map<string, SettledEntry>()
  for (const [at, entry] of entries.entries()) {
    const known = knownOf(entry)
    const guid = known?.guid ?? entry.guid
    if (!settled.has(guid)) settled.set(guid, { at, entry, guid, ...(known ? { known } : {}) })
  }
  return [...settled.values()]
}
