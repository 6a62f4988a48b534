/** Cron in workerd: what is due is polled into D1 and stands in the feeds. */

import { createScheduledController, env, SELF } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { parseFeed } from '../../../feeds/dialects/index.ts'
import worker from '../../../src/worker.ts'

it('polls a due upstream, credits its articles and publishes them', async () => {
  const store = createStore(openD1(env.DB))
  await store.addUpstream({
    id: 'upstream',
    url: 'https://upstream.example/feed.xml',
    peer: false,
    private: false,
    tags: [],
    health: 'new',
    nextPollAt: '2000-01-01T00:00:00Z',
    failures: 0,
    movedSeen: 0,
    addedAt: '2000-01-01T00:00:00Z',
  })
  await worker.scheduled(createScheduledController(), env)
  expect(await store.findUpstream('upstream')).toMatchObject({ health: 'healthy', failures: 0 })
  const response = await SELF.fetch('https://creditline.example/agencies/afp.rss')
  const { entries } = parseFeed(new Uint8Array(await response.arrayBuffer()))
  expect(entries).toMatchObject([{ title: 'Kites over the harbour' }])
  const found = await store.listArticles({ q: 'harbour' }, { limit: 10 })
  expect(found.articles).toHaveLength(1)
})
