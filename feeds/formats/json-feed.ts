/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with what it has no member for in `_creditline`. */

import type { ArticleMedia, CleanArticle } from '../model/article.ts'
import type { Enclosure } from '../model/entry.ts'
import { NAMESPACE, recordJsonOf } from '../model/provenance.ts'
import { cleanText } from '../model/text.ts'
import { asciiUrl } from '../text/ascii-url.ts'
import { escapeHtml } from '../text/html.ts'
import { type DocumentContext, type Format, type ItemPresentation, utf8 } from './format.ts'
import {
  datesOf,
  filesOf,
  type ItemFiles,
  languageOf,
  linksOf,
  textInstead,
  titleOf,
  typeOf,
} from './item.ts'
import { partiesOf } from './parties.ts'
import { proseOf } from './prose.ts'

export const jsonFeed: Format = {
  name: 'json',
  extension: 'json',
  contentType: 'application/feed+json; charset=utf-8',
  separator: utf8(',\n'),
  head: (document) => utf8(head(document)),
  item: (article, presentation) => utf8(item(article, presentation)),
  tail: () => utf8('\n]}\n'),
}

type Members = Readonly<Record<string, unknown>>

/** Members without those that are undefined or an empty list; every text cleaned. */
const json = (members: Members): string =>
  JSON.stringify(members, (_, value: unknown) => {
    if (typeof value === 'string') return cleanText(value)
    return Array.isArray(value) && value.length === 0 ? undefined : value
  })

function head({ channel, ...document }: DocumentContext): string {
  const icon = asciiUrl(channel.icon)
  const feed = json({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: document.htmlUrl,
    feed_url: document.selfUrl,
    description: channel.description,
    next_url: document.paging.next ?? document.paging['prev-archive'],
    icon,
    favicon: icon,
    language: languageOf(channel.language),
    hubs: document.hubs.map((url) => ({ type: 'WebSub', url })),
    _creditline: { about: NAMESPACE },
  })
  return `${feed.slice(0, -1)},"items":[\n`
}

function item(article: CleanArticle, presentation: ItemPresentation): string {
  const links = linksOf(article, presentation)
  const prose = proseOf(article, presentation)
  const { published, updated } = datesOf(article)
  const { authors } = partiesOf(article)
  const files = filesOf(article)
  const people = authors.map(({ name }) => ({ name }))
  const summary = [prose.excerpt, prose.credit].filter(Boolean).join('\n\n')
  const members = json({
    id: article.publishedId,
    url: links.link,
    external_url: links.original,
    title: titleOf(article),
    content_html:
      prose.bodyHtml ?? (prose.summaryHtml || `<p>${escapeHtml(textInstead(article, links))}</p>`),
    summary: summary || undefined,
    image: files.media.find(isPicture)?.url,
    date_published: published,
    date_modified: updated,
    // 1.1 has `authors`; readers of 1.0 know `author` alone.
    authors: people,
    author: people[0],
    tags: article.tags.map(({ term }) => term.trim()).filter(Boolean),
    language: languageOf(article.language),
    attachments: attachments(article, files),
  })
  return `${members.slice(0, -1)},"_creditline":${recordJsonOf(article)}}`
}

const isPicture = ({ medium, type }: ArticleMedia): boolean =>
  (medium ?? type?.split('/')[0] ?? 'image') === 'image'

const attachments = (article: CleanArticle, { enclosures, media }: ItemFiles): Members[] => [
  ...enclosures.map(attachment),
  ...media.map((one) => ({ ...attachment(one), _creditline: mediaFacts(article, one) })),
]

const attachment = (file: Enclosure): Members => ({
  url: file.url,
  mime_type: typeOf(file),
  title: file.title,
  size_in_bytes: file.length,
  duration_in_seconds: file.duration === undefined ? undefined : Math.round(file.duration),
})

/** What Media RSS says of a picture: JSON Feed's attachments have neither caption nor credit. */
const mediaFacts = (article: CleanArticle, media: ArticleMedia): Members => ({
  medium: media.medium,
  width: media.width,
  height: media.height,
  caption: media.caption,
  credit_text: media.creditText,
  copyright: media.copyright,
  credits: article.credits
    .filter((credit) => credit.target === media.url)
    .map(({ name, role }) => ({ name, role })),
})
