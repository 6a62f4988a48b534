/** What does not fit into one invocation is left for the next, and nothing of it is taken for known. */

import { expect, test } from 'vitest'
import type { PollOutcome } from '../../../db/store.ts'
import { CHUNK_QUERIES, fitting, STORE_QUERIES } from '../../../src/worker/poll-together.ts'
import { incoming, upstream } from '../../db/samples.ts'

/** Of these queries, the articles of one chunk (db/chunks.ts) can be stored. */
const ONE_CHUNK = STORE_QUERIES + CHUNK_QUERIES
const NOW = Date.parse('2025-06-01T12:00:00Z')
const body = (size: number) => ({ body: { clean: false, html: 'x'.repeat(size) } }) as never

const outcome = (id: string, sizes: readonly number[]): PollOutcome => ({
  upstream: {
    ...upstream(id),
    etag: '"1"',
    bodyHash: 'h',
    lastModified: 'then',
    lastResult: 'new',
  },
  articles: sizes.map((size, n) => incoming(n, body(size), `h${n}`)),
})

test('all that fits stays as it is', () => {
  const outcomes = [outcome('a', [1000, 1000]), outcome('b', [1000])]
  expect(fitting(outcomes, ONE_CHUNK, NOW)).toEqual(outcomes)
})

test('articles are cut at the last chunk that can be stored, and their upstream is asked again', () => {
  const outcomes = [outcome('a', [200_000, 200_000]), outcome('b', [200_000, 10])]
  const [a, b] = fitting(outcomes, ONE_CHUNK, NOW)
  expect([a?.articles.length, b?.articles.length]).toEqual([1, 0])
  for (const cut of [a, b]) {
    expect(cut?.upstream).not.toHaveProperty('etag')
    expect(cut?.upstream).not.toHaveProperty('bodyHash')
    expect(cut?.upstream).not.toHaveProperty('lastModified')
    expect(cut?.upstream.nextPollAt).toBe('2025-06-01T12:01:00Z')
  }
  expect(a?.upstream.lastResult).toBe('new; 1 fitted into this run, the rest comes with the next')
})

test('an upstream with nothing new is stored even where nothing else is', () => {
  const quiet = outcome('quiet', [])
  expect(fitting([outcome('a', [10]), quiet], 0, NOW)[1]).toEqual(quiet)
})
