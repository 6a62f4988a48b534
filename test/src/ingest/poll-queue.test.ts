import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createPollQueue } from '../../../src/ingest/poll-queue.ts'
import { upstreamAt } from './polls.ts'

const upstreams = (host: string, count: number) =>
  Array.from({ length: count }, (_, i) =>
    upstreamAt(`https://${host}/${i}`, { id: `${host}-${i}` }),
  )

/** Polls take a moment; counts what is in flight. */
function watched(options: { inFlight: number; perHost: number; mayStart?: () => boolean }) {
  const active = new Map<string, number>()
  const most = { all: 0, host: 0 }
  const order: string[] = []
  const queue = createPollQueue({
    mayStart: () => true,
    ...options,
    poll: async ({ url, id }) => {
      const host = new URL(url).host
      order.push(id)
      active.set(host, (active.get(host) ?? 0) + 1)
      most.all = Math.max(
        most.all,
        [...active.values()].reduce((a, b) => a + b, 0),
      )
      most.host = Math.max(most.host, ...active.values())
      await wait(1)
      active.set(host, (active.get(host) ?? 0) - 1)
    },
  })
  return { queue, most, order }
}

describe('the queue', () => {
  it('polls all, so many at a time, two on a host, hosts taking turns', async () => {
    const { queue, most, order } = watched({ inFlight: 7, perHost: 2 })
    queue.add([
      ...upstreams('big.example', 40),
      ...upstreams('a.example', 2),
      ...upstreams('b.example', 2),
    ])
    await queue.drained()
    expect(order).toHaveLength(44)
    expect(most.host).toBe(2)
    expect(most.all).toBeLessThanOrEqual(7)
    expect(order.indexOf('b.example-1')).toBeLessThan(8)
  })

  it('takes an upstream once while it waits or is polled, and again later', async () => {
    const { queue, order } = watched({ inFlight: 1, perHost: 1 })
    queue.add(upstreams('a.example', 3))
    queue.add(upstreams('a.example', 3))
    await queue.drained()
    expect(order).toHaveLength(3)
    queue.add(upstreams('a.example', 1))
    await queue.drained()
    expect(order).toHaveLength(4)
  })

  it('holds what waits until it may start, and forgets it when cleared', async () => {
    let may = false
    const { queue, order } = watched({ inFlight: 4, perHost: 2, mayStart: () => may })
    queue.add(upstreams('a.example', 3))
    expect(order).toEqual([])
    may = true
    queue.advance()
    expect(order).toHaveLength(2)
    queue.clear()
    await queue.drained()
    expect(order).toHaveLength(2)
    expect(queue.size).toBe(0)
  })
})
