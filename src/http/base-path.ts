/** A deployment below a path of its host (CREDITLINE_BASE_URL=https://example.org/news): the paths as the app knows them. */

import { Hono, type MiddlewareHandler } from 'hono'
import { parseUrl } from '../../feeds/model/url.ts'

/** `/news` of `https://example.org/news`; empty where the base URL has no path. */
export const basePathOf = (baseUrl: string): string =>
  parseUrl(baseUrl)?.pathname.replace(/\/+$/, '') ?? ''

/**
 * The app below the path. A reverse proxy may take the path off or leave it on: what stands below it and what does not
 * are the same to the app (config.ts refuses a path that begins as one of ours does).
 */
export function below(basePath: string, app: Hono): Hono {
  if (!basePath) return app
  const outer = new Hono()
  outer.all('*', (c) => app.fetch(withoutPath(c.req.raw, basePath), c.env, contextOf(c)))
  return outer
}

/** Node has no execution context, and the getter throws. */
function contextOf(c: { readonly executionCtx: unknown }): never {
  try {
    return c.executionCtx as never
  } catch {
    return undefined as never
  }
}

function withoutPath(request: Request, basePath: string): Request {
  const url = new URL(request.url)
  if (url.pathname !== basePath && !url.pathname.startsWith(`${basePath}/`)) return request
  url.pathname = url.pathname.slice(basePath.length) || '/'
  return new Request(url, request)
}

const TAG = /<[a-z][^>]*>/g
/** `//host` is another site's. */
const OWN_LINK = /(\s(?:href|src|action|formaction)=")\/(?!\/)/g

/** Puts the path before what our pages link to from the root. Text is escaped, so that only tags look like tags. */
export const linksBelow = (basePath: string, html: string): string =>
  html.replace(TAG, (tag) => tag.replace(OWN_LINK, `$1${basePath}/`))

/** For all answers of the app: pages and redirects. */
export const rebased =
  (basePath: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const to = c.res.headers.get('location')
    if (to?.startsWith('/') && !to.startsWith('//'))
      c.res.headers.set('location', `${basePath}${to}`)
    if (!/^text\/html\b/.test(c.res.headers.get('content-type') ?? '')) return
    c.res = new Response(linksBelow(basePath, await c.res.text()), c.res)
  }
