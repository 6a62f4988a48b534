/**
 * Feeds and public pages from the data centre's cache. An entry carries the number of the change as of which it was
 * made, and is asked about again when the store has moved on; cache.delete would reach one data centre alone.
 */

import type { Cache, ExecutionContext } from '@cloudflare/workers-types'
import { isCurrent } from '../http/conditional.ts'

export interface EdgeCache {
  /** From the cache where it is of now, else from the app; what the app gives is kept where it may be. */
  answer(request: Request, context: Pick<ExecutionContext, 'waitUntil'>): Promise<Response>
}

export interface EdgeCacheDeps {
  readonly cache: Pick<Cache, 'match' | 'put' | 'delete'>
  /** Changes with the program and its settings. */
  readonly version: string
  readonly sequence: () => Promise<number>
  readonly app: (request: Request) => Response | Promise<Response>
}

const SEQ = 'x-creditline-seq'
const CACHE_CONTROL = 'x-creditline-cache-control'
/** Feeds depend on the store alone; pages may also on the day, and on what does not move the sequence. */
const FEED_SECONDS = 86_400
const PAGE_SECONDS = 60
const FEED = /\.(?:rss|atom|json)$/

const NOT_PUBLIC = /^\/(?:admin|api|hub|websub|healthz|readyz)(?:\/|$)/
/** What a shared cache must not answer: the credentials of one, a part, a delta made for one copy (RFC 3229). */
const NOT_SHARED = ['authorization', 'cookie', 'range', 'a-im']

/** `path` as the app knows it. */
export const isShared = ({ method, headers }: Request, path: string): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !NOT_PUBLIC.test(path) &&
  !NOT_SHARED.some((name) => headers.has(name))

export function createEdgeCache(deps: EdgeCacheDeps): EdgeCache {
  return {
    async answer(request, context) {
      const key = keyOf(request, deps.version)
      const [found, seq] = await Promise.all([
        deps.cache.match(key),
        deps.sequence().catch(() => undefined),
      ])
      const kept = found as unknown as Response | undefined
      // while the store does not answer, what is kept is better than nothing
      const isOfNow = seq === undefined || Number(kept?.headers.get(SEQ)) >= seq
      if (kept && isOfNow) return sendKept(request, kept)
      if (seq === undefined) return deps.app(request)
      const fresh = await deps.app(asking(request, kept))
      if (fresh.status === 304 && kept) {
        const renewed = stamped(restored(kept, fresh), request, seq)
        context.waitUntil(deps.cache.put(key, renewed.clone() as never))
        return sendKept(request, renewed)
      }
      if (!mayKeep(fresh)) {
        if (kept) context.waitUntil(deps.cache.delete(key))
        return withoutBody(request, fresh)
      }
      const made = stamped(fresh, request, seq)
      context.waitUntil(deps.cache.put(key, made.clone() as never))
      return sendKept(request, made)
    },
  }
}

/** No coding: the platform compresses on the way out. */
const keyOf = ({ url }: Request, version: string): string =>
  `https://cache.creditline.invalid/${encodeURIComponent(version)}/${encodeURIComponent(url)}`

/** The whole document, or 304 where what is kept is still that; what the client holds is decided from the answer. */
function asking(request: Request, kept: Response | undefined): Request {
  const headers = new Headers(request.headers)
  const etag = kept?.headers.get('etag')
  headers.delete('if-modified-since')
  headers.delete('if-none-match')
  if (etag) headers.set('if-none-match', etag)
  return new Request(request.url, { headers })
}

function mayKeep({ status, headers }: Response): boolean {
  const control = headers.get('cache-control') ?? ''
  return status === 200 && !headers.has('set-cookie') && !/\b(?:no-store|private)\b/.test(control)
}

function stamped(response: Response, request: Request, seq: number): Response {
  const headers = new Headers(response.headers)
  const seconds = FEED.test(new URL(request.url).pathname) ? FEED_SECONDS : PAGE_SECONDS
  headers.set(CACHE_CONTROL, headers.get('cache-control') ?? '')
  headers.set('cache-control', `public, s-maxage=${seconds}`)
  headers.set(SEQ, String(seq))
  return new Response(response.body, { headers })
}

/** The kept bytes with the headers that the app gives now. */
function restored(kept: Response, fresh: Response): Response {
  const headers = new Headers(kept.headers)
  fresh.headers.forEach((value, name) => {
    headers.set(name, value)
  })
  return new Response(kept.body, { headers })
}

function sendKept(request: Request, kept: Response): Response {
  const headers = new Headers(kept.headers)
  headers.set('cache-control', headers.get(CACHE_CONTROL) ?? '')
  for (const name of [CACHE_CONTROL, SEQ, 'cf-cache-status', 'age', 'date']) headers.delete(name)
  const etag = headers.get('etag')
  const modified = headers.get('last-modified')
  const validators = etag && { etag, ...(modified ? { lastModified: new Date(modified) } : {}) }
  if (!validators || !isCurrent(request.headers, validators))
    return withoutBody(request, new Response(kept.body, { headers }))
  void kept.body?.cancel()
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}

/** The answer to HEAD. */
const withoutBody = ({ method }: Request, response: Response): Response =>
  method === 'HEAD' ? new Response(null, response) : response
