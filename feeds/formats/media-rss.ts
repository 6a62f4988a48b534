/** Media RSS (https://www.rssboard.org/media-rss) in RSS and Atom items: pictures with caption and credit. */

import type { ArticleMedia, CleanArticle } from '../model/article.ts'
import type { Enclosure } from '../model/entry.ts'
import { NAMESPACE } from '../model/provenance.ts'
import { asciiUrl } from '../model/url.ts'
import { element, empty, escapeXml, textElement } from '../text/xml-writer.ts'
import { type ItemFiles, typeOf } from './item.ts'

/** One `media:content` each, side by side: a media:group would say that they are versions of one thing. */
export function mediaElements(
  article: CleanArticle,
  { media }: ItemFiles,
  enclosures: readonly Enclosure[],
): string {
  const pictures = media.map((one) => mediaContent(article, one))
  const files = enclosures.map((file) =>
    empty('media:content', {
      url: file.url,
      type: file.type,
      fileSize: file.length,
      duration: file.duration === undefined ? undefined : Math.round(file.duration),
    }),
  )
  return [...pictures, ...files].join('')
}

const MEDIUMS = new Set(['image', 'audio', 'video', 'document', 'executable'])

function mediaContent(
  article: CleanArticle,
  media: ArticleMedia & { readonly url: string },
): string {
  const attributes = {
    url: media.url,
    type: media.type,
    medium: mediumOf(media),
    width: positive(media.width),
    height: positive(media.height),
    fileSize: media.length,
  }
  const inside =
    textElement('media:title', media.title, { type: 'plain' }) +
    textElement('media:description', media.caption, { type: 'plain' }) +
    creditsOf(article, media) +
    textElement('media:copyright', media.copyright)
  return inside
    ? element('media:content', `\n${inside}`, attributes)
    : empty('media:content', attributes)
}

const positive = (pixels: number | undefined): number | undefined =>
  pixels !== undefined && pixels >= 1 ? Math.round(pixels) : undefined

function mediumOf(media: ArticleMedia & { readonly url: string }): string | undefined {
  if (media.medium && MEDIUMS.has(media.medium)) return media.medium
  const major = typeOf(media).split('/')[0]
  return major && MEDIUMS.has(major) ? major : undefined
}

/** Inside the picture, or it would credit every one; the printed credit where nothing was read from it. */
function creditsOf(article: CleanArticle, media: ArticleMedia): string {
  const credits = article.credits.filter((credit) => asciiUrl(credit.target) === media.url)
  if (credits.length === 0) return creditElement(media.creditText, 'photo')
  return credits.map(({ name, role }) => creditElement(name, role)).join('')
}

const creditElement = (name: string | undefined, role: string): string =>
  element('media:credit', name === undefined ? undefined : escapeXml(name), {
    role,
    scheme: NAMESPACE,
  })
