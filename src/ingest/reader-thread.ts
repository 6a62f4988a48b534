/** A thread that reads feeds: decodes, parses and credits, so that the one that fetches and stores need not wait. */

import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { FromReader, ToReader } from './reader-messages.ts'
import { createReader, type FeedReading } from './reading.ts'

const readFeed = createReader((text) => createHash('sha256').update(text).digest('hex'))
/** Readings that wait for their second step; one that waits behind so many was given up. */
const MOST_OPEN = 500
const readings = new Map<number, FeedReading>()

parentPort?.on('message', (message: ToReader) => {
  answer(message).then(
    (said) => parentPort?.postMessage(said),
    (error: unknown) => parentPort?.postMessage(failureOf(message.id, error)),
  )
})

async function answer(message: ToReader): Promise<FromReader> {
  const { id } = message
  if ('document' in message) {
    const reading = await readFeed(message.document)
    readings.set(id, reading)
    const [oldest] = readings.keys()
    if (readings.size > MOST_OPEN && oldest !== undefined) readings.delete(oldest)
    const { finish: _, ...plain } = reading
    return { id, reading: plain }
  }
  const reading = readings.get(id)
  readings.delete(id)
  return { id, articles: (await reading?.finish(message.wanted, message.context)) ?? [] }
}

function failureOf(id: number, error: unknown): FromReader {
  readings.delete(id)
  if (error instanceof CreditlineError)
    return { id, error: { code: error.code, message: error.message } }
  return { id, error: { code: 'internal', message: String(error) } }
}
