/** The API at /api: its operations, its OpenAPI document, and a page for people. */

import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Auth } from '../http/auth.ts'
import { articleOperations, searchOperations } from './articles/operations.ts'
import { channelOperations } from './channels/operations.ts'
import { creditOperations } from './credits/operations.ts'
import { openApiDocument } from './openapi.ts'
import { ApiPage } from './page.tsx'
import { serve } from './serve.ts'
import { upstreamOperations } from './upstreams/operations.ts'
import { webhookOperations } from './webhooks/operations.ts'

/** A new operation is an entry of one of these lists. */
export const OPERATIONS = [
  ...articleOperations,
  ...searchOperations,
  ...creditOperations,
  ...upstreamOperations,
  ...channelOperations,
  ...webhookOperations,
]

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
