/** RSS 2.0 (https://www.rssboard.org/rss-specification), by the RSS Advisory Board's Best Practices Profile. */

import type { CleanArticle } from '../model/article.ts'
import type { Enclosure } from '../model/entry.ts'
import { NAMESPACE } from '../model/provenance.ts'
import { oneLine } from '../model/text.ts'
import { asciiUrl } from '../model/url.ts'
import { escapeHtml } from '../text/html.ts'
import { plainText } from '../text/plain.ts'
import { cdata, element, empty, escapeTitle, escapeXml, textElement } from '../text/xml-writer.ts'
import { factsOf, type ItemFacts } from './facts.ts'
import type { DocumentContext, Format, ItemPresentation, RemovalNotice } from './format.ts'
import {
  type ItemLinks,
  languageOf,
  linksOf,
  rfc822,
  textInstead,
  titleOf,
  typeOf,
} from './item.ts'
import { viaLinks } from './links.ts'
import { mediaElements } from './media-rss.ts'
import { podcastElements, podcastNamespaces } from './podcast.ts'

const NAMESPACES = [
  ['atom', 'http://www.w3.org/2005/Atom'],
  ['cl', NAMESPACE],
  ['content', 'http://purl.org/rss/1.0/modules/content/'],
  ['creativeCommons', 'http://backend.userland.com/creativeCommonsRssModule'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['media', 'http://search.yahoo.com/mrss/'],
]
const HISTORY = 'http://purl.org/syndication/history/1.0'

export const rss: Format = {
  name: 'rss',
  extension: 'rss',
  contentType: 'application/rss+xml; charset=utf-8',
  separator: '',
  head,
  item,
  tail: () => '</channel>\n</rss>\n',
  removed: notice,
}

function head(document: DocumentContext): string {
  const { channel } = document
  const icon = asciiUrl(channel.icon)
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"',
    ...NAMESPACES.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`),
    '>\n<channel>\n',
    element('title', title(channel.title)),
    textElement('link', document.htmlUrl),
    // RSS demands a description; the title says it where there is none.
    element('description', title(channel.description?.trim() || channel.title)),
    textElement('language', languageOf(channel.language)),
    textElement('copyright', channel.rights),
    textElement('lastBuildDate', rfc822(document.updated)),
    textElement('generator', 'Creditline'),
    icon ? image(icon, document) : '',
    empty('atom:link', { rel: 'self', type: 'application/rss+xml', href: document.selfUrl }),
    ...document.hubs.map((href) => empty('atom:link', { rel: 'hub', href })),
    ...Object.entries(document.paging).map(([rel, href]) =>
      empty('atom:link', { rel, type: 'application/rss+xml', href }),
    ),
    document.archive ? empty('fh:archive', { 'xmlns:fh': HISTORY }) : '',
  ].join('')
}

const image = (url: string, { channel, htmlUrl }: DocumentContext): string =>
  element(
    'image',
    `\n${textElement('url', url)}${element('title', title(channel.title))}${textElement('link', htmlUrl)}`,
  )

/** Readers take an RSS title for HTML or for text: what would be read as HTML is written so that both show it. */
function title(text: string): string {
  const isAmbiguous = /[&<]/.test(text) && plainText(text) !== oneLine(text)
  return escapeTitle(isAmbiguous ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;') : text)
}

function item(
  article: CleanArticle,
  presentation: ItemPresentation,
  facts = factsOf(article, presentation),
): string {
  const links = linksOf(article, presentation)
  const heading = titleOf(article)
  return [
    article.podcast ? `<item${podcastNamespaces}>\n` : '<item>\n',
    heading ? element('title', title(heading)) : '',
    textElement('link', links.link),
    textElement('guid', article.publishedId, {
      isPermaLink: String(article.publishedId === links.link),
    }),
    dates(facts),
    people(facts),
    origin(article, links),
    ...article.tags.map(({ term, scheme }) =>
      textElement('category', term.trim(), { domain: scheme }),
    ),
    textElement('comments', asciiUrl(article.comments)),
    texts(facts, textInstead(article, links)),
    files(article, facts),
    article.podcast ? podcastElements(article.podcast) : '',
    textElement('cl:status', article.status),
    ...article.creditText.map((line) => textElement('cl:creditText', line)),
    textElement('cl:provenance', facts.record),
    '</item>\n',
  ].join('')
}

function notice({ publishedId, at, text }: RemovalNotice): string {
  return [
    '<item>\n',
    element('title', 'Removed'),
    textElement('guid', publishedId, { isPermaLink: 'false' }),
    textElement('atom:updated', at),
    element('description', cdata(`<p>${escapeHtml(text)}</p>`)),
    textElement('cl:status', 'removed'),
    '</item>\n',
  ].join('')
}

const dates = ({ dates: { published, updated } }: ItemFacts): string =>
  textElement('pubDate', published && rfc822(published)) + textElement('atom:updated', updated)

// Never `author`, which must be an e-mail address, and never `atom:author`: readers that know both list it twice.
const people = ({ parties: { authors, contributors } }: ItemFacts): string =>
  [
    ...authors.map(({ name }) => textElement('dc:creator', name)),
    ...contributors.map(({ name }) => textElement('dc:contributor', name)),
  ].join('')

function origin(article: CleanArticle, links: ItemLinks): string {
  const { publication, upstreamFeed, rights } = article
  const feedUrl = asciiUrl(upstreamFeed?.url)
  const feedTitle =
    oneLine(upstreamFeed?.title ?? '') || oneLine(publication?.name ?? '') || feedUrl
  return [
    textElement('dc:publisher', publication?.name),
    feedUrl ? textElement('source', feedTitle, { url: feedUrl }) : '',
    links.original
      ? empty('atom:link', {
          rel: links.isCanonical ? 'canonical' : 'related',
          href: links.original,
        })
      : '',
    ...viaLinks(article).map((link) => empty('atom:link', link)),
    textElement('dc:rights', rights?.notice ?? rights?.holder),
    textElement('creativeCommons:license', asciiUrl(rights?.licenseUrl)),
    textElement('dc:language', languageOf(article.language)),
  ].join('')
}

/** `description` before `content:encoded`, as strict readers want them. */
const texts = ({ prose }: ItemFacts, instead: string): string =>
  element('description', cdata(prose.summaryHtml || escapeXml(instead))) +
  (prose.bodyHtml ? element('content:encoded', cdata(...prose.bodyHtml)) : '')

/** One enclosure, which is all that many readers see; the others as Media RSS. */
function files(article: CleanArticle, facts: ItemFacts): string {
  const [first, ...others] = facts.files.enclosures
  return (first ? enclosure(first) : '') + mediaElements(article, facts.files, others)
}

const enclosure = (file: Enclosure): string =>
  empty('enclosure', { url: file.url, length: file.length ?? 0, type: typeOf(file) })
