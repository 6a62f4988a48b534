/** Finds the publication of a feed's address, and remembers it while the store stands still. */

import { LRUCache } from 'lru-cache'
import type { Deps } from '../deps.ts'
import { readChannelPage } from './channels.ts'
import { once } from './once.ts'
import { type Publication, publisherOf } from './publisher.ts'
import { resolveFeed } from './resolve.ts'
import { settlerOf } from './settle.ts'

export interface FeedFinder {
  /** `address`: path and query. Throws not_found where no feed stands, invalid for a query that can't be read. */
  find(address: string): Promise<Publication>
  /** The same of an address that was found before; at once while nothing in the store has changed since. */
  recall(address: string): Promise<Publication | undefined>
}

/** Addresses that are remembered; what a stranger can make of a query is bounded by it. */
const REMEMBERED = 500

const finders = new WeakMap<Deps, FeedFinder>()

/** The one finder of a service: what serves, on whatever way, shares what was found. */
export function finderOf(deps: Deps): FeedFinder {
  const finder = finders.get(deps) ?? createFinder(deps)
  finders.set(deps, finder)
  return finder
}

/** While the store stands still, all that is read is its sequence: whatever was found at one number is still so. */
function createFinder(deps: Deps): FeedFinder {
  const publisher = publisherOf(deps)
  const settle = settlerOf(deps)
  const known = new LRUCache<string, { readonly seq: number; readonly publication: Publication }>({
    max: REMEMBERED,
  })
  const recallAt = (seq: number, address: string) => {
    const before = known.get(address)
    return before?.seq === seq ? before.publication : undefined
  }
  const findAnew = async (address: string) => {
    const [path, query] = splitAt(address)
    const { channel, format } = await resolveFeed(path, deps)
    return publisher.find(readChannelPage(channel, new URLSearchParams(query)), format)
  }
  const together = once<Publication>({ alone: deps.worksAlone === true })
  const findAt = async (seq: number, address: string) => {
    const before = recallAt(seq, address)
    if (before) return before
    const publication = await together(`${seq} ${address}`, () => findAnew(address))
    known.set(address, { seq, publication })
    return publication
  }
  return {
    find: async (address) => findAt(await deps.store.findSequence(), address),
    async recall(address) {
      return known.has(address) ? findAt(await settle(), address) : undefined
    },
  }
}

function splitAt(address: string): [string, string] {
  const mark = address.indexOf('?')
  return mark < 0 ? [address, ''] : [address.slice(0, mark), address.slice(mark)]
}
