/** Finds the feeds of a site: takes the address of a feed or of a page, and reads what it finds to be sure. */

import { parseFeed } from '../../feeds/dialects/index.ts'
import type { ParsedFeed } from '../../feeds/model/entry.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { parseUrl } from '../../feeds/model/url.ts'
import { type FeedLink, findFeedLinks, WELL_KNOWN } from './feed-links.ts'
import type { FetchDocument, FetchedDocument } from './fetch-document.ts'

/** A feed that was found, and what the document held. */
export interface ReadFeed extends FoundFeed {
  readonly parsed: ParsedFeed
}

export interface FoundFeed {
  readonly url: string
  readonly title?: string
  readonly dialect: ParsedFeed['dialect']
  readonly entries: number
  readonly by: FeedLink['by'] | 'its own address' | 'self link'
  /** Other addresses that give the same feed, in another format or under another name. */
  readonly sameAs: readonly string[]
}

type OneFeed = Omit<ReadFeed, 'sameAs'>

/** How many of the links of a page are read. */
const MAX_READ = 12

/**
 * The feeds at an address, the likeliest first; one feed in several formats is one. Empty when the page has none.
 * Throws CreditlineError when the address itself cannot be read.
 */
export const discoverFeeds = async (
  text: string,
  fetchDocument: FetchDocument,
): Promise<readonly FoundFeed[]> =>
  (await readFeedsAt(text, fetchDocument)).map(({ parsed: _, ...feed }) => feed)

/** The same, with what each holds. */
export async function readFeedsAt(
  text: string,
  fetchDocument: FetchDocument,
): Promise<readonly ReadFeed[]> {
  const page = await fetchPage(text, fetchDocument)
  const own = read(page, { url: page.url, by: 'its own address' })
  if (own) return [{ ...(await atSelfLink(own, addressOf(page), fetchDocument)), sameAs: [] }]
  const links = findFeedLinks(page)
  const found = await readAll(links.slice(0, MAX_READ), fetchDocument)
  if (found.length > 0) return grouped(found)
  return grouped(await readFirst(wellKnown(page.url), fetchDocument))
}

/** A bare name, also behind `feed:`, is tried with https first, then http. */
async function fetchPage(text: string, fetchDocument: FetchDocument): Promise<FetchedDocument> {
  const address = text.trim().replace(/^feeds?:(?:\/\/)?(?!\/)/i, '')
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]*\.[^/]*:\d+/.test(address))
    return answered(await fetchDocument(address))
  try {
    return answered(await fetchDocument(`https://${address}`))
  } catch (error) {
    if (!(error instanceof CreditlineError) || error.code !== 'unreachable') throw error
    return answered(await fetchDocument(`http://${address}`))
  }
}

function answered(page: FetchedDocument): FetchedDocument {
  if (page.status >= 200 && page.status < 300) return page
  throw new CreditlineError(
    'unreachable',
    `${parseUrl(page.url)?.host} answered ${page.status}; check the address`,
  )
}

/** After permanent redirects the last address is the feed's; after any other, the one that was asked. */
function addressOf({ url, redirects }: FetchedDocument): string {
  const permanent = redirects.every(({ status }) => status === 301 || status === 308)
  return permanent ? url : (redirects[0]?.from ?? url)
}

function read(page: FetchedDocument, link: Pick<OneFeed, 'url' | 'by'>): OneFeed | undefined {
  const contentType = page.headers.get('content-type')
  try {
    const parsed = parseFeed(page.body, {
      url: page.url,
      ...(contentType ? { contentType } : {}),
    })
    const { title } = parsed.feed
    const { dialect, entries } = parsed
    return { ...link, dialect, entries: entries.length, parsed, ...(title ? { title } : {}) }
  } catch (error) {
    if (error instanceof CreditlineError) return undefined
    throw error
  }
}

/** One that cannot be read is no feed; why does not matter to somebody who looks for one. */
async function readLink(
  link: FeedLink,
  fetchDocument: FetchDocument,
): Promise<OneFeed | undefined> {
  try {
    const page = await fetchDocument(link.url)
    return page.status === 200 ? read(page, { url: addressOf(page), by: link.by }) : undefined
  } catch (error) {
    if (error instanceof CreditlineError) return undefined
    throw error
  }
}

/** One after the other: they stand on one host, and nobody is in a hurry. */
async function readAll(
  links: readonly FeedLink[],
  fetchDocument: FetchDocument,
): Promise<OneFeed[]> {
  const found: OneFeed[] = []
  for (const link of links) {
    const feed = await readLink(link, fetchDocument)
    if (feed) found.push(feed)
  }
  return found
}

async function readFirst(
  links: readonly FeedLink[],
  fetchDocument: FetchDocument,
): Promise<OneFeed[]> {
  for (const link of links) {
    const feed = await readLink(link, fetchDocument)
    if (feed) return [feed]
  }
  return []
}

/** Below the page itself, where it is no file, then below the site's root. */
function wellKnown(page: string): FeedLink[] {
  const below = new URL(page).pathname.endsWith('/') ? page : `${page}/`
  const urls = [below, new URL('/', page).href].flatMap((base) =>
    WELL_KNOWN.map((path) => new URL(path, base).href),
  )
  return [...new Set(urls)].map((url) => ({ url, by: 'well-known path' as const }))
}

/** The address that the feed gives for itself, followed only when what stands there proves to be the same feed. */
async function atSelfLink(
  feed: OneFeed,
  address: string,
  fetchDocument: FetchDocument,
): Promise<OneFeed> {
  const { self } = feed.parsed.feed
  const here = { ...feed, url: address }
  if (!self || self === address || self === feed.url) return here
  const there = await readLink({ url: self, by: 'link element' }, fetchDocument)
  if (!there || !isSameFeed(feed.parsed, there.parsed)) return here
  return { ...there, by: 'self link' }
}

/** The same feed has the same entries: at least half of the shorter one's, by id or link. */
function isSameFeed(a: ParsedFeed, b: ParsedFeed): boolean {
  const keysOf = ({ entries }: ParsedFeed) => entries.map(({ id, link }) => link ?? id)
  const [fewer = [], more = []] = [keysOf(a), keysOf(b)].sort((x, y) => x.length - y.length)
  if (fewer.length === 0)
    return more.length === 0 && a.feed.id === b.feed.id && a.feed.title === b.feed.title
  const known = new Set(more)
  return fewer.filter((key) => key !== undefined && known.has(key)).length * 2 >= fewer.length
}

/** One feed in several formats is one found feed; comments, which are not what a site is read for, come last. */
function grouped(feeds: readonly OneFeed[]): ReadFeed[] {
  const groups: OneFeed[][] = []
  for (const feed of feeds) {
    const group = groups.find(([first]) => first && isSameFeed(first.parsed, feed.parsed))
    if (group) group.push(feed)
    else groups.push([feed])
  }
  return groups
    .flatMap(([first, ...others]) =>
      first ? [{ ...first, sameAs: others.map(({ url }) => url) }] : [],
    )
    .sort((a, b) => Number(isComments(a)) - Number(isComments(b)))
}

const isComments = ({ url, title = '' }: FoundFeed): boolean =>
  /\bcomments?\b/i.test(`${url} ${title}`)
