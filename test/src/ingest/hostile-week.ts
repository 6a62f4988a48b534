/** A small Internet for a virtual week: 200 feeds, of which half do what feeds do when things go wrong. */

import { CreditlineError } from '../../../feeds/model/error.ts'
import type { Transport, TransportRequest } from '../../../src/ingest/transport.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** Feeds in all; they stand on a quarter as many hosts. */
export const FEEDS = 200
const HISTORY = 14 * DAY
/** Entries in a document: as many as come in the longest trouble (46 hours), the day's back-off after it, and some hours more. */
export const WINDOW = 40

export type Trouble =
  | 'none'
  | 'outage'
  | 'server errors'
  | 'too many requests'
  | 'moves'
  | 'gone'
  | 'slow'
  | 'endless'
  | 'wrong clock'
  | 'no name'

/** Of every twenty feeds. */
const TROUBLES: readonly Trouble[] = [
  ...Array<Trouble>(10).fill('none'),
  'outage',
  'outage',
  'server errors',
  'too many requests',
  'moves',
  'gone',
  'slow',
  'endless',
  'wrong clock',
  'no name',
]

export interface HostileFeed {
  readonly id: string
  readonly url: string
  readonly host: string
  readonly trouble: Trouble
  /** Milliseconds between two entries. */
  readonly every: number
  /** Begins and ends being in trouble, in milliseconds from the start. */
  readonly from: number
  readonly to: number
}

export const feedsOfWeek: readonly HostileFeed[] = Array.from({ length: FEEDS }, (_, n) => {
  const trouble = TROUBLES[n % 20] ?? 'none'
  // four of one trouble share a host
  const host = `${trouble.replaceAll(' ', '-')}-${Math.floor(n / 80)}.example`
  const from = DAY + (n % 7) * 5 * HOUR
  return {
    id: `feed-${n}`,
    url: `https://${host}/${n}`,
    host,
    trouble,
    every: [2, 6, 24][n % 3] === 2 ? 2 * HOUR : n % 3 === 1 ? 6 * HOUR : DAY,
    from,
    to: from + (6 + (n % 5) * 10) * HOUR,
  }
})

export interface Asked {
  readonly at: number
  readonly host: string
  readonly path: string
  readonly status: number | 'none'
  /** Milliseconds that the answer asked for. */
  readonly retryAfter?: number
}

export interface World {
  readonly transport: Transport
  readonly asked: readonly Asked[]
  /** Most requests that a host ever had at a time. */
  readonly mostAtOnce: ReadonlyMap<string, number>
}

type Answer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hangs'
  | 'endless'
  | { readonly code: string }

export function createWorld(start: number, now: () => number): World {
  const asked: Asked[] = []
  const active = new Map<string, number>()
  const mostAtOnce = new Map<string, number>()
  const byPath = new Map(feedsOfWeek.map((feed) => [`${feed.host}/${feed.id.slice(5)}`, feed]))
  const count = (host: string, by: number) => {
    const many = (active.get(host) ?? 0) + by
    active.set(host, many)
    mostAtOnce.set(host, Math.max(many, mostAtOnce.get(host) ?? 0))
  }
  const transport: Transport = async (request) => {
    const { hostname: host, pathname } = request.url
    const feed = byPath.get(`${host}/${pathname.split('/')[1]}`)
    const answer = feed ? answerOf(feed, request, now() - start, asked, start) : { status: 404 }
    const status = typeof answer === 'object' && 'status' in answer ? answer.status : 'none'
    const headers = typeof answer === 'object' && 'status' in answer ? (answer.headers ?? {}) : {}
    const wait = headers['retry-after']
    asked.push({
      at: now() - start,
      host,
      path: pathname,
      status,
      ...(wait ? { retryAfter: Number(wait) * 1000 } : {}),
    })
    count(host, 1)
    const ended = () => count(host, -1)
    if (answer === 'hangs') return hangs(request, ended)
    if (answer !== 'endless' && 'code' in answer) {
      ended()
      throw Object.assign(new Error(answer.code), { code: answer.code })
    }
    return {
      status: answer === 'endless' ? 200 : answer.status,
      headers: new Headers(headers),
      discard: ended,
      read: async () => {
        ended()
        if (answer === 'endless') throw new CreditlineError('too_large', 'it does not end')
        return new TextEncoder().encode(answer.body ?? '')
      },
    }
  }
  return { transport, asked, mostAtOnce }
}

