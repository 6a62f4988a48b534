/** Finds topics that have changed since their subscribers and hubs were told of them. */

import type { ToldTopic } from '../../db/hub-store.ts'
import { FORMAT_NAMES } from '../../feeds/formats/index.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import { pathOf } from '../publish/address.ts'
import type { Publisher } from '../publish/publisher.ts'
import { settlerOf } from '../publish/settle.ts'
import { messageOf } from './asks.ts'
import { outsideHubs } from './hubs.ts'
import { findTopic } from './topics.ts'

/** Changes that come in a row are told together: seconds between two deliveries of a topic. */
const PAUSE_S = 10

export interface Watch {
  /** Queues what is to be told; cheap while nothing in the store has changed. */
  look(): Promise<void>
  /** Forgets leases that ended, and topics that nobody is told of. */
  prune(): Promise<void>
}

export function createWatch(deps: Deps, publisher: Publisher): Watch {
  const { hub } = deps.access.websub
  const settle = settlerOf(deps)
  let lookedAt: number | undefined
  return {
    async look() {
      const seq = await settle()
      if (seq === lookedAt) return
      await watchPinged(deps)
      let isDone = true
      for (const topic of await hub.listTopics())
        isDone = (await tellIfChanged(topic, deps, publisher)) && isDone
      lookedAt = isDone ? seq : undefined
    },
    async prune() {
      lookedAt = undefined
      const pinged = await listPinged(deps)
      await hub.prune(toInstant(deps.now()), pinged)
    },
  }
}

/** Feeds of the channels that name hubs of others. */
async function listPinged({ store, config }: Deps): Promise<string[]> {
  const channels = await store.listChannels()
  return channels
    .filter((channel) => outsideHubs(channel, config).length > 0)
    .flatMap(({ slug }) => FORMAT_NAMES.map((name) => `${config.baseUrl}${pathOf(slug)}.${name}`))
}

/** What is watched for the first time has changed: its hubs have never heard of it. */
async function watchPinged(deps: Deps): Promise<void> {
  const topics = await listPinged(deps)
  if (topics.length > 0)
    await deps.access.websub.hub.watch(topics.map((topic) => ({ topic, etag: '' })))
}

/** False when it has changed and must wait. */
async function tellIfChanged(
  { topic, etag, toldAt }: ToldTopic,
  deps: Deps,
  publisher: Publisher,
): Promise<boolean> {
  const { hub, outbox } = deps.access.websub
  const now = toInstant(deps.now())
  const found = await findTopic(topic, deps, publisher)
  if (!found) {
    await hub.removeTopic(topic, 'There is no such feed here any more.', now)
    return true
  }
  const { validators } = found.publication
  if (validators.etag === etag) return true
  if (deps.now() < Date.parse(toldAt) + PAUSE_S * 1000 && deps.now() >= Date.parse(toldAt))
    return false
  const pings = outsideHubs(found.channel, deps.config).map((url) =>
    messageOf({ ask: 'ping', hub: url, topic }),
  )
  // pings first: what a stop cuts off between the two is told twice, not never
  if (pings.length > 0) await outbox.addPatiently('ask', pings, now)
  await hub.tell(topic, validators.etag, now)
  return true
}
