/** The service on Cloudflare Workers: the same app over D1, polling by cron and queue. */

import type { ExecutionContext, MessageBatch } from '@cloudflare/workers-types'
import { prepareCredits } from '../feeds/credits/index.ts'
import { consume, tick } from './worker/queue.ts'
import { serve } from './worker/serve.ts'
import type { Env } from './worker/settings.ts'

// At the start, whose time is the platform's: a request has ten milliseconds on the free plan.
prepareCredits()

export default {
  fetch: (request: Request, env: Env, context: ExecutionContext): Promise<Response> =>
    serve(request, env, context),
  scheduled: (_event: unknown, env: Env): Promise<void> => tick(env),
  queue: (batch: MessageBatch<unknown>, env: Env): Promise<void> => consume(batch, env),
}
