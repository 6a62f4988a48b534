/** The formats that we publish in, and a whole document of one. */

import type { Article, CleanArticle } from '../model/article.ts'
import type { Channel } from '../model/channel.ts'
import type { Instant } from '../model/date.ts'
import { sanitize } from '../text/html.ts'
import { atom } from './atom.ts'
import {
  type DocumentContext,
  FORMAT_NAMES,
  type Format,
  type FormatName,
  type RenderContext,
} from './format.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'
import { joined, utf8, utf8Of } from './utf8.ts'

export { factsOf, type ItemFacts } from './facts.ts'
export * from './format.ts'
export { noticeOf } from './notice.ts'
export { utf8 } from './utf8.ts'

/** A new format is one file and one line here. */
export const FORMATS: Readonly<Record<FormatName, Format>> = { rss, atom, json: jsonFeed }

export interface RenderOptions extends RenderContext {
  /** Our page of an article, where there is one. */
  readonly pageUrl?: (article: Article) => string | undefined
}

/**
 * A document of the channel with these articles, in their order, as UTF-8. Bodies that are not clean are sanitised.
 * The same arguments give the same bytes. `options` say where the document stands; a document that is to be served
 * needs at least `baseUrl`.
 */
export function renderFeed(
  channel: Channel,
  articles: readonly Article[],
  format: FormatName,
  options: RenderOptions = {},
): Uint8Array {
  const writer = FORMATS[format]
  const document = documentContext(channel, format, options, articles)
  const pages = articles.map((article) => options.pageUrl?.(article))
  return utf8Of(textsOf(writer, document, articles, pages))
}

function* textsOf(
  format: Format,
  document: DocumentContext,
  articles: readonly Article[],
  pages: readonly (string | undefined)[],
): Generator<string> {
  const { presentation } = document.channel
  yield format.head(document)
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at]
    if (!article) continue
    const pageUrl = pages[at]
    if (at > 0) yield format.separator
    yield format.item(cleanArticle(article), pageUrl ? { ...presentation, pageUrl } : presentation)
  }
  yield format.tail(document)
}

const between = <T>(items: readonly T[], separator: T): readonly T[] =>
  items.flatMap((item, i) => (i === 0 ? [item] : [separator, item]))

/** Head, items in UTF-8 and tail as one document. */
export function joinDocument(
  format: Format,
  document: DocumentContext,
  items: readonly Uint8Array[],
): Uint8Array {
  const [head, separator, tail] = [format.head(document), format.separator, format.tail(document)]
  return joined([utf8(head), ...between(items, utf8(separator)), utf8(tail)])
}

/** The article itself where nothing is to be cleaned. */
export function cleanArticle(article: Article): CleanArticle {
  const { body } = article
  if (body?.clean !== false) return article as CleanArticle
  return { ...article, body: { clean: true, html: sanitize(body.html, article.canonicalUrl) } }
}

/** Fills in what the caller leaves out: addresses from the base URL and the slug, `updated` from the articles. */
export function documentContext(
  channel: Channel,
  format: FormatName,
  options: RenderContext,
  articles: readonly Pick<Article, 'changedAt' | 'firstSeenAt'>[] = [],
): DocumentContext {
  const base = (options.baseUrl ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')
  const path = channel.slug === 'all' ? '/feed' : `/feeds/${encodeURIComponent(channel.slug)}`
  const urls = Object.fromEntries(
    FORMAT_NAMES.map((name) => [
      name,
      options.formatUrls?.[name] ?? `${base}${path}.${FORMATS[name].extension}`,
    ]),
  ) as Record<FormatName, string>
  return {
    channel,
    selfUrl: options.selfUrl ?? urls[format],
    htmlUrl: options.htmlUrl ?? (channel.slug === 'all' ? `${base}/` : `${base}/channels`),
    formatUrls: urls,
    feedId: options.feedId ?? urls.atom,
    updated: options.updated ?? newestChange(articles),
    hubs: options.hubs ?? channel.hubs,
    paging: options.paging ?? {},
    archive: options.archive ?? false,
  }
}

const newestChange = (articles: readonly Pick<Article, 'changedAt' | 'firstSeenAt'>[]): Instant =>
  articles
    .map(({ changedAt, firstSeenAt }) => changedAt ?? firstSeenAt)
    .reduce((newest, at) => (at > newest ? at : newest), '1970-01-01T00:00:00Z')
