/** A store, a clock and upstreams for the tests of polling. */

import { createHash } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { openStore } from '../../../db/node-store.ts'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { createClaims } from '../../../src/ingest/claims.ts'
import type { PollDeps } from '../../../src/ingest/poll.ts'
import { createReader } from '../../../src/ingest/reading.ts'
import { DEFAULT_PACE } from '../../../src/ingest/schedule.ts'
import { openDoor } from './loopback.ts'

export const START = '2026-03-03T12:00:00Z'

export async function openMemory() {
  const opened = await openStore(':memory:')
  onTestFinished(() => opened.close())
  return opened.store
}

export const upstreamAt = (url: string, more: Partial<Upstream> = {}): Upstream => ({
  id: 'harbour',
  url,
  peer: false,
  private: false,
  tags: [],
  health: 'new',
  nextPollAt: START,
  failures: 0,
  movedSeen: 0,
  addedAt: START,
  ...more,
})

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** A clock that stands until it is moved. */
export function createClock(at = START) {
  let ms = Date.parse(at)
  return {
    now: () => ms,
    /** Seconds. */
    pass: (seconds: number) => {
      ms += seconds * 1000
    },
  }
}

export const pollDeps = async (
  allow: readonly string[],
  more: Partial<PollDeps> = {},
): Promise<PollDeps> => ({
  fetchDocument: openDoor(allow, { deadlineMs: 30_000 }),
  store: await openMemory(),
  readFeed: createReader(sha256),
  sha256,
  baseUrl: 'https://reader.example',
  claims: createClaims(),
  now: createClock().now,
  chance: () => 0.5,
  pace: DEFAULT_PACE,
  ...more,
})

export const item = (n: number, more = '') =>
  `<item><title>Quay ${n} reopens</title><link>https://harbour.example/${n}</link>` +
  `<guid>https://harbour.example/${n}</guid><pubDate>Tue, 03 Mar 2026 0${n}:00:00 GMT</pubDate>` +
  `<dc:creator>Ada Quill</dc:creator><description>Text of ${n}</description>${more}</item>`

export const rss = (items: readonly string[], more = '') =>
  '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>' +
  `<title>Harbour Post</title><link>https://harbour.example/</link><description/>${more}${items.join('')}</channel></rss>`
