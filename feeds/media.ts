/** The pictures and other media of an entry, each once, with what was said of it. */

import type { ArticleMedia } from './model/article.ts'
import type { Draft } from './model/draft.ts'
import type { Entry, Media } from './model/entry.ts'

/** Media RSS objects, then the item's image and image enclosures that they don't name. */
export function mediaOf(entry: Entry): ArticleMedia[] {
  if (entry.media.length === 0 && entry.enclosures.length === 0 && !entry.image) return []
  const stated = entry.media.filter(isWorthKeeping).map(articleMedia)
  const images = [
    ...(entry.image ? [{ url: entry.image, medium: 'image' }] : []),
    ...entry.enclosures
      .filter((enclosure) => enclosure.type?.startsWith('image/'))
      .map(({ url, type }) => ({ url, ...(type ? { type } : {}), medium: 'image' })),
  ]
  return mergeMedia(stated, images)
}

/** The first list, then what the second adds; of one URL the first's facts win and the second's fill gaps. */
export function mergeMedia(
  first: readonly ArticleMedia[],
  second: readonly ArticleMedia[],
): ArticleMedia[] {
  const merged = new Map<string, ArticleMedia>()
  for (const media of [...first, ...second]) {
    const key = media.url ?? `caption:${media.caption ?? ''}\n${media.creditText ?? ''}`
    const known = merged.get(key)
    merged.set(key, known ? { ...media, ...known } : media)
  }
  return [...merged.values()]
}

const isWorthKeeping = (media: Media): boolean =>
  media.url !== undefined || media.caption !== undefined || media.credits.length > 0

function articleMedia(media: Media): ArticleMedia {
  const { url, type, medium, width, height, length, title, caption, copyright } = media
  const creditText = media.credits.map((credit) => credit.name).join(', ')
  const kept: Draft<ArticleMedia> = {}
  if (url) kept.url = url
  if (type) kept.type = type
  if (medium) kept.medium = medium
  if (width) kept.width = width
  if (height) kept.height = height
  if (length) kept.length = length
  if (title) kept.title = title
  if (caption) kept.caption = caption
  if (creditText) kept.creditText = creditText
  if (copyright) kept.copyright = copyright
  return kept
}
