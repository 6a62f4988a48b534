/** /healthz: the process answers. /readyz: the store answers too. */

import { Hono } from 'hono'
import type { Deps } from '../deps.ts'

const NO_STORE = { 'cache-control': 'no-store' }

export function healthRoutes({ store, log }: Deps): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.text('ok\n', 200, NO_STORE))
  routes.get('/readyz', async (c) => {
    try {
      await store.findSelectionState({})
      return c.text('ready\n', 200, NO_STORE)
    } catch (error) {
      log.error('not_ready', { error })
      return c.text('the store does not answer\n', 503, { ...NO_STORE, 'retry-after': '30' })
    }
  })
  return routes
}
