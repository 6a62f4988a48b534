/** How an item is shown. */

import type { Presentation } from '../model/channel.ts'

/** With the article, all that a fragment depends on. */
export type ItemPresentation = Pick<Presentation, 'links' | 'fullText' | 'creditParagraph'> & {
  /** Our page of the article, absolute. */
  readonly pageUrl?: string | undefined
}
