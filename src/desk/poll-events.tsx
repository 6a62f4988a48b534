/** /admin/polls/events: what is polled, as server-sent events, whichever process polls. */

import type { Store } from '../../db/store.ts'
import { type Instant, toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { PollRow } from './polls.tsx'

export interface FollowDeps {
  readonly store: Pick<Store, 'listPolled'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly stopping?: AbortSignal
}

export interface Tempo {
  readonly everyMs: number
  /**
   * How often the store is asked before the stream ends. Browsers then connect again by themselves, with their session
   * looked at anew; and an invocation of a Worker keeps within its 50 queries.
   */
  readonly looks: number
}

const TEMPO: Tempo = { everyMs: 1500, looks: 30 }
/** A poll is stored a moment after it ended: so far back, none is missed. */
const OVERLAP_MS = 15_000
const MOST_AT_ONCE = 100

/** Polls stored from now on; `last` is the id of the last event that the browser has. */
export function followPolls(deps: FollowDeps, last?: string, tempo = TEMPO): ReadableStream {
  const encoder = new TextEncoder()
  const closed = new AbortController()
  const write = (controller: ReadableStreamDefaultController, text: string) =>
    controller.enqueue(encoder.encode(text))
  return new ReadableStream({
    async start(controller) {
      write(controller, 'retry: 1000\n\n')
      const fresh = freshPolls(deps, last)
      for (let look = 0; look < tempo.looks && !isOver(deps, closed); look++) {
        const polled = await fresh().catch(() => undefined)
        if (!polled || closed.signal.aborted) break
        write(controller, polled.length > 0 ? polled.map(eventOf).join('') : ': nothing new\n\n')
        await pause(tempo.everyMs, [closed.signal, deps.stopping])
      }
      if (!closed.signal.aborted) controller.close()
    },
    cancel: () => closed.abort(),
  })
}

const isOver = ({ stopping }: FollowDeps, closed: AbortController): boolean =>
  closed.signal.aborted || stopping?.aborted === true

/** Each poll once, oldest first. */
function freshPolls({ store, now }: FollowDeps, last: string | undefined) {
  let since = sinceOf(last, now())
  const told = new Set<string>()
  return async (): Promise<Upstream[]> => {
    const polled = await store.listPolled(since, MOST_AT_ONCE)
    const fresh = polled.filter((upstream) => !told.has(idOf(upstream))).reverse()
    told.clear()
    for (const upstream of polled) told.add(idOf(upstream))
    since = toInstant(now() - OVERLAP_MS)
    return fresh
  }
}

const idOf = ({ lastPollAt, id }: Upstream): string => `${lastPollAt} ${id}`

/** From the last event's id, where it is one of ours and not too long ago. */
function sinceOf(last: string | undefined, nowMs: number): Instant {
  const at = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) /.exec(last ?? '')?.[1]
  const earliest = nowMs - 600_000
  return toInstant(Math.max(at ? Date.parse(at) - OVERLAP_MS : nowMs - OVERLAP_MS, earliest))
}

function eventOf(upstream: Upstream): string {
  const html = String(<PollRow upstream={upstream} />).replace(/\s*[\r\n]\s*/g, ' ')
  return `id: ${idOf(upstream)}\ndata: ${JSON.stringify({ upstream: upstream.id, html })}\n\n`
}

const pause = (ms: number, signals: readonly (AbortSignal | undefined)[]): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      for (const signal of signals) signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    for (const signal of signals) signal?.addEventListener('abort', done)
    if (signals.some((signal) => signal?.aborted)) done()
  })
