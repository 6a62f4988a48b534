/** Which channel and format stand at an address. */

import type { FormatName } from '../../feeds/formats/index.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { ALL, getChannel, pageChannel } from './channels.ts'

export interface AddressedFeed {
  readonly channel: Channel
  readonly format: FormatName
}

type Named = (name: string, deps: Pick<Deps, 'store' | 'config'>) => Promise<Channel>

const FOLDERS: Readonly<Record<string, Named>> = {
  feeds: (slug, { store, config }) => getChannel(slug, store, config),
  async sources(slug, { store, config }) {
    const source = await store.findSource(slug)
    if (!source) throw notHere('source', slug)
    return pageChannel(`sources/${slug}`, source.name, { source: [slug] }, config)
  },
  async agencies(id, { store, config }) {
    const name = await store.findPartyName('organization', id)
    if (!name) throw notHere('agency', id)
    return pageChannel(`agencies/${id}`, name, { agency: id }, config)
  },
  async people(id, { store, config }) {
    const name = await store.findPartyName('person', id)
    if (!name) throw notHere('person', id)
    return pageChannel(`people/${id}`, name, { person: id }, config)
  },
  async tags(tag, { store, config }) {
    return pageChannel(`tags/${tag}`, (await store.findTagName(tag)) ?? tag, { tag }, config)
  },
}

/** The feed at a path such as `/feed.rss` or `/agencies/afp.atom`, as it stands in the URL; throws not_found. */
export async function resolveFeed(
  path: string,
  deps: Pick<Deps, 'store' | 'config'>,
): Promise<AddressedFeed> {
  const [, folder, encoded, extension] =
    /^\/(?:([a-z]+)\/)?([^/]+)\.(rss|atom|json)$/.exec(path) ?? []
  const format = extension as FormatName | undefined
  if (!encoded || !format) throw notHere('feed', path)
  if (!folder && encoded === 'feed')
    return { channel: await getChannel(ALL, deps.store, deps.config), format }
  const find = folder ? FOLDERS[folder] : undefined
  if (!find) throw notHere('feed', path)
  return { channel: await find(decoded(encoded), deps), format }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const notHere = (kind: string, name: string): CreditlineError =>
  new CreditlineError('not_found', `There is no ${kind} "${name.slice(0, 80)}" here.`)
