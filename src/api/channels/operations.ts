/** Channels: listing, making, changing, removing. */

import * as z from 'zod/mini'
import type { Channel } from '../../../feeds/model/channel.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'
import type { Deps } from '../../deps.ts'
import { ALL, getChannel } from '../../publish/channels.ts'
import { operation } from '../operation.ts'
import { channelOf, etagOf, presentChannel } from './present.ts'
import { ChannelInput, ChannelList, ChannelOut, channelSlug, NewChannel } from './schemas.ts'

const bySlug = z.object({ slug: channelSlug })

export const channelOperations = [
  operation({
    id: 'listChannels',
    tag: 'Channels',
    method: 'get',
    path: '/channels',
    summary: 'All channels',
    scope: 'read',
    result: ChannelList,
    run: async (_, { store, config }) => {
      const stored = await store.listChannels()
      const all = stored.some(({ slug }) => slug === ALL)
        ? []
        : [await getChannel(ALL, store, config)]
      return {
        body: { channels: [...all, ...stored].map((channel) => presentChannel(channel, config)) },
      }
    },
  }),
  operation({
    id: 'createChannel',
    tag: 'Channels',
    method: 'post',
    path: '/channels',
    summary: 'Makes a channel',
    scope: 'admin',
    repeatable: true,
    bodies: { 'application/json': NewChannel },
    result: ChannelOut,
    tagged: true,
    status: 201,
    run: async ({ body }, deps) => {
      const { slug, ...input } = body.value
      if (slug === ALL || (await deps.store.findChannel(slug)))
        throw new CreditlineError('conflict', `The channel "${slug}" is here already.`)
      return { ...(await save(channelOf(slug, input), deps)), location: `/channels/${slug}` }
    },
  }),
  operation({
    id: 'getChannel',
    tag: 'Channels',
    method: 'get',
    path: '/channels/{slug}',
    summary: 'One channel',
    scope: 'read',
    params: bySlug,
    result: ChannelOut,
    tagged: true,
    run: async ({ params }, deps) =>
      answer(await getChannel(params.slug, deps.store, deps.config), deps),
  }),
  operation({
    id: 'replaceChannel',
    tag: 'Channels',
    method: 'put',
    path: '/channels/{slug}',
    summary: 'Sets all settings of a channel',
    description: 'The channel `all` can be set as well.',
    scope: 'admin',
    conditional: true,
    params: bySlug,
    bodies: { 'application/json': ChannelInput },
    result: ChannelOut,
    tagged: true,
    run: async ({ params, body, expect }, deps) => {
      expect(etagOf(await getChannel(params.slug, deps.store, deps.config)))
      return save(channelOf(params.slug, body.value), deps)
    },
  }),
  operation({
    id: 'removeChannel',
    tag: 'Channels',
    method: 'delete',
    path: '/channels/{slug}',
    summary: 'Removes a channel',
    description: 'Its articles stay. The channel `all` becomes again what is built in.',
    scope: 'admin',
    params: bySlug,
    status: 204,
    run: async ({ params }, { store, config }) => {
      await getChannel(params.slug, store, config)
      await store.removeChannel(params.slug)
      return {}
    },
  }),
]

async function save(channel: Channel, deps: Deps) {
  await deps.store.saveChannel(channel, toInstant(deps.now()))
  return answer(await getChannel(channel.slug, deps.store, deps.config), deps)
}

const answer = (channel: Channel, { config }: Deps) => ({
  body: presentChannel(channel, config),
  etag: etagOf(channel),
})
