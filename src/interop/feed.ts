/** A channel with articles as an instance of the feed package, with as much credit as that model can hold. */

import { type Author, Feed, type Item } from 'feed'
import { writeCreditParagraph } from '../../feeds/credits/paragraph.ts'
import { cleanArticle } from '../../feeds/formats/index.ts'
import type { Article } from '../../feeds/model/article.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import type { Credit } from '../../feeds/model/credit.ts'
import { instantOf } from '../../feeds/model/date.ts'
import { recordOf } from '../../feeds/model/provenance.ts'
import { escapeHtml } from '../../feeds/text/html.ts'

export interface FeedOptions {
  /** Where the feed will stand. */
  readonly feedUrl: string
  /** The site that it belongs to. */
  readonly siteUrl: string
}

/**
 * People are the item's authors, everyone else who is credited its contributors; the credit paragraph ends the
 * content, the only carrier that survives all of feed's three writers; the record goes into JSON Feed as `_creditline`.
 */
export function toFeed(channel: Channel, articles: readonly Article[], options: FeedOptions): Feed {
  const feed = new Feed({
    id: options.feedUrl,
    title: channel.title,
    link: options.siteUrl,
    feed: options.feedUrl,
    generator: 'Creditline',
    ...(channel.description ? { description: channel.description } : {}),
    ...(channel.language ? { language: channel.language } : {}),
    ...(channel.rights ? { copyright: channel.rights } : {}),
    ...(channel.icon ? { image: channel.icon } : {}),
    ...(channel.hubs[0] ? { hub: channel.hubs[0] } : {}),
  })
  for (const article of articles) feed.addItem(itemOf(article, options))
  return feed
}

function itemOf(article: Article, { siteUrl }: FeedOptions): Item {
  const { body } = cleanArticle(article)
  const credit = writeCreditParagraph(article, { language: article.language })
  const paragraph = credit ? `<p>${escapeHtml(credit)}</p>` : ''
  const content = `${body?.html ?? ''}${paragraph}`
  const image = article.media.find(
    ({ url, medium }) => url && medium !== 'video' && medium !== 'audio',
  )
  return {
    title: article.title ?? '',
    // feed's Atom writer refuses ids that are no URLs; ours always are IRIs.
    id: article.publishedId,
    guid: article.publishedId,
    link: article.canonicalUrl ?? siteUrl,
    date: new Date(instantOf(article.updated ?? article.published ?? article.firstSeenAt)),
    ...(article.published ? { published: new Date(instantOf(article.published)) } : {}),
    ...(article.summary ? { description: `${escapeHtml(article.summary)}${paragraph}` } : {}),
    ...(content ? { content } : {}),
    author: peopleOf(article.credits, (credit) => credit.role === 'author'),
    contributor: peopleOf(article.credits, (credit) => credit.role !== 'author'),
    category: article.tags.map(({ term, scheme }) => ({
      name: term,
      term,
      ...(scheme ? { scheme } : {}),
    })),
    ...(article.rights?.notice ? { copyright: article.rights.notice } : {}),
    ...(image?.url ? { image: image.url } : {}),
    extensions: [{ name: '_creditline', objects: { ...recordOf(article) } }],
  }
}

const peopleOf = (credits: readonly Credit[], isMeant: (credit: Credit) => boolean): Author[] =>
  [...new Set(credits.filter(isMeant).map(({ name }) => name))].map((name) => ({ name }))
