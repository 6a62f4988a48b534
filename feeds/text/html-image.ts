/** What the images of some HTML show. */

import { attributesOf, scanHtml } from './html-scan.ts'

export interface HtmlImage {
  /** As written, not resolved. */
  readonly src: string
  readonly alt?: string
  /** CSS pixels. */
  readonly width?: number
  readonly height?: number
}

/** The first image that a reader would see: tracking pixels and inline `data:` images are passed over. */
export function firstImage(html: string): HtmlImage | undefined {
  for (const token of scanHtml(html)) {
    if (token.kind !== 'open' || token.name !== 'img') continue
    const image = imageOf(attributesOf(html, token))
    if (image) return image
  }
  return undefined
}

/** What an `img` shows, with the stand-ins that lazy loaders use; undefined for tracking pixels and `data:`. */
export function imageOf(attributes: ReadonlyMap<string, string>): HtmlImage | undefined {
  const src = IMAGE_SOURCES.map((name) => attributes.get(name)?.trim() ?? '').find(
    (url) => url !== '' && !/^data:/i.test(url),
  )
  const width = pixels(attributes.get('width'))
  const height = pixels(attributes.get('height'))
  if (src === undefined || (width ?? 2) <= 1 || (height ?? 2) <= 1) return undefined
  const alt = attributes.get('alt')
  return {
    src,
    ...(alt === undefined ? {} : { alt }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

const IMAGE_SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-original']

const pixels = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*\d{1,5}(?:\.\d*)?(?:px)?\s*$/.test(text)
    ? Math.round(Number.parseFloat(text))
    : undefined
