/** Which upstreams are polled together and when: as messages of a queue, a host's own a while apart. Pure. */

import type { Lease } from '../../db/leases.ts'
import { type Instant, toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { hostOf } from '../ingest/poll-queue.ts'
import { QUEUE } from './limits.ts'

export interface PollMessage {
  readonly kind: 'poll'
  readonly leases: readonly Lease[]
}

/** A message with the seconds by which it is put off. */
export interface PlannedPoll {
  readonly delaySeconds: number
  readonly leases: readonly (Lease & { readonly dueAt: Instant })[]
}

/** Between two messages with upstreams of one host. */
const HOST_PAUSE_S = 10
/** Longer than any message lasts with its retries; then its upstreams are due again. */
const LEASE_S = 1200
/** Of the leases in a message; its frame and what the platform adds come on top. */
const MOST_BYTES = QUEUE.messageBytes - QUEUE.overheadBytes - 1000

/**
 * Puts what is due into messages of at most `together` upstreams. Those of one host come in one message, where two are
 * polled at a time; of a host that has more, each further message is put off by ten seconds.
 */
export function planPolls(
  due: readonly Upstream[],
  together: number,
  nowMs: number,
): readonly PlannedPoll[] {
  return ranked(due, together).flatMap((groups, rank) => {
    const delaySeconds = Math.min(rank * HOST_PAUSE_S, QUEUE.longestDelay)
    const until = toInstant(nowMs + (delaySeconds + LEASE_S) * 1000)
    const leased = groups.map((group) =>
      group.map(({ id, nextPollAt }) => ({ id, until, dueAt: nextPollAt })),
    )
    return packed(leased, together).map((leases) => ({ delaySeconds, leases }))
  })
}

/** By turn: at each place the next few of every host. */
function ranked(due: readonly Upstream[], together: number): Upstream[][][] {
  const byHost = new Map<string, Upstream[]>()
  for (const upstream of due) {
    const host = hostOf(upstream.url)
    const others = byHost.get(host) ?? []
    if (others.length === 0) byHost.set(host, others)
    others.push(upstream)
  }
  const ranks: Upstream[][][] = []
  for (const upstreams of byHost.values())
    for (let at = 0; at < upstreams.length; at += together) {
      const rank = at / together
      ranks[rank] = [...(ranks[rank] ?? []), upstreams.slice(at, at + together)]
    }
  return ranks
}

/** Whole groups into messages, in their order. */
function packed<T>(groups: readonly (readonly T[])[], together: number): T[][] {
  const messages: T[][] = []
  for (const group of groups) {
    const last = messages.at(-1)
    const joined = [...(last ?? []), ...group]
    if (last && joined.length <= together && fits(joined)) last.push(...group)
    else messages.push(...split(group))
  }
  return messages
}

/** A group is a few ids and fits, unless their names are of a size that nobody gives. */
const split = <T>(group: readonly T[]): T[][] =>
  fits(group) ? [[...group]] : group.map((one) => [one])

const fits = (leases: readonly unknown[]): boolean => bytesOf(leases) <= MOST_BYTES

export const bytesOf = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length

export const messageOf = (leases: readonly Lease[]): PollMessage => ({
  kind: 'poll',
  leases: leases.map(({ id, until }) => ({ id, until })),
})
