/** Work that many ask for at the same moment is done once. */

import { LRUCache } from 'lru-cache'

/**
 * Runs `work` unless the same is under way already, whose end all wait for. Nothing is kept after it. With `alone`, each
 * does its own.
 */
export type Once<T> = (key: string, work: () => Promise<T>) => Promise<T>

export function once<T>({ alone = false } = {}): Once<T> {
  if (alone) return (_, work) => work()
  const underWay = new Map<string, Promise<T>>()
  return (key, work) => {
    const before = underWay.get(key)
    if (before) return before
    const begun = work().finally(() => underWay.delete(key))
    underWay.set(key, begun)
    return begun
  }
}

/** So long a result is kept that others may ask for right after. */
const RECENT_MS = 5_000

/** As `once`, and the last few results are given again for a moment, but those that `isKept` refuses. */
export function recent<T>(
  isKept: (result: T) => boolean,
  { alone = false, most = 2 } = {},
): Once<T> {
  if (alone) return (_, work) => work()
  const kept = new LRUCache<string, Promise<T>>({ max: most, ttl: RECENT_MS, ttlAutopurge: true })
  return (key, work) => {
    const before = kept.get(key)
    if (before) return before
    const begun = work()
    const forget = () => kept.peek(key) === begun && kept.delete(key)
    kept.set(key, begun)
    begun.then((result) => isKept(result) || forget(), forget)
    return begun
  }
}
