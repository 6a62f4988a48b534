/** The feed addresses: /feed.*, /feeds/:channel.*, their archives, and each source, agency, person and tag page's own. */

import { type Context, Hono } from 'hono'
import type { FormatName } from '../../feeds/formats/index.ts'
import type { Deps } from '../deps.ts'
import { getChannel, readChannelPage } from '../publish/channels.ts'
import { finderOf } from '../publish/finder.ts'
import type { Publication, Publisher } from '../publish/publisher.ts'
import { sendFeed } from './send-feed.ts'

const FILE = '/:file{[^/]+\\.(?:rss|atom|json)}'
const FOLDERS = ['feeds', 'sources', 'agencies', 'people', 'tags']
const ARCHIVE =
  '/feeds/:channel/archive/:generation{[0-9]{1,9}}/:number{[0-9]{1,9}\\.(?:rss|atom|json)}'

export function feedRoutes(deps: Deps, publisher: Publisher): Hono {
  const finder = finderOf(deps)
  const send = (c: Context) => sendFeed(c, () => finder.find(addressOf(c.req.url)))
  const routes = new Hono()
  routes.get('/:file{feed\\.(?:rss|atom|json)}', send)
  for (const folder of FOLDERS) routes.get(`/${folder}${FILE}`, send)
  routes.get(ARCHIVE, (c) => sendFeed(c, () => findArchive(c, deps, publisher)))
  return routes
}

function addressOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
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
