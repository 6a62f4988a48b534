/** What a document says of itself: its addresses, its neighbours, when it changed. */

import type { ArchivePosition } from '../../db/store.ts'
import {
  FORMAT_NAMES,
  type FormatName,
  type Paging,
  type RenderContext,
} from '../../feeds/formats/index.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import type { Instant } from '../../feeds/model/date.ts'
import { archivePathOf, htmlPathOf, pathOf } from './address.ts'

export interface DocumentPlace {
  readonly channel: Channel
  readonly format: FormatName
  readonly baseUrl: string
  /** WebSub hubs that tell of the live document. */
  readonly hubs: readonly string[]
  readonly modifiedAt?: Instant | undefined
}

/** A live document or a later page of it. */
export function liveContext(
  place: DocumentPlace,
  query: string,
  neighbours: {
    readonly next?: string | undefined
    readonly archive?: ArchivePosition | undefined
  },
): RenderContext {
  const urlOf = liveUrls(place, query)
  return {
    ...commonContext(place, urlOf),
    selfUrl: selfUrl(place, query),
    hubs: place.hubs,
    paging: livePaging(place, query, neighbours),
  }
}

function livePaging(
  { channel, format, baseUrl }: DocumentPlace,
  query: string,
  {
    next,
    archive,
  }: { readonly next?: string | undefined; readonly archive?: ArchivePosition | undefined },
): Paging {
  if (archive)
    return archive.openNumber > 1
      ? previousArchive(channel, archive.generation, archive.openNumber - 1, format, baseUrl)
      : {}
  if (next === undefined) return {}
  const following = new URLSearchParams(query)
  following.set('after', next)
  return { next: `${baseUrl}${pathOf(channel.slug)}.${format}?${following}` }
}

/** One closed block of a channel's archive. */
export function archiveContext(
  place: DocumentPlace,
  { generation, openNumber }: ArchivePosition,
  number: number,
): RenderContext {
  const { channel, format, baseUrl } = place
  const urlOf = liveUrls(place, '')
  return {
    ...commonContext(place, urlOf),
    selfUrl: archiveUrl(place, generation, number),
    hubs: [],
    archive: true,
    paging: {
      ...(number > 1 ? previousArchive(channel, generation, number - 1, format, baseUrl) : {}),
      ...(format !== 'json' && number + 1 < openNumber
        ? { 'next-archive': archiveUrl(place, generation, number + 1) }
        : {}),
      ...(format === 'json' ? {} : { current: urlOf(format) }),
    },
  }
}

/** JSON Feed knows one way into the past: next_url. */
function previousArchive(
  { slug }: Channel,
  generation: number,
  number: number,
  format: FormatName,
  baseUrl: string,
): Paging {
  const url = `${baseUrl}${archivePathOf(slug, generation, number, format)}`
  return format === 'json' ? { next: url } : { 'prev-archive': url }
}

/** Where a live document stands. */
export const selfUrl = (place: DocumentPlace, query: string): string =>
  liveUrls(place, query)(place.format)

export const archiveUrl = (
  { channel, format, baseUrl }: DocumentPlace,
  generation: number,
  number: number,
): string => `${baseUrl}${archivePathOf(channel.slug, generation, number, format)}`

const liveUrls =
  ({ channel, baseUrl }: DocumentPlace, query: string) =>
  (name: FormatName): string =>
    `${baseUrl}${pathOf(channel.slug)}.${name}${query}`

const commonContext = (
  { channel, baseUrl, modifiedAt }: DocumentPlace,
  urlOf: (name: FormatName) => string,
): RenderContext => ({
  baseUrl,
  formatUrls: Object.fromEntries(FORMAT_NAMES.map((name) => [name, urlOf(name)])),
  htmlUrl: `${baseUrl}${htmlPathOf(channel.slug)}`,
  feedId: urlOf('atom'),
  ...(modifiedAt ? { updated: modifiedAt } : {}),
})
