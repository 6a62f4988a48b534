/** What a hub tells us of an upstream, once its signature was checked. */

import { parseFeed } from '../../feeds/dialects/index.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { ParsedFeed } from '../../feeds/model/entry.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Deps } from '../deps.ts'
import { findArticles } from '../ingest/articles.ts'
import { createClaims } from '../ingest/claims.ts'
import { readParsed } from '../ingest/reading.ts'
import { observe } from '../ingest/rhythm.ts'
import { selfIn } from './links.ts'

export interface Told {
  readonly headers: Headers
  /** The topic that was subscribed to. */
  readonly url: string
  readonly body: Uint8Array
}

/** Messages do not make us poll an upstream more often. */
const POLL_PAUSE_MS = 60_000

/**
 * Entries that are new are stored at once. For everything else the upstream is asked: an old message that is sent again
 * can be told from a new one by nothing, and would bring back what has been corrected since.
 */
export async function receive(told: Told, upstreamId: string, deps: Deps): Promise<void> {
  const { store, access, now, log } = deps
  const upstream = await store.findUpstream(upstreamId)
  if (!upstream || upstream.health === 'paused' || upstream.health === 'gone') return
  await access.websub.push.notePing(upstreamId, toInstant(now()))
  const parsed = read(told)
  const stored = parsed ? await storeNews(parsed, upstream, deps) : { news: 0, others: 1 }
  log.debug('websub_told', { upstream: upstreamId, news: stored.news })
  if (stored.others > 0) await access.websub.push.hurry(upstreamId, pollAt(upstream, now()))
}

/** Absent for a message without a feed in it, or with one that is of another topic. */
function read({ headers, url, body }: Told): ParsedFeed | undefined {
  if (body.length === 0) return undefined
  if ((selfIn({ headers, url }) ?? url) !== url) return undefined
  try {
    const contentType = headers.get('content-type')
    const parsed = parseFeed(body, { url, ...(contentType ? { contentType } : {}) })
    return (parsed.feed.self ?? url) === url ? parsed : undefined
  } catch (error) {
    if (error instanceof CreditlineError) return undefined
    throw error
  }
}

interface StoredNews {
  readonly news: number
  /** Entries that are known and said to be otherwise now, or that could not be stored. */
  readonly others: number
}

async function storeNews(parsed: ParsedFeed, upstream: Upstream, deps: Deps): Promise<StoredNews> {
  const { store, config, sha256, now } = deps
  const nowMs = now()
  const claims = createClaims()
  const articleDeps = { store, claims, baseUrl: config.baseUrl }
  const found = await findArticles(readParsed(parsed, sha256), upstream, nowMs, articleDeps)
  const others = found.changed + found.withdrawn.length
  if (found.added === 0) return { news: 0, others }
  const guids = found.articles.map(({ article }) => article.guid)
  const known = await store.findKnown(upstream.id, guids)
  const articles = found.articles.filter(({ article }) => !known.has(article.guid))
  const told: Upstream = {
    ...upstream,
    rhythm: observe(upstream.rhythm, found.news, nowMs / 1000),
    lastNewAt: toInstant(nowMs),
    lastResult: `${found.added} new, as its hub told`,
  }
  try {
    await store.savePolls([{ upstream: told, articles }], toInstant(nowMs))
    return { news: articles.length, others }
  } catch (error) {
    // a poll under way has stored the same at the same time: the next one settles it
    if (error instanceof CreditlineError && error.code === 'conflict') return { news: 0, others: 1 }
    throw error
  }
}

/** Now, or a minute after the last poll. */
const pollAt = ({ lastPollAt }: Upstream, nowMs: number): string =>
  toInstant(Math.max(nowMs, lastPollAt ? Date.parse(lastPollAt) + POLL_PAUSE_MS : nowMs))
