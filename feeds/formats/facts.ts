/** What all formats say of an item: read from the article, which takes half of the time, once for all of them. */

import type { CleanArticle } from '../model/article.ts'
import { recordJsonOf } from '../model/provenance.ts'
import { datesOf, filesOf, type ItemDates, type ItemFiles } from './item.ts'
import { type Parties, partiesOf } from './parties.ts'
import type { ItemPresentation } from './presentation.ts'
import { type ItemProse, proseOf } from './prose.ts'

export interface ItemFacts {
  readonly prose: ItemProse
  readonly dates: ItemDates
  readonly parties: Parties
  readonly files: ItemFiles
  /** The record as canonical JSON. */
  readonly record: string
}

export const factsOf = (article: CleanArticle, presentation: ItemPresentation): ItemFacts => ({
  prose: proseOf(article, presentation),
  dates: datesOf(article),
  parties: partiesOf(article),
  files: filesOf(article),
  record: recordJsonOf(article),
})
