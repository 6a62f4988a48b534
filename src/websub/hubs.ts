/** Which hubs tell of our feeds: our own, and those of others that a channel names. */

import ipaddr from 'ipaddr.js'
import type { Channel } from '../../feeds/model/channel.ts'
import { parseUrl } from '../../feeds/model/url.ts'
import type { Config } from '../config.ts'

type Addressed = Pick<Config, 'baseUrl' | 'baseUrlIsSet'>

/**
 * The address of our own hub; absent where nobody said where we are: behind the default address of a host that listens
 * to the network, no subscriber would find it.
 */
export function ownHub({ baseUrl, baseUrlIsSet }: Addressed): string | undefined {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '')
  return baseUrlIsSet || isLoopback(host) ? `${baseUrl}/hub` : undefined
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')

/** Hubs of others that are told when the channel has changed. */
export const outsideHubs = ({ hubs }: Pick<Channel, 'hubs'>, config: Addressed): string[] => {
  const own = ownHub(config)
  const urls = hubs.flatMap((hub) => parseUrl(hub)?.href ?? [])
  return [...new Set(urls)].filter((url) => url !== own)
}

/** All that a feed of the channel names, our own first. */
export function hubsOf(channel: Pick<Channel, 'hubs'>, config: Addressed): string[] {
  const own = ownHub(config)
  return [...(own ? [own] : []), ...outsideHubs(channel, config)]
}
