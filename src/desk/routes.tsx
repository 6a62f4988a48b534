/** /admin: the desk, for those who are signed in. */

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import type { Auth } from '../http/auth.ts'
import { allows } from '../http/tokens.ts'
import { agencyRoutes } from './agency-routes.tsx'
import { articleRoutes } from './article-routes.tsx'
import { channelRoutes } from './channel-routes.tsx'
import { pollRoutes, subscriberRoutes } from './operations-routes.tsx'
import { OverviewPage } from './overview.tsx'
import { upstreamRoutes } from './upstream-routes.tsx'

const MAX_FORM = 512 * 1024
const NEWEST = 6

const tooLarge = (): never => {
  throw new CreditlineError('too_large', 'This form is too large.')
}

/** After the routes of signing in and out, which these must not guard. */
export function deskRoutes(deps: Deps, auth: Auth): Hono {
  const desk = new Hono()
  desk.use(bodyLimit({ maxSize: MAX_FORM, onError: tooLarge }))
  desk.use(auth.requireSession())
  desk.get('/', (c) => showOverview(c, deps))
  for (const part of ['upstreams', 'channels', 'polls', 'subscribers']) {
    desk.use(`/${part}`, auth.requireSession('admin'))
    desk.use(`/${part}/*`, auth.requireSession('admin'))
  }
  desk.route('/upstreams', upstreamRoutes(deps))
  desk.route('/polls', pollRoutes(deps))
  desk.route('/subscribers', subscriberRoutes(deps))
  desk.route('/channels', channelRoutes(deps))
  desk.route('/agencies', agencyRoutes(deps))
  desk.route('/', articleRoutes(deps))
  return new Hono().route('/admin', desk)
}

async function showOverview(c: Context, { store, config, now }: Deps): Promise<Response> {
  const isAdmin = allows(c.get('session').scopes, 'admin')
  const [stats, upstreams, { articles }] = await Promise.all([
    store.findStats(),
    isAdmin ? store.listUpstreams() : [],
    store.listArticles({}, { limit: NEWEST }),
  ])
  const troubled = upstreams.filter(({ health }) => health === 'failing' || health === 'gone')
  const props = { c, config, stats, troubled, newest: articles, now: now() }
  return c.html(<OverviewPage {...props} />)
}
