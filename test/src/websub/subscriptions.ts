/** A publisher with a hub, both of others, a service of ours that subscribes, and what that hub asks and tells. */

import type { RequestListener } from 'node:http'
import { expect } from 'vitest'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { pollAll } from '../../../src/ingest/polling.ts'
import { serve } from '../ingest/loopback.ts'
import { item, rss, upstreamAt } from '../ingest/polls.ts'
import { type LiveService, openLive, signatureOf } from './services.ts'

export const DAY = 86_400
export const NOW = '2025-06-01T12:00:00Z'

/** A publisher with a hub, both of others, and a service of ours that has polled it once. */
export async function setUp(more: Partial<Upstream> = {}, hubAnswer: RequestListener = accept) {
  const publisher: { body: string; headers: Record<string, string> } = { body: '', headers: {} }
  const asked: URLSearchParams[] = []
  const hub = await serve(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    asked.push(new URLSearchParams(text))
    hubAnswer(request, response)
  })
  const feed = await serve((_, response) => {
    for (const [name, value] of Object.entries(publisher.headers)) response.setHeader(name, value)
    response.end(publisher.body)
  })
  const topic = `${feed.url}/feed`
  const links = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.url}/hub"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${topic}"/>`
  publisher.body = rss([item(1)], links)
  const us = await openLive()
  await us.deps.store.addUpstream(upstreamAt(topic, { addedAt: NOW, nextPollAt: NOW, ...more }))
  const poll = async () => {
    const upstream = await upstreamOf(us)
    const { baseUrl } = us.deps.config
    await pollAll([upstream], { ...us.deps, baseUrl, chance: () => 0.5 })
  }
  await poll()
  return { publisher, asked, hub, feed, topic, links, us, poll }
}

const accept: RequestListener = (_, response) => response.writeHead(202).end()

export async function upstreamOf({ deps }: LiveService): Promise<Upstream> {
  const upstream = await deps.store.findUpstream('harbour')
  if (!upstream) throw new Error('no upstream')
  return upstream
}

export type SetUp = Awaited<ReturnType<typeof setUp>>

export const pathOf = (asked: URLSearchParams | undefined) =>
  new URL(asked?.get('hub.callback') ?? 'http://x/').pathname

/** What a hub asks our callback. */
export const confirm = ({ us, asked, topic }: SetUp, more: Record<string, string> = {}) =>
  us.app.request(
    `${pathOf(asked.at(-1))}?${new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.challenge': 'c0ffee',
      'hub.lease_seconds': String(10 * DAY),
      ...more,
    })}`,
  )

export async function subscribed(more: Partial<Upstream> = {}): Promise<SetUp> {
  const all = await setUp(more)
  await all.us.run()
  expect((await confirm(all)).status).toBe(200)
  return all
}

/** What a hub sends our callback. */
export function tell({ us, asked }: SetUp, body: string, headers: Record<string, string> = {}) {
  const signature = signatureOf(body, asked.at(-1)?.get('hub.secret') ?? '')
  return us.app.request(pathOf(asked.at(-1)), {
    method: 'POST',
    headers: { 'content-type': 'application/rss+xml', 'x-hub-signature': signature, ...headers },
    body,
  })
}

export const titles = async ({ us }: SetUp) =>
  (await us.deps.store.listArticles({}, { limit: 50 })).articles.map(({ article }) => article.title)
