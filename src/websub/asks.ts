/** The small requests that WebSub makes, as they wait in the outbox. */

import type { Ending } from '../../db/push-store.ts'
import type { Message } from '../../db/websub-outbox.ts'
import { parseUrl } from '../../feeds/model/url.ts'

/** Asks a subscriber whether it meant what was asked in its name (WebSub section 5.3). */
export interface Verify {
  readonly ask: 'verify'
  readonly mode: 'subscribe' | 'unsubscribe'
  readonly topic: string
  readonly callback: string
  readonly secret?: string
  readonly leaseSeconds: number
}

/** Tells a subscriber that it gets nothing (any more). */
export interface Deny {
  readonly ask: 'deny'
  readonly topic: string
  readonly callback: string
  readonly reason: string
}

/** Tells a hub of others that a feed of ours has changed. */
export interface Ping {
  readonly ask: 'ping'
  readonly hub: string
  readonly topic: string
}

/** Asks the hub of an upstream to tell us of its news. */
export interface Subscribe {
  readonly ask: 'subscribe'
  readonly upstreamId: string
}

/** Asks a hub to tell us no more. Queued by the store with the removal that it follows from. */
export interface Unsubscribe extends Ending {
  readonly ask: 'unsubscribe'
}

export type Ask = Verify | Deny | Ping | Subscribe | Unsubscribe

/** The last request of a topic and callback counts, whatever it asks. */
export const messageOf = (ask: Verify | Deny | Ping): Message =>
  ask.ask === 'ping'
    ? messageTo(ask.hub, `ping ${ask.hub} ${ask.topic}`, ask)
    : messageTo(ask.callback, `${ask.topic} ${ask.callback}`, ask)

export const subscribeMessage = (upstreamId: string, hub: string): Message =>
  messageTo(hub, `subscribe ${upstreamId}`, { ask: 'subscribe', upstreamId })

const messageTo = (url: string, key: string, ask: Ask): Message => ({
  key,
  host: hostOf(url),
  job: JSON.stringify(ask),
})

export const hostOf = (url: string): string => parseUrl(url)?.hostname ?? url
