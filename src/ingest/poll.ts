/** One poll of one upstream: fetch, decode, parse, change, credit; what comes of it is stored elsewhere, in one batch. */

import type { PollOutcome, Store } from '../../db/store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { type ArticleDeps, type FoundArticles, findArticles } from './articles.ts'
import type { FetchDocument, FetchedDocument } from './fetch-document.ts'
import { adoptMove, afterFailure, afterSuccess, type Failure, type Moment } from './health.ts'
import { isSettled } from './moved.ts'
import type { FeedDocument, ReadFeed } from './reading.ts'
import type { Pace } from './schedule.ts'

export interface PollDeps extends ArticleDeps {
  readonly fetchDocument: FetchDocument
  readonly readFeed: ReadFeed
  /** SHA-256 in hex, of a text as UTF-8. */
  readonly sha256: (data: string | Uint8Array) => string
  readonly store: ArticleDeps['store'] & Pick<Store, 'findUpstream'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** A number from 0 to 1, for jitter. */
  readonly chance: () => number
  readonly pace: Pace
  /** Ends the poll early; it then throws, and nothing of it is stored. */
  readonly signal?: AbortSignal
}

/**
 * Polls once. A feed that cannot be read is an outcome with a failing upstream, never an exception; what is thrown is a
 * broken store, or the signal's reason.
 */
export async function pollUpstream(upstream: Upstream, deps: PollDeps): Promise<PollOutcome> {
  try {
    const answer = await ask(upstream, deps)
    return await outcomeOf(upstream, answer, deps)
  } catch (error) {
    deps.signal?.throwIfAborted()
    return failed(upstream, { message: messageOf(error) }, deps)
  }
}

/** A feed that breaks our own code is backed off from like any other: it must not stop those behind it. */
function messageOf(error: unknown): string {
  if (!(error instanceof CreditlineError))
    return `reading it failed by a fault of ours (${String(error).slice(0, 200)}); please report it`
  if (error.code === 'unavailable') throw error
  return error.message
}

const ask = (upstream: Upstream, { fetchDocument, signal }: PollDeps): Promise<FetchedDocument> =>
  fetchDocument(upstream.url, {
    headers: conditionOf(upstream),
    ...(signal ? { signal } : {}),
  })

/** Conditional on what we hold; with an ETag, a server may send the new entries alone (RFC 3229, `A-IM: feed`). */
function conditionOf({ etag, lastModified }: Upstream): Record<string, string> {
  return {
    ...(etag ? { 'if-none-match': etag, 'a-im': 'feed' } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
}

/** 200, 203 (changed on its way) and 226 (new entries alone, RFC 3229) carry a feed. */
const READABLE = new Set([200, 203, 226])

async function outcomeOf(
  upstream: Upstream,
  answer: FetchedDocument,
  deps: PollDeps,
): Promise<PollOutcome> {
  if (answer.status === 304)
    return succeeded(upstream, answer, { result: 'not modified', news: [] }, deps)
  if (!READABLE.has(answer.status)) return failed(upstream, failureOf(answer), deps)
  const bodyHash = deps.sha256(answer.body)
  if (bodyHash === upstream.bodyHash)
    return succeeded(upstream, answer, { result: 'the same bytes as before', news: [] }, deps)
  const reading = await deps.readFeed(documentOf(answer))
  const found = await findArticles(reading, upstream, deps.now(), deps)
  const { feed } = reading
  const result = inWords(found)
  const outcome = await succeeded(
    upstream,
    answer,
    { result, news: found.news, feed, bodyHash },
    deps,
  )
  const { articles, faults, withdrawn } = found
  if (withdrawn.length === 0) return { ...outcome, articles, faults }
  if (answer.status !== 226) return { ...outcome, articles, faults, withdrawn }
  return { upstream: unconditional(outcome.upstream), articles, faults }
}

/**
 * New entries alone (RFC 3229) come with tombstones also of what has only left the feed's selection, ours among them:
 * whether it was taken back, the whole feed says, the next time.
 */
const unconditional = ({ etag: _, lastModified: _l, ...upstream }: Upstream): Upstream => upstream

function documentOf({ body, url, headers }: FetchedDocument): FeedDocument {
  const contentType = headers.get('content-type')
  return { body, url, ...(contentType ? { contentType } : {}) }
}

async function succeeded(
  upstream: Upstream,
  answer: FetchedDocument,
  found: Parameters<typeof afterSuccess>[2],
  deps: PollDeps,
): Promise<PollOutcome> {
  const moment = momentOf(deps)
  const polled = afterSuccess(upstream, answer, found, moment)
  return { upstream: await adopted(polled, moment, deps), articles: [] }
}

/** A settled move is adopted, unless another upstream has that address already. */
async function adopted(polled: Upstream, moment: Moment, deps: PollDeps): Promise<Upstream> {
  const { movedTo } = polled
  if (!movedTo || !isSettled(polled, toInstant(moment.nowMs))) return polled
  const other = await deps.store.findUpstream(movedTo)
  if (!other) return adoptMove(polled, { movedTo })
  const result = `${polled.lastResult}; it has moved to ${movedTo}, which is upstream ${other.id}: remove one of them`
  return { ...polled, lastResult: result }
}

const failed = (upstream: Upstream, failure: Failure, deps: PollDeps): PollOutcome => ({
  upstream: afterFailure(upstream, failure, momentOf(deps)),
  articles: [],
})

const momentOf = ({ now, chance, pace }: PollDeps): Moment => ({
  nowMs: now(),
  chance: chance(),
  pace,
})

const MEANINGS: Readonly<Record<number, string>> = {
  204: 'there is no document',
  401: 'it asks for a password (CREDITLINE_LOGINS)',
  403: 'it does not let us in',
  404: 'there is nothing at this address',
  410: 'the feed is gone for good',
  429: 'it finds that we ask too often',
  503: 'it is out of service for now',
}

function failureOf({ status, headers, url }: FetchedDocument): Failure {
  const fallback = status >= 500 ? 'it has a fault of its own' : 'that is no answer with a feed'
  return {
    status,
    headers,
    message: `${new URL(url).host} answered ${status}: ${MEANINGS[status] ?? fallback}`,
  }
}

function inWords({ added, changed, known, withdrawn }: FoundArticles): string {
  const parts = [
    [added, 'new'],
    [changed, 'changed'],
    [known, 'known'],
    [withdrawn.length, 'withdrawn'],
  ].flatMap(([count, word]) => (count ? `${count} ${word}` : []))
  return parts.join(', ') || 'no entries'
}
