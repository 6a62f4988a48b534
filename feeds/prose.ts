/** The texts of an entry without the credit paragraph that a publisher of ours wrote into them. */

import { type CreditParagraph, findCreditParagraph } from './credits/paragraph.ts'
import type { Entry } from './model/entry.ts'
import { type RawHtml, rawHtml } from './model/html.ts'
import { textOf } from './text/html.ts'

export interface Prose {
  readonly body?: RawHtml
  /** Plain text; absent where the summary is all that there is, and so the body. */
  readonly summary?: string
  /** What the credit paragraph says, if there was one. */
  readonly paragraph?: CreditParagraph
}

export function readProse(entry: Entry): Prose {
  const html = entry.content ?? entry.summary
  const found = html ? findCreditParagraph(html) : undefined
  const summary = entry.content && entry.summary ? entry.summary : undefined
  const inSummary = summary ? findCreditParagraph(summary) : undefined
  const text = summary ? textOf(cutOut(summary, inSummary)) : ''
  const paragraph = found?.paragraph ?? inSummary?.paragraph
  return {
    ...(html ? { body: cutOut(html, found) } : {}),
    ...(text ? { summary: text } : {}),
    ...(paragraph ? { paragraph } : {}),
  }
}

const cutOut = (html: RawHtml, found: { start: number; end: number } | undefined): RawHtml =>
  found ? rawHtml(html.slice(0, found.start) + html.slice(found.end)) : html
