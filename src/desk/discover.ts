/** Looks at an address that somebody typed: it is a feed, or a page that names its feeds. */

import { parseFeed } from '../../feeds/dialects/index.ts'
import type { ParsedFeed } from '../../feeds/model/entry.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { decode } from '../../feeds/text/decode.ts'
import { attributesOf, scanHtml } from '../../feeds/text/html-scan.ts'
import type { Deps } from '../deps.ts'
import type { FetchedDocument } from '../ingest/fetch-document.ts'

/** A feed that a page names. */
export interface FeedOffer {
  readonly url: string
  readonly title?: string
  readonly format: string
}

export type Look =
  | { readonly kind: 'feed'; readonly url: string; readonly parsed: ParsedFeed }
  | { readonly kind: 'page'; readonly url: string; readonly offers: readonly FeedOffer[] }

/**
 * Throws CreditlineError: `refused`, `unreachable`, `too_large`, and `not_a_feed` for a page that names no feed. A page
 * that names one is left for that feed at once.
 */
export async function look(typed: string, deps: Pick<Deps, 'fetchDocument'>): Promise<Look> {
  const document = await fetchOk(withScheme(typed), deps)
  const parsed = parsedOrNot(document)
  if (parsed) return { kind: 'feed', url: document.url, parsed }
  const offers = offersIn(decode(document.body, typeOf(document)).text, document.url)
  const [only] = offers
  if (!only)
    throw new CreditlineError(
      'not_a_feed',
      `${hostIn(document.url)} sent a page that is no feed and names none.`,
    )
  if (offers.length > 1) return { kind: 'page', url: document.url, offers }
  const feed = await fetchOk(only.url, deps)
  const found = parsedOrNot(feed)
  if (found) return { kind: 'feed', url: feed.url, parsed: found }
  throw new CreditlineError(
    'not_a_feed',
    `The page names ${only.url} as its feed, and that is none.`,
  )
}

/** An address as people type it: `news.example` is meant as https. */
const withScheme = (typed: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)
    ? typed
    : `https://${typed.replace(/^(?:feed|feeds):/i, '')}`

async function fetchOk(url: string, { fetchDocument }: Pick<Deps, 'fetchDocument'>) {
  const document = await fetchDocument(url)
  if (document.status >= 200 && document.status < 300) return document
  throw new CreditlineError(
    'unreachable',
    `${hostIn(document.url)} answered with status ${document.status}.`,
  )
}

function parsedOrNot(document: FetchedDocument): ParsedFeed | undefined {
  const contentType = typeOf(document)
  try {
    return parseFeed(document.body, { url: document.url, ...(contentType ? { contentType } : {}) })
  } catch (error) {
    if (error instanceof CreditlineError && error.code === 'not_a_feed') return undefined
    throw error
  }
}

const typeOf = ({ headers }: FetchedDocument): string | undefined =>
  headers.get('content-type') ?? undefined

const FORMATS: Readonly<Record<string, string>> = {
  'application/rss+xml': 'RSS',
  'application/atom+xml': 'Atom',
  'application/feed+json': 'JSON Feed',
  'application/json': 'JSON Feed',
  'application/rdf+xml': 'RSS 1.0',
}

/** What the page's `link rel=alternate` elements name (the autodiscovery of HTML), each address once. */
export function offersIn(html: string, pageUrl: string): FeedOffer[] {
  const offers = new Map<string, FeedOffer>()
  for (const token of scanHtml(html)) {
    if (token.kind !== 'open' || token.name !== 'link') continue
    const attributes = attributesOf(html, token)
    const format = FORMATS[(attributes.get('type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '']
    const href = attributes.get('href')
    const isAlternate = (attributes.get('rel') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .includes('alternate')
    if (!format || !href || !isAlternate || !URL.canParse(href, pageUrl)) continue
    const url = new URL(href, pageUrl).href
    const title = attributes.get('title')?.trim()
    // WordPress names its API as application/json as well
    if (/\/wp-json\//.test(url) || offers.has(url)) continue
    offers.set(url, { url, format, ...(title ? { title } : {}) })
  }
  return [...offers.values()].slice(0, 20)
}

const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
