/** What an isolate remembers of its database: the store-wide sequence of changes, and how far its session has read. */

/** Within so long a change elsewhere is not noticed yet: what is served is at most this old. */
const FRESH_MS = 5000

export interface Sequence {
  /** What public reads start from: nothing older is read than what this isolate has seen. */
  readonly bookmark: string | undefined
  /** From memory while it is fresh; else of one row. */
  current(read: () => Promise<number>): Promise<number>
  /** After an invocation: where its session stood, and whether it may have written. */
  learn(bookmark: string | null | undefined, wrote: boolean): void
}

export function createSequence(now: () => number): Sequence {
  let known = { seq: 0, at: Number.NEGATIVE_INFINITY }
  let bookmark: string | undefined
  return {
    get bookmark() {
      return bookmark
    },
    async current(read) {
      if (now() - known.at < FRESH_MS) return known.seq
      known = { seq: await read(), at: now() }
      return known.seq
    },
    learn(seen, wrote) {
      bookmark = seen ?? bookmark
      if (wrote) known = { ...known, at: Number.NEGATIVE_INFINITY }
    },
  }
}
