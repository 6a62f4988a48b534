/** What is due becomes messages that keep to the queue's limits and to the pace of each host. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { QUEUE } from '../../../src/worker/limits.ts'
import { bytesOf, messageOf, planPolls } from '../../../src/worker/poll-plan.ts'
import { enqueueDue, type Outgoing, type PollRun } from '../../../src/worker/polls.ts'

const NOW = Date.parse('2025-06-01T12:00:00Z')
const DUE = '2025-06-01T11:00:00Z'

const upstream = (id: string, host: string): Upstream => ({
  ...{ id, url: `https://${host}/${id}.xml`, peer: false, private: false, tags: [] },
  ...{ health: 'healthy', nextPollAt: DUE, failures: 0, movedSeen: 0, addedAt: DUE },
})

const hostOf = (id: string): string => id.split('@')[1] ?? ''
const lent = (hosts: readonly number[]) =>
  hosts.map((host, n) => upstream(`${n}@${host}`, `h${host}.example`))

test('each upstream is in one message, a host once at a time, its next message ten seconds later', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 8 }), { maxLength: 200 }),
      fc.integer({ min: 1, max: 20 }),
      (hosts, together) => {
        const due = lent(hosts)
        const planned = planPolls(due, together, NOW)
        const ids = planned.flatMap(({ leases }) => leases.map(({ id }) => id))
        expect(ids.toSorted()).toEqual(due.map(({ id }) => id).toSorted())
        const seen = new Set<string>()
        for (const { leases, delaySeconds } of planned) {
          expect(leases.length).toBeLessThanOrEqual(together)
          for (const host of new Set(leases.map(({ id }) => `${hostOf(id)} ${delaySeconds}`))) {
            expect(seen.has(host)).toBe(false)
            seen.add(host)
          }
          for (const { until } of leases)
            expect(Date.parse(until) - NOW).toBe((delaySeconds + 1200) * 1000)
        }
      },
    ),
  )
})

test('messages and the calls that send them stay below the limits of the queue', async () => {
  const due = Array.from({ length: 2000 }, (_, n) =>
    upstream(`${n}-${'x'.repeat(900)}`, `h${n % 1500}.example`),
  )
  const calls: unknown[][] = []
  const queue = { sendBatch: async (messages: unknown[]) => void calls.push(messages) } as never
  const allowance = {
    left: 50,
    take: () => {},
    keeping: (_: number, work: () => unknown) => work(),
  }
  const run = {
    ...{ allowance, plan: { upstreamsATick: 2000, upstreamsTogether: 20 } },
    deps: { now: () => NOW, store: { listDueUpstreams: async () => due } },
    leases: { lend: async (leases: { id: string }[]) => new Set(leases.map(({ id }) => id)) },
  } as unknown as PollRun
  expect(await enqueueDue(queue as Outgoing, run)).toBe(2000)
  for (const messages of calls) {
    const bytes = messages.map((message) => bytesOf((message as { body: unknown }).body))
    expect(messages.length).toBeLessThanOrEqual(QUEUE.messagesTogether)
    expect(Math.max(...bytes) + QUEUE.overheadBytes).toBeLessThan(QUEUE.messageBytes)
    expect(bytes.reduce((a, b) => a + b + QUEUE.overheadBytes, 0)).toBeLessThanOrEqual(
      QUEUE.bytesTogether,
    )
  }
})

test('a host with very many upstreams is spread over hours, never longer than a message may wait', () => {
  const planned = planPolls(lent(Array(20_000).fill(1)), 4, NOW)
  expect(Math.max(...planned.map(({ delaySeconds }) => delaySeconds))).toBe(QUEUE.longestDelay)
})

test('an oversized name has a message of its own', () => {
  const due = [upstream('a'.repeat(60_000), 'a.example'), upstream('b'.repeat(70_000), 'a.example')]
  const planned = planPolls(due, 4, NOW)
  expect(planned.map(({ leases }) => bytesOf(messageOf(leases)) < QUEUE.messageBytes)).toEqual([
    true,
    true,
  ])
})
