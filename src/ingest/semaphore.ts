/** At most `permits` holders at a time; who comes later waits in line. */

export interface Semaphore {
  /** Waits for a permit and gives the function that returns it (calling it twice does no harm). */
  acquire(): Promise<() => void>
}

export function createSemaphore(permits: number): Semaphore {
  const waiting: (() => void)[] = []
  let free = permits
  const release = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  const once = (): (() => void) => {
    let held = true
    return () => {
      if (held) release()
      held = false
    }
  }
  return {
    async acquire() {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return once()
    },
  }
}
