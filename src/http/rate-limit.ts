/** Counts what a client did wrong in the last minute, and says when it is too much. */

export interface RateLimit {
  /** Counts one; returns the seconds to wait when it is one too many, else undefined. */
  count(client: string): number | undefined
}

interface Window {
  readonly endsAt: number
  count: number
}

export interface RateLimitOptions {
  /** How many are let pass in a window. */
  readonly limit: number
  readonly windowMs: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Clients remembered at a time; the one longest known is forgotten first. */
  readonly clients?: number
}

/** Windows in memory, one a client: each process counts for itself, and a restart forgets. */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { limit, windowMs, now, clients = 10_000 } = options
  const windows = new Map<string, Window>()
  const open = (client: string): Window => {
    windows.delete(client)
    const window = { endsAt: now() + windowMs, count: 0 }
    windows.set(client, window)
    for (const oldest of windows.keys()) {
      if (windows.size <= clients) break
      windows.delete(oldest)
    }
    return window
  }
  return {
    count(client) {
      const known = windows.get(client)
      const window = known && known.endsAt > now() ? known : open(client)
      window.count++
      if (window.count <= limit) return undefined
      return Math.max(1, Math.ceil((window.endsAt - now()) / 1000))
    },
  }
}
