/** Answers requests: public ones from the cache, else from a replica of the database; all others from the primary. */

import type { CacheStorage, ExecutionContext } from '@cloudflare/workers-types'
import type { Hono } from 'hono'
import { createApp } from '../app.ts'
import { basePathOf } from '../http/base-path.ts'
import { settlerOf } from '../publish/settle.ts'
import { createEdgeCache, type EdgeCache, isShared } from './edge-cache.ts'
import { type Database, invoke } from './invocation.ts'
import { createSequence, type Sequence } from './sequence.ts'
import { type Env, type Service, serviceOf } from './settings.ts'

interface Site {
  readonly service: Service
  readonly app: Hono
  readonly sequence: Sequence
  readonly cache: EdgeCache
  readonly basePath: string
}

let site: Site | undefined

function siteOf(env: Env): Site {
  site ??= createSite(env)
  return site
}

function createSite(env: Env): Site {
  const service = serviceOf(env)
  const { deps } = service
  const app = createApp(deps)
  const sequence = createSequence(deps.now)
  const cache = createEdgeCache({
    cache: (globalThis as unknown as { readonly caches: CacheStorage }).caches.default,
    version: env.VERSION?.id ?? '',
    sequence: () => sequence.current(settlerOf(deps)),
    app: (request) => app.fetch(request),
  })
  return { service, app, sequence, cache, basePath: basePathOf(deps.config.baseUrl) }
}

/** Where a client has read up to; sent back, nothing older is read for it. */
const BOOKMARK = 'x-d1-bookmark'

export async function serve(
  incoming: Request,
  env: Env,
  context: ExecutionContext,
): Promise<Response> {
  const { service, app, sequence, cache, basePath } = siteOf(env)
  const request = uncompressed(incoming)
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname
  const shared = isShared(request, path)
  const seen = request.headers.get(BOOKMARK)
  if (seen) sequence.learn(undefined, true)
  const session = openSession(env, shared, seen ?? sequence.bookmark)
  return invoke(session.database, service.plan, async () => {
    const answer = shared
      ? await cache.answer(request, context)
      : await app.fetch(request, env, context as never)
    const bookmark = session.bookmark()
    sequence.learn(bookmark, !shared && request.method !== 'GET')
    return shared || !bookmark ? answer : withHeader(answer, BOOKMARK, bookmark)
  })
}

/** The platform compresses on its way out, and would compress again what was compressed here. */
function uncompressed(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('accept-encoding')
  return new Request(request, { headers })
}

interface Session {
  readonly database: Database
  bookmark(): string | null | undefined
}

/** Public reads may be answered by any replica that is as far as what was read before; a person's begin at the primary. */
function openSession({ DB }: Env, shared: boolean, bookmark: string | undefined): Session {
  if (typeof DB.withSession !== 'function') return { database: DB, bookmark: () => undefined }
  const session = DB.withSession(shared ? (bookmark ?? 'first-unconstrained') : 'first-primary')
  return { database: session, bookmark: () => session.getBookmark() }
}

function withHeader(response: Response, name: string, value: string): Response {
  const copy = new Response(response.body, response)
  copy.headers.set(name, value)
  return copy
}
