/** Group commit: outcomes of polls gather for a moment and are stored in one batch, by one writer. */

import type { PollOutcome } from '../../db/store.ts'

export interface Batch {
  add(outcome: PollOutcome): void
  /** How many are not stored yet. */
  readonly size: number
  /** Whether a poll of this upstream is not stored yet. */
  has(upstreamId: string): boolean
  /** Stores what has gathered; resolves when nothing is left. */
  flush(): Promise<void>
}

export interface BatchDeps {
  /** Stores all or none. */
  readonly save: (outcomes: readonly PollOutcome[]) => Promise<void>
  /** What to store in place of an outcome that alone cannot be stored; absent to give it up. */
  readonly replace: (outcome: PollOutcome, error: unknown) => PollOutcome | undefined
  readonly afterSave: (outcomes: readonly PollOutcome[]) => void
}

// Small, so that the store is never held for long; a commit of ingest waits for no disk.
const OUTCOMES = 50
const ARTICLES = 250
const WAIT_MS = 200

export function createBatch(deps: BatchDeps): Batch {
  const waiting: PollOutcome[] = []
  let articles = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined
  let underWay: readonly PollOutcome[] = []

  const write = async (): Promise<void> => {
    try {
      while (waiting.length > 0) {
        const outcomes = waiting.splice(0)
        articles = 0
        underWay = outcomes
        const saved = await saveAll(outcomes, deps)
        // before it is told: whoever waits for room looks now, and nobody tells them again
        underWay = []
        deps.afterSave(saved)
      }
    } finally {
      // with the last look at what waits, not a moment later: what is added in between would never be written
      writing = undefined
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    // when nothing waits it has ended already
    if (!writing && waiting.length > 0) writing = write()
    return writing ?? Promise.resolve()
  }
  return {
    add(outcome) {
      waiting.push(outcome)
      articles += outcome.articles.length
      if (waiting.length >= OUTCOMES || articles >= ARTICLES) void flush()
      else timer ??= setTimeout(() => void flush(), WAIT_MS)
    },
    get size() {
      return waiting.length + underWay.length
    },
    has: (upstreamId) =>
      [...underWay, ...waiting].some(({ upstream }) => upstream.id === upstreamId),
    flush,
  }
}

/** Gives those that were stored. When the batch fails, each is tried alone, so that one does not lose the others. */
async function saveAll(
  outcomes: readonly PollOutcome[],
  deps: BatchDeps,
): Promise<readonly PollOutcome[]> {
  try {
    await deps.save(outcomes)
    return outcomes
  } catch (error) {
    if (outcomes.length === 1 && outcomes[0]) return saveReplacement(outcomes[0], error, deps)
  }
  const saved: PollOutcome[] = []
  for (const outcome of outcomes) saved.push(...(await saveAll([outcome], deps)))
  return saved
}

async function saveReplacement(
  outcome: PollOutcome,
  error: unknown,
  { save, replace }: BatchDeps,
): Promise<readonly PollOutcome[]> {
  const other = replace(outcome, error)
  if (!other) return []
  try {
    await save([other])
    return [other]
  } catch (again) {
    replace(other, again)
    return []
  }
}
