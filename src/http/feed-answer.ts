/** Decides the answer to a request for a feed: 304 before anything is rendered, else bytes in a coding the client takes. */

import type { Publication } from '../publish/publisher.ts'
import { linkHeader } from '../websub/links.ts'
import { takesGzip } from './accept-encoding.ts'
import { etagOf, isCurrent, type RequestHeaders } from './conditional.ts'

export interface FeedAnswer {
  readonly status: 200 | 226 | 304
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
}

type Coding = 'identity' | 'gzip'

const FRESH = 'public, max-age=60'

/** `moved` when the store moved on while the document was rendered: find the publication again. */
export async function answerFeed(
  headers: RequestHeaders,
  publication: Publication,
): Promise<FeedAnswer | 'moved'> {
  const coding = takesGzip(headers.get('accept-encoding')) ? 'gzip' : 'identity'
  const written = headersOf(publication, coding)
  if (isCurrent(headers, publication.validators))
    return { status: 304, headers: written.common, body: null }
  if (asksForDelta(headers.get('a-im'))) {
    const delta = await publication.renderDelta(headers.get('if-none-match'))
    if (delta) return delta === 'moved' ? delta : deltaAnswer(delta, publication, written.common)
  }
  const document = await publication.render()
  if (document === 'moved') return document
  const body = coding === 'gzip' ? await document.gzip() : document.bytes
  written.whole ??= {
    ...written.common,
    'content-type': publication.contentType,
    'content-length': String(body.byteLength),
    ...(coding === 'gzip' ? { 'content-encoding': 'gzip' } : {}),
  }
  return { status: 200, headers: written.whole, body }
}

type Written = Readonly<Record<string, string>>

/** Headers of one publication in one coding, made once: objects of many members are dear to make and to collect. */
interface WrittenHeaders {
  readonly common: Written
  /** With those of the body. */
  whole?: Written
}

const written = new WeakMap<Publication, { [C in Coding]?: WrittenHeaders }>()

function headersOf(publication: Publication, coding: Coding): WrittenHeaders {
  const codings = written.get(publication) ?? {}
  written.set(publication, codings)
  codings[coding] ??= { common: commonHeaders(publication, coding) }
  return codings[coding]
}

const commonHeaders = ({ validators, links }: Publication, coding: Coding): Written => ({
  'cache-control': FRESH,
  vary: 'Accept-Encoding, A-IM',
  'x-robots-tag': 'noindex',
  'access-control-allow-origin': '*',
  etag: etagOf(validators.etag, coding),
  link: linkHeader(links),
  ...(validators.lastModified ? { 'last-modified': validators.lastModified.toUTCString() } : {}),
})

/** RFC 3229: its ETag is that of the whole document as it is now; no shared cache may give it to another client. */
const deltaAnswer = (
  body: Uint8Array,
  { validators, contentType }: Publication,
  common: Written,
): FeedAnswer => ({
  status: 226,
  headers: {
    ...common,
    im: 'feed',
    etag: validators.etag,
    'cache-control': 'private, no-cache',
    vary: `${common.vary}, If-None-Match`,
    'content-type': contentType,
    'content-length': String(body.byteLength),
  },
  body,
})

const asksForDelta = (header: string | null): boolean =>
  header
    ?.split(',')
    .some((item) => /^\s*feed\s*(?:;\s*q\s*=\s*(?!0(?:\.0*)?\s*$).*)?$/i.test(item)) ?? false
