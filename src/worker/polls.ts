/** Polling on Workers: a tick lends what is due to a queue, whose consumers poll it; without a queue it polls a few itself. */

import type { Queue } from '@cloudflare/workers-types'
import type { LeaseStore } from '../../db/leases.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import { afterFailure } from '../ingest/health.ts'
import type { Allowance } from './allowance.ts'
import { type Plan, QUEUE } from './limits.ts'
import { bytesOf, messageOf, type PlannedPoll, type PollMessage, planPolls } from './poll-plan.ts'
import { momentOf, pollTogether } from './poll-together.ts'

export interface PollRun {
  readonly deps: Deps
  readonly leases: LeaseStore
  readonly plan: Plan
  readonly allowance: Allowance
}

/** Messages of any kind; the platform keeps them as JSON. */
export type Outgoing = Pick<Queue<unknown>, 'sendBatch'>

/** Puts what is due into the queue; how many upstreams. */
export async function enqueueDue(queue: Outgoing, run: PollRun): Promise<number> {
  const { deps, leases, plan } = run
  const due = await deps.store.listDueUpstreams(toInstant(deps.now()), plan.upstreamsATick)
  const planned = planPolls(due, plan.upstreamsTogether, deps.now())
  const lent = await leases.lend(planned.flatMap((poll) => poll.leases))
  const kept = planned
    .map((poll) => ({ ...poll, leases: poll.leases.filter(({ id }) => lent.has(id)) }))
    .filter((poll) => poll.leases.length > 0)
  await sendAll(queue, kept, run.allowance)
  return lent.size
}

async function sendAll(
  queue: Outgoing,
  polls: readonly PlannedPoll[],
  allowance: Allowance,
): Promise<void> {
  const messages = polls.map(({ delaySeconds, leases }) => ({
    body: messageOf(leases),
    contentType: 'json' as const,
    delaySeconds,
  }))
  for (const together of sendings(messages)) {
    allowance.take()
    await queue.sendBatch(together)
  }
}

/** As many messages as one call takes. */
function sendings<T extends { readonly body: unknown }>(messages: readonly T[]): T[][] {
  const calls: T[][] = []
  let bytes = 0
  for (const message of messages) {
    const size = bytesOf(message.body) + QUEUE.overheadBytes
    bytes += size
    const last = calls.at(-1)
    if (last && last.length < QUEUE.messagesTogether && bytes <= QUEUE.bytesTogether)
      last.push(message)
    else {
      calls.push([message])
      bytes = size
    }
  }
  return calls
}

/** Polls the upstreams of a message: those that are still lent so, each message's once however often it comes. */
export async function consumePoll({ leases: lent }: PollMessage, run: PollRun): Promise<void> {
  const upstreams = await run.leases.listLent(lent)
  await pollTogether(upstreams, run.deps, run.allowance)
}

/** Puts each upstream of a message that broke off into one of its own, so that one does not hold up the others. */
export const sendApart = (queue: Outgoing, { leases }: PollMessage, run: PollRun): Promise<void> =>
  sendAll(
    queue,
    leases.map((lease) => ({ delaySeconds: 0, leases: [{ ...lease, dueAt: lease.until }] })),
    run.allowance,
  )

/** The upstreams of a message that was given up are failing, and backed off from like any other. */
export async function buryPoll({ leases: lent }: PollMessage, run: PollRun): Promise<void> {
  const { deps, leases } = run
  const upstreams = await leases.listLent(lent)
  for (const upstream of upstreams)
    deps.log.error('poll_given_up', { upstream: upstream.id, url: upstream.url })
  const message = 'its poll broke off each time and was given up; the log of the Worker says why'
  const outcomes = upstreams.map((upstream) => ({
    upstream: afterFailure(upstream, { message }, momentOf(deps)),
    articles: [],
  }))
  if (outcomes.length > 0) await deps.store.savePolls(outcomes, toInstant(deps.now()))
}

/** Without a queue: as many as one invocation can, the longest overdue first. */
export async function pollDue({ deps, plan, allowance }: PollRun): Promise<number> {
  const due = await deps.store.listDueUpstreams(toInstant(deps.now()), plan.upstreamsTogether)
  await pollTogether(due, deps, allowance)
  return due.length
}
