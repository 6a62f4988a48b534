/** The feed addresses: /feed.*, /feeds/:channel.*, their archives, and each source, agency, person and tag page's own. */

import { type Context, Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import type { FormatName } from '../../feeds/formats/index.ts'
import type { Deps } from '../deps.ts'
import { getChannel, readChannelPage } from '../publish/channels.ts'
import type { Publication, Publisher } from '../publish/publisher.ts'
import { resolveFeed } from '../publish/resolve.ts'
import { sendFeed } from './send-feed.ts'

const FILE = '/:file{[^/]+\\.(?:rss|atom|json)}'
const FOLDERS = ['feeds', 'sources', 'agencies', 'people', 'tags']
const ARCHIVE =
  '/feeds/:channel/archive/:generation{[0-9]{1,9}}/:number{[0-9]{1,9}\\.(?:rss|atom|json)}'

export function feedRoutes(deps: Deps, publisher: Publisher): Hono {
  const find = createFinder(deps, publisher)
  const send = (c: Context) => sendFeed(c, () => find(c.req.url))
  const routes = new Hono()
  routes.get('/:file{feed\\.(?:rss|atom|json)}', send)
  for (const folder of FOLDERS) routes.get(`/${folder}${FILE}`, send)
  routes.get(ARCHIVE, (c) => sendFeed(c, () => findArchive(c, deps, publisher)))
  return routes
}

/** Addresses whose validators are remembered; what a stranger can make of a query is bounded by it. */
const REMEMBERED = 500

/**
 * Finds the publication of an address. While the store stands still, all that is read is its sequence: whatever was
 * found at the same number is still so.
 */
function createFinder(deps: Deps, publisher: Publisher): (url: string) => Promise<Publication> {
  const known = new LRUCache<string, { readonly seq: number; readonly publication: Publication }>({
    max: REMEMBERED,
  })
  return async (url) => {
    const seq = await deps.store.findSequence()
    const { pathname, search, searchParams } = new URL(url)
    const address = pathname + search
    const before = known.get(address)
    if (before?.seq === seq) return before.publication
    const { channel, format } = await resolveFeed(pathname, deps)
    const publication = await publisher.find(readChannelPage(channel, searchParams), format)
    known.set(address, { seq, publication })
    return publication
  }
}

async function findArchive(c: Context, deps: Deps, publisher: Publisher): Promise<Publication> {
  const channel = await getChannel(c.req.param('channel') ?? '', deps.store, deps.config)
  const page = readChannelPage(channel, new URLSearchParams())
  const [number = '', format] = (c.req.param('number') ?? '').split('.')
  return publisher.findArchive(
    page,
    Number(c.req.param('generation')),
    Number(number),
    format as FormatName,
  )
}
