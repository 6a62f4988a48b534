/** The subscribe page and what stands beside the articles: the vocabulary, lists for programs, style sheet and icon. */

import { Hono } from 'hono'
import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import { ALL, getChannel } from '../publish/channels.ts'
import { ASSETS } from './assets.ts'
import { ChannelsPage } from './channels.tsx'
import { NEWS_DAYS, newsSitemapOf, opmlOf, robotsOf } from './machine.ts'
import { NamespacePage } from './namespace.tsx'
import { sendPage, sendText } from './send-page.ts'

/** In the list for programs, and on the page for people, which stays a page. */
const SOURCES = 500
const SHOWN = 100
const DAY = 86_400_000

export function machineRoutes(deps: Deps): Hono {
  const { store, config } = deps
  const routes = new Hono()
  for (const { path, contentType, text } of ASSETS)
    routes.get(path, (c) =>
      c.body(text, 200, {
        'content-type': contentType,
        'cache-control': 'public, max-age=31536000, immutable',
      }),
    )
  routes.get('/channels', async (c) =>
    sendPage(c, deps, <ChannelsPage config={config} {...(await published(deps, SHOWN))} />),
  )
  routes.get('/ns/1', (c) => sendPage(c, deps, <NamespacePage config={config} />))
  routes.get('/opml.xml', async (c) => {
    const { channels, sources } = await published(deps, SOURCES)
    return sendText(c, deps, opmlOf(config, channels, sources), 'text/x-opml; charset=utf-8')
  })
  routes.get('/sitemap-news.xml', async (c) => {
    const since = toInstant(deps.now() - NEWS_DAYS * DAY)
    const { articles } = await store.listArticles({ since }, { limit: 500 })
    return sendText(c, deps, newsSitemapOf(config, articles), 'application/xml; charset=utf-8')
  })
  routes.get('/robots.txt', (c) => sendText(c, deps, robotsOf(config), 'text/plain; charset=utf-8'))
  return routes
}

/** Every channel, the built-in one first, and the sources. */
async function published({ store, config }: Deps, limit: number) {
  const [all, channels, sources] = await Promise.all([
    getChannel(ALL, store, config),
    store.listChannels(),
    store.listSources(limit),
  ])
  return { channels: [all, ...channels.filter(({ slug }) => slug !== ALL)], sources }
}
