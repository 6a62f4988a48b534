/** What a Worker does beside polling: indexes and cleans new articles, and tells webhooks, subscribers and hubs. */

import { listUncleaned } from '../../db/uncleaned.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { runWebhooks } from '../api/webhooks/deliver.ts'
import { ALL, getChannel, readChannelPage } from '../publish/channels.ts'
import { cleanArticles } from '../publish/clean.ts'
import { publisherOf } from '../publish/publisher.ts'
import { runWebSub } from '../websub/websub.ts'
import type { Service } from './settings.ts'

export const JOBS = ['index', 'webhooks', 'websub'] as const
export type Job = (typeof JOBS)[number]

export interface JobMessage {
  readonly kind: 'job'
  readonly job: Job
}

const RUNS: Readonly<Record<Job, (service: Service) => Promise<unknown>>> = {
  index: prepareNews,
  webhooks: ({ deps, plan }) => runWebhooks(deps, plan.messagesSent),
  websub: ({ deps, plan }) => runWebSub(deps, plan.messagesSent),
}

export const runJob = (job: Job, service: Service): Promise<unknown> => RUNS[job](service)

/**
 * What a request would have to do first otherwise, in writes to a database that may be far from it: bodies are cleaned,
 * full text is indexed, and the archives of channels are brought up to date.
 */
async function prepareNews({ deps, plan, sql }: Service): Promise<void> {
  const { store, now } = deps
  await cleanArticles(await listUncleaned(sql, plan.articlesIndexed), store)
  await store.indexSearch(toInstant(now()), plan.articlesIndexed)
  const channels = await store.listChannels()
  const all = await getChannel(ALL, store, deps.config)
  for (const channel of [all, ...channels.filter(({ slug }) => slug !== ALL)])
    await publisherOf(deps).find(readChannelPage(channel, new URLSearchParams()), 'json')
}

/** Where all share what one invocation may ask, one a minute in turn: each has enough then. */
export const jobOfMinute = (nowMs: number): Job =>
  JOBS[Math.floor(nowMs / 60_000) % JOBS.length] ?? 'index'
