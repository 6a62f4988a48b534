/** The pictures and other media of an entry, each once, with what was said of it. */

import type { ArticleMedia } from './model/article.ts'
import type { Entry, Media } from './model/entry.ts'

/** Media RSS objects, then the item's image and image enclosures that they don't name. */
export function mediaOf(entry: Entry): ArticleMedia[] {
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
    merged.set(key, { ...media, ...merged.get(key) })
  }
  return [...merged.values()]
}

const isWorthKeeping = (media: Media): boolean =>
  media.url !== undefined || media.caption !== undefined || media.credits.length > 0

function articleMedia(media: Media): ArticleMedia {
  const { url, type, medium, width, height, length, title, caption, copyright } = media
  const creditText = media.credits.map((credit) => credit.name).join(', ')
  return {
    ...(url ? { url } : {}),
    ...(type ? { type } : {}),
    ...(medium ? { medium } : {}),
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(length ? { length } : {}),
    ...(title ? { title } : {}),
    ...(caption ? { caption } : {}),
    ...(creditText ? { creditText } : {}),
    ...(copyright ? { copyright } : {}),
  }
}
