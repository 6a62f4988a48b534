/** Threads that read feeds: one that dies or sticks takes nothing but its own with it, and errors cross as they are. */

import { existsSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseFeed } from '../../../feeds/dialects/index.ts'
import { createReaderPool, type ReaderPoolOptions } from '../../../src/ingest/reader-pool.ts'
import { createReader } from '../../../src/ingest/reading.ts'
import { item, rss, START, sha256, upstreamAt } from './polls.ts'

const odd = new URL('./odd-reader.mjs', import.meta.url)
const ours = new URL('../../../dist/src/ingest/reader-thread.js', import.meta.url)

function openPool(size: number, options: ReaderPoolOptions) {
  const pool = createReaderPool(size, options)
  onTestFinished(() => pool.close())
  const read = (text: string) =>
    pool.readFeed({ body: new TextEncoder().encode(text), url: 'https://harbour.example/feed' })
  return { ...pool, read }
}

const WANTED = [{ at: 0, guid: 'https://harbour.example/1', isTaken: false }]
const CONTEXT = {
  upstream: upstreamAt('https://harbour.example/feed'),
  now: START,
  baseUrl: 'https://reader.example',
  agencies: [],
}

describe('a thread that ends', () => {
  it.each([
    ['exit', 'the thread that read it was ended'],
    ['throw', 'the thread that read it broke off: a fault of its own'],
  ])('by %s rejects what it was reading, and another reads what comes next', async (way, words) => {
    const { read } = openPool(1, { thread: odd })
    const both = await Promise.allSettled([read(way), read('hush')])
    for (const one of both)
      expect(one).toMatchObject({ reason: { code: 'internal', message: words } })
    expect((await read('Harbour Post')).feed.title).toBe('Harbour Post')
  })

  it('leaves those of other threads alone', async () => {
    const { read } = openPool(2, { thread: odd })
    // watched from the start: it may die before the other has read
    const dies = expect(read('exit')).rejects.toThrow('was ended')
    const reading = await read('Harbour Post')
    await dies
    expect(await reading.finish(WANTED, CONTEXT)).toEqual([])
  })

  it('between the two steps of a reading rejects the second at once', async () => {
    const { read } = openPool(1, { thread: odd })
    const reading = await read('Harbour Post')
    await expect(read('exit')).rejects.toThrow('was ended')
    await expect(reading.finish(WANTED, CONTEXT)).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('a thread that is stuck', () => {
  it.each(['stick', 'hush'])('(%s) is ended in time, and another is begun', async (way) => {
    const { read } = openPool(1, { thread: odd, stuckMs: 400 })
    await read('It has begun')
    await expect(read(way)).rejects.toThrow('was ended')
    expect((await read('Harbour Post')).feed.title).toBe('Harbour Post')
  })

  it('is ended in time though it is asked for more and more', async () => {
    const { read } = openPool(1, { thread: odd, stuckMs: 400 })
    await read('It has begun')
    const stuck = read('stick')
    const more: Promise<unknown>[] = []
    const timer = setInterval(() => more.push(read('hush').catch(() => undefined)), 50)
    await expect(stuck).rejects.toThrow('was ended')
    clearInterval(timer)
    expect(more.length).toBeLessThan(40)
  })
})

describe('closing', () => {
  it('rejects what is being read, and what is asked for afterwards', async () => {
    const { read, close } = openPool(2, { thread: odd })
    await read('It has begun')
    const waiting = expect(read('hush')).rejects.toThrow('was ended')
    await close()
    await waiting
    await expect(read('Harbour Post')).rejects.toMatchObject({ code: 'unavailable' })
    await close()
  })
})

describe.skipIf(!existsSync(ours))('our own thread (needs a build)', () => {
  it('reads what this one reads, in two steps', async () => {
    const { read } = openPool(1, { thread: ours })
    const text = rss([item(1), item(2)])
    const there = await read(text)
    const here = await createReader(sha256)({
      body: new TextEncoder().encode(text),
      url: 'https://harbour.example/feed',
    })
    expect([there.feed, there.entries, there.faults]).toEqual([
      here.feed,
      here.entries,
      here.faults,
    ])
    const made = await there.finish(WANTED, CONTEXT)
    expect(made).toEqual(await here.finish(WANTED, CONTEXT))
    expect(made[0]?.article.credits[0]).toMatchObject({ name: 'Ada Quill' })
  })

  it.each(['<p>There is news', '', '{"items": 1}'])(
    'gives the error that this one gives, with its code: %j',
    async (text) => {
      const { read } = openPool(1, { thread: ours })
      let here: unknown
      try {
        parseFeed(new TextEncoder().encode(text), { url: 'https://harbour.example/feed' })
      } catch (error) {
        here = error
      }
      const { code, message } = here as { code: string; message: string }
      expect(code).toBe('not_a_feed')
      await expect(read(text)).rejects.toMatchObject({ name: 'CreditlineError', code, message })
      expect((await read(rss([item(1)]))).entries).toHaveLength(1)
    },
  )

  it('does not take the bytes of a buffer that holds others too', async () => {
    const { readFeed } = openPool(1, { thread: ours })
    const whole = new TextEncoder().encode(`    ${rss([item(1)])}`)
    await readFeed({ body: whole.subarray(4), url: 'https://harbour.example/feed' })
    expect(whole.length).toBeGreaterThan(4)
  })
})
