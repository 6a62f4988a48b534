/** Where the documents of a channel stand. */

import type { FormatName } from '../../feeds/formats/index.ts'

/** Channels of the store stand below /feeds; the slug of a page's own channel is its path. */
export function pathOf(slug: string): string {
  if (slug === 'all') return '/feed'
  const encoded = slug.split('/').map(encodeURIComponent).join('/')
  return encoded.includes('/') ? `/${encoded}` : `/feeds/${encoded}`
}

/** The page that shows what the feed holds. */
export function htmlPathOf(slug: string): string {
  if (slug === 'all') return '/'
  return slug.includes('/') ? pathOf(slug) : '/channels'
}

export const archivePathOf = (
  slug: string,
  generation: number,
  number: number,
  format: FormatName,
): string => `/feeds/${encodeURIComponent(slug)}/archive/${generation}/${number}.${format}`
