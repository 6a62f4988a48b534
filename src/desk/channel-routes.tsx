/** /admin/channels: building, changing and removing what is published. */

import { type Context, Hono } from 'hono'
import type { Channel } from '../../feeds/model/channel.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { ALL, getChannel } from '../publish/channels.ts'
import { mergeDuplicates } from '../publish/duplicates.ts'
import { channelIn, checkChannel, NEW_CHANNEL } from './channel-form.ts'
import { ChannelEditor, ChannelsDeskPage } from './channels.tsx'
import { problemOf, readForm } from './form.ts'
import { channelDeskPath } from './paths.ts'

const PREVIEWED = 8
const SOURCES = 500

export function channelRoutes(deps: Deps): Hono {
  const { store, config } = deps
  const routes = new Hono()
  routes.get('/', async (c) => {
    const [all, stored] = await Promise.all([getChannel(ALL, store, config), store.listChannels()])
    const channels = [all, ...stored.filter(({ slug }) => slug !== ALL)]
    return c.html(<ChannelsDeskPage {...{ c, config, channels }} />)
  })
  routes.get('/new', (c) => showEditor(c, deps, { channel: NEW_CHANNEL, isStored: false }))
  routes.post('/preview', (c) => preview(c, deps))
  routes.post('/', (c) => save(c, deps))
  routes.get('/:slug', async (c) =>
    showEditor(c, deps, { channel: await getOwn(c, deps), isStored: true }),
  )
  routes.post('/:slug/preview', async (c) => preview(c, deps, await getOwn(c, deps)))
  routes.post('/:slug/remove', async (c) => {
    await store.removeChannel((await getOwn(c, deps)).slug)
    return c.redirect('/admin/channels?done=channel-removed', 303)
  })
  routes.post('/:slug', async (c) => save(c, deps, await getOwn(c, deps)))
  return routes
}

const getOwn = (c: Context, { store, config }: Deps): Promise<Channel> =>
  getChannel(c.req.param('slug') ?? '', store, config)

interface Shown {
  readonly channel: Channel
  readonly isStored: boolean
  readonly problem?: string
}

async function showEditor(c: Context, deps: Deps, shown: Shown): Promise<Response> {
  const { store, config } = deps
  const { selection } = shown.channel
  const [{ articles }, sources] = await Promise.all([
    store.listArticles(selection, { limit: PREVIEWED }),
    store.listSources(SOURCES),
  ])
  const merged = await mergeDuplicates(articles, selection, store)
  const page = <ChannelEditor {...{ c, config, sources, articles: merged, ...shown }} />
  return c.html(page, shown.problem ? 422 : 200)
}

async function preview(c: Context, deps: Deps, before?: Channel): Promise<Response> {
  const channel = channelIn(await readForm(c), before)
  return showEditor(c, deps, { channel, isStored: before !== undefined })
}

async function save(c: Context, deps: Deps, before?: Channel): Promise<Response> {
  const channel = channelIn(await readForm(c), before)
  try {
    checkChannel(channel)
    if (!before && (await deps.store.findChannel(channel.slug)))
      throw new CreditlineError(
        'conflict',
        `There is a channel “${channel.slug}” already; choose another name.`,
      )
    await deps.store.saveChannel(channel, toInstant(deps.now()))
    return c.redirect(`${channelDeskPath(channel.slug)}?done=channel`, 303)
  } catch (error) {
    return showEditor(c, deps, {
      channel,
      isStored: before !== undefined,
      problem: problemOf(error),
    })
  }
}
