/** Starts the poller's thread, and begins another should it break off. */

import { Worker } from 'node:worker_threads'
import type { Deps } from '../deps.ts'
import type { Poller } from '../ingest/poller.ts'

const RESTART_MS = 30_000
/** In megabytes: what is polled at a time is bounded, and what is young is gone soon. */
const LIMITS = { maxYoungGenerationSizeMb: 32 }

/** The store must be a file: the thread opens it for itself. */
export function startPoller({ config, log }: Pick<Deps, 'config' | 'log'>): Pick<Poller, 'stop'> {
  let isStopping = false
  let restart: ReturnType<typeof setTimeout> | undefined
  let ended: Promise<void>
  let worker: Worker
  const begin = () => {
    worker = new Worker(new URL('./poller-thread.js', import.meta.url), {
      workerData: config,
      resourceLimits: LIMITS,
    })
    worker.on('error', (error) =>
      log.error('polling_broke_off', { seconds: RESTART_MS / 1000, error }),
    )
    ended = new Promise((resolve) => {
      worker.once('exit', () => {
        resolve()
        if (!isStopping) restart = setTimeout(begin, RESTART_MS)
      })
    })
  }
  begin()
  return {
    async stop() {
      isStopping = true
      clearTimeout(restart)
      worker.postMessage('stop')
      await ended
    },
  }
}
