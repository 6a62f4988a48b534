/** The whole service as one Hono app over its dependencies; knows no runtime. */

import { type Context, Hono } from 'hono'
import { CreditlineError } from '../feeds/model/error.ts'
import { apiRoutes } from './api/index.tsx'
import type { Deps } from './deps.ts'
import { deskRoutes } from './desk/routes.tsx'
import { createAuth, deskHeaders } from './http/auth.ts'
import { basePathOf, below, rebased } from './http/base-path.ts'
import { compressed } from './http/compress.ts'
import { reportError } from './http/error.ts'
import { feedRoutes } from './http/feeds.ts'
import { healthRoutes } from './http/health.ts'
import { security } from './http/security.ts'
import { signInRoutes } from './http/sign-in.tsx'
import { ErrorPage } from './pages/error.tsx'
import { pageRoutes } from './pages/routes.tsx'
import { publisherOf } from './publish/publisher.ts'
import { settlerOf } from './publish/settle.ts'
import { callbackRoutes } from './websub/callback-routes.ts'
import { hubRoutes } from './websub/hub-routes.ts'

export function createApp(deps: Deps): Hono {
  const app = new Hono()
  const publisher = publisherOf(deps)
  const auth = createAuth(deps)
  const settle = settlerOf(deps)
  const basePath = basePathOf(deps.config.baseUrl)
  if (deps.compressPages) app.use(compressed(deps))
  if (basePath) app.use(rebased(basePath))
  app.use('/admin/*', deskHeaders)
  app.use(security)
  app.route('/', healthRoutes(deps))
  app.use(async (_, next) => {
    await settle()
    await next()
  })
  app.route('/', feedRoutes(deps, publisher))
  app.route('/', hubRoutes(deps, publisher))
  app.route('/', callbackRoutes(deps))
  app.route('/', pageRoutes(deps))
  app.route('/', signInRoutes(deps, auth))
  app.route('/', deskRoutes(deps, auth))
  app.route('/', apiRoutes(deps, auth))
  app.notFound((c) => answerError(c, deps, new CreditlineError('not_found', NOTHING_HERE)))
  app.onError((error, c) => answerError(c, deps, error))
  return below(basePath, app)
}

const NOTHING_HERE = 'There is nothing at this address.'

/** Errors are never cached; a person gets a page, everyone else one plain line. */
function answerError(
  c: Context,
  { config, log }: Deps,
  error: unknown,
): Response | Promise<Response> {
  const report = reportError(error)
  if (report.code === 'internal') log.error('request_failed', { path: c.req.path, error })
  c.header('cache-control', 'no-store')
  if (report.retryAfter) c.header('retry-after', String(report.retryAfter))
  if (c.req.header('accept')?.includes('text/html'))
    return c.html(ErrorPage({ report, config }), report.status)
  return c.text(`${report.message}\n`, report.status)
}
