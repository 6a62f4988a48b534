/** Embargoes end and notices leave at their very moment: whoever reads asks first whether something is due. */

import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'

type SettleDeps = Pick<Deps, 'store' | 'now' | 'log'>

/** Does what is due in the store; gives the sequence as it is then. */
export type Settle = () => Promise<number>

/** After a failure (a full disk, say) the store is read as it is for so long. */
const RETRY_MS = 60_000

const settlers = new WeakMap<Deps['store'], Settle>()

/** The one of a store. */
export function settlerOf(deps: SettleDeps): Settle {
  const settle = settlers.get(deps.store) ?? createSettle(deps)
  settlers.set(deps.store, settle)
  return settle
}

/** What is due next is as it was while the sequence stands still, so that mostly one number is read. */
function createSettle({ store, now, log }: SettleDeps): Settle {
  let known = { seq: -1, dueMs: Number.POSITIVE_INFINITY }
  let failedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const seq = await store.findSequence()
    if (seq !== known.seq) {
      const due = await store.findDue()
      known = { seq, dueMs: due === undefined ? Number.POSITIVE_INFINITY : Date.parse(due) }
    }
    const ms = now()
    if (ms < known.dueMs || ms - failedAt < RETRY_MS) return seq
    try {
      await store.settleDue(toInstant(ms))
    } catch (error) {
      failedAt = ms
      log.error('due_not_settled', { error })
    }
    return store.findSequence()
  }
}
