/** What programs fetch beside the feeds: the list of feeds as OPML, the news sitemap, and who may crawl what. */

import type { SourceInfo, StoredArticle } from '../../db/store.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { instantOf } from '../../feeds/model/date.ts'
import { element, empty, textElement } from '../../feeds/text/xml-writer.ts'
import { channelPath } from './channels.tsx'
import { headlineOf } from './excerpt.ts'
import { articlePath, type Site, sourcePath } from './site.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** OPML 2.0: every channel, and each source in a group of its own. */
export function opmlOf(
  site: Site,
  channels: readonly Channel[],
  sources: readonly SourceInfo[],
): string {
  const outline = (title: string, path: string, htmlPath: string) =>
    empty('outline', {
      type: 'rss',
      text: title,
      title,
      xmlUrl: `${site.baseUrl}${path}.rss`,
      htmlUrl: `${site.baseUrl}${htmlPath}`,
    })
  const bySource = sources.map(({ slug, name }) =>
    outline(name, sourcePath(slug), sourcePath(slug)),
  )
  const body = [
    ...channels.map(({ slug, title }) =>
      outline(title, channelPath(slug), slug === 'all' ? '/' : '/channels'),
    ),
    element('outline', bySource.join(''), { text: 'Sources', title: 'Sources' }),
  ].join('')
  const head = element('head', textElement('title', site.title))
  return XML + element('opml', head + element('body', body), { version: '2.0' })
}

/** Search engines want the last two days, at most a thousand. */
export const NEWS_DAYS = 2

/**
 * The news sitemap: articles whose page here is the one to find. One that holds another site's full text names that
 * site's page as canonical, and a sitemap must not list such pages.
 */
export function newsSitemapOf(site: Site, articles: readonly StoredArticle[]): string {
  const entries = articles.flatMap(({ id, article }) => {
    const isElsewhere = article.body && article.canonicalUrl && !isOurs(article.canonicalUrl, site)
    if (isElsewhere || !article.published) return []
    const news =
      element(
        'news:publication',
        textElement('news:name', article.publication?.name ?? site.title) +
          textElement('news:language', newsLanguage(article.language)),
      ) +
      textElement('news:publication_date', dayOrInstant(article.published)) +
      textElement('news:title', headlineOf(article))
    return [
      element(
        'url',
        textElement('loc', `${site.baseUrl}${articlePath(id)}`) + element('news:news', news),
      ),
    ]
  })
  const attributes = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  }
  // a sitemap without entries is still a document
  return XML + element('urlset', entries.join('') || '\n', attributes)
}

const isOurs = (url: string, site: Site): boolean => url.startsWith(`${site.baseUrl}/`)

/** ISO 639 of two letters, but Chinese, which is told apart by its script. */
const newsLanguage = (language = 'en'): string =>
  /^zh-(?:tw|hk|hant)/i.test(language)
    ? 'zh-tw'
    : /^zh/i.test(language)
      ? 'zh-cn'
      : (language.split('-')[0] ?? 'en').toLowerCase()

const dayOrInstant = (date: string): string => (date.length >= 10 ? date : instantOf(date))

export const robotsOf = (site: Site): string =>
  [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api',
    'Disallow: /search',
    '',
    `Sitemap: ${site.baseUrl}/sitemap-news.xml`,
    '',
  ].join('\n')
