/** What credit() knows of an entry besides what it says: its feed, its upstream, what the store holds. */

import type { Agency } from './agencies/index.ts'
import type { Instant } from './model/date.ts'
import type { FeedInfo } from './model/entry.ts'
import type { Upstream } from './model/upstream.ts'

export interface CreditContext {
  readonly upstream: Upstream
  readonly feed: FeedInfo
  readonly guid: string
  readonly now: Instant
  /** Where this deployment publishes: records that come back from here are believed without a hop. */
  readonly baseUrl: string
  /** What the store holds of this entry already. */
  readonly known?: { readonly publishedId: string; readonly firstSeenAt: Instant }
  /** Whether another article here holds this published id. */
  readonly isTaken: (publishedId: string) => boolean
  /** Agencies that are known beside the table; the same array for many entries. */
  readonly agencies?: readonly Agency[]
}
