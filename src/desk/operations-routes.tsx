/** /admin/polls and /admin/subscribers: watching what the service does by itself. */

import { type Context, Hono } from 'hono'
import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import { followPolls } from './poll-events.tsx'
import { PollsPage, SHOWN_POLLS } from './polls.tsx'
import { SubscribersPage } from './subscribers.tsx'

const EVER = '1970-01-01T00:00:00Z'

export function pollRoutes(deps: Deps): Hono {
  const { store, config } = deps
  const routes = new Hono()
  routes.get('/', async (c) => {
    const polled = await store.listPolled(EVER, SHOWN_POLLS)
    c.set('runsScript', true)
    return c.html(<PollsPage c={c} config={config} polled={polled} />)
  })
  routes.get('/events', (c) => {
    const events = followPolls(deps, c.req.header('last-event-id'))
    return c.body(events, 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      // nginx and its like would hold the events back
      'x-accel-buffering': 'no',
    })
  })
  return routes
}

const SUBSCRIBERS = 50

export function subscriberRoutes(deps: Deps): Hono {
  const routes = new Hono()
  routes.get('/', (c) => showSubscribers(c, deps))
  routes.post('/:id{[0-9]+}/drop', async (c) => {
    const { hub } = deps.access.websub
    await hub.drop(Number(c.req.param('id')), DROPPED, toInstant(deps.now()))
    return c.redirect('/admin/subscribers?done=dropped', 303)
  })
  return routes
}

const DROPPED = 'The operator of the hub has ended this subscription.'

async function showSubscribers(c: Context, { access, config, now }: Deps): Promise<Response> {
  const after = Number(c.req.query('after')) || 0
  const found = await access.websub.hub.listSubscribers(after, SUBSCRIBERS + 1)
  const subscribers = found.slice(0, SUBSCRIBERS)
  const next = found.length > SUBSCRIBERS ? subscribers.at(-1)?.id : undefined
  return c.html(<SubscribersPage {...{ c, config, subscribers, next, now: now() }} />)
}
