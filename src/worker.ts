/** The service on Cloudflare Workers: the same app over D1, polling by cron and queue. */

import type { ExecutionContext, MessageBatch } from '@cloudflare/workers-types'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { invoke } from './worker/invocation.ts'
import { consume, tick } from './worker/queue.ts'
import { type Env, serviceOf } from './worker/settings.ts'

let app: Hono | undefined

export default {
  fetch(request: Request, env: Env, context: ExecutionContext): Response | Promise<Response> {
    const { deps, plan } = serviceOf(env)
    app ??= createApp(deps)
    const { fetch } = app
    return invoke(env.DB, plan, () => fetch(request, env, context as never))
  },
  scheduled: (_event: unknown, env: Env): Promise<void> => tick(env),
  queue: (batch: MessageBatch<unknown>, env: Env): Promise<void> => consume(batch, env),
}
