import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTurns, type Task } from '../../../src/websub/turns.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Tasks that end when they are told to. */
function setUp() {
  const ends = new Map<number, () => void>()
  const started: number[] = []
  const turns = createTurns<Task>({
    run: ({ id }) => {
      started.push(id)
      return new Promise((resolve) => ends.set(id, resolve))
    },
    onEnd: () => {},
  })
  const end = async (id: number) => {
    ends.get(id)?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { turns, started, end }
}

const tasks = (count: number, host: (n: number) => string, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ id: from + n, host: host(n) }))

describe('turns', () => {
  it('are taken by hosts, eight of one at a time', async () => {
    const { turns, started, end } = setUp()
    turns.add(tasks(20, () => 'large.example'))
    turns.add(tasks(2, () => 'small.example', 100))
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 100, 101])
    await end(3)
    expect(started.at(-1)).toBe(8)
    expect(turns.hostsWith(16)).toEqual(['large.example'])
  })

  it('are 32 at a time, until those under way are slow', async () => {
    const { turns, started } = setUp()
    turns.add(tasks(400, (n) => `${n}.example`))
    expect(started).toHaveLength(32)
    await vi.advanceTimersByTimeAsync(999)
    expect(started).toHaveLength(32)
    await vi.advanceTimersByTimeAsync(1)
    expect(started).toHaveLength(64)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(started).toHaveLength(256 + 32)
  })

  it('come again when slow ones end', async () => {
    const { turns, started, end } = setUp()
    turns.add(tasks(100, (n) => `${n}.example`))
    await vi.advanceTimersByTimeAsync(5000)
    expect(started).toHaveLength(100)
    let isDrained = false
    void turns.drained().then(() => {
      isDrained = true
    })
    for (let id = 0; id < 100; id++) await end(id)
    expect(isDrained).toBe(true)
    turns.add(tasks(40, (n) => `${n}.example`, 200))
    expect(started).toHaveLength(132)
  })

  it('are given back when they have not begun', async () => {
    const { turns, end } = setUp()
    turns.add(tasks(10, () => 'a.example'))
    expect(turns.clear().map(({ id }) => id)).toEqual([8, 9])
    expect([turns.has(7), turns.has(8), turns.waiting]).toEqual([true, false, 0])
    for (let id = 0; id < 8; id++) await end(id)
    await turns.drained()
  })
})
