/** Publishes channels as documents: validators from small reads, bytes made once per change and kept. */

import type { ArchivePosition, SelectionState, Store } from '../../db/store.ts'
import { FORMATS, type FormatName } from '../../feeds/formats/index.ts'
import type { Instant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import type { Validators } from '../http/conditional.ts'
import { hubsOf } from '../websub/hubs.ts'
import type { FeedLinks } from '../websub/links.ts'
import { placeInArchive } from './archive.ts'
import type { ChannelPage } from './channels.ts'
import { archiveUrl, selfUrl } from './context.ts'
import { findDelta, heldSequence, isFollowed } from './delta.ts'
import { createDocuments, type FeedDocument } from './documents.ts'
import { createFragments } from './fragments.ts'
import { type Once, once, recent } from './once.ts'
import {
  type Edition,
  type RenderDeps,
  readEdition,
  renderArchive,
  renderDelta,
  renderLive,
  type Stands,
} from './render.ts'

/** Grows when the same article renders to other bytes, so that ETags of an older program die with it. */
const RENDER_VERSION = 2

/** A document in one format, not yet rendered. */
export interface Publication {
  readonly validators: Validators
  readonly contentType: string
  /** For the Link header; hubs tell of whole feeds alone. */
  readonly links: FeedLinks
  /** `moved` when something changed meanwhile: the bytes would not be those of the validators; find it again. */
  render(): Promise<FeedDocument | 'moved'>
  /** Only what changed since the document that If-None-Match names (RFC 3229); absent where that can't be told. */
  renderDelta(noneMatch: string | null): Promise<Uint8Array | 'moved' | undefined>
}

export interface Publisher {
  find(page: ChannelPage, format: FormatName): Promise<Publication>
  /** A closed block of a whole channel; throws not_found for one that is not there (any more). */
  findArchive(
    page: ChannelPage,
    generation: number,
    number: number,
    format: FormatName,
  ): Promise<Publication>
}

const publishers = new WeakMap<Deps, Publisher>()

/** The one publisher of a service: what serves and what pushes share its caches. */
export function publisherOf(deps: Deps): Publisher {
  const publisher = publishers.get(deps) ?? createPublisher(deps)
  publishers.set(deps, publisher)
  return publisher
}

export function createPublisher(deps: Deps): Publisher {
  const store = keepingLater(deps)
  const renderDeps: RenderDeps = { store, fragments: createFragments({ ...deps, store }) }
  const getDocument = createDocuments(deps)
  const alone = deps.worksAlone === true
  const placeTogether = once<ArchivePosition>({ alone })
  const editions = recent<Edition | 'moved'>((edition) => edition !== 'moved', { alone })
  const findState = (page: ChannelPage) => stateOf(page, deps, placeTogether)
  return {
    async find(page, format) {
      const { state, archive } = await findState(page)
      const validators = validatorsOf(page, format, state, archive, deps)
      const place = placeOf(page, format, state, deps)
      const self = selfUrl(place, page.query)
      const stands = standsAt(page, state, deps)
      const renderEdition = async () => {
        const key = JSON.stringify([state.seq, page, archive])
        const edition = await editions(key, () => readEdition(page, archive, renderDeps, stands))
        return edition === 'moved' ? edition : renderLive(edition, page, place, archive, renderDeps)
      }
      return {
        validators,
        contentType: FORMATS[format].contentType,
        links: { self, hubs: place.hubs },
        render: () => getDocument(validators.etag, self, renderEdition),
        async renderDelta(noneMatch) {
          const since = heldSequence(noneMatch, validators)
          if (since === undefined) return undefined
          const delta = await findDelta(page, since, state, deps.store)
          return delta && renderDelta(delta, page, place, archive, renderDeps, stands)
        },
      }
    },
    async findArchive(page, generation, number, format) {
      const { state, archive } = await findState(page)
      const validators = validatorsOf(page, format, state, archive, deps)
      const isThere =
        archive?.generation === generation && number >= 1 && number < archive.openNumber
      if (!isThere) throw new CreditlineError('not_found', NO_ARCHIVE)
      const etag = validators.etag.replace(/"$/, `${generation}a${number}"`)
      const place = placeOf(page, format, state, deps)
      const self = archiveUrl(place, generation, number)
      const stands = standsAt(page, state, deps)
      return {
        validators: { ...validators, etag },
        contentType: FORMATS[format].contentType,
        links: { self, hubs: [] },
        render: () =>
          getDocument(etag, self, () =>
            renderArchive(page, place, archive, number, renderDeps, stands),
          ),
        renderDelta: async () => undefined,
      }
    },
  }
}

/** Asks whether the selection is still at the change whose validators the bytes will carry. */
const standsAt =
  ({ channel }: ChannelPage, state: SelectionState, { store }: Deps): Stands =>
  async () =>
    (await store.findSelectionState(channel.selection)).seq === state.seq

/** So often a document is made anew when the store changes while it is read. */
export const TRIES = 10

/** The whole document with the validators that are its own. Throws unavailable when the store never stands still. */
export async function renderSettled(
  find: () => Promise<Publication>,
): Promise<{ readonly publication: Publication; readonly document: FeedDocument }> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const publication = await find()
    const document = await publication.render()
    if (document !== 'moved') return { publication, document }
  }
  throw tooFast()
}

export const tooFast = (): CreditlineError =>
  new CreditlineError('unavailable', 'The feed is changing too fast; please ask again.')

const NO_ARCHIVE =
  'There is no such archive of this channel; begin at the channel’s feed and follow its prev-archive links.'

/** Whole channels have archives; narrowed ones, and the feeds of pages, have a next page. */
const hasArchive = ({ channel, page, query }: ChannelPage): boolean =>
  query === '' &&
  page.after === undefined &&
  !channel.slug.includes('/') &&
  isFollowed(channel.selection)

/** Where a selection stands, and its archive with it; the formats of a channel place its articles together. */
async function stateOf(
  page: ChannelPage,
  { store }: Deps,
  placeTogether: Once<ArchivePosition>,
): Promise<{ readonly state: SelectionState; readonly archive: ArchivePosition | undefined }> {
  const { channel, generation } = page
  const state = await store.findSelectionState(channel.selection)
  if (!hasArchive(page)) return { state, archive: undefined }
  const at = { generation, seq: state.seq }
  const archive = await placeTogether(`${channel.slug} ${generation} ${at.seq}`, () =>
    placeInArchive(channel, at, store),
  )
  return { state, archive }
}

/** Cleaned bodies are kept when the answers that wait for them have gone out, where anything can be done then. */
const keepingLater = ({ store, later }: Deps): Store =>
  later
    ? { ...store, saveCleanBodies: async (bodies) => later(() => store.saveCleanBodies(bodies)) }
    : store

/** `"SEQ-HASH"` (rule 13): the hash is of all that besides the articles decides the bytes. */
function validatorsOf(
  { channel, page, query, changedAt }: ChannelPage,
  format: FormatName,
  state: SelectionState,
  archive: ArchivePosition | undefined,
  { config, sha256 }: Deps,
): Validators {
  const isPlaced = archive === undefined || archive.throughSeq >= state.seq
  const placing = isPlaced ? archive?.generation : archive
  const { baseUrl } = config
  const hubs = hubsOf(channel, config)
  const decides = [RENDER_VERSION, format, baseUrl, channel, page, query, placing, hubs]
  const etag = `"${state.seq}-${sha256(JSON.stringify(decides)).slice(0, 16)}"`
  const modifiedAt = newest(state.modifiedAt, changedAt)
  return { etag, ...(modifiedAt ? { lastModified: new Date(modifiedAt) } : {}) }
}

const placeOf = (
  { channel, query, changedAt }: ChannelPage,
  format: FormatName,
  state: SelectionState,
  { config }: Deps,
) => ({
  channel,
  format,
  baseUrl: config.baseUrl,
  hubs: query === '' ? hubsOf(channel, config) : [],
  modifiedAt: newest(state.modifiedAt, changedAt),
})

const newest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
