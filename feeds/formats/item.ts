/** What all formats say of an item, taken from the article once: its links, dates, title, media and enclosures. */

import type { ArticleMedia, CleanArticle } from '../model/article.ts'
import { type Instant, instantOf, precisionOf } from '../model/date.ts'
import type { Enclosure } from '../model/entry.ts'
import { oneLine } from '../model/text.ts'
import { asciiUrl } from '../model/url.ts'
import type { ItemPresentation } from './presentation.ts'
import { type ItemProse, shorten } from './prose.ts'

export interface ItemLinks {
  /** What the reader opens; absent where there is neither a canonical URL nor a page of ours. */
  readonly link?: string
  /** The original, where `link` is our page. */
  readonly original?: string
  /** Whether the original may be called canonical: for the full text, word for word (RFC 6596 section 3). */
  readonly isCanonical: boolean
}

export function linksOf(article: CleanArticle, presentation: ItemPresentation): ItemLinks {
  const canonical = asciiUrl(article.canonicalUrl)
  const page = asciiUrl(presentation.pageUrl)
  const isCanonical =
    presentation.fullText &&
    article.body !== undefined &&
    article.status === 'published' &&
    article.credits.every((credit) => credit.role !== 'translation')
  if (presentation.links === 'site' && page)
    return { link: page, ...(canonical ? { original: canonical } : {}), isCanonical }
  const link = canonical ?? page
  return { ...(link ? { link } : {}), isCanonical }
}

export interface ItemDates {
  readonly published?: Instant
  /** Only where something says so: stated, or seen by us (rule 12). */
  readonly updated?: Instant
}

export function datesOf(article: CleanArticle): ItemDates {
  const published = article.published && instantOf(article.published)
  const updated = lastChange(article)
  return {
    ...(isTime(published) ? { published } : {}),
    ...(isTime(updated) ? { updated: notBefore(updated, published, article) } : {}),
  }
}

/** The update (rule 12); a correction that was published later is one as well. */
export function lastChange({
  updated,
  changedAt,
  corrections,
}: Pick<CleanArticle, 'updated' | 'changedAt' | 'corrections'>): Instant | undefined {
  const stated = updated ?? changedAt
  const change = stated && instantOf(stated)
  const corrected = corrections.at(-1)?.at
  return corrected && !(change && change >= corrected) ? corrected : change
}

const isTime = (instant: Instant | undefined): instant is Instant =>
  instant !== undefined && !Number.isNaN(Date.parse(instant))

/** An update on the very day that stands for noon is not before it; one that was stated to the second is left. */
function notBefore(
  updated: Instant,
  published: Instant | undefined,
  article: CleanArticle,
): Instant {
  const isStandIn = article.published !== undefined && precisionOf(article.published) !== 'second'
  return published && isStandIn && updated < published ? published : updated
}

/** RFC 4287 demands one: the update, else the publication, else when we first saw it (rule 12). */
export const updatedForAtom = (article: CleanArticle, { updated, published }: ItemDates): Instant =>
  updated ?? published ?? article.firstSeenAt

/** RFC 822 with a year of four digits. */
export const rfc822 = (instant: Instant): string => new Date(instant).toUTCString()

export const titleOf = (article: CleanArticle): string | undefined =>
  oneLine(article.title ?? '') || undefined

/** Atom demands a title: the text's first 80 characters (rule 1), else whatever names the item. */
export const titleForAtom = (article: CleanArticle, prose: ItemProse): string =>
  titleOf(article) ?? (shorten(prose.excerpt, 80) || prose.credit || article.publishedId)

/** A text where a format demands one and the article has none. */
export const textInstead = (article: CleanArticle, links: ItemLinks): string =>
  links.link ?? article.publishedId

export interface ItemFiles {
  readonly enclosures: readonly Enclosure[]
  /** With URL only. */
  readonly media: readonly (ArticleMedia & { readonly url: string })[]
}

/** What can be linked to. A retracted article shows nothing of what it was. */
export function filesOf(article: CleanArticle): ItemFiles {
  if (article.status === 'retracted') return { enclosures: [], media: [] }
  const enclosures = article.enclosures.flatMap((enclosure) => withUrl(enclosure))
  const media = article.media.flatMap((one) => withUrl(one))
  return { enclosures, media }
}

function withUrl<T extends { readonly url?: string }>(file: T): (T & { readonly url: string })[] {
  const url = asciiUrl(file.url)
  return url ? [{ ...file, url }] : []
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  pdf: 'application/pdf',
}

/** The MIME type as stated, else by the file's ending, where a format demands one. */
export function typeOf(file: { readonly url: string; readonly type?: string }): string {
  const stated = file.type?.trim()
  if (stated && /^[\w.+-]+\/[\w.+-]+(?:\s*;.*)?$/.test(stated)) return stated
  const ending = /\.([a-z0-9]{2,4})$/i.exec(new URL(file.url).pathname)?.[1]?.toLowerCase()
  return TYPES[ending ?? ''] ?? 'application/octet-stream'
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i

/** The language where it has the form of a BCP 47 tag. */
export const languageOf = (language: string | undefined): string | undefined =>
  language && LANGUAGE.test(language) ? language : undefined
