/** Empties a lane of the outbox: so many at a time, hosts taking turns, and no wait for those that answer slowly. */

import type { Lane, QueuedMessage, WebSubOutbox } from '../../db/websub-outbox.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { Log } from '../log.ts'
import { createTurns } from './turns.ts'

/** How an attempt ended: it is over, or to be made again while it has not been made `most` times. */
export type Attempted =
  | 'over'
  | {
      readonly error: string
      /** Seconds that the other side asks us to wait. */
      readonly after?: number
      readonly most?: number
    }

export interface CourierDeps {
  readonly lane: Lane
  readonly outbox: WebSubOutbox
  /** Rejects only when the store fails; the message is then due again when its claim ends. */
  readonly attempt: (message: QueuedMessage) => Promise<Attempted>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
  /** Messages that it takes in all; any number when not given. */
  readonly most?: number
}

export interface Courier {
  /** Takes what is due, as far as there is room. */
  advance(): Promise<void>
  /** Resolves when nothing that is due is left, and nothing is under way. */
  idle(): Promise<void>
  /** Starts no more, lets attempts under way end, and gives back the rest. */
  stop(): Promise<void>
}

/** Messages of one host that are taken from the store at a time. */
const PER_HOST = 16
const TAKEN = 128
/** Longer than what is taken can last; after it, what a stop cut off is due again. */
const CLAIM_MS = 300_000

export function createCourier(deps: CourierDeps): Courier {
  const { lane, outbox, now, log } = deps
  let left = deps.most ?? Number.POSITIVE_INFINITY
  const turns = createTurns<QueuedMessage>({
    run: (message) =>
      attempt(message, deps).catch((error: unknown) =>
        log.error('websub_attempt_broke_off', { lane, error }),
      ),
    onEnd: () => void advance(),
  })
  let isStopped = false
  const take = async (): Promise<number> => {
    if (left === 0) return 0
    const messages = await outbox.claim(lane, {
      now: toInstant(now()),
      until: toInstant(now() + CLAIM_MS),
      limit: Math.min(TAKEN, left),
      fullHosts: turns.hostsWith(PER_HOST),
    })
    const fresh = messages.filter(({ id }) => !turns.has(id))
    turns.add(fresh)
    left -= messages.length
    return fresh.length
  }
  let taking: Promise<void> | undefined
  const advance = (): Promise<void> => {
    taking ??= (async () => {
      while (!isStopped && turns.waiting < TAKEN / 2 && (await take()) > 0);
    })()
      .catch((error: unknown) => log.error('websub_outbox_failed', { lane, error }))
      .finally(() => {
        taking = undefined
      })
    return taking
  }
  return {
    advance,
    async idle() {
      do {
        await advance()
        await turns.drained()
      } while (!isStopped && (await take()) > 0)
    },
    async stop() {
      isStopped = true
      await taking
      await outbox.release(turns.clear(), toInstant(now()))
      await turns.drained()
    },
  }
}

async function attempt(message: QueuedMessage, deps: CourierDeps): Promise<void> {
  const { outbox, now, log, lane } = deps
  const end = await deps.attempt(message)
  if (end === 'over') return outbox.finish(message, toInstant(now()))
  const dueAt = nextAt(message, end, deps)
  log.debug('websub_failed', { lane, host: message.host, error: end.error, again: dueAt ?? 'no' })
  return dueAt ? outbox.retry(message, dueAt, end.error) : outbox.finish(message, toInstant(now()))
}

const FIRST_S = 10
const LONGEST_S = 4 * 3600
/** After a day it is given up. */
const GIVEN_UP_MS = 86_400_000

/** Three times later each time, and a little by chance, so that what failed together does not come back together. */
function nextAt(
  { attempts, queuedAt }: QueuedMessage,
  { after = 0, most }: Exclude<Attempted, 'over'>,
  { now, random }: CourierDeps,
): string | undefined {
  if (most !== undefined && attempts >= most) return undefined
  const own = Math.min(LONGEST_S, FIRST_S * 3 ** Math.min(attempts - 1, 20))
  const wait = Math.max(own, Math.min(after, LONGEST_S)) * (1 + (random(1)[0] ?? 0) / 2560)
  const at = now() + wait * 1000
  return at - Date.parse(queuedAt) > GIVEN_UP_MS ? undefined : toInstant(at)
}
