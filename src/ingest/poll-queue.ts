/** Upstreams waiting to be polled: so many in flight, two on a host, hosts taking turns. */

import type { Upstream } from '../../feeds/model/upstream.ts'
import { parseUrl } from '../../feeds/model/url.ts'

export interface PollQueue {
  /** Those that wait or are polled already are left out. */
  add(upstreams: readonly Upstream[]): void
  /** Waiting and in flight. */
  readonly size: number
  has(upstreamId: string): boolean
  /** Starts what may start; to be called when `mayStart` can give another answer. */
  advance(): void
  /** Forgets those that wait. */
  clear(): void
  /** Resolves when nothing waits and nothing is in flight. */
  drained(): Promise<void>
}

export interface PollQueueDeps {
  /** Never rejects. */
  readonly poll: (upstream: Upstream) => Promise<void>
  readonly inFlight: number
  readonly perHost: number
  /** False holds all that wait. */
  readonly mayStart: () => boolean
}

interface Host {
  readonly waiting: Upstream[]
  active: number
}

export function createPollQueue(deps: PollQueueDeps): PollQueue {
  const hosts = new Map<string, Host>()
  const ids = new Set<string>()
  const drained: (() => void)[] = []
  let active = 0
  /** Names of hosts in their turn; a Map keeps the order of insertion, so a host that had its turn goes to the end. */
  const turns = new Map<string, Host>()

  const giveTurn = (name: string, host: Host): void => {
    turns.delete(name)
    if (host.waiting.length > 0 && host.active < deps.perHost) turns.set(name, host)
    if (host.waiting.length === 0 && host.active === 0) hosts.delete(name)
  }
  const start = (name: string, host: Host): void => {
    const upstream = host.waiting.shift()
    if (!upstream) return
    host.active++
    active++
    giveTurn(name, host)
    void deps.poll(upstream).finally(() => {
      host.active--
      active--
      ids.delete(upstream.id)
      giveTurn(name, host)
      advance()
    })
  }
  const advance = (): void => {
    while (active < deps.inFlight && deps.mayStart()) {
      const [next] = turns
      if (!next) break
      start(...next)
    }
    if (ids.size === 0) for (const resolve of drained.splice(0)) resolve()
  }
  return {
    add(upstreams) {
      for (const upstream of upstreams) {
        if (ids.has(upstream.id)) continue
        ids.add(upstream.id)
        const name = hostOf(upstream.url)
        const host = hosts.get(name) ?? { waiting: [], active: 0 }
        hosts.set(name, host)
        host.waiting.push(upstream)
        if (host.active < deps.perHost && !turns.has(name)) turns.set(name, host)
      }
      advance()
    },
    get size() {
      return ids.size
    },
    has: (id) => ids.has(id),
    advance,
    clear() {
      for (const host of hosts.values()) for (const { id } of host.waiting.splice(0)) ids.delete(id)
      turns.clear()
      advance()
    },
    drained: () =>
      ids.size === 0 ? Promise.resolve() : new Promise((resolve) => drained.push(resolve)),
  }
}

export const hostOf = (url: string): string => parseUrl(url)?.hostname ?? url
