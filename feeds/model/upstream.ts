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
  /** Estimated seconds from one new entry to the next, from the feed's own dates and from what polls found. */
  readonly rhythm?: number
  readonly hub?: string
  readonly addedAt: Instant
}
