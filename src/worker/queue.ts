/** The queue's consumer, and what a tick of the cron does. */

import type { Message, MessageBatch } from '@cloudflare/workers-types'
import { isSpent } from './allowance.ts'
import { invocation, invoke } from './invocation.ts'
import { JOBS, type JobMessage, jobOfMinute, runJob } from './jobs.ts'
import type { PollMessage } from './poll-plan.ts'
import { buryPoll, consumePoll, enqueueDue, type PollRun, pollDue, sendApart } from './polls.ts'
import { type Env, type Service, serviceOf } from './settings.ts'

type Work = PollMessage | JobMessage

/** Seconds before a message that broke off is tried again, times the attempts so far. */
const RETRY_S = 60
const DEAD = /-dead$/

/** wrangler.toml gives one message an invocation, since each message is as much work as one may do. */
export async function consume(batch: MessageBatch<unknown>, env: Env): Promise<void> {
  const service = serviceOf(env)
  for (const message of batch.messages)
    await invoke(env.DB, service.plan, () => consumeOne(message, batch.queue, env, service))
}

async function consumeOne(
  message: Message<unknown>,
  queue: string,
  env: Env,
  service: Service,
): Promise<void> {
  const { log } = service.deps
  const work = message.body as Partial<Work> | null
  try {
    if (!isWork(work)) log.error('message_unknown', { queue, id: message.id })
    else if (DEAD.test(queue)) await bury(work, service)
    else await run(work, message.attempts, env, service)
    message.ack()
  } catch (error) {
    log.error('message_broke_off', { queue, id: message.id, attempts: message.attempts, error })
    message.retry({ delaySeconds: RETRY_S * message.attempts })
  }
}

const isWork = (body: Partial<Work> | null): body is Work =>
  (body?.kind === 'poll' && Array.isArray(body.leases)) ||
  (body?.kind === 'job' && JOBS.some((job) => job === body.job))

async function run(work: Work, attempts: number, env: Env, service: Service): Promise<void> {
  if (work.kind === 'job') return void (await runJob(work.job, service))
  const isAgain = attempts > 1 && work.leases.length > 1
  if (isAgain && env.POLLS) await sendApart(env.POLLS, work, runOf(service))
  else await consumePoll(work, runOf(service))
}

async function bury(work: Work, service: Service): Promise<void> {
  if (work.kind === 'poll') await buryPoll(work, runOf(service))
  else service.deps.log.error('job_given_up', { job: work.job })
}

const runOf = ({ deps, leases, plan }: Service): PollRun => ({
  deps,
  leases,
  plan,
  allowance: invocation().allowance,
})

/** What goes wrong in one part is logged and does not keep the others from theirs; the next tick tries again. */
export function tick(env: Env): Promise<void> {
  const service = serviceOf(env)
  return invoke(env.DB, service.plan, async () => {
    await logged('polling', service, () => pollOrEnqueue(env, service))
    for (const job of await jobsOf(env, service))
      await logged(job, service, () => runJob(job, service))
  })
}

const pollOrEnqueue = ({ POLLS }: Env, service: Service): Promise<number> =>
  POLLS ? enqueueDue(POLLS, runOf(service)) : pollDue(runOf(service))

/** Those to be done here: all where there is room; else one a minute; none where each gets an invocation of its own. */
async function jobsOf(
  { POLLS }: Env,
  { plan, deps }: Service,
): Promise<readonly (typeof JOBS)[number][]> {
  if (plan.name === 'free') return [jobOfMinute(deps.now())]
  if (!POLLS) return JOBS
  const messages = JOBS.map((job) => ({ body: { kind: 'job', job }, contentType: 'json' as const }))
  invocation().allowance.take()
  await POLLS.sendBatch(messages)
  return []
}

async function logged(
  part: string,
  { deps }: Service,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isSpent(error)) deps.log.debug('tick_spent', { part })
    else deps.log.error('tick_broke_off', { part, error })
  }
}
