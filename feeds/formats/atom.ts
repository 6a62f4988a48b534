/** Atom 1.0 (RFC 4287), with archives (RFC 5005), licences (RFC 4946) and Media RSS. */

import type { CleanArticle, UpstreamFeed } from '../model/article.ts'
import { instantOf } from '../model/date.ts'
import { NAMESPACE } from '../model/provenance.ts'
import { oneLine } from '../model/text.ts'
import { asciiUrl } from '../model/url.ts'
import { cdata, element, empty, escapeXml, textElement } from '../text/xml-writer.ts'
import { factsOf, type ItemFacts } from './facts.ts'
import type { DocumentContext, Format, ItemPresentation } from './format.ts'
import {
  type ItemLinks,
  languageOf,
  linksOf,
  textInstead,
  titleForAtom,
  updatedForAtom,
} from './item.ts'
import { viaLinks } from './links.ts'
import { mediaElements } from './media-rss.ts'
import { type Party, publisherOf } from './parties.ts'
import { podcastElements, podcastNamespaces } from './podcast.ts'

const HISTORY = 'http://purl.org/syndication/history/1.0'
const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0'

export const atom: Format = {
  name: 'atom',
  extension: 'atom',
  contentType: 'application/atom+xml; charset=utf-8',
  separator: '',
  head,
  item: entry,
  tail: () => '</feed>\n',
  removed: ({ publishedId: ref, at: when, text }) =>
    element('at:deleted-entry', textElement('at:comment', text), attributes({ ref, when })),
  tombstone: (ref, when) => empty('at:deleted-entry', attributes({ ref, when })),
}

const attributes = (of: { readonly ref: string; readonly when: string }) => ({
  'xmlns:at': TOMBSTONES,
  ...of,
})

/** No author here: entries would inherit it, and the articles are not ours. */
function head(document: DocumentContext): string {
  const { channel } = document
  const language = languageOf(channel.language)
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"',
    ` xmlns:cl="${NAMESPACE}" xmlns:media="http://search.yahoo.com/mrss/"`,
    language ? ` xml:lang="${escapeXml(language)}"` : '',
    '>\n',
    textElement('id', document.feedId),
    textElement('title', channel.title),
    textElement('subtitle', channel.description),
    textElement('updated', document.updated),
    textElement('rights', channel.rights),
    textElement('icon', asciiUrl(channel.icon)),
    textElement('generator', 'Creditline', { uri: NAMESPACE }),
    empty('link', { rel: 'self', type: 'application/atom+xml', href: document.selfUrl }),
    empty('link', { rel: 'alternate', type: 'text/html', href: document.htmlUrl }),
    ...document.hubs.map((href) => empty('link', { rel: 'hub', href })),
    ...Object.entries(document.paging).map(([rel, href]) =>
      empty('link', { rel, type: 'application/atom+xml', href }),
    ),
    document.archive ? empty('fh:archive', { 'xmlns:fh': HISTORY }) : '',
  ].join('')
}

function entry(
  article: CleanArticle,
  presentation: ItemPresentation,
  facts = factsOf(article, presentation),
): string {
  const links = linksOf(article, presentation)
  return [
    startOf(article),
    textElement('id', article.publishedId),
    textElement('title', titleForAtom(article, facts.prose)),
    links.link ? empty('link', { rel: 'alternate', type: 'text/html', href: links.link }) : '',
    textElement('published', facts.dates.published),
    textElement('updated', updatedForAtom(article, facts.dates)),
    people(article, facts),
    texts(facts, links, textInstead(article, links)),
    article.upstreamFeed ? source(article, article.upstreamFeed) : '',
    otherLinks(article, links),
    textElement('rights', article.rights?.notice ?? article.rights?.holder),
    ...article.tags.map(({ term, scheme, label }) =>
      empty('category', { term: term.trim(), scheme: iri(scheme), label }),
    ),
    files(article, facts),
    article.podcast ? podcastElements(article.podcast) : '',
    textElement('cl:status', article.status),
    ...article.creditText.map((line) => textElement('cl:creditText', line)),
    textElement('cl:provenance', facts.record),
    '</entry>\n',
  ].join('')
}

function startOf(article: CleanArticle): string {
  const language = languageOf(article.language)
  const attributes = article.podcast ? podcastNamespaces : ''
  return `<entry${language ? ` xml:lang="${escapeXml(language)}"` : ''}${attributes}>\n`
}

function people(article: CleanArticle, { parties }: ItemFacts): string {
  const { authors, contributors, others } = parties
  const named = authors.length > 0 ? authors : [publisherOf(article)]
  return [
    ...named.map((party) => person('author', party)),
    ...[...contributors, ...others].map((party) => person('contributor', party)),
  ].join('')
}

const person = (name: string, party: Party): string =>
  element(
    name,
    textElement('name', party.name).trimEnd() + textElement('cl:role', party.role).trimEnd(),
  )

/** `summary`, then `content`: in the full text, and where RFC 4287 section 4.1.1 wants one for lack of a link. */
function texts({ prose }: ItemFacts, { link }: ItemLinks, instead: string): string {
  const html = { type: 'html' }
  const summary = prose.summaryHtml || escapeXml(instead)
  const content = prose.bodyHtml ?? (link ? undefined : [summary])
  return (
    element('summary', cdata(summary), html) +
    (content ? element('content', cdata(...content), html) : '')
  )
}

/** The feed that it was copied out of (section 4.2.11); its own authors are left out, readers would list them. */
function source(article: CleanArticle, feed: UpstreamFeed): string {
  const url = asciiUrl(feed.url)
  if (!url) return ''
  const title = oneLine(feed.title ?? '') || oneLine(article.publication?.name ?? '') || url
  const updated = feed.updated ? instantOf(feed.updated) : article.firstSeenAt
  return element(
    'source',
    `\n${textElement('id', iri(feed.id) ?? url)}${textElement('title', title)}${textElement('updated', updated)}${empty('link', { rel: 'self', href: url })}`,
  )
}

const URN = /^(?!https?:)[a-z][a-z0-9+.-]*:[\w;/?:@&=+$.!~*'()%,#-]+$/i

/** An address, a tag: or urn: in the characters of RFC 3986: strict readers refuse others. */
const iri = (text: string | undefined): string | undefined =>
  asciiUrl(text) ?? (text && URN.test(text) ? text : undefined)

function otherLinks(article: CleanArticle, { original, isCanonical }: ItemLinks): string {
  const license = asciiUrl(article.rights?.licenseUrl)
  const comments = asciiUrl(article.comments)
  return [
    original && isCanonical ? empty('link', { rel: 'canonical', href: original }) : '',
    original ? empty('link', { rel: 'related', href: original }) : '',
    ...viaLinks(article).map((link) => empty('link', link)),
    license ? empty('link', { rel: 'license', href: license }) : '',
    comments ? empty('link', { rel: 'replies', href: comments }) : '',
  ].join('')
}

function files(article: CleanArticle, { files: found }: ItemFacts): string {
  const enclosures = found.enclosures.map((file) =>
    empty('link', {
      rel: 'enclosure',
      href: file.url,
      type: file.type,
      length: file.length,
      title: file.title,
    }),
  )
  return enclosures.join('') + mediaElements(article, found, [])
}
