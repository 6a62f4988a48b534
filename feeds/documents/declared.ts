/** What the head of a file declares: YAML front matter, the fields of a JSON article, the structured data of a page. */

import type { ArticleMedia, Publication, RelatedArticle } from '../model/article.ts'
import type { CanonicalEvidence } from '../model/canonical.ts'
import type { DateText, Instant } from '../model/date.ts'
import type { DocumentLine } from '../model/document.ts'
import type { Category, Person, Rights, StatedCredit } from '../model/entry.ts'
import type { Fault } from '../model/fault.ts'

/** All optional; absent means not declared. */
export interface Declared {
  readonly title?: string
  readonly published?: DateText
  readonly updated?: DateText
  /** Not to be seen before it. */
  readonly embargo?: Instant
  readonly id?: string
  readonly language?: string
  readonly authors: readonly Person[]
  /** Others who took part, with their role where it is stated. */
  readonly contributors: readonly Person[]
  /** Parties that a field credits with a role. */
  readonly credits: readonly StatedCredit[]
  readonly tags: readonly Category[]
  readonly summary?: string
  readonly rights?: Rights
  readonly publication?: Publication
  readonly canonical: CanonicalEvidence
  readonly lines: readonly DocumentLine[]
  readonly photos: readonly ArticleMedia[]
  readonly related: readonly RelatedArticle[]
  readonly status?: string
  /** Address of what the article was made from, if another site's. */
  readonly basedOn?: string
  readonly faults: readonly Fault[]
}

export const UNDECLARED: Declared = {
  authors: [],
  contributors: [],
  credits: [],
  tags: [],
  canonical: {},
  lines: [],
  photos: [],
  related: [],
  faults: [],
}
