/** The transport on Node: undici, connecting only to addresses that were checked on that very connection. */

import { promises as dns } from 'node:dns'
import { isIP, type Socket } from 'node:net'
import { Agent, buildConnector, type Dispatcher } from 'undici'
import { CreditlineError } from '../../feeds/model/error.ts'
import { ACCEPT_ENCODING, codingOf, decodeContent } from './content-coding.ts'
import { checkAddress, isPrivateName, type Policy } from './guard.ts'
import { createSemaphore, type Semaphore } from './semaphore.ts'
import type { Limits, Transport, TransportRequest, TransportResponse } from './transport.ts'

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface NodeTransportOptions {
  readonly policy: Policy
  /** The system's resolver when not given. */
  readonly resolve?: Resolve
}

export interface NodeTransport {
  readonly transport: Transport
  /** Ends all connections. */
  close(): Promise<void>
}

// A body up to this size is read at once; larger ones take turns, so that 64 polls never hold 64 large bodies.
const SMALL_BODY = 2 ** 20
const LARGE_BODIES_AT_A_TIME = 4
const CONNECT_MS = 8_000
const MAX_HEADER_BYTES = 32 * 1024
const MAX_ADDRESSES = 4
// Politeness is the poller's: this only keeps a mistake from becoming a flood, and leaves hung sockets some company.
const SOCKETS_PER_ORIGIN = 8

/** No proxy is used, whatever the environment says: a proxy would resolve and connect behind the guard's back. */
export function createNodeTransport(options: NodeTransportOptions): NodeTransport {
  const agent = new Agent({
    connect: checkedConnector(options.policy, options.resolve ?? systemResolve),
    connections: SOCKETS_PER_ORIGIN,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 15_000,
    maxHeaderSize: MAX_HEADER_BYTES,
  })
  const largeBodies = createSemaphore(LARGE_BODIES_AT_A_TIME)
  return {
    transport: (request) => send(agent, largeBodies, request),
    close: () => agent.destroy(),
  }
}

async function send(
  agent: Agent,
  largeBodies: Semaphore,
  request: TransportRequest,
): Promise<TransportResponse> {
  const { url, method, headers, body, signal, limits } = request
  const response = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method,
    headers: { ...Object.fromEntries(headers), 'accept-encoding': ACCEPT_ENCODING },
    ...(body ? { body } : {}),
    signal,
  })
  const answered = headersOf(response.headers)
  return {
    status: response.statusCode,
    headers: answered,
    read: () => readBody(response, answered, limits, largeBodies),
    discard: () => discard(response),
  }
}

/** Closes the connection too: reading on to keep it would be the sender's choice, not ours. */
function discard(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => {})
  const length = Number(response.headers['content-length'] ?? Number.NaN)
  // a short rest is read away, so that the next request finds the connection open
  if (length <= 16_384 || response.statusCode === 304) void response.body.dump()
  else response.body.destroy()
}

async function readBody(
  response: Dispatcher.ResponseData,
  headers: Headers,
  limits: Limits,
  largeBodies: Semaphore,
): Promise<Uint8Array> {
  const permit = { release: () => {}, held: false }
  const grow = async () => {
    if (permit.held) return
    permit.release = await largeBodies.acquire()
    permit.held = true
  }
  try {
    const coding = codingOf(headers.get('content-encoding'))
    const wire = await readWire(response, headers, limits, grow)
    const small = await decodeContent(wire, coding, Math.min(SMALL_BODY, limits.decodedBytes))
    if (small) return small
    await grow()
    const large = await decodeContent(wire, coding, limits.decodedBytes)
    if (large) return large
    throw tooLarge(limits.decodedBytes)
  } finally {
    permit.release()
    response.body.on('error', () => {}).destroy()
  }
}

async function readWire(
  response: Dispatcher.ResponseData,
  headers: Headers,
  limits: Limits,
  grow: () => Promise<void>,
): Promise<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > limits.wireBytes)
    throw tooLarge(limits.wireBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limits.wireBytes) throw tooLarge(limits.wireBytes)
    if (size > SMALL_BODY) await grow()
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)
}

const tooLarge = (bytes: number): CreditlineError =>
  new CreditlineError(
    'too_large',
    `the document is larger than ${Math.round(bytes / 2 ** 20) || 1} MiB (CREDITLINE_MAX_BYTES)`,
  )

function headersOf(fields: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  return headers
}

/** Resolves, checks every address and connects to one of them by its number, on every new socket. */
function checkedConnector(policy: Policy, resolve: Resolve): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_MS })
  return (options, callback) => {
    connectChecked(options, policy, resolve, connect).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    )
  }
}

async function connectChecked(
  options: buildConnector.Options,
  policy: Policy,
  resolve: Resolve,
  connect: buildConnector.connector,
): Promise<Socket> {
  const host = options.hostname
  const port = options.port || (options.protocol === 'https:' ? '443' : '80')
  // net.connect asks no look-up function for a literal address, so a check there would miss it
  const addresses = isIP(host) ? [host] : await resolve(host)
  for (const address of addresses) checkAddress(address, { host, port }, policy)
  let failure: unknown = new CreditlineError('unreachable', `${host} has no address`)
  for (const hostname of addresses.slice(0, MAX_ADDRESSES))
    try {
      return await connectTo({ ...options, hostname }, connect)
    } catch (error) {
      failure = error
    }
  throw failure
}

const connectTo = (
  options: buildConnector.Options,
  connect: buildConnector.connector,
): Promise<Socket> =>
  new Promise((resolve, reject) =>
    connect(options, (error, socket) => (socket ? resolve(socket) : reject(error))),
  )

const resolver = new dns.Resolver({ timeout: 3_000, tries: 2 })

/**
 * Asks the name servers, then what else the system knows (its hosts file). The system's own look-up blocks one of
 * four threads for each name, so that a few dead names would hold up all others.
 */
export const systemResolve: Resolve = async (host) => {
  if (isPrivateName(host)) return lookUp(host)
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length > 0) return found
  const [first] = answers
  if (first.status === 'rejected' && first.reason?.code === 'ETIMEOUT') throw first.reason
  return lookUp(host)
}

const lookUp = async (host: string): Promise<string[]> =>
  (await dns.lookup(host, { all: true })).map(({ address }) => address)
