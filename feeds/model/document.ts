/** A saved article document as read: one article exactly as its file says it. */

import type { ArticleMedia, Publication, RelatedArticle } from './article.ts'
import type { CanonicalEvidence } from './canonical.ts'
import type { Where } from './credit.ts'
import type { Instant } from './date.ts'
import type { Entry } from './entry.ts'
import type { Fault } from './fault.ts'

/** A line that credits somebody, verbatim, taken out of the body. */
export interface DocumentLine {
  readonly text: string
  /** `end` for notes below (or above) the text, `byline` for who stands over it. */
  readonly where: Where
}

export interface ParsedDocument {
  /**
   * Title, dates, language, id, authors (those that the file declares), tags, and the body alone: without title,
   * date, byline, photo and credit lines, related articles and the address of the original. `link` is absent; where
   * the original stands is `canonical`.
   */
  readonly entry: Entry
  readonly canonical: CanonicalEvidence
  readonly creditLines: readonly DocumentLine[]
  /** All pictures, those of the body too; one without `url` is known by caption and credit only. */
  readonly photos: readonly ArticleMedia[]
  readonly related: readonly RelatedArticle[]
  /** From the file, else the caller's name for it, else the canonical URL's host. */
  readonly publication?: Publication
  /** Not to be seen before it. */
  readonly embargo?: Instant
  readonly faults: readonly Fault[]
}

export interface DocumentOptions {
  /** Name of the masthead, for files that don't name theirs. */
  readonly publication?: string
  /** The file's name without its ending: note keepers put the title there, and nowhere else. */
  readonly fileName?: string
}
