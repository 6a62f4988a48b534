/** Threads that read feeds, on Node: the bytes go over without being copied, the articles come back as plain data. */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Hash } from '../../feeds/change.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { keepYoungSmall } from '../young-generation.ts'
import type { FromReader, ToReader } from './reader-messages.ts'
import { createReader, type FeedDocument, type FeedReading, type ReadFeed } from './reading.ts'

export interface ReaderPool {
  readonly readFeed: ReadFeed
  /** Ends the threads; what they were reading is rejected. */
  close(): Promise<void>
}

/** No feed is worth more: a thread that answers nothing for so long is ended, and another begun. */
const STUCK_MS = 60_000
/** In megabytes. Feeds are at most 32 MB; what is in flight at a time stays in the hundreds of kilobytes. */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 }

interface Waiting {
  readonly resolve: (said: FromReader) => void
  readonly reject: (error: Error) => void
}

interface Reader {
  /** Messages that were not answered yet. */
  readonly busy: number
  /** Rejects with CreditlineError. */
  ask(message: ToReader, transfer?: readonly ArrayBuffer[]): Promise<FromReader>
  close(): Promise<void>
}

const MOST_THREADS = 3

/** As many threads as the machine has processors beside this one's; reads on this thread where there is none. */
export function openReaders(hash: Hash): ReaderPool {
  const threads = Math.min(availableParallelism() - 1, MOST_THREADS)
  return threads > 0
    ? createReaderPool(threads)
    : { readFeed: createReader(hash), close: async () => {} }
}

export interface ReaderPoolOptions {
  /** The program of a thread; ours when not given. */
  readonly thread?: URL
  readonly stuckMs?: number
}

export function createReaderPool(size: number, options: ReaderPoolOptions = {}): ReaderPool {
  const readers = new Set<Reader>()
  let lastId = 0
  let isClosed = false
  const takeReader = (): Reader => {
    const idlest = [...readers].reduce<Reader | undefined>(
      (best, one) => (best && best.busy <= one.busy ? best : one),
      undefined,
    )
    if (idlest && (idlest.busy === 0 || readers.size >= size)) return idlest
    const fresh = startReader(options, () => readers.delete(fresh))
    readers.add(fresh)
    return fresh
  }
  return {
    async readFeed(document) {
      if (isClosed) throw new CreditlineError('unavailable', 'reading is being stopped')
      const reader = takeReader()
      const id = ++lastId
      const body = ownBytes(document.body)
      const said = await reader.ask({ id, document: { ...document, body } }, [body.buffer])
      return readingOf(said, id, reader)
    },
    async close() {
      isClosed = true
      await Promise.all([...readers].map((reader) => reader.close()))
    },
  }
}

/** A buffer that holds these bytes alone, to be given away. */
function ownBytes(bytes: FeedDocument['body']): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
    return new Uint8Array(buffer)
  return new Uint8Array(bytes)
}

function readingOf(said: FromReader, id: number, reader: Reader): FeedReading {
  if (!('reading' in said)) throw new CreditlineError('internal', 'a reading thread lost its place')
  return {
    ...said.reading,
    async finish(wanted, context) {
      const made = await reader.ask({ id, wanted, context })
      return 'articles' in made ? made.articles : []
    },
  }
}

function startReader(
  {
    thread = new URL('./reader-thread.js', import.meta.url),
    stuckMs = STUCK_MS,
  }: ReaderPoolOptions,
  onEnd: () => void,
): Reader {
  const waiting = new Map<number, Waiting>()
  const worker = new Worker(thread, { resourceLimits: LIMITS })
  worker.once('online', keepYoungSmall)
  let stuck: ReturnType<typeof setTimeout> | undefined
  const watch = () => {
    clearTimeout(stuck)
    if (waiting.size > 0) stuck = setTimeout(() => void worker.terminate(), stuckMs)
  }
  worker.on('message', (said: FromReader) => {
    const asked = waiting.get(said.id)
    waiting.delete(said.id)
    watch()
    if ('error' in said) asked?.reject(new CreditlineError(said.error.code, said.error.message))
    else asked?.resolve(said)
  })
  let ended: CreditlineError | undefined
  const end = (why: string) => {
    ended ??= new CreditlineError('internal', why)
    clearTimeout(stuck)
    onEnd()
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  worker.on('error', (error) => end(`the thread that read it broke off: ${error.message}`))
  worker.on('exit', () => end('the thread that read it was ended'))
  return {
    get busy() {
      return waiting.size
    },
    ask: (message, transfer = []) =>
      new Promise((resolve, reject) => {
        // of what is said to a thread that has ended, nobody would ever hear
        if (ended) return reject(ended)
        waiting.set(message.id, { resolve, reject })
        worker.postMessage(message, [...transfer])
        // more to do is no sign of life
        if (waiting.size === 1) watch()
      }),
    close: async () => void (await worker.terminate()),
  }
}
