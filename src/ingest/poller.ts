/** The poller of `serve`: polls what is due, until it is stopped. */

import type { Store } from '../../db/store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { createPolling, type PollingDeps } from './polling.ts'
import { DEFAULT_PACE, longestOf } from './schedule.ts'

export interface PollerDeps extends PollingDeps {
  readonly store: PollingDeps['store'] &
    Pick<Store, 'listDueUpstreams' | 'listUpstreams' | 'saveUpstream'>
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic: () => number
  /** How often is looked for what is due; every second when not given. */
  readonly tickMs?: number
}

export interface Poller {
  start(): void
  /** Ends polls under way, of which nothing is stored, and stores those that are done. */
  stop(): Promise<void>
}

const TICK_MS = 1_000
/** No more are taken from the store while this many wait. */
const MAX_WAITING = 2_000
/** How long nothing is polled after the store failed. */
const STORE_PAUSE_MS = 30_000
/** By how much the wall clock may part from the monotonic one between two ticks. */
const CLOCK_JUMP_MS = 60_000

export function createPoller(deps: PollerDeps): Poller {
  const stopping = new AbortController()
  let storeFailedAt = Number.NEGATIVE_INFINITY
  const isPaused = () => deps.monotonic() - storeFailedAt < STORE_PAUSE_MS
  const onStoreFailure = (error: unknown) => {
    if (!isPaused()) deps.log.error('polling_paused', { seconds: STORE_PAUSE_MS / 1000, error })
    storeFailedAt = deps.monotonic()
  }
  const polling = createPolling(deps, { mayStart: () => !isPaused(), onStoreFailure })
  const hasJumped = watchClock(deps)

  const tick = async (): Promise<void> => {
    if (isPaused()) return
    if (hasJumped()) await repairTimes(deps)
    if (polling.size < MAX_WAITING)
      polling.add(await deps.store.listDueUpstreams(toInstant(deps.now()), MAX_WAITING))
    polling.advance()
    while (!polling.isSaving && (await indexSome(deps)) > 0);
  }
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await tick().catch(onStoreFailure)
      await pause(deps.tickMs ?? TICK_MS, stopping.signal)
    }
  }
  let running: Promise<void> | undefined
  return {
    start() {
      running ??= run()
    },
    async stop() {
      stopping.abort()
      await polling.stop()
      await running
    },
  }
}

/** In slices short enough not to hold up what is being served. */
const indexSome = ({ store, now }: PollerDeps): Promise<number> =>
  store.indexSearch(toInstant(now()), 100)

/** True at the first call, and after somebody set the wall clock. */
function watchClock({ now, monotonic }: PollerDeps): () => boolean {
  let before: number | undefined
  return () => {
    const offset = now() - monotonic()
    const jumped = before === undefined || Math.abs(offset - before) > CLOCK_JUMP_MS
    before = offset
    return jumped
  }
}

/**
 * A time to poll that lies further ahead than any interval was set by a clock that was wrong; what it made of the
 * upstream's rhythm is learned again.
 */
async function repairTimes(deps: PollerDeps): Promise<void> {
  const { store, now, chance, pace = DEFAULT_PACE } = deps
  const latest = toInstant(now() + longestOf(pace) * 1200)
  for (const upstream of await store.listUpstreams()) {
    const { rhythm, lastNewAt: _, ...rest } = upstream
    if (upstream.nextPollAt <= latest && (rhythm?.at ?? '') <= latest) continue
    const nextPollAt = toInstant(now() + chance() * pace.min * 1000)
    await store.saveUpstream({ ...rest, nextPollAt })
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
