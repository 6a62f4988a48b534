/** Where a page says that its feeds are: link elements, Link headers, and links that look like feeds. Pure. */

import { parseUrl } from '../../feeds/model/url.ts'
import { decode } from '../../feeds/text/decode.ts'
import { attributesOf, scanHtml } from '../../feeds/text/html-scan.ts'
import type { FetchedDocument } from './fetch-document.ts'

export interface FeedLink {
  readonly url: string
  readonly title?: string
  readonly by: 'link header' | 'link element' | 'link in the page' | 'well-known path'
}

const FEED_TYPES = /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|feed\+json|x?-?rss|json)\b/i
/** What a page's own words for a feed look like, where it has no link element. */
const LOOKS_LIKE_A_FEED =
  /(?:\.(?:rss|atom|rdf)|\/(?:rss|feed|atom|index|rss2)(?:\.xml|\.json)?\/?)(?:$|\?)/i
const HEAD_CHARACTERS = 1_000_000
const MAX_LINKS = 50

/** Paths where programs and habit put feeds, the most usual first. */
export const WELL_KNOWN = [
  'feed',
  'rss',
  'feed.xml',
  'rss.xml',
  'atom.xml',
  'index.xml',
  'feed.rss',
  'feed.json',
  'feeds/posts/default',
]

/** In the order in which they should be tried: what the page declares before what it merely links to. */
export function findFeedLinks(page: FetchedDocument): FeedLink[] {
  const { declared, linked } = linksInPage(page)
  const found = [...linksInHeader(page), ...declared]
  return distinct(found.length > 0 ? found : linked).slice(0, MAX_LINKS)
}

/** RFC 8288: `<URL>; rel="alternate"; type="application/rss+xml"; title="News"`, several joined by commas. */
function linksInHeader({ headers, url }: FetchedDocument): FeedLink[] {
  const header = (headers.get('link') ?? '').slice(0, 16_384)
  return header.split(/,\s*(?=<)/).flatMap((part): FeedLink[] => {
    const target = /^\s*<([^>]*)>/.exec(part)?.[1]
    const type = parameter(part, 'type')
    if (
      target === undefined ||
      !isAlternate(parameter(part, 'rel')) ||
      !FEED_TYPES.test(type ?? '')
    )
      return []
    return linkTo(target, url, 'link header', parameter(part, 'title'))
  })
}

const parameter = (part: string, name: string): string | undefined => {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))`, 'i').exec(part)
  return match?.[1] ?? match?.[2]
}

const isAlternate = (rel: string | undefined): boolean =>
  /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel ?? '') && !/stylesheet/i.test(rel ?? '')

function linksInPage(page: FetchedDocument): { declared: FeedLink[]; linked: FeedLink[] } {
  const contentType = page.headers.get('content-type') ?? undefined
  const html = decode(page.body, contentType).text.slice(0, HEAD_CHARACTERS)
  const declared: FeedLink[] = []
  const linked: FeedLink[] = []
  let base = page.url
  for (const token of scanHtml(html)) {
    if (token.kind !== 'open' || !['base', 'link', 'a'].includes(token.name)) continue
    const said = attributesOf(html, token)
    const href = said.get('href')
    if (!href) continue
    if (token.name === 'base') base = parseUrl(href, base)?.href ?? base
    else if (
      token.name === 'link' &&
      isAlternate(said.get('rel')) &&
      FEED_TYPES.test(said.get('type') ?? '')
    )
      declared.push(...linkTo(href, base, 'link element', said.get('title')))
    else if (token.name === 'a' && LOOKS_LIKE_A_FEED.test(href))
      linked.push(...linkTo(href, base, 'link in the page', undefined))
  }
  return { declared, linked }
}

function linkTo(
  href: string,
  base: string,
  by: FeedLink['by'],
  title: string | undefined,
): FeedLink[] {
  const url = parseUrl(href.trim(), base)
  if (!url || !/^https?:$/.test(url.protocol)) return []
  // WordPress names its API as application/json as well
  if (url.pathname.includes('/wp-json/')) return []
  url.hash = ''
  return [{ url: url.href, by, ...(title ? { title } : {}) }]
}

const distinct = (links: readonly FeedLink[]): FeedLink[] =>
  [...new Map([...links].reverse().map((link) => [link.url, link])).values()].reverse()
