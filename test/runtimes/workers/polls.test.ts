/** The live view of polling in workerd: a stream over D1, within the queries of one invocation. */

import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { followPolls } from '../../../src/desk/poll-events.tsx'
import { upstream } from '../../db/samples.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
})

test('polls are streamed as they are stored, and the stream ends by itself', async () => {
  const store = createStore(openD1(env.DB))
  let queries = 0
  const counted = {
    listPolled: (...args: Parameters<typeof store.listPolled>) => {
      queries++
      return store.listPolled(...args)
    },
  }
  const now = () => Date.parse('2025-06-01T12:00:00Z')
  const stream = followPolls({ store: counted, now }, undefined, { everyMs: 20, looks: 30 })
  const text = new Response(stream).text()
  await store.addUpstream(upstream('pier', { lastPollAt: '2025-06-01T11:59:58Z' }))
  expect((await text).match(/data: .*pier/g)).toHaveLength(1)
  expect(queries).toBe(30)
})
