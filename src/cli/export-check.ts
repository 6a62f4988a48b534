/** Compares what this store would publish at another address with what is published there. */

import { FORMAT_NAMES } from '../../feeds/formats/index.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { parseUrl } from '../../feeds/model/url.ts'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'

export interface Compared {
  readonly path: string
  /** In words; absent where both are the same. */
  readonly difference?: string
}

/** Sources whose feeds are compared beside those of all channels. */
const SOURCES = 20

/** Throws CreditlineError unreachable where nothing answers. */
export async function compareWith(url: string, deps: Deps): Promise<Compared[]> {
  const baseUrl = parseUrl(url)?.href.replace(/\/+$/, '')
  if (!baseUrl) throw new CreditlineError('invalid', `"${url}" is no web address`)
  // as the other one is set up: every absolute URL comes from its address
  const app = createApp({ ...deps, config: { ...deps.config, baseUrl } })
  const compared: Compared[] = []
  for (const path of await pathsOf(deps)) {
    const here = await app.request(`${baseUrl}${path}`)
    const there = await deps.fetchDocument(`${baseUrl}${path}`)
    compared.push({ path, ...differenceOf(await readHere(here), there) })
  }
  return compared
}

async function pathsOf({ store }: Deps): Promise<string[]> {
  const channels = (await store.listChannels()).filter(({ slug }) => slug !== 'all')
  const sources = await store.listSources(SOURCES)
  const feeds = [
    '/feed',
    ...channels.map(({ slug }) => `/feeds/${slug}`),
    ...sources.map(({ slug }) => `/sources/${slug}`),
  ]
  return feeds.flatMap((feed) => FORMAT_NAMES.map((format) => `${feed}.${format}`))
}

interface Read {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

const readHere = async (response: Response): Promise<Read> => ({
  status: response.status,
  headers: response.headers,
  body: new Uint8Array(await response.arrayBuffer()),
})

/** What compresses on the way makes an ETag weak and gives it a suffix. */
const bare = (headers: Headers): string =>
  (headers.get('etag') ?? '').replace(/^W\//, '').replace(/-(?:gzip|br)"$/, '"')

function differenceOf(here: Read, there: Read): { readonly difference?: string } {
  if (here.status !== there.status)
    return { difference: `status ${here.status} here, ${there.status} there` }
  if (Buffer.compare(here.body, there.body) !== 0)
    return { difference: `${here.body.length} bytes here, ${there.body.length} other ones there` }
  const [own, other] = [bare(here.headers), bare(there.headers)]
  if (own !== other) return { difference: `ETag ${own} here, ${other} there` }
  return {}
}
