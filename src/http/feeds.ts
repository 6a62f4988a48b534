/** The feed addresses: /feed.*, /feeds/:channel.*, and each source, agency, person and tag page's own. */

import { type Context, Hono } from 'hono'
import type { FormatName } from '../../feeds/formats/index.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { ALL, getChannel, pageChannel, readChannelPage } from '../publish/channels.ts'
import type { Publisher } from '../publish/publisher.ts'
import { sendFeed } from './send-feed.ts'

const FILE = '/:file{.+\\.(?:rss|atom|json)}'

export function feedRoutes(deps: Deps, publisher: Publisher): Hono {
  const { store, config } = deps
  const send = async (c: Context, channel: Channel, format: FormatName) =>
    sendFeed(
      c,
      await publisher.find(readChannelPage(channel, new URL(c.req.url).searchParams), format),
    )

  const routes = new Hono()
  for (const format of ['rss', 'atom', 'json'] as const)
    routes.get(`/feed.${format}`, async (c) =>
      send(c, await getChannel(ALL, store, config), format),
    )
  routes.get('/feeds/:file{[^/]+\\.(?:rss|atom|json)}', async (c) => {
    const { name, format } = readFile(c)
    return send(c, await getChannel(name, store, config), format)
  })
  routes.get(`/feeds/:channel/archive/:generation{[0-9]{1,9}}${FILE}`, async (c) => {
    const { name, format } = readFile(c)
    const page = readChannelPage(
      await getChannel(c.req.param('channel'), store, config),
      new URLSearchParams(),
    )
    const generation = Number(c.req.param('generation'))
    return sendFeed(c, await publisher.findArchive(page, generation, Number(name), format))
  })
  routes.get(`/sources${FILE}`, async (c) => {
    const { name, format } = readFile(c)
    const source = await store.findSource(name)
    if (!source) throw notHere('source', name)
    return send(c, pageChannel(`sources/${name}`, source.name, { source: [name] }, config), format)
  })
  for (const [path, kind, key] of [
    ['agencies', 'organization', 'agency'],
    ['people', 'person', 'person'],
  ] as const)
    routes.get(`/${path}${FILE}`, async (c) => {
      const { name, format } = readFile(c)
      const party = await store.findPartyName(kind, name)
      if (!party) throw notHere(key, name)
      return send(c, pageChannel(`${path}/${name}`, party, { [key]: name }, config), format)
    })
  routes.get(`/tags${FILE}`, async (c) => {
    const { name, format } = readFile(c)
    return send(c, pageChannel(`tags/${name}`, name, { tag: name }, config), format)
  })
  return routes
}

function readFile(c: Context): { name: string; format: FormatName } {
  const [, name = '', format = ''] = /^(.+)\.(rss|atom|json)$/.exec(c.req.param('file') ?? '') ?? []
  return { name, format: format as FormatName }
}

const notHere = (kind: string, name: string): CreditlineError =>
  new CreditlineError('not_found', `There is no ${kind} "${name.slice(0, 80)}" here.`)
