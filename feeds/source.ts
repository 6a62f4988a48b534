/** Where an entry came from: its masthead, its feed, and the hops between the original and us. */

import type { Publication, UpstreamFeed, ViaStep } from './model/article.ts'
import type { Instant } from './model/date.ts'
import type { Draft } from './model/draft.ts'
import type { Entry, EntrySource, FeedInfo } from './model/entry.ts'
import type { Upstream } from './model/upstream.ts'
import { parseUrl } from './model/url.ts'

export interface SourceReading {
  readonly publication?: Publication
  readonly upstreamFeed?: UpstreamFeed
  readonly via: readonly ViaStep[]
}

/**
 * If the entry carries a source, that is its source and the upstream that we polled becomes a via step (rule 6);
 * else the upstream is. A source whose url is a bare origin is a masthead's home page, not a feed (Yahoo News and
 * Google News publish `<source url="https://www.reuters.com">`).
 */
export function readSource(
  entry: Entry,
  feed: FeedInfo,
  upstream: Upstream,
  now: Instant,
): SourceReading {
  const links = entry.links.filter((link) => link.rel === 'via' && link.url !== entry.link)
  const stated = links.map(
    (link): ViaStep => ({ name: link.title ?? hostOf(link.url), url: link.url }),
  )
  const source = entry.source
  if (!source || isSameFeed(source, feed, upstream)) {
    const publication = mastheadOf(feed, upstream, entry)
    const upstreamFeed = polledFeed(feed, upstream)
    return publication ? { publication, upstreamFeed, via: stated } : { upstreamFeed, via: stated }
  }
  const foreign = foreignFeed(source)
  const publication = publicationOf(source)
  return {
    ...(publication ? { publication } : {}),
    ...(foreign ? { upstreamFeed: foreign } : {}),
    via: [viaStep(feed, upstream, now), ...stated],
  }
}

/** The upstream that we polled, as one step of the way. A private one has a name only (rule 9). */
export function viaStep(feed: FeedInfo, upstream: Upstream, at: Instant): ViaStep {
  const name =
    upstream.title ?? feed.title ?? (upstream.private ? 'a private feed' : hostOf(upstream.url))
  if (upstream.private) return { name, at }
  return {
    name,
    ...(feed.link ? { url: feed.link } : {}),
    feedUrl: upstream.url,
    ...(feed.id ? { feedId: feed.id } : {}),
    at,
  }
}

function polledFeed(feed: FeedInfo, upstream: Upstream): UpstreamFeed {
  const title = feed.title ?? upstream.title
  const updated = feed.updated ?? feed.published
  const polled: Draft<UpstreamFeed> = {}
  if (!upstream.private) polled.url = upstream.url
  if (!upstream.private && feed.id) polled.id = feed.id
  if (title) polled.title = title
  if (updated) polled.updated = updated
  return polled
}

/** A person's setting first, then what the item says of its publisher, then the feed. */
function mastheadOf(feed: FeedInfo, upstream: Upstream, entry: Entry): Publication | undefined {
  const name = upstream.publication ?? entry.publisher ?? feed.title ?? upstream.title
  const url = upstream.private ? undefined : feed.link
  if (!name) return undefined
  return url ? { name, url } : { name }
}

function publicationOf(source: EntrySource): Publication | undefined {
  const home = source.link ?? (source.url && isBareOrigin(source.url) ? source.url : undefined)
  const name = source.title ?? ((home ?? source.url) ? hostOf(home ?? source.url ?? '') : undefined)
  return name ? { name, ...(home ? { url: home } : {}) } : undefined
}

function foreignFeed(source: EntrySource): UpstreamFeed | undefined {
  // an atom:source says which of its links is the feed; RSS has one link for both
  const stated = source.link === undefined ? source.url : undefined
  const url = source.feedUrl ?? (stated && !isBareOrigin(stated) ? stated : undefined)
  if (!url && !source.id) return undefined
  return {
    ...(url ? { url } : {}),
    ...(source.id ? { id: source.id } : {}),
    ...(source.title ? { title: source.title } : {}),
    ...(source.updated ? { updated: source.updated } : {}),
  }
}

const isSameFeed = (source: EntrySource, feed: FeedInfo, upstream: Upstream): boolean =>
  (source.id !== undefined && source.id === feed.id) ||
  [source.feedUrl, source.url].some(
    (url) => url !== undefined && [upstream.url, feed.self, feed.link].includes(url),
  ) ||
  (source.url === undefined && source.id === undefined && source.title === feed.title)

function isBareOrigin(url: string): boolean {
  const parsed = parseUrl(url)
  return parsed !== undefined && parsed.pathname === '/' && parsed.search === ''
}

export const hostOf = (url: string): string => parseUrl(url)?.hostname ?? url
