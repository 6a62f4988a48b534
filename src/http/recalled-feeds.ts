/**
 * Feeds at the speed of files: a plain request for a feed that was found before is answered from what the publisher
 * keeps, by the same decision as in the app, without an app's Request and Response around it. Any other request is the
 * app's, so this may refuse whatever it likes, and never answers otherwise than the app would.
 */

import type { Deps } from '../deps.ts'
import { finderOf } from '../publish/finder.ts'
import { basePathOf } from './base-path.ts'
import type { RequestHeaders } from './conditional.ts'
import { answerFeed, type FeedAnswer } from './feed-answer.ts'
import { SECURITY } from './security.ts'

/** A request as HTTP servers of the runtime have it; names in lower case. */
export interface PlainRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[]
}

export type RecallFeed = (request: PlainRequest) => Promise<FeedAnswer | undefined>

const HOST = /^[a-z0-9._-]+(?::\d{1,5})?$/

/** What was found before was written as a URL parser leaves it: what is written alike needs no parser. */
export function createRecall(deps: Deps): RecallFeed {
  const finder = finderOf(deps)
  const below = `${basePathOf(deps.config.baseUrl)}/`
  return async ({ method, url = '', headers, rawHeaders }) => {
    const address = url.startsWith(below) ? url.slice(below.length - 1) : url
    const isPlain =
      (method === 'GET' || method === 'HEAD') &&
      HOST.test(String(headers.host ?? '')) &&
      headers['content-length'] === undefined &&
      headers['transfer-encoding'] === undefined
    const publication = isPlain ? await finder.recall(address) : undefined
    const answer = publication && (await answerFeed(readerOf(headers, rawHeaders), publication))
    if (!answer || answer === 'moved') return undefined
    return { status: answer.status, headers: withSecurity(answer.headers), body: answer.body }
  }
}

const secured = new WeakMap<object, FeedAnswer['headers']>()

/** Headers that come again are the same object, and so are these. */
function withSecurity(headers: FeedAnswer['headers']): FeedAnswer['headers'] {
  const known = secured.get(headers)
  if (known) return known
  const all = { ...SECURITY, ...headers }
  secured.set(headers, all)
  return all
}

/** Of a header that stands twice, Node keeps the first where Fetch joins them: those are read as they came. */
const readerOf = (
  headers: PlainRequest['headers'],
  raw: PlainRequest['rawHeaders'],
): RequestHeaders => ({
  get(name) {
    const value = headers[name]
    if (value === undefined) return null
    return name === 'if-modified-since' ? joined(raw, name) : String(value)
  },
})

const joined = (raw: PlainRequest['rawHeaders'], name: string): string =>
  raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === name).join(', ')
