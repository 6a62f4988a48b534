/** The poller's thread: begun when it is needed, begun again when it breaks off, and ended by the one that began it. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStore } from '../../../db/node-store.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import { startPoller } from '../../../src/cli/poller.ts'
import { loadConfig } from '../../../src/config.ts'
import { serve } from '../ingest/loopback.ts'
import { item, rss, upstreamAt } from '../ingest/polls.ts'

const odd = new URL('./odd-poller.mjs', import.meta.url)
const ours = new URL('../../../dist/src/cli/poller-thread.js', import.meta.url)
const QUICK = { restartMs: 50, stopMs: 300, lookMs: 10 }

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'creditline-poller-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** A poller whose thread notes what happens to it, and of which one upstream is due or none. */
function begin(title: string, due: { is: boolean } = { is: true }) {
  const db = join(folder(), 'notes')
  writeFileSync(db, '')
  const errors: unknown[] = []
  const error = (_: string, { error: cause }: { error?: unknown } = {}) => errors.push(cause)
  const log = { debug: () => {}, info: () => {}, error }
  const store = {
    listDueUpstreams: async () => (due.is ? [upstreamAt('https://harbour.example/feed')] : []),
  }
  const deps = { config: { ...loadConfig({}), title, db }, log, store, now: Date.now }
  const poller = startPoller(deps as never, { ...QUICK, thread: odd })
  onTestFinished(() => poller.stop())
  const notes = () => readFileSync(db, 'utf8').split('\n').filter(Boolean)
  return { poller, notes, errors }
}

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 20 })

describe('the thread', () => {
  it('is begun when an upstream is due, and ends when it is told to', async () => {
    const due = { is: false }
    const { poller, notes } = begin('', due)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(notes()).toEqual([])
    due.is = true
    await until(() => expect(notes()).toEqual(['begun']))
    await poller.stop()
    expect(notes()).toEqual(['begun', 'stop'])
  })

  it.each(['throw', 'exit'])('is begun again after it has broken off (%s)', async (way) => {
    const { poller, notes, errors } = begin(way)
    await until(() => expect(notes().length).toBeGreaterThan(2))
    await poller.stop()
    const count = notes().length
    if (way === 'throw') expect(errors[0]).toMatchObject({ message: 'a fault of its own' })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(notes()).toHaveLength(count)
  })

  it('is ended where it is when it does not hear', async () => {
    const { poller, notes } = begin('deaf')
    await until(() => expect(notes()).toEqual(['begun']))
    await poller.stop()
    expect(notes()).toEqual(['begun', 'stop'])
  })

  it('is none when nothing was ever due', async () => {
    const { poller, notes } = begin('', { is: false })
    await poller.stop()
    expect(notes()).toEqual([])
  })
})

it.skipIf(!existsSync(ours))('our own polls what is due into the file, and closes it', async () => {
  const server = await serve((_, response) => response.end(rss([item(1), item(2)])))
  const db = join(folder(), 'store.db')
  const { store, close } = await openStore(db)
  onTestFinished(close)
  await store.addUpstream(
    upstreamAt(`${server.url}/feed`, { nextPollAt: toInstant(Date.now()), addedAt: toInstant(0) }),
  )
  const env = { CREDITLINE_DB: db, CREDITLINE_ALLOW_HOSTS: server.host, CREDITLINE_LOG: 'silent' }
  const log = { debug: () => {}, info: () => {}, error: () => {} }
  const deps = { config: loadConfig(env), log, store, now: Date.now }
  const poller = startPoller(deps, { lookMs: 10, thread: ours })
  onTestFinished(() => poller.stop())
  await vi.waitFor(
    async () =>
      expect((await store.listArticles({ q: 'quay' }, { limit: 5 })).articles).toHaveLength(2),
    { timeout: 20_000, interval: 100 },
  )
  await poller.stop()
  expect((await store.findUpstream('harbour'))?.health).toBe('healthy')
  expect(server.seen).toHaveLength(1)
})
