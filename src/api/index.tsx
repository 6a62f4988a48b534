/** The API at /api: its operations, its OpenAPI document, and a page for people. */

import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Auth } from '../http/auth.ts'
import { openApiDocument } from './openapi.ts'
import { OPERATIONS } from './operations.ts'
import { ApiPage } from './page.tsx'
import { serve } from './serve.ts'

const CACHED = 'public, max-age=300'

export function apiRoutes(deps: Deps, auth: Auth): Hono {
  const routes = new Hono()
  const document = openApiDocument(OPERATIONS, deps.config)
  const json = JSON.stringify(document)
  routes.get('/api', (c) => {
    c.header('cache-control', CACHED)
    return c.html(<ApiPage operations={OPERATIONS} document={document} config={deps.config} />)
  })
  routes.get('/api/openapi.json', (c) =>
    c.body(json, 200, {
      'content-type': 'application/json',
      'cache-control': CACHED,
      'access-control-allow-origin': '*',
    }),
  )
  routes.route('/api', serve(OPERATIONS, deps, auth))
  return routes
}
