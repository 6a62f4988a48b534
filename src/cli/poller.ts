/** Starts the poller's thread when the first upstream is due, and begins another should it break off. */

import { Worker } from 'node:worker_threads'
import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import type { Poller } from '../ingest/poller.ts'
import { keepYoungSmall } from '../young-generation.ts'

const RESTART_MS = 30_000
/** In megabytes: what is polled at a time is bounded, and what is young is gone soon. */
const LIMITS = { maxYoungGenerationSizeMb: 32 }

const LOOK_MS = 1000
/** For what it polls to be stored; then it is ended where it is, as by a fault: nothing is lost, and polled again. */
const STOP_MS = 30_000

export interface PollerOptions {
  /** The program of the thread; ours when not given. */
  readonly thread?: URL
  readonly restartMs?: number
  readonly stopMs?: number
  readonly lookMs?: number
}

type PollerDeps = Pick<Deps, 'config' | 'log' | 'store' | 'now'>

/**
 * The store must be a file: the thread opens it for itself. As the program is loaded once more for it, there is none
 * before it is needed: that is half of a small service's memory.
 */
export function startPoller(
  { config, log, store, now }: PollerDeps,
  {
    thread = new URL('./poller-thread.js', import.meta.url),
    restartMs = RESTART_MS,
    stopMs = STOP_MS,
    lookMs = LOOK_MS,
  }: PollerOptions = {},
): Pick<Poller, 'stop'> {
  let isStopping = false
  let next: ReturnType<typeof setTimeout> | undefined
  let ended: Promise<void> | undefined
  let worker: Worker | undefined
  const begin = () => {
    const begun = new Worker(thread, { workerData: config, resourceLimits: LIMITS })
    worker = begun
    begun.once('online', keepYoungSmall)
    begun.on('error', (error) =>
      log.error('polling_broke_off', { seconds: restartMs / 1000, error }),
    )
    ended = new Promise((resolve) => {
      begun.once('exit', () => {
        resolve()
        if (!isStopping) next = setTimeout(begin, restartMs)
      })
    })
  }
  const look = async () => {
    const due = await store.listDueUpstreams(toInstant(now()), 1).catch(() => [])
    if (isStopping) return
    if (due.length > 0) begin()
    else next = setTimeout(look, lookMs)
  }
  void look()
  return {
    async stop() {
      isStopping = true
      clearTimeout(next)
      worker?.postMessage('stop')
      const given = setTimeout(() => void worker?.terminate(), stopMs)
      await ended
      clearTimeout(given)
    },
  }
}
