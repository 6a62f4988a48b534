/** The service on Cloudflare Workers: the same app over D1, polling by cron. */

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { D1Database, ExecutionContext } from '@cloudflare/workers-types'
import type { Hono } from 'hono'
import { createAccessStore } from '../db/access-store.ts'
import { openD1 } from '../db/drivers/d1.ts'
import { createStore } from '../db/sqlite-store.ts'
import { toInstant } from '../feeds/model/date.ts'
import { runWebhooks } from './api/webhooks/deliver.ts'
import { createApp } from './app.ts'
import { type Config, type Environment, loadConfig } from './config.ts'
import type { Deps } from './deps.ts'
import { createDoor, type FetchDocument } from './ingest/fetch-document.ts'
import { policyOf } from './ingest/guard.ts'
import { createPolling } from './ingest/polling.ts'
import { workersTransport } from './ingest/workers-transport.ts'
import { createLog } from './log.ts'
import { runWebSub } from './websub/websub.ts'

export interface Env {
  readonly DB: D1Database
}

function workerDeps(env: Env): Deps {
  const config = loadConfig(env as unknown as Environment)
  const sql = openD1(env.DB)
  return {
    store: createStore(sql),
    access: createAccessStore(sql),
    fetchDocument: openDoor(config),
    config,
    now: Date.now,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
    clientAddress: (c) => c.req.header('cf-connecting-ip'),
    gzip: (bytes) => gzipSync(bytes, { level: 6 }),
    log: createLog(config.log, Date.now, console.log),
  }
}

const openDoor = ({ allowHosts, userAgent, maxBytes }: Config): FetchDocument =>
  createDoor({
    transport: workersTransport,
    policy: policyOf(allowHosts),
    userAgent,
    maxBytes,
  })

/** One app an isolate: its caches live as long, and bindings don't change within one. */
let app: Hono | undefined

export default {
  fetch(request: Request, env: Env, context: ExecutionContext): Response | Promise<Response> {
    app ??= createApp(workerDeps(env))
    return app.fetch(request, env, context as never)
  },
  /** Polls what is due, a few upstreams a tick: an invocation has 50 subrequests and as many queries on the free plan. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const { config, ...deps } = workerDeps(env)
    const onStoreFailure = (error: unknown) => deps.log.error('polling_paused', { error })
    const polling = createPolling(
      { ...deps, baseUrl: config.baseUrl, chance: Math.random, inFlight: 6 },
      { onStoreFailure },
    )
    const now = toInstant(deps.now())
    polling.add(await deps.store.listDueUpstreams(now, UPSTREAMS_A_TICK))
    polling.advance()
    await polling.drained()
    await deps.store.indexSearch(now, ARTICLES_A_TICK)
    await runWebhooks({ config, ...deps }, MESSAGES_A_TICK)
    await runWebSub({ config, ...deps }, MESSAGES_A_TICK)
  },
}

const UPSTREAMS_A_TICK = 8
const ARTICLES_A_TICK = 200
const MESSAGES_A_TICK = 4
