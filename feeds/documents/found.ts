/** What is found around and in the body of a saved article. */

import type { ArticleMedia, RelatedArticle } from '../model/article.ts'
import type { DateText } from '../model/date.ts'
import type { DocumentLine } from '../model/document.ts'
import type { Fault } from '../model/fault.ts'
import type { Block } from './blocks.ts'

/** Every list in the order of the text. */
export interface Found {
  readonly published?: DateText
  readonly updated?: DateText
  readonly lines: readonly DocumentLine[]
  readonly photos: readonly ArticleMedia[]
  readonly related: readonly RelatedArticle[]
  /** The address that the document gives for its original. */
  readonly stated?: string
  /** The masthead that a note on the first publication names. */
  readonly publication?: string
  readonly tags: readonly string[]
  /** A line with a copyright sign. */
  readonly rights?: string
  readonly faults: readonly Fault[]
}

/** Something found, and the blocks that are left. */
export interface Rest {
  readonly found: Found
  readonly body: readonly Block[]
}

export const NOTHING: Found = { lines: [], photos: [], related: [], tags: [], faults: [] }

/** Two findings as one; of single facts the first's stand. */
export const join = (a: Found, b: Found): Found => ({
  ...b,
  ...a,
  lines: [...a.lines, ...b.lines],
  photos: [...a.photos, ...b.photos],
  related: [...a.related, ...b.related],
  tags: [...a.tags, ...b.tags],
  faults: [...a.faults, ...b.faults],
})

export const joinAll = (found: readonly Found[]): Found => found.reduce(join, NOTHING)

/** A finding of one or a few facts. */
export const only = (facts: Partial<Found>): Found => ({ ...NOTHING, ...facts })

/** Text that no rule could place: kept for the editor. */
export const unplaced = (text: string, at: string): Found =>
  only({ faults: [{ code: 'unplaced', at, text: text.slice(0, 200) }] })
