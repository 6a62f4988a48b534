/** Runs tasks: so many at a time, so many on a host, hosts taking turns; a slow one soon gives its place to others. */

export interface Task {
  readonly id: number
  readonly host: string
}

export interface Turns<T extends Task> {
  add(tasks: readonly T[]): void
  /** Waiting or under way. */
  has(id: number): boolean
  /** Not yet started. */
  readonly waiting: number
  /** Hosts with at least `count` tasks, waiting or under way. */
  hostsWith(count: number): string[]
  /** Takes out those that wait. */
  clear(): T[]
  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void>
}

export interface TurnsDeps<T extends Task> {
  /** Never rejects. */
  readonly run: (task: T) => Promise<void>
  readonly onEnd: () => void
}

const AT_A_TIME = 32
const ON_A_HOST = 8
/** A task under way for so long is slow: it goes on, but others may start in its place, up to so many. */
const SLOW_MS = 1_000
const MOST_SLOW = 256

interface Host<T> {
  readonly waiting: T[]
  active: number
}

export function createTurns<T extends Task>({ run, onEnd }: TurnsDeps<T>): Turns<T> {
  const hosts = new Map<string, Host<T>>()
  /** In the order of their turn: a Map keeps the order of insertion. */
  const turns = new Map<string, Host<T>>()
  const ids = new Set<number>()
  const drained: (() => void)[] = []
  let waiting = 0
  let quick = 0
  let slow = 0

  const giveTurn = (name: string, host: Host<T>): void => {
    turns.delete(name)
    if (host.waiting.length > 0 && host.active < ON_A_HOST) turns.set(name, host)
    if (host.waiting.length === 0 && host.active === 0) hosts.delete(name)
  }
  /** Counts a task as quick, then as slow, until the returned function is called. */
  const occupy = (): (() => void) => {
    let isSlow = false
    quick++
    const timer = setTimeout(() => {
      if (slow >= MOST_SLOW) return
      isSlow = true
      quick--
      slow++
      advance()
    }, SLOW_MS)
    return () => {
      clearTimeout(timer)
      if (isSlow) slow--
      else quick--
    }
  }
  const start = (name: string, host: Host<T>): void => {
    const task = host.waiting.shift()
    if (!task) return
    waiting--
    host.active++
    const leave = occupy()
    giveTurn(name, host)
    void run(task).finally(() => {
      leave()
      host.active--
      ids.delete(task.id)
      giveTurn(name, host)
      advance()
      onEnd()
    })
  }
  const advance = (): void => {
    while (quick < AT_A_TIME) {
      const [next] = turns
      if (!next) break
      start(...next)
    }
    if (ids.size === 0) for (const resolve of drained.splice(0)) resolve()
  }
  return {
    add(tasks) {
      for (const task of tasks) {
        ids.add(task.id)
        waiting++
        const host = hosts.get(task.host) ?? { waiting: [], active: 0 }
        hosts.set(task.host, host)
        host.waiting.push(task)
        if (host.active < ON_A_HOST && !turns.has(task.host)) turns.set(task.host, host)
      }
      advance()
    },
    has: (id) => ids.has(id),
    get waiting() {
      return waiting
    },
    hostsWith: (count) =>
      [...hosts].flatMap(([name, host]) =>
        host.waiting.length + host.active >= count ? [name] : [],
      ),
    clear() {
      const rest = [...hosts.values()].flatMap((host) => host.waiting.splice(0))
      for (const { id } of rest) ids.delete(id)
      waiting = 0
      turns.clear()
      advance()
      return rest
    },
    drained: () =>
      ids.size === 0 ? Promise.resolve() : new Promise((resolve) => drained.push(resolve)),
  }
}
