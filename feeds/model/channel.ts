/** A channel: a feed that we publish. */

import type { Role } from './credit.ts'
import type { Instant } from './date.ts'

/** Which articles; every condition that is given must hold, and within a list any one of it. */
export interface Selection {
  /** Slugs of sources. */
  readonly source?: readonly string[]
  /** partyId of an organization. */
  readonly agency?: string
  readonly role?: Role
  /** partyId of a person. */
  readonly person?: string
  readonly tag?: string
  /** BCP 47; `de` also selects `de-AT`. */
  readonly language?: string
  /** Full-text query, as a person types it. */
  readonly q?: string
  /** Published at or after. */
  readonly since?: Instant
  /** Published before. */
  readonly until?: Instant
}

export interface Presentation {
  /** `original`: item links are the canonical URL. `site`: our article page, the original is rel=canonical. */
  readonly links: 'original' | 'site'
  readonly fullText: boolean
  /** The credit paragraph at the end of body and excerpt. */
  readonly creditParagraph: boolean
  readonly duplicates: 'merge' | 'show'
  /** Items in a document; 1 to 500. */
  readonly size: number
}

export interface Channel {
  /** `all` is built in. */
  readonly slug: string
  readonly title: string
  readonly description?: string
  readonly icon?: string
  readonly language?: string
  readonly rights?: string
  readonly hubs: readonly string[]
  readonly selection: Selection
  readonly presentation: Presentation
}

export const DEFAULT_PRESENTATION: Presentation = {
  links: 'original',
  fullText: true,
  creditParagraph: true,
  duplicates: 'merge',
  size: 50,
}
