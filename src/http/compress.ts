/** Pages and JSON go out compressed, where the client takes it and where that tells nothing. */

import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import { takesGzip } from './accept-encoding.ts'
import { etagOf } from './conditional.ts'

const TEXT =
  /^(?:text\/(?:html|css|javascript|plain|x-opml)|application\/(?:json|problem\+json|xml)|image\/svg\+xml)(?:;|$)/

/** Below it, headers and a packet cost more than is saved. */
const WORTH_BYTES = 1024

/**
 * Feeds are left alone: they come compressed out of their own cache. So is the desk: its pages hold a secret of the
 * session (the value of each form) beside what a stranger can put there (a title, a query), and the length of what is
 * compressed together would tell the one by the other (BREACH). What is asked for with a bearer token is safe, since no
 * browser sends that by itself.
 */
export const compressed =
  ({ gzip }: Pick<Deps, 'gzip'>): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (isDesk(c.req.path) || !TEXT.test(c.res.headers.get('content-type') ?? '')) return keepTag(c)
    if (c.res.headers.has('content-encoding') || !c.res.body) return
    c.res.headers.append('vary', 'Accept-Encoding')
    if (!takesGzip(c.req.header('accept-encoding'))) return
    const bytes = new Uint8Array(await c.res.arrayBuffer())
    const isWorth = bytes.byteLength >= WORTH_BYTES
    const body = isWorth ? await gzip(bytes) : bytes
    c.res = new Response(body as Uint8Array<ArrayBuffer>, c.res)
    if (!isWorth) return
    const etag = c.res.headers.get('etag')
    if (etag) c.res.headers.set('etag', etagOf(etag, 'gzip'))
    c.res.headers.set('content-encoding', 'gzip')
    c.res.headers.delete('content-length')
  }

const isDesk = (path: string): boolean => path === '/admin' || path.startsWith('/admin/')

/** A 304 names the representation that the client holds (RFC 9110 section 15.4.5). */
function keepTag(c: Context): void {
  const etag = c.res.headers.get('etag')
  if (c.res.status !== 304 || !etag || c.res.headers.has('vary')) return
  c.res.headers.append('vary', 'Accept-Encoding')
  const coded = etagOf(etag, 'gzip')
  if (c.req.header('if-none-match')?.includes(coded)) c.res.headers.set('etag', coded)
}
