/** A thread in place of the one that reads feeds: does what the document says, else reads it as one without entries. */

import { parentPort } from 'node:worker_threads'

const WAYS = {
  exit: () => process.exit(3),
  throw: () => {
    throw new Error('a fault of its own')
  },
  stick: () => {
    for (;;);
  },
  hush: () => {},
}

parentPort.on('message', ({ id, document }) => {
  const text = document ? Buffer.from(document.body).toString() : ''
  if (WAYS[text]) return setTimeout(WAYS[text], 20)
  if (!document) return parentPort.postMessage({ id, articles: [] })
  const reading = { feed: { title: text }, entries: [], tombstones: [], faults: [] }
  parentPort.postMessage({ id, reading })
})
