/** /search: the query is read as the feeds read theirs, so that a search and its feed hold the same articles. */

import { type Context, Hono } from 'hono'
import { findAgency } from '../../feeds/agencies/index.ts'
import { slug } from '../../feeds/model/credit.ts'
import type { Deps } from '../deps.ts'
import { allChannel, readChannelPage } from '../publish/channels.ts'
import { pageAfter } from './paging.ts'
import { SearchPage } from './search.tsx'
import { sendPage } from './send-page.ts'

/** More would make the list of a filter longer than the page. */
const SOURCES = 150
const FOUND = 20

export function searchRoutes(deps: Deps): Hono {
  const routes = new Hono()
  routes.get('/search', (c) => search(c, deps))
  return routes
}

async function search(c: Context, deps: Deps): Promise<Response> {
  const { store, config } = deps
  const query = readQuery(new URL(c.req.url).searchParams)
  const { channel } = readChannelPage(allChannel(config), query)
  const { selection } = channel
  const isBlank = Object.keys(selection).length === 0
  const [{ articles, next }, sources] = await Promise.all([
    isBlank
      ? { articles: [], next: undefined }
      : store.listArticles(selection, { ...pageAfter(query), limit: FOUND }),
    store.listSources(SOURCES),
  ])
  const feed = new URLSearchParams(query)
  feed.delete('after')
  const feedQuery = feed.size > 0 ? `?${feed}` : ''
  const props = { config, selection, isBlank, articles, sources, query, feedQuery, next }
  return sendPage(c, deps, <SearchPage {...props} />)
}

/** What was filled in, and an agency's name, in whatever language, as its id. */
function readQuery(given: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of given) if (value.trim()) query.append(name, value.trim())
  query.delete('limit')
  const agency = query.get('agency')
  if (agency) query.set('agency', findAgency(agency)?.id ?? slug(agency))
  return query
}
