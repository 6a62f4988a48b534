/** Publishes channel pages as documents: validators from one small read, bytes made once per change and kept. */

import { LRUCache } from 'lru-cache'
import type { SelectionState } from '../../db/store.ts'
import {
  documentContext,
  FORMATS,
  type FormatName,
  joinDocument,
  type RenderContext,
} from '../../feeds/formats/index.ts'
import type { Instant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import type { Validators } from '../http/conditional.ts'
import type { ChannelPage } from './channels.ts'
import { type Delta, findDelta, heldSequence } from './delta.ts'
import { mergeDuplicates } from './duplicates.ts'
import { createFragments, type Fragments } from './fragments.ts'

/** Grows when the same article renders to other bytes, so that ETags of an older program die with it. */
const RENDER_VERSION = 1
const CACHE_BYTES = 24 * 2 ** 20

export interface FeedDocument {
  readonly bytes: Uint8Array
  /** Compressed at the first call. */
  gzip(): Uint8Array
}

/** A channel page in one format, not yet rendered. */
export interface Publication {
  readonly validators: Validators
  readonly contentType: string
  render(): Promise<FeedDocument>
  /** Only what changed since the document that If-None-Match names (RFC 3229); absent where that can't be told. */
  renderDelta(noneMatch: string | null): Promise<Uint8Array | undefined>
}

export interface Publisher {
  find(page: ChannelPage, format: FormatName): Promise<Publication>
}

export function createPublisher(deps: Deps): Publisher {
  const fragments = createFragments(deps)
  const documents = new LRUCache<string, FeedDocument>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ bytes }) => Math.ceil(bytes.byteLength * 1.3) + 1,
  })
  return {
    async find(page, format) {
      const state = await deps.store.findSelectionState(page.channel.selection)
      const validators = validatorsOf(page, format, state, deps)
      const render = async () => {
        const known = documents.get(validators.etag)
        if (known) return known
        const bytes = await renderPage(page, format, state, deps, fragments)
        const document = withGzip(bytes, deps)
        documents.set(validators.etag, document)
        return document
      }
      const renderDelta = async (noneMatch: string | null) => {
        const since = heldSequence(noneMatch, validators)
        const delta =
          since === undefined ? undefined : await findDelta(page, since, state, deps.store)
        return delta && renderChanges(delta, page, format, state, deps, fragments)
      }
      return { validators, contentType: FORMATS[format].contentType, render, renderDelta }
    },
  }
}

/** `"SEQ-HASH"` (rule 13): the hash is of all that besides the articles decides the bytes. */
function validatorsOf(
  page: ChannelPage,
  format: FormatName,
  state: SelectionState,
  deps: Deps,
): Validators {
  const { channel, page: asked, query, changedAt } = page
  const decides = JSON.stringify([
    RENDER_VERSION,
    format,
    deps.config.baseUrl,
    channel,
    asked,
    query,
  ])
  const etag = `"${state.seq}-${deps.sha256(decides).slice(0, 16)}"`
  const modifiedAt = newest(state.modifiedAt, changedAt)
  return { etag, ...(modifiedAt ? { lastModified: new Date(modifiedAt) } : {}) }
}

const newest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)

function withGzip(bytes: Uint8Array, { gzip }: Deps): FeedDocument {
  let compressed: Uint8Array | undefined
  return {
    bytes,
    gzip: () => {
      compressed ??= gzip(bytes)
      return compressed
    },
  }
}

async function renderPage(
  page: ChannelPage,
  format: FormatName,
  state: SelectionState,
  { store, config }: Deps,
  fragments: Fragments,
): Promise<Uint8Array> {
  const { selection, presentation } = page.channel
  const listed = await store.listArticles(selection, page.page)
  const articles =
    presentation.duplicates === 'merge'
      ? await mergeDuplicates(listed.articles, selection, store)
      : listed.articles.map((stored) => ({ ...stored, copies: '' }))
  const items = await fragments.render(articles, format, presentation)
  const context = contextOf(page, format, state, listed.next, config.baseUrl)
  return joinDocument(FORMATS[format], documentContext(page.channel, format, context), items)
}

/** Items and tombstones; absent where something is gone and the format cannot say so. */
async function renderChanges(
  { changed, gone }: Delta,
  page: ChannelPage,
  format: FormatName,
  state: SelectionState,
  { config }: Deps,
  fragments: Fragments,
): Promise<Uint8Array | undefined> {
  const writer = FORMATS[format]
  const { tombstone } = writer
  if (gone.length > 0 && !tombstone) return undefined
  const alone = changed.map((stored) => ({ ...stored, copies: '' }))
  const items = await fragments.render(alone, format, page.channel.presentation)
  const graves = gone.flatMap(
    ({ article, storedAt }) => tombstone?.(article.publishedId, storedAt) ?? [],
  )
  const context = contextOf(page, format, state, undefined, config.baseUrl)
  return joinDocument(writer, documentContext(page.channel, format, context), [...items, ...graves])
}

/** Where the document stands; with a query it pages by `next`, archives being for whole channels. */
function contextOf(
  { channel, query, changedAt }: ChannelPage,
  format: FormatName,
  state: SelectionState,
  next: string | undefined,
  baseUrl: string,
): RenderContext {
  const path = channel.slug === 'all' ? '/feed' : addressOf(channel.slug)
  const urlOf = (name: FormatName) => `${baseUrl}${path}.${name}`
  const modifiedAt = newest(state.modifiedAt, changedAt)
  const following = new URLSearchParams(query)
  if (next) following.set('after', next)
  return {
    baseUrl,
    selfUrl: `${urlOf(format)}${query}`,
    formatUrls: {
      rss: `${urlOf('rss')}${query}`,
      atom: `${urlOf('atom')}${query}`,
      json: `${urlOf('json')}${query}`,
    },
    htmlUrl: path === '/feed' ? `${baseUrl}/` : `${baseUrl}${pageOf(path)}`,
    feedId: `${urlOf('atom')}${query}`,
    ...(modifiedAt ? { updated: modifiedAt } : {}),
    ...(next ? { paging: { next: `${urlOf(format)}?${following}` } } : {}),
  }
}

/** Channels of the store stand below /feeds; the slug of a page's own channel is its path. */
const addressOf = (slug: string): string =>
  slug.includes('/')
    ? `/${slug.split('/').map(encodeURIComponent).join('/')}`
    : `/feeds/${encodeURIComponent(slug)}`

const pageOf = (path: string): string => (path.startsWith('/feeds/') ? '/channels' : path)
