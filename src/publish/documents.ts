/** Documents as bytes: each rendered once while it is asked for, compressed once, kept in a cache bounded in bytes. */

import { LRUCache } from 'lru-cache'
import type { Deps } from '../deps.ts'
import { once } from './once.ts'
import type { Rendered } from './render.ts'

export interface FeedDocument {
  readonly bytes: Uint8Array
  /** Compressed at the first call. */
  gzip(): Promise<Uint8Array>
}

/** The document with this ETag, rendered by `make` where there is none. `address`: where it stands. */
export type GetDocument = (
  etag: string,
  address: string,
  make: () => Promise<Rendered>,
) => Promise<FeedDocument | 'moved'>

const CACHE_BYTES = 24 * 2 ** 20
/** Where documents follow one another so fast, they are compressed quickly: each is for a moment. */
const MOMENT_MS = 10_000
const REMEMBERED = 500

export function createDocuments(deps: Pick<Deps, 'gzip' | 'now' | 'worksAlone'>): GetDocument {
  const kept = new LRUCache<string, FeedDocument>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ bytes }) => Math.ceil(bytes.byteLength * 1.3) + 1,
  })
  const together = once<FeedDocument | 'moved'>({ alone: deps.worksAlone === true })
  const madeAt = new LRUCache<string, number>({ max: REMEMBERED })
  const isBrief = (address: string): boolean => {
    const now = deps.now()
    const before = madeAt.get(address)
    madeAt.set(address, now)
    return before !== undefined && now - before < MOMENT_MS
  }
  return async (etag, address, make) => {
    const known = kept.get(etag)
    if (known) return known
    return together(etag, async () => {
      const bytes = await make()
      if (bytes === 'moved') return bytes
      const document = withGzip(bytes, isBrief(address), deps)
      kept.set(etag, document)
      return document
    })
  }
}

function withGzip(bytes: Uint8Array, quickly: boolean, { gzip }: Pick<Deps, 'gzip'>): FeedDocument {
  let compressed: Promise<Uint8Array> | undefined
  return {
    bytes,
    gzip: () => {
      compressed ??= Promise.resolve(gzip(bytes, quickly))
      return compressed
    },
  }
}
