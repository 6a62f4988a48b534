/** What rss-parser read becomes credited articles, for people who run that package already. */

import type Parser from 'rss-parser'
import { type CreditContext, creditEntry } from '../../feeds/credit.ts'
import type { Article } from '../../feeds/model/article.ts'
import { type DateText, type Instant, toInstant } from '../../feeds/model/date.ts'
import type { Entry, FeedInfo } from '../../feeds/model/entry.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'

/** One item of rss-parser's output with the fields that it gives besides its typed ones. */
export type ParsedItem = Parser.Item & {
  readonly id?: string
  readonly author?: unknown
  readonly rights?: unknown
  readonly source?: unknown
  readonly comments?: string
  readonly 'content:encoded'?: string
  readonly categories?: readonly unknown[]
}

export type ParsedOutput = Parser.Output<Record<string, unknown>>

export interface ArticleOptions {
  /** Where the feed was read from. */
  readonly feedUrl: string
  readonly now: Instant
}

/** The articles of a feed that rss-parser read, credited like any entry of ours. Nothing that it dropped comes back. */
export function articlesFromRssParser(output: ParsedOutput, options: ArticleOptions): Article[] {
  const feed = feedInfo(output)
  const upstream = strangeUpstream(options)
  return output.items.map((item) => {
    const entry = entryFromRssParser(item as ParsedItem)
    const context: CreditContext = {
      upstream,
      feed,
      guid: entry.id ?? entry.link ?? entry.title ?? '',
      now: options.now,
      baseUrl: 'urn:none',
      isTaken: () => false,
    }
    return creditEntry(entry, context).article
  })
}

/** An upstream that nobody vouches for. */
export const strangeUpstream = ({ feedUrl, now }: ArticleOptions): Upstream => ({
  id: 'read',
  url: feedUrl,
  peer: false,
  private: false,
  tags: [],
  health: 'new',
  nextPollAt: now,
  failures: 0,
  movedSeen: 0,
  addedAt: now,
})

export function entryFromRssParser(item: ParsedItem): Entry {
  const content = item['content:encoded'] ?? item.content
  const summary = item['content:encoded'] ? item.content : item.summary
  const creator = textOf(item.creator) ?? textOf(item.author)
  const published = dateOf(item.isoDate ?? item.pubDate)
  const id = item.guid ?? item.id
  const notice = textOf(item.rights)
  return {
    ...(item.title ? { title: item.title } : {}),
    ...(item.link ? { link: item.link } : {}),
    ...(id ? { id } : {}),
    ...(published ? { published } : {}),
    ...(summary ? { summary: rawHtml(summary) } : {}),
    ...(content ? { content: rawHtml(content) } : {}),
    ...(notice ? { rights: { notice } } : {}),
    ...(item.comments ? { comments: item.comments } : {}),
    links: [],
    authors: creator ? [{ name: creator }] : [],
    contributors: [],
    categories: (item.categories ?? []).flatMap((category) => {
      const term = textOf(category)
      return term ? [{ term }] : []
    }),
    enclosures: item.enclosure?.url ? [{ url: item.enclosure.url }] : [],
    media: [],
    credits: [],
    creditText: [],
  }
}

const feedInfo = (output: ParsedOutput): FeedInfo => ({
  ...(output.title ? { title: output.title } : {}),
  ...(output.link ? { link: output.link } : {}),
  links: [],
  hubs: [],
  authors: [],
  contributors: [],
  categories: [],
  skipHours: [],
  skipDays: [],
  paging: {},
})

/** Text of what xml2js gives: a string, or an object with the text in `_`. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) return textOf(value[0])
  if (value !== null && typeof value === 'object')
    return textOf(
      (value as { _?: unknown; name?: unknown })._ ?? (value as { name?: unknown }).name,
    )
  return undefined
}

function dateOf(text: string | undefined): DateText | undefined {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? undefined : toInstant(ms)
}
