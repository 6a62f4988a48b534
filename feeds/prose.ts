/** The texts of an entry without the credit paragraph that a publisher of ours wrote into them. */

import { type CreditParagraph, findCreditParagraph } from './credits/paragraph.ts'
import { REACH } from './credits/paragraph-reading.ts'
import type { Draft } from './model/draft.ts'
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
  const found = html ? findOurs(html) : undefined
  const summary = entry.content && entry.summary ? entry.summary : undefined
  const inSummary = summary ? findOurs(summary) : undefined
  const text = summary ? textOf(cutOut(summary, inSummary)) : ''
  const paragraph = found?.paragraph ?? inSummary?.paragraph
  const prose: Draft<Prose> = {}
  if (html) prose.body = cutOut(html, found)
  if (text) prose.summary = text
  if (paragraph) prose.paragraph = paragraph
  return prose
}

/** Our paragraph is labels before colons: where its reach holds no colon but those of web addresses, none is looked for. */
const findOurs = (html: string) =>
  mayHoldLabel(html.length > REACH ? html.slice(-REACH) : html)
    ? findCreditParagraph(html)
    : undefined

function mayHoldLabel(html: string): boolean {
  for (let at = html.indexOf(':'); at >= 0; at = html.indexOf(':', at + 1))
    if (!html.startsWith('http', at - 4) && !html.startsWith('https', at - 5)) return true
  return html.includes('：') || (html.includes('&') && COLON.test(html))
}

/** A colon as a reference. */
const COLON = /&(?:colon|#0*(?:58|65306)(?!\d)|#x0*(?:3a|ff1a)(?![\da-f]))/i

const cutOut = (html: RawHtml, found: { start: number; end: number } | undefined): RawHtml =>
  found ? rawHtml(html.slice(0, found.start) + html.slice(found.end)) : html
