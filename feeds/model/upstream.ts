/** An upstream: a feed that we read, and how it is. */

import type { Instant } from './date.ts'

/** The built-in upstream of imported documents. */
export const DOCUMENTS = 'documents'

export type Health = 'new' | 'healthy' | 'failing' | 'gone' | 'paused'

export interface Upstream {
  readonly id: string
  readonly url: string
  /** Its name: the feed's title until a person sets one. */
  readonly title?: string
  /** The masthead, where a person set it. */
  readonly publication?: string
  readonly siteUrl?: string
  readonly feedId?: string
  readonly feedUpdated?: string
  readonly language?: string
  /** Its records are believed (rule 10). */
  readonly peer: boolean
  /** Its URL, id and tokens never appear in anything published (rule 9). */
  readonly private: boolean
  readonly tags: readonly string[]
  readonly health: Health
  readonly etag?: string
  readonly lastModified?: string
  /** Hash of the last body, for servers without validators. */
  readonly bodyHash?: string
  readonly nextPollAt: Instant
  readonly lastPollAt?: Instant
  readonly lastSuccessAt?: Instant
  readonly lastNewAt?: Instant
  readonly failures: number
  /** What went wrong last, in words for an operator. */
  readonly lastError?: string
  /** What the last poll found, in words. */
  readonly lastResult?: string
  /** A permanent redirect seen but not yet adopted. */
  readonly movedTo?: string
  readonly movedSeen: number
  /** When that redirect was first seen. */
  readonly movedSince?: Instant
  /** HTTP status of the last answer; absent when there was none. */
  readonly lastStatus?: number
  readonly rhythm?: Rhythm
  readonly hints?: PollHints
  /** A WebSub hub that tells of its news, where it names one. */
  readonly hub?: string
  /** The address under which that hub knows it; its own URL where none is given. */
  readonly topic?: string
  /** A hub tells us of its news; absent while none does. Kept by the subscriber, polls leave it alone. */
  readonly push?: {
    readonly until: Instant
    /** The last message that was found to be true. */
    readonly pingAt?: Instant
  }
  /** When a poll last found news that no hub had told of. */
  readonly pushMissedAt?: Instant
  readonly addedAt: Instant
}

/** When a feed has news, learned from its own dates and from what polls found; recent weeks weigh more. */
export interface Rhythm {
  /** When it was last brought up to date. */
  readonly at: Instant
  /** Seconds of observation, faded like the counts. */
  readonly span: number
  /** Faded counts of news in each of the 24 hours of the day, UTC. */
  readonly hours: readonly number[]
  /** The same for the days of the week, Sunday first, UTC. */
  readonly days: readonly number[]
}

/** What the feed itself asks of its readers; kept, since a 304 does not repeat it. */
export interface PollHints {
  /** Seconds to wait at least: the larger of ttl and sy:updatePeriod / sy:updateFrequency. */
  readonly wait?: number
  /** Hours of the day, UTC, in which not to ask. */
  readonly skipHours?: readonly number[]
  /** English names of days, UTC. */
  readonly skipDays?: readonly string[]
}
