/** Polls lists of upstreams and stores what comes of them: the engine behind `poll` and behind `serve`. */

import type { PollOutcome, Store } from '../../db/store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Log } from '../log.ts'
import { type Batch, createBatch } from './batch.ts'
import { createClaims } from './claims.ts'
import type { FetchDocument } from './fetch-document.ts'
import { afterFailure } from './health.ts'
import { createHostHolds } from './host-holds.ts'
import { pollUpstream } from './poll.ts'
import { createPollQueue, type PollQueue } from './poll-queue.ts'
import { createReader, type ReadFeed } from './reading.ts'
import { DEFAULT_PACE, type Pace } from './schedule.ts'

export interface PollingDeps {
  readonly store: Pick<
    Store,
    | 'findKnown'
    | 'findRecent'
    | 'findPublishedIds'
    | 'listAgencies'
    | 'findUpstream'
    | 'savePolls'
    | 'indexSearch'
  >
  readonly fetchDocument: FetchDocument
  /** On this thread when not given. */
  readonly readFeed?: ReadFeed
  /** SHA-256 in hex, of a text as UTF-8. */
  readonly sha256: (data: string | Uint8Array) => string
  /** Where this deployment publishes. */
  readonly baseUrl: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A number from 0 to 1, for jitter. */
  readonly chance: () => number
  readonly log: Log
  /** Polls at a time; 32 when not given. */
  readonly inFlight?: number
  /** Polls at a time on one host; 2 when not given. */
  readonly perHost?: number
  /** Whom a 429 or 503 holds off: the upstream alone, or all on its host. The upstream when not given. */
  readonly retryAfterScope?: 'upstream' | 'host'
  readonly pace?: Pace
}

export interface Polling {
  /** Those that wait, are polled or were and are not stored yet are left out, and those whose host is held off. */
  add(upstreams: readonly Upstream[]): void
  /** Waiting and in flight. */
  readonly size: number
  /** Whether something polled is not stored yet. */
  readonly isSaving: boolean
  /** Starts what may start, where `mayStart` can give another answer than before. */
  advance(): void
  /** Resolves when all that was added is stored. */
  drained(): Promise<void>
  /** Ends polls under way, of which nothing is stored, and stores those that are done. */
  stop(): Promise<void>
}

export interface PollingEvents {
  readonly mayStart?: () => boolean
  readonly onStored?: (outcome: PollOutcome) => void
  /** The store cannot be read or written now; what was polled is polled again later. */
  readonly onStoreFailure: (error: unknown) => void
}

/** With this many outcomes not stored yet, no poll is started: the store sets the pace. */
const MAX_UNSAVED = 30

export function createPolling(deps: PollingDeps, events: PollingEvents): Polling {
  const stopping = new AbortController()
  const holds = createHostHolds(deps)
  const { mayStart = () => true } = events
  const batch = createOutcomeBatch(deps, events, () => queue.advance())
  const pollOne = poller(deps, holds, batch, stopping.signal)
  const queue: PollQueue = createPollQueue({
    inFlight: deps.inFlight ?? 32,
    perHost: deps.perHost ?? 2,
    mayStart: () => batch.size < MAX_UNSAVED && mayStart(),
    poll: (upstream) =>
      pollOne(upstream).catch((error) => {
        if (!stopping.signal.aborted) events.onStoreFailure(error)
      }),
  })
  return {
    // one whose poll is not stored yet still looks due
    add: (upstreams) =>
      queue.add(upstreams.filter((one) => !holds.isHeld(one) && !batch.has(one.id))),
    get size() {
      return queue.size
    },
    get isSaving() {
      return batch.size > 0
    },
    advance: queue.advance,
    async drained() {
      await queue.drained()
      await batch.flush()
    },
    async stop() {
      stopping.abort(new CreditlineError('unavailable', 'polling is being stopped'))
      queue.clear()
      await queue.drained()
      await batch.flush()
    },
  }
}

function poller(
  deps: PollingDeps,
  holds: ReturnType<typeof createHostHolds>,
  batch: Batch,
  signal: AbortSignal,
): (upstream: Upstream) => Promise<void> {
  const { pace = DEFAULT_PACE } = deps
  const readFeed = deps.readFeed ?? createReader(deps.sha256)
  const pollDeps = { ...deps, readFeed, pace, claims: createClaims(), signal }
  return async (upstream) => {
    if (holds.isHeld(upstream)) return
    const outcome = await pollUpstream(upstream, pollDeps)
    holds.learn(outcome.upstream)
    deps.log.debug('polled', wordsOf(outcome))
    batch.add(outcome)
  }
}

function createOutcomeBatch(
  { store, now, chance, log, pace = DEFAULT_PACE }: PollingDeps,
  { onStored = () => {}, onStoreFailure }: PollingEvents,
  advance: () => void,
): Batch {
  return createBatch({
    // the full text follows from its queue, so that articles are in feeds sooner
    save: (outcomes) => store.savePolls(outcomes, toInstant(now()), { search: 'later' }),
    replace({ upstream }, error) {
      log.error('poll_not_stored', { upstream: upstream.id, error })
      if (error instanceof CreditlineError && error.code === 'unavailable') {
        onStoreFailure(error)
        return undefined
      }
      const message = 'what it sent could not be stored; the log says why'
      const moment = { nowMs: now(), chance: chance(), pace }
      return { upstream: afterFailure(upstream, { message }, moment), articles: [] }
    },
    afterSave(outcomes) {
      outcomes.forEach(onStored)
      advance()
    },
  })
}

const wordsOf = ({ upstream, articles }: PollOutcome) => ({
  upstream: upstream.id,
  health: upstream.health,
  result: upstream.lastResult,
  articles: articles.length,
  next: upstream.nextPollAt,
  ...(upstream.lastError ? { error: upstream.lastError } : {}),
})

/** Polls these once, due or not, until all are stored and found by search. Throws what the store throws. */
export async function pollAll(
  upstreams: readonly Upstream[],
  deps: PollingDeps,
  onStored: (outcome: PollOutcome) => void = () => {},
): Promise<void> {
  const failures: unknown[] = []
  const polling = createPolling(deps, {
    onStored,
    onStoreFailure(error) {
      failures.push(error)
      void polling.stop()
    },
  })
  polling.add(upstreams)
  await polling.drained()
  if (failures.length > 0) throw failures[0]
  while ((await deps.store.indexSearch(toInstant(deps.now()))) > 0);
}
