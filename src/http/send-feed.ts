/** Answers with a feed document: 304 before anything is rendered, else its bytes in the coding the client takes. */

import type { Context } from 'hono'
import { type Publication, TRIES, tooFast } from '../publish/publisher.ts'
import { linkHeader } from '../websub/links.ts'
import { etagOf, isCurrent } from './conditional.ts'

const FRESH = 'public, max-age=60'

/** `find` is asked again when the store moved on while its document was rendered. */
export async function sendFeed(c: Context, find: () => Promise<Publication>): Promise<Response> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const response = await answer(c, await find())
    if (response) return response
  }
  throw tooFast()
}

async function answer(c: Context, publication: Publication): Promise<Response | undefined> {
  const { validators, contentType } = publication
  const coding = takesGzip(c.req.header('accept-encoding')) ? 'gzip' : 'identity'
  const headers = headersOf(publication, coding)
  if (isCurrent(c.req.raw.headers, validators)) return new Response(null, { status: 304, headers })
  if (asksForDelta(c.req.header('a-im'))) {
    const delta = await publication.renderDelta(c.req.header('if-none-match') ?? null)
    if (delta) return delta === 'moved' ? undefined : sendDelta(delta, publication, headers)
  }
  const document = await publication.render()
  if (document === 'moved') return undefined
  const bytes = coding === 'gzip' ? document.gzip() : document.bytes
  headers['content-type'] = contentType
  headers['content-length'] = String(bytes.byteLength)
  if (coding === 'gzip') headers['content-encoding'] = 'gzip'
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers })
}

const headersOf = (
  { validators: { etag, lastModified }, links }: Publication,
  coding: 'identity' | 'gzip',
): Record<string, string> => ({
  'cache-control': FRESH,
  vary: 'Accept-Encoding, A-IM',
  'x-robots-tag': 'noindex',
  'access-control-allow-origin': '*',
  etag: etagOf(etag, coding),
  link: linkHeader(links),
  ...(lastModified ? { 'last-modified': lastModified.toUTCString() } : {}),
})

/** RFC 3229: its ETag is that of the whole document as it is now; no shared cache may give it to another client. */
function sendDelta(
  bytes: Uint8Array,
  { validators, contentType }: Publication,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    status: 226,
    statusText: 'IM Used',
    headers: {
      ...headers,
      im: 'feed',
      etag: validators.etag,
      'cache-control': 'private, no-cache',
      vary: `${headers.vary}, If-None-Match`,
      'content-type': contentType,
      'content-length': String(bytes.byteLength),
    },
  })
}

const asksForDelta = (header: string | undefined): boolean =>
  (header ?? '')
    .split(',')
    .some((item) => /^\s*feed\s*(?:;\s*q\s*=\s*(?!0(?:\.0*)?\s*$).*)?$/i.test(item))

/** Accept-Encoding names gzip (or *) and not with q=0 (RFC 9110 section 12.5.3). */
const takesGzip = (header: string | undefined): boolean =>
  (header ?? '')
    .split(',')
    .some((item) =>
      /^\s*(?:gzip|x-gzip|\*)\s*(?:;\s*q\s*=\s*(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(item),
    )
