/** What a Worker does beside polling: indexes and cleans new articles, and tells webhooks, subscribers and hubs. */

import { toInstant } from '../../feeds/model/date.ts'
import { runWebhooks } from '../api/webhooks/deliver.ts'
import type { Deps } from '../deps.ts'
import { runWebSub } from '../websub/websub.ts'
import type { Plan } from './limits.ts'

export const JOBS = ['index', 'webhooks', 'websub'] as const
export type Job = (typeof JOBS)[number]

export interface JobMessage {
  readonly kind: 'job'
  readonly job: Job
}

const RUNS: Readonly<Record<Job, (deps: Deps, plan: Plan) => Promise<unknown>>> = {
  index: ({ store, now }, plan) => store.indexSearch(toInstant(now()), plan.articlesIndexed),
  webhooks: (deps, plan) => runWebhooks(deps, plan.messagesSent),
  websub: (deps, plan) => runWebSub(deps, plan.messagesSent),
}

export const runJob = (job: Job, deps: Deps, plan: Plan): Promise<unknown> => RUNS[job](deps, plan)

/** Where all share what one invocation may ask, one a minute in turn: each has enough then. */
export const jobOfMinute = (nowMs: number): Job =>
  JOBS[Math.floor(nowMs / 60_000) % JOBS.length] ?? 'index'
