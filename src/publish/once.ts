/** Work that many ask for at the same moment is done once. */

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
