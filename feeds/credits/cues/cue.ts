/** The shape of a language's credit words: data that the grammar reads. Lists are text, items split by commas. */

import type { Role } from '../../model/credit.ts'

/** What a cue says of the parties it governs. `copyright` is decided by what is credited. */
export type Slot = Role | 'publication' | 'copyright'

/** Words by slot; a phrase that ends in `:` counts only with a colon or a `by` word after it. */
export type BySlot = Readonly<Partial<Record<Slot, string>>>

/** A phrase made of freely ordered words: it counts when it holds at least one of `heavy` and only such words. */
export interface WordBag {
  readonly heavy: string
  readonly light: string
}

export interface Cues {
  /** Before the parties: `Photo:`, `Reporting by`. */
  readonly lead: BySlot
  /** `by`: alone it opens a byline, after a lead it belongs to it. */
  readonly by: string
  /** What may stand between a lead and its parties, besides `by`: `from`. */
  readonly from?: string
  /** After the parties: `contributed to this report`. */
  readonly contributed?: WordBag
  /** Before who contributed: `This story includes reporting from`. */
  readonly material?: WordBag
  /** Before a masthead: `This article was originally published by`. */
  readonly republished?: WordBag
  /** After the parties, by slot: `摄`. */
  readonly tail?: BySlot
  /** `with`: what follows contributed. */
  readonly with: string
  readonly and: string
  /** Before a place, after a party: `in`, `from`. */
  readonly at: string
  /** What people and desks are called: `writer`, `staff`. */
  readonly job: string
  /** What stands in credits and is nobody: `Handout`, `file`. */
  readonly nobody: string
  /** Words of dates: months, weekdays, `updated`. */
  readonly date: string
}