/** Sends its headers, then a byte now and then, never all. */
const hangs = ({ signal }: TransportRequest, ended: () => void) => ({
  status: 200,
  headers: new Headers(),
  discard: ended,
  read: () =>
    new Promise<Uint8Array>((_, reject) =>
      signal.addEventListener('abort', () => {
        ended()
        reject(signal.reason)
      }),
    ),
})

function answerOf(
  feed: HostileFeed,
  request: TransportRequest,
  at: number,
  asked: readonly Asked[],
  start: number,
): Answer {
  const isTroubled = at >= feed.from && at < feed.to
  if (isTroubled || feed.trouble === 'gone' || feed.trouble === 'moves') {
    const trouble = troubleOf(feed, request, at, asked)
    if (trouble) return trouble
  }
  return goodAnswer(feed, request, at, start, isTroubled)
}

function troubleOf(
  feed: HostileFeed,
  { url }: TransportRequest,
  at: number,
  asked: readonly Asked[],
): Answer | undefined {
  switch (feed.trouble) {
    case 'outage':
      return { code: 'ECONNREFUSED' }
    case 'no name':
      return { code: at % (2 * HOUR) < HOUR ? 'ENOTFOUND' : 'EAI_AGAIN' }
    case 'server errors':
      return { status: 500 + (Math.floor(at / HOUR) % 4) }
    case 'slow':
      return 'hangs'
    case 'endless':
      return 'endless'
    case 'gone':
      return at >= feed.from ? { status: 410 } : undefined
    case 'too many requests': {
      // one request an hour on the whole host
      const last = asked.findLast(({ host, status }) => host === feed.host && status === 200)
      return last && at - last.at < HOUR
        ? { status: 429, headers: { 'retry-after': '7200' } }
        : undefined
    }
    case 'moves': {
      // to another address each day, for good as it says; the last one is true
      const place = Math.min(3, Math.floor(at / DAY))
      const path = place === 0 ? feed.id.slice(5) : `${feed.id.slice(5)}/${place}`
      return url.pathname === `/${path}`
        ? undefined
        : { status: 301, headers: { location: `https://${feed.host}/${path}` } }
    }
    default:
      return undefined
  }
}

function goodAnswer(
  feed: HostileFeed,
  { headers }: TransportRequest,
  at: number,
  start: number,
  isTroubled: boolean,
): Answer {
  const newest = newestOf(feed, at)
  const etag = `"${newest}"`
  // every third server knows no validators
  const isLax = Number(feed.id.slice(5)) % 3 === 0
  const about = isLax ? {} : { etag }
  if (!isLax && headers.get('if-none-match') === etag) return { status: 304, headers: about }
  const skew = feed.trouble === 'wrong clock' && isTroubled ? 9 * 365 * DAY : 0
  const items = Array.from({ length: WINDOW }, (_, i) => newest - i)
    .filter((n) => n > 0)
    .map((n) => {
      const date = new Date(start - HISTORY + n * feed.every + skew).toUTCString()
      return `<item><title>Entry ${n}</title><link>https://${feed.host}/${feed.id}/${n}</link><guid isPermaLink="false">${feed.id}-${n}</guid><pubDate>${date}</pubDate></item>`
    })
  const clock = skew ? { date: new Date(start + at + skew).toUTCString(), expires: '0' } : {}
  return {
    status: 200,
    headers: { ...about, ...clock, 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>${feed.id}</title><link>https://${feed.host}/</link><description/>${items.join('')}</channel></rss>`,
  }
}

/** Number of the newest entry at a moment. */
export const newestOf = ({ every }: HostileFeed, at: number): number =>
  Math.floor((at + HISTORY) / every)
