/** The poller of `serve`, in a thread beside the one that answers: fetches, stores, and stops when it is told to. */

import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '../config.ts'
import { createPoller } from '../ingest/poller.ts'
import { openReaders } from '../ingest/reader-pool.ts'
import { withStoreOf } from './open.ts'

const config: Config = workerData

/** Of 19. Who asks for a feed waits for no poll where both want a processor. */
const NICENESS = 10
// on Linux a thread has a priority of its own, which the threads that it begins inherit; elsewhere the whole process has one
if (process.platform === 'linux') setPriority(NICENESS)

await withStoreOf(config, async ({ deps }) => {
  const readers = openReaders(deps.sha256)
  const poller = createPoller({
    ...deps,
    baseUrl: config.baseUrl,
    readFeed: readers.readFeed,
    monotonic: () => performance.now(),
    chance: Math.random,
  })
  poller.start()
  await new Promise((resolve) => parentPort?.once('message', resolve))
  await poller.stop()
  await readers.close()
})
parentPort?.close()
