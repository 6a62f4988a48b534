/** Topics of our hub: our feeds, at exactly the addresses that they give as their own, without a query. */

import type { Channel } from '../../feeds/model/channel.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { readChannelPage } from '../publish/channels.ts'
import type { Publication, Publisher } from '../publish/publisher.ts'
import { resolveFeed } from '../publish/resolve.ts'

export interface Topic {
  readonly url: string
  readonly channel: Channel
  readonly publication: Publication
}

/** Throws not_found, saying why the address is no topic. */
export async function getTopic(
  url: string,
  deps: Pick<Deps, 'store' | 'config'>,
  publisher: Publisher,
): Promise<Topic> {
  const { baseUrl } = deps.config
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : ''
  if (!path) throw noTopic(`it is none of the feeds of ${baseUrl}`)
  if (/[?#]/.test(path)) throw noTopic('feeds with a query are not told of; make a channel of it')
  const { channel, format } = await resolveFeed(path, deps)
  if (channel.slug.startsWith('tags/') && !(await deps.store.findTagName(channel.slug.slice(5))))
    throw noTopic('no article here has this tag')
  const publication = await publisher.find(readChannelPage(channel, new URLSearchParams()), format)
  const { self } = publication.links
  if (self !== url) throw noTopic(`its own address is ${self}`)
  return { url, channel, publication }
}

/** Absent when it is none, or none any more. */
export async function findTopic(
  url: string,
  deps: Pick<Deps, 'store' | 'config'>,
  publisher: Publisher,
): Promise<Topic | undefined> {
  try {
    return await getTopic(url, deps, publisher)
  } catch (error) {
    if (error instanceof CreditlineError && error.code === 'not_found') return undefined
    throw error
  }
}

/** While the store stands still, a topic that was found is still so. */
export function createTopicFinder(
  deps: Pick<Deps, 'store' | 'config'>,
  publisher: Publisher,
): (url: string) => Promise<Topic | undefined> {
  let foundAt: number | undefined
  const found = new Map<string, Promise<Topic | undefined>>()
  return async (url) => {
    const seq = await deps.store.findSequence()
    if (seq !== foundAt || found.size >= REMEMBERED) found.clear()
    foundAt = seq
    const topic = found.get(url) ?? findTopic(url, deps, publisher)
    found.set(url, topic)
    topic.catch(() => found.delete(url))
    return topic
  }
}

const REMEMBERED = 500

const noTopic = (why: string): CreditlineError =>
  new CreditlineError('not_found', `This is no topic of this hub: ${why}.`)
