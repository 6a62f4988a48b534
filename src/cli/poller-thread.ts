/** The poller of `serve`, in a thread beside the one that answers: fetches, stores, and stops when it is told to. */

import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '../config.ts'
import { createPoller } from '../ingest/poller.ts'
import { openReaders } from '../ingest/reader-pool.ts'
import { withStoreOf } from './open.ts'

const config: Config = workerData

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
