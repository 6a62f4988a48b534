/** How polling yields to a hub that tells of news, and comes back when it does not. Pure. */

import { type Instant, toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'

type Pushed = Pick<Upstream, 'push' | 'pushMissedAt'>

/** An upstream whose hub tells of its news is polled so many times less often. */
const RARER = 6
/** News that a poll finds so long after a message was not told of by it. */
const TOLD_MS = 600_000

/** Marks the upstream when a poll found news of which its hub had not told. */
export function seePush({ push }: Pushed, news: number, nowMs: number): Partial<Upstream> {
  if (!push || news === 0 || Date.parse(push.until) <= nowMs) return {}
  const wasTold = push.pingAt !== undefined && nowMs - Date.parse(push.pingAt) < TOLD_MS
  return wasTold ? {} : { pushMissedAt: toInstant(nowMs) }
}

/** The next poll: `own` is what the upstream's rhythm says, in `longest` seconds at most while its hub is to be trusted. */
export function pushedPollAt(
  { push, pushMissedAt }: Pushed,
  own: Instant,
  { nowMs, longest }: { readonly nowMs: number; readonly longest: number },
): Instant {
  if (!push || Date.parse(push.until) <= nowMs) return own
  if (pushMissedAt !== undefined && (push.pingAt ?? '') <= pushMissedAt) return own
  const ownMs = Date.parse(own)
  const rareMs = nowMs + Math.min((ownMs - nowMs) * RARER, longest * 1000)
  return toInstant(Math.max(ownMs, Math.min(rareMs, Date.parse(push.until))))
}
