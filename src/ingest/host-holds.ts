/** Hosts that asked to be left alone for a while, where the operator wants that for all upstreams on them. */

import { type Instant, toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { hostOf } from './poll-queue.ts'

export interface HostHolds {
  isHeld(upstream: Upstream): boolean
  /** From an upstream as it is after a poll. */
  learn(upstream: Upstream): void
}

export function createHostHolds(options: {
  readonly retryAfterScope?: 'upstream' | 'host'
  readonly now: () => number
}): HostHolds {
  const until = new Map<string, Instant>()
  return {
    isHeld: ({ url }) => (until.get(hostOf(url)) ?? '') > toInstant(options.now()),
    learn({ url, lastStatus, nextPollAt }) {
      if (options.retryAfterScope !== 'host') return
      if (lastStatus === 429 || lastStatus === 503) until.set(hostOf(url), nextPollAt)
      else until.delete(hostOf(url))
    },
  }
}
