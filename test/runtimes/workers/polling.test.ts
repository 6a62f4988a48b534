/** Polling in workerd: a tick lends what is due to the queue, and what its consumer polls stands in the feeds. */

import {
  applyD1Migrations,
  createMessageBatch,
  createScheduledController,
  env,
  reset,
  SELF,
} from 'cloudflare:test'
import type { Message } from '@cloudflare/workers-types'
import { beforeEach, expect, it } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { parseFeed } from '../../../feeds/dialects/index.ts'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import type { PollMessage } from '../../../src/worker/poll-plan.ts'
import type { Env } from '../../../src/worker/settings.ts'
import worker from '../../../src/worker.ts'

const store = createStore(openD1(env.DB))

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
})

const due = (id: string, url: string): Upstream => ({
  id,
  url,
  peer: false,
  private: false,
  tags: [],
  health: 'new',
  nextPollAt: '2000-01-01T00:00:00Z',
  failures: 0,
  movedSeen: 0,
  addedAt: '2000-01-01T00:00:00Z',
})

const UPSTREAM = due('upstream', 'https://upstream.example/feed.xml')

/** The worker with a queue that keeps what is sent. */
function withQueue(): { readonly env: Env; readonly sent: { body: unknown; delay?: number }[] } {
  const sent: { body: unknown; delay?: number }[] = []
  const sendBatch = async (messages: { body: unknown; delaySeconds?: number }[]) => {
    for (const { body, delaySeconds } of messages)
      sent.push({ body, ...(delaySeconds ? { delay: delaySeconds } : {}) })
  }
  return { env: { ...env, POLLS: { sendBatch } as never }, sent }
}

const tick = (to: Env) => worker.scheduled(createScheduledController(), to)

/** Delivers a message as the platform does; what became of it. */
async function deliver(body: unknown, to: Env, { queue = 'creditline-polls', attempts = 1 } = {}) {
  const [made] = createMessageBatch(queue, [{ id: 'm', timestamp: new Date(), body, attempts }])
    .messages as unknown as Message[]
  let end = ''
  const message = {
    ...{ id: 'm', body: made?.body, attempts },
    ack: () => (end = 'done'),
    retry: ({ delaySeconds = 0 } = {}) => (end = `again in ${delaySeconds}`),
  }
  await worker.queue({ queue, messages: [message] } as never, to)
  return end
}

async function isPublished() {
  expect(await store.findUpstream('upstream')).toMatchObject({ health: 'healthy', failures: 0 })
  const response = await SELF.fetch('https://creditline.example/agencies/afp.rss')
  const { entries } = parseFeed(new Uint8Array(await response.arrayBuffer()))
  expect(entries).toMatchObject([{ title: 'Kites over the harbour' }])
}

it('polls a due upstream by itself where there is no queue', async () => {
  await store.addUpstream(UPSTREAM)
  const { POLLS: _, ...alone } = withQueue().env
  await tick(alone)
  await isPublished()
})

it('puts what is due into the queue, once, and polls it from there', async () => {
  await store.addUpstream(UPSTREAM)
  const { env: queued, sent } = withQueue()
  await tick(queued)
  await tick(queued)
  expect(sent).toEqual([
    { body: { kind: 'poll', leases: [{ id: 'upstream', until: expect.any(String) }] } },
  ])
  expect(await deliver(sent[0]?.body, queued)).toBe('done')
  await isPublished()
  const polled = await store.findUpstream('upstream')
  expect(await deliver(sent[0]?.body, queued)).toBe('done')
  expect(await store.findUpstream('upstream')).toEqual(polled)
})

it('a message that broke off comes again one upstream at a time, and is written down when it is given up', async () => {
  await store.addUpstream(UPSTREAM)
  await store.addUpstream(due('other', 'https://upstream.example/other.xml'))
  const { env: queued, sent } = withQueue()
  await tick(queued)
  const body = sent.pop()?.body as PollMessage
  expect(body.leases).toHaveLength(2)
  expect(await deliver(body, queued, { attempts: 2 })).toBe('done')
  expect(sent.map((message) => (message.body as PollMessage).leases.length)).toEqual([1, 1])
  expect(await deliver(body, queued, { queue: 'creditline-polls-dead' })).toBe('done')
  expect(await store.findUpstream('other')).toMatchObject({
    health: 'failing',
    failures: 1,
    lastError: expect.stringContaining('given up'),
  })
})

it('tries again later when the database does not answer, and drops what is no message of ours', async () => {
  const { env: queued } = withQueue()
  const broken = {
    ...queued,
    DB: {
      prepare: () => {
        throw new Error('D1_ERROR: overloaded')
      },
    },
  } as never
  const message = { kind: 'poll', leases: [{ id: 'upstream', until: '2000-01-01T00:00:00Z' }] }
  expect(await deliver(message, broken, { attempts: 2 })).toBe('again in 120')
  expect(await deliver({ kind: 'what' }, queued)).toBe('done')
  expect(await deliver(null, queued)).toBe('done')
})

it('each job runs from the queue', async () => {
  const { env: queued } = withQueue()
  for (const job of ['index', 'webhooks', 'websub'])
    expect(await deliver({ kind: 'job', job }, queued)).toBe('done')
})
