/** /admin/upstreams: seeing, adding and changing what is read. */

import { type Context, Hono } from 'hono'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { pollNow } from '../api/upstreams/poll.ts'
import type { Deps } from '../deps.ts'
import { look } from './discover.ts'
import { problemOf, readForm } from './form.ts'
import { LookPage } from './look-page.tsx'
import { upstreamPath } from './paths.ts'
import { UpstreamPage } from './upstream-page.tsx'
import { paused, resumed, upstreamIn, withSettings } from './upstream-settings.ts'
import { inOrderOfNeed, UpstreamsPage } from './upstreams.tsx'

const NEWEST = 5

export function upstreamRoutes(deps: Deps): Hono {
  const { store, config, now } = deps
  const routes = new Hono()
  routes.get('/', async (c) => {
    const upstreams = inOrderOfNeed(await store.listUpstreams())
    return c.html(<UpstreamsPage c={c} config={config} upstreams={upstreams} now={now()} />)
  })
  routes.post('/look', (c) => showLook(c, deps))
  routes.post('/', (c) => add(c, deps))
  routes.get('/:id', async (c) => {
    const upstream = await getUpstream(c, deps)
    const [faults, articles] = await Promise.all([
      store.listFaults({ upstreamId: upstream.id }),
      newestOf(upstream, deps),
    ])
    return c.html(<UpstreamPage {...{ c, config, upstream, faults, articles, now: now() }} />)
  })
  routes.post('/:id', async (c) => {
    await store.saveUpstream(withSettings(await getUpstream(c, deps), await readForm(c)))
    return back(c, 'saved')
  })
  routes.post('/:id/poll', async (c) => {
    await pollNow([await getUpstream(c, deps)], deps)
    return back(c, 'polled')
  })
  routes.post('/:id/pause', async (c) => {
    await store.saveUpstream(paused(await getUpstream(c, deps)))
    return back(c, 'paused')
  })
  routes.post('/:id/resume', async (c) => {
    await store.saveUpstream(resumed(await getUpstream(c, deps), now()))
    return back(c, 'resumed')
  })
  routes.post('/:id/remove', async (c) => {
    await store.removeUpstream((await getUpstream(c, deps)).id, { now: toInstant(now()) })
    return c.redirect('/admin/upstreams?done=removed', 303)
  })
  return routes
}

const back = (c: Context, done: string): Response =>
  c.redirect(`${upstreamPath(c.req.param('id') ?? '')}?done=${done}`, 303)

async function getUpstream(c: Context, { store }: Deps): Promise<Upstream> {
  const upstream = await store.findUpstream(c.req.param('id') ?? '')
  if (!upstream) throw new CreditlineError('not_found', 'There is no such upstream here.')
  return upstream
}

async function showLook(c: Context, deps: Deps): Promise<Response> {
  const { config } = deps
  const url = (await readForm(c)).get('url') ?? ''
  try {
    return c.html(<LookPage c={c} config={config} url={url} found={await look(url, deps)} />)
  } catch (error) {
    return c.html(<LookPage c={c} config={config} url={url} problem={problemOf(error)} />, 422)
  }
}

async function add(c: Context, deps: Deps): Promise<Response> {
  const { config, store } = deps
  const form = await readForm(c)
  try {
    const upstream = upstreamIn(form, deps)
    await store.addUpstream(upstream)
    await pollNow([upstream], deps)
    return c.redirect(`${upstreamPath(upstream.id)}?done=added`, 303)
  } catch (error) {
    const url = form.get('url') ?? ''
    return c.html(<LookPage c={c} config={config} url={url} problem={problemOf(error)} />, 422)
  }
}

/** By the source of its last articles: an upstream has no list of its own. */
async function newestOf(upstream: Upstream, { store }: Deps) {
  const sources = await store.listSources(500)
  const source = sources.find(({ feedUrl }) => feedUrl === upstream.url)
  if (!source) return []
  return (await store.listArticles({ source: [source.slug] }, { limit: NEWEST })).articles
}
