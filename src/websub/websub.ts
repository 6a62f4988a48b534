/** WebSub at work: tells subscribers and hubs of our news, and keeps our subscriptions at the hubs of others. */

import type { QueuedMessage } from '../../db/websub-outbox.ts'
import type { Deps } from '../deps.ts'
import { type Publisher, publisherOf } from '../publish/publisher.ts'
import type { Ask } from './asks.ts'
import { type Attempted, createCourier } from './courier.ts'
import { deliver } from './deliver.ts'
import { ping } from './ping.ts'
import { askDue, beginSubscriptions, canSubscribe, subscribe, unsubscribe } from './subscribe.ts'
import { createTopicFinder } from './topics.ts'
import { deny, verify } from './verify.ts'
import { createWatch } from './watch.ts'

export interface WebSub {
  /** Queues what there is to tell and to ask, and starts to send what is due; to be called every second. */
  advance(): Promise<void>
  /** Resolves when all that is due was tried. */
  idle(): Promise<void>
  /** Starts nothing more, and waits for what is under way. */
  stop(): Promise<void>
}

const CARE_MS = 60_000

/** With `most`, it sends so many messages of each lane and no more. */
export function createWebSub(deps: Deps, most?: number): WebSub {
  const publisher = publisherOf(deps)
  const watch = createWatch(deps, publisher)
  const find = createTopicFinder(deps, publisher)
  const couriers = [
    courierOf('ask', (message) => ask(message, deps, publisher), deps, most),
    courierOf('deliver', (message) => deliver(message, deps, find), deps, most),
  ]
  const subscribes = canSubscribe(deps.config)
  let caredAt = Number.NEGATIVE_INFINITY
  const care = async () => {
    if (Math.abs(deps.now() - caredAt) < CARE_MS) return
    caredAt = deps.now()
    await watch.prune()
    if (subscribes) await beginSubscriptions(deps)
  }
  return {
    async advance() {
      await care()
      await watch.look()
      if (subscribes) await askDue(deps)
      await Promise.all(couriers.map((courier) => courier.advance()))
    },
    idle: async () => {
      await Promise.all(couriers.map((courier) => courier.idle()))
    },
    stop: async () => {
      await Promise.all(couriers.map((courier) => courier.stop()))
    },
  }
}

const courierOf = (
  lane: 'ask' | 'deliver',
  attempt: (message: QueuedMessage) => Promise<Attempted>,
  { access, now, random, log }: Deps,
  most: number | undefined,
) =>
  createCourier({
    lane,
    attempt,
    outbox: access.websub.outbox,
    now,
    random,
    log,
    ...(most === undefined ? {} : { most }),
  })

function ask({ job }: QueuedMessage, deps: Deps, publisher: Publisher): Promise<Attempted> {
  const asked: Ask = JSON.parse(job)
  if (asked.ask === 'verify') return verify(asked, deps, publisher)
  if (asked.ask === 'deny') return deny(asked, deps)
  if (asked.ask === 'ping') return ping(asked, deps)
  if (asked.ask === 'unsubscribe') return unsubscribe(asked, deps)
  return subscribe(asked, deps)
}

/**
 * Once, for a runtime that calls at its own times: so many messages of each lane at most. What waits is sent first: to
 * look for news may use up what a run may ask of its store.
 */
export async function runWebSub(deps: Deps, most: number): Promise<void> {
  const websub = createWebSub(deps, most)
  await websub.idle()
  await websub.advance()
  await websub.idle()
}

/** Runs every so often until it is stopped; what goes wrong is logged, and the next run tries again. */
export function startWebSub(deps: Deps, everyMs = 1000): { stop(): Promise<void> } {
  const websub = createWebSub(deps)
  let running: Promise<unknown> = Promise.resolve()
  let isIdle = true
  const timer = setInterval(() => {
    if (!isIdle) return
    isIdle = false
    running = websub
      .advance()
      .catch((error: unknown) => deps.log.error('websub_broke_off', { error }))
      .finally(() => {
        isIdle = true
      })
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
      await websub.stop()
    },
  }
}
