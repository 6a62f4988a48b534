/** The one outbound door: every request that Creditline makes goes through here, guarded, bounded and honest. */

import { CreditlineError } from '../../feeds/model/error.ts'
import { parseUrl } from '../../feeds/model/url.ts'
import { explainFailure } from './failure.ts'
import { checkUrl, type Policy } from './guard.ts'
import { authorizationFor, type Login } from './logins.ts'
import {
  DECODED_BYTES,
  type Method,
  type Transport,
  type TransportResponse,
  WIRE_BYTES,
} from './transport.ts'

export interface OutboundRequest {
  readonly method?: Method
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** 0 to 5; 5 when not given. */
  readonly maxRedirects?: number
  /** Decoded bytes of the answer, if less than of any document. */
  readonly maxBytes?: number
  /** Ends the request early. */
  readonly signal?: AbortSignal
}

export interface Redirect {
  readonly status: number
  readonly from: string
  readonly to: string
}

export interface FetchedDocument {
  /** Where the answer came from, after redirects. */
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** Content coding undone. Empty unless the status is 2xx. */
  readonly body: Uint8Array
  /** In the order in which they were followed. */
  readonly redirects: readonly Redirect[]
}

/**
 * Fetches one document. Any HTTP status is an answer; what is thrown is a CreditlineError: `refused` (the guard says no,
 * here or at a redirect), `unreachable` (no answer, not in time, broken off, too many redirects) or `too_large`.
 */
export type FetchDocument = (url: string, request?: OutboundRequest) => Promise<FetchedDocument>

export interface DoorOptions {
  readonly transport: Transport
  readonly policy: Policy
  readonly userAgent: string
  /** None when not given. */
  readonly logins?: readonly Login[]
  /** From the first name look-up to the last byte of the last hop; 20 seconds when not given. */
  readonly deadlineMs?: number
  /** Of the decoded document; 32 MiB when not given. On the wire never more than 15 MiB. */
  readonly maxBytes?: number
}

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const EMPTY = new Uint8Array()

// What a document is asked for as. Feeds come under all of these, HTML pages for discovery too.
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.1'

export function createDoor(options: DoorOptions): FetchDocument {
  const deadlineMs = options.deadlineMs ?? 20_000
  return async (text, request = {}) => {
    const controller = new AbortController()
    const slow = slowAnswer(text, deadlineMs)
    const timer = setTimeout(() => controller.abort(slow), deadlineMs)
    const signal = request.signal
      ? AbortSignal.any([controller.signal, request.signal])
      : controller.signal
    try {
      return await untilAborted(signal, followRedirects(text, request, signal, options))
    } catch (error) {
      throw explainFailure(controller.signal.aborted ? slow : error, hostIn(text))
    } finally {
      clearTimeout(timer)
    }
  }
}

interface Hop {
  readonly url: URL
  readonly method: Method
  readonly headers: Headers
  readonly body?: Uint8Array<ArrayBuffer>
}

async function followRedirects(
  text: string,
  request: OutboundRequest,
  signal: AbortSignal,
  options: DoorOptions,
): Promise<FetchedDocument> {
  const maxRedirects = request.maxRedirects ?? MAX_REDIRECTS
  const redirects: Redirect[] = []
  let hop = firstHop(checkUrl(text, options.policy), request, options.userAgent)
  for (;;) {
    const headers = loggedIn(hop, options.logins)
    const limits = limitsOf(options, request)
    const response = await options.transport({ ...hop, headers, signal, limits })
    const to = REDIRECTS.has(response.status) ? response.headers.get('location') : null
    if (to === null || maxRedirects === 0) return await documentOf(response, hop.url, redirects)
    response.discard()
    const next = nextHop(hop, response.status, to, options.policy)
    redirects.push({ status: response.status, from: hop.url.href, to: next.url.href })
    checkRedirects(redirects, maxRedirects)
    hop = next
  }
}

function firstHop(url: URL, request: OutboundRequest, userAgent: string): Hop {
  const headers = new Headers({ accept: ACCEPT, ...request.headers })
  headers.set('user-agent', userAgent)
  const body =
    typeof request.body === 'string' ? new TextEncoder().encode(request.body) : request.body
  return {
    url,
    method: request.method ?? 'GET',
    headers,
    ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
  }
}

/** Each hop by its own address, so that no login goes along to another. */
function loggedIn({ url, headers }: Hop, logins: readonly Login[] = []): Headers {
  const authorization = headers.has('authorization') ? undefined : authorizationFor(url, logins)
  if (authorization === undefined) return headers
  const more = new Headers(headers)
  more.set('authorization', authorization)
  return more
}

/** RFC 9110 section 15.4: 307 and 308 repeat the request, after the others a POST becomes a GET. */
function nextHop(hop: Hop, status: number, location: string, policy: Policy): Hop {
  const target = parseUrl(location, hop.url.href)?.href ?? location
  const url = checkUrl(target, policy)
  const headers = new Headers(hop.headers)
  if (url.origin !== hop.url.origin)
    for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name)
  if (status === 307 || status === 308) return { ...hop, url, headers }
  headers.delete('content-type')
  return { url, method: 'GET', headers }
}

function checkRedirects(redirects: readonly Redirect[], maxRedirects: number): void {
  const last = redirects.at(-1)
  const host = hostIn(redirects[0]?.from ?? '')
  if (redirects.some((redirect) => redirect.from === last?.to))
    throw new CreditlineError('unreachable', `${host} redirects in a circle`)
  if (redirects.length > maxRedirects)
    throw new CreditlineError('unreachable', `${host} redirects more than ${maxRedirects} times`)
}

async function documentOf(
  response: TransportResponse,
  url: URL,
  redirects: readonly Redirect[],
): Promise<FetchedDocument> {
  const { status, headers } = response
  const wanted = status >= 200 && status < 300
  if (!wanted) response.discard()
  const body = wanted ? await response.read() : EMPTY
  return { url: url.href, status, headers, body, redirects }
}

function limitsOf(options: DoorOptions, request: OutboundRequest) {
  const maxBytes = Math.min(
    options.maxBytes ?? DECODED_BYTES,
    request.maxBytes ?? Number.POSITIVE_INFINITY,
  )
  return { decodedBytes: maxBytes, wireBytes: Math.min(maxBytes, WIRE_BYTES) }
}

/** A transport may be deaf to its signal while it waits for a name or a connection. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

const slowAnswer = (text: string, deadlineMs: number): CreditlineError =>
  new CreditlineError(
    'unreachable',
    `${hostIn(text)} did not answer in full within ${deadlineMs / 1000} seconds`,
  )

const hostIn = (text: string): string => parseUrl(text)?.host ?? 'the address'
