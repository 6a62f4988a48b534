/** What becomes of an upstream after a good answer or a failure: health, validators, next poll. Pure. */

import { type Instant, toInstant } from '../../feeds/model/date.ts'
import type { FeedInfo } from '../../feeds/model/entry.ts'
import type { PollHints, Upstream } from '../../feeds/model/upstream.ts'
import { findHub } from '../websub/links.ts'
import { pushedPollAt, seePush } from '../websub/pushed.ts'
import type { FetchedDocument } from './fetch-document.ts'
import { freshFor, retryAfter } from './freshness.ts'
import { type Move, permanentTarget, seeMove } from './moved.ts'
import { observe } from './rhythm.ts'
import { nextPollAt, nextTryAt, type Pace } from './schedule.ts'

/** The moment of a poll: milliseconds since the epoch, a number from 0 to 1, and the pace of intervals. */
export interface Moment {
  readonly nowMs: number
  readonly chance: number
  readonly pace: Pace
}

export interface Found {
  readonly result: string
  /** When each new entry was published, in seconds since the epoch. */
  readonly news: readonly number[]
  /** Absent when the feed has not changed. */
  readonly feed?: FeedInfo
  readonly bodyHash?: string
}

/** The upstream after an answer that worked. */
export function afterSuccess(
  upstream: Upstream,
  answer: FetchedDocument,
  found: Found,
  moment: Moment,
): Upstream {
  const now = toInstant(moment.nowMs)
  const {
    lastError: _,
    movedTo: _to,
    movedSince: _since,
    hub: _hub,
    topic: _topic,
    ...rest
  } = upstream
  const polled: Upstream = {
    ...rest,
    ...(found.feed ? described(upstream, found.feed) : {}),
    ...hubOf(answer, found.feed, upstream),
    ...seePush(upstream, found.news.length, moment.nowMs),
    ...validatorsOf(answer, upstream),
    ...seeMove(upstream, permanentTarget(answer), now),
    ...(found.bodyHash ? { bodyHash: found.bodyHash } : {}),
    ...(found.news.length > 0 ? { lastNewAt: now } : {}),
    rhythm: observe(upstream.rhythm, found.news, moment.nowMs / 1000),
    health: 'healthy',
    failures: 0,
    lastPollAt: now,
    lastSuccessAt: now,
    lastStatus: answer.status,
    lastResult: found.result,
  }
  return { ...polled, nextPollAt: nextAfter(polled, answer, found, moment) }
}

function nextAfter(
  polled: Upstream,
  answer: FetchedDocument,
  found: Found,
  { nowMs, chance, pace }: Moment,
): Instant {
  const newest =
    found.news.length > 0
      ? Math.max(...found.news)
      : Date.parse(polled.lastNewAt ?? polled.addedAt) / 1000
  const own = nextPollAt({
    now: nowMs / 1000,
    chance,
    pace,
    freshFor: freshFor(answer.headers, nowMs),
    sinceNews: Math.max(0, nowMs / 1000 - newest),
    ...(polled.rhythm ? { rhythm: polled.rhythm } : {}),
    ...(polled.hints ? { hints: polled.hints } : {}),
  })
  return pushedPollAt(polled, own, { nowMs, longest: pace.max })
}

/** What an unchanged answer does not repeat is as it was. */
function hubOf(answer: FetchedDocument, feed: FeedInfo | undefined, before: Upstream) {
  const found = findHub(answer, feed)
  if (feed) return found
  const { hub, topic } = before
  return { ...(hub ? { hub } : {}), ...(topic ? { topic } : {}), ...found }
}

/** What the feed says of itself; the title is the feed's until a person sets one. */
function described(upstream: Upstream, feed: FeedInfo): Partial<Upstream> {
  const title = upstream.title ?? feed.title
  const updated = feed.updated ?? feed.published
  return {
    ...(title ? { title } : {}),
    ...(feed.link ? { siteUrl: feed.link } : {}),
    ...(feed.id ? { feedId: feed.id } : {}),
    ...(updated ? { feedUpdated: updated } : {}),
    ...(feed.language ? { language: feed.language } : {}),
    hints: hintsOf(feed),
  }
}

function hintsOf(feed: FeedInfo): PollHints {
  const wait = Math.max((feed.ttl ?? 0) * 60, feed.updateInterval ?? 0)
  return {
    ...(wait > 0 ? { wait } : {}),
    ...(feed.skipHours.length > 0 ? { skipHours: feed.skipHours } : {}),
    ...(feed.skipDays.length > 0 ? { skipDays: feed.skipDays } : {}),
  }
}

/** Verbatim, since a server compares them byte for byte; a 304 need not repeat them. */
function validatorsOf(answer: FetchedDocument, upstream: Upstream) {
  const kept = answer.status === 304 ? upstream : undefined
  const etag = shortHeader(answer, 'etag') ?? kept?.etag
  const lastModified = shortHeader(answer, 'last-modified') ?? kept?.lastModified
  return {
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
  }
}

function shortHeader({ headers }: FetchedDocument, name: string): string | undefined {
  const value = headers.get(name)
  return value && value.length <= 1024 ? value : undefined
}

export interface Failure {
  /** Absent when nothing answered. */
  readonly status?: number
  readonly headers?: Headers
  readonly message: string
}

const HOUR = 3600

/** The upstream after an answer that did not work, or none. Its articles stay. */
export function afterFailure(upstream: Upstream, failure: Failure, moment: Moment): Upstream {
  const now = toInstant(moment.nowMs)
  const failures = upstream.failures + 1
  // a 410 that is repeated is meant (RFC 9110 section 15.5.11); a single one may be a mistake of an afternoon
  const gone = failure.status === 410 && upstream.lastStatus === 410
  const { lastStatus: _, ...rest } = upstream
  return {
    ...rest,
    ...(failure.status === undefined ? {} : { lastStatus: failure.status }),
    health: gone ? 'gone' : 'failing',
    failures,
    lastPollAt: now,
    lastError: gone
      ? `${failure.message}; it is polled no more until "creditline upstream resume"`
      : failure.message,
    lastResult: 'failed',
    nextPollAt: nextTry(failure, failures, moment),
  }
}

function nextTry(failure: Failure, failures: number, moment: Moment): Instant {
  const { nowMs, chance, pace } = moment
  const wait =
    failure.headers && (failure.status === 429 || failure.status === 503)
      ? retryAfter(failure.headers, nowMs)
      : undefined
  const own = nextTryAt({
    now: nowMs / 1000,
    failures,
    base: baseOf(failure.status),
    chance,
    pace,
  })
  // what a server names is waited for, and not undercut by a shorter back-off
  if (wait === undefined) return own
  const asked = toInstant(nowMs + 1000 + wait * 1000 * (1 + chance / 20))
  return asked > own ? asked : own
}

/** Seconds before the first try after a failure: what will not mend by itself is asked seldom. */
function baseOf(status: number | undefined): number {
  if (status === 410) return 24 * HOUR
  if (status === 401 || status === 403 || status === 404) return 6 * HOUR
  if (status === 429) return HOUR
  return HOUR / 4
}

/** Takes on the new address of a settled move. */
export function adoptMove(upstream: Upstream, move: Required<Pick<Move, 'movedTo'>>): Upstream {
  const { movedTo: _, movedSince: _since, ...rest } = upstream
  return {
    ...rest,
    url: move.movedTo,
    movedSeen: 0,
    lastResult: `${upstream.lastResult ?? ''}; moved for good from ${upstream.url}`,
  }
}
