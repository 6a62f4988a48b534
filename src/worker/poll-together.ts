/** Polls a few upstreams in one invocation and stores what came of it in one batch, within what the plan allows. */

import { chunksOf } from '../../db/chunks.ts'
import type { IncomingArticle, PollOutcome } from '../../db/store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Deps } from '../deps.ts'
import { createClaims } from '../ingest/claims.ts'
import { afterFailure, type Moment } from '../ingest/health.ts'
import { pollUpstream } from '../ingest/poll.ts'
import { createPollQueue } from '../ingest/poll-queue.ts'
import { createReader } from '../ingest/reading.ts'
import { DEFAULT_PACE } from '../ingest/schedule.ts'
import { type Allowance, spent } from './allowance.ts'
import { CONNECTIONS } from './limits.ts'

/** Queries of storing polls: four reads, the upstreams, their sources, what is only said anew, and fifteen statements a chunk (db/write.ts). */
export const STORE_QUERIES = 8
export const CHUNK_QUERIES = 15
/** Of one poll at most: six requests with its redirects, three looks for known entries, their ids, agencies, a move's address. */
const POLL_REQUESTS = 12
/** Two polls of a host at a time, as everywhere. */
const PER_HOST = 2
/** When an upstream is asked for the rest of what did not fit. */
const REST_MS = 60_000

/**
 * Throws what kept one of them from being polled or stored; the others are stored then. What a feed does wrong is never
 * thrown: it is the upstream's health.
 */
export async function pollTogether(
  upstreams: readonly Upstream[],
  deps: Deps,
  allowance: Allowance,
): Promise<void> {
  const { outcomes, broken } = await allowance.keeping(STORE_QUERIES + CHUNK_QUERIES, () =>
    pollAll(upstreams, deps, allowance),
  )
  if (outcomes.length > 0) await storeAll(fitting(outcomes, allowance.left, deps.now()), deps)
  if (broken.length > 0) throw broken[0]
}

/** None is begun that might not be brought to its end; one that may not be begun at all is tried again. */
async function pollAll(upstreams: readonly Upstream[], deps: Deps, allowance: Allowance) {
  const outcomes: PollOutcome[] = []
  const broken: unknown[] = []
  const pollDeps = pollDepsOf(deps)
  let active = 0
  const mayStart = () => allowance.left >= (active + 1) * POLL_REQUESTS
  const queue = createPollQueue({
    inFlight: CONNECTIONS,
    perHost: PER_HOST,
    mayStart,
    async poll(upstream) {
      active++
      await pollUpstream(upstream, pollDeps).then(
        (outcome) => outcomes.push(outcome),
        (error) => broken.push(error),
      )
      active--
      if (active === 0 && !mayStart()) queue.clear()
    },
  })
  queue.add(upstreams)
  await queue.drained()
  if (outcomes.length + broken.length < upstreams.length) broken.push(spent())
  return { outcomes, broken }
}

const pollDepsOf = (deps: Deps) => ({
  ...deps,
  baseUrl: deps.config.baseUrl,
  readFeed: createReader(deps.sha256),
  claims: createClaims(),
  chance: () => chanceOf(deps),
  pace: DEFAULT_PACE,
})

const chanceOf = ({ random }: Pick<Deps, 'random'>): number => (random(1)[0] ?? 0) / 256

/**
 * As many articles as can be stored with so many queries. An upstream whose articles are cut forgets its validators and
 * is asked again soon: what is stored by then is known, and the rest is new.
 */
export function fitting(
  outcomes: readonly PollOutcome[],
  queries: number,
  nowMs: number,
): readonly PollOutcome[] {
  const chunks = Math.max(0, Math.floor((queries - STORE_QUERIES) / CHUNK_QUERIES))
  const all = outcomes.flatMap(({ articles }) => articles)
  let left = chunksOf(all, sizeOf)
    .slice(0, chunks)
    .reduce((count, chunk) => count + chunk.length, 0)
  return outcomes.map((outcome) => {
    const kept = outcome.articles.slice(0, left)
    left -= kept.length
    return kept.length === outcome.articles.length ? outcome : cutShort(outcome, kept, nowMs)
  })
}

/** Not less than the store reckons (db/write.ts). */
const sizeOf = ({ article, said }: IncomingArticle): number =>
  1500 + (article.body?.html.length ?? 0) + (article.summary?.length ?? 0) + said.length

function cutShort(
  { upstream, ...outcome }: PollOutcome,
  articles: PollOutcome['articles'],
  nowMs: number,
): PollOutcome {
  const { etag: _, lastModified: _since, bodyHash: _hash, ...rest } = upstream
  return {
    ...outcome,
    articles,
    upstream: {
      ...rest,
      lastResult: `${upstream.lastResult}; ${articles.length} fitted into this run, the rest comes with the next`,
      nextPollAt: toInstant(nowMs + REST_MS),
    },
  }
}

/** In one batch; when it fails for what is in it, each alone, so that one does not lose the others. */
async function storeAll(outcomes: readonly PollOutcome[], deps: Deps): Promise<void> {
  const { store, now, log } = deps
  const save = (some: readonly PollOutcome[]) =>
    store.savePolls(some, toInstant(now()), { search: 'later' })
  try {
    await save(outcomes)
  } catch (error) {
    const [first, ...others] = outcomes
    if (!first || isUnavailable(error)) throw error
    if (others.length > 0) for (const outcome of outcomes) await storeAll([outcome], deps)
    else {
      log.error('poll_not_stored', { upstream: first.upstream.id, error })
      await save([notStored(first, deps)])
    }
  }
}

const isUnavailable = (error: unknown): boolean =>
  error instanceof CreditlineError && error.code === 'unavailable'

function notStored({ upstream }: PollOutcome, deps: Deps): PollOutcome {
  const message = 'what it sent could not be stored; the log says why'
  return { upstream: afterFailure(upstream, { message }, momentOf(deps)), articles: [] }
}

export const momentOf = (deps: Pick<Deps, 'now' | 'random'>): Moment => ({
  nowMs: deps.now(),
  chance: chanceOf(deps),
  pace: DEFAULT_PACE,
})
