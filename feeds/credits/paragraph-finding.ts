/** Finds our credit paragraph in HTML, or in a text that a tool has made of it, so that it can be cut out. */

import { mergeCredits } from '../model/credit.ts'
import type { RawHtml } from '../model/html.ts'
import { paragraphs } from '../text/html.ts'
import { decodeText, scanHtml } from '../text/html-scan.ts'
import { readEndLine } from './line-reading.ts'
import {
  type CreditParagraph,
  isOurs,
  lineCredit,
  REACH,
  readChain,
  withoutPlace,
} from './paragraph-reading.ts'

export interface FoundParagraph {
  readonly paragraph: CreditParagraph
  /** `[start, end)` in the HTML: what to cut out. */
  readonly start: number
  readonly end: number
}

/** The blocks of the end among which it is looked for: tools add theirs behind it. */
const BLOCKS = 8
const MAX_SENTENCE = 400

/** Finds our credit paragraph near the end of HTML, or of a text that HTML was flattened to. */
export function findCreditParagraph(html: string): FoundParagraph | undefined {
  const from = tailStart(html)
  const blocks = paragraphs(html.slice(from) as RawHtml)
  for (const block of blocks.slice(-BLOCKS).reverse()) {
    const chain = readChain(block.text)
    if (!chain || !isOurs(chain)) continue
    const whole = chain.start === 0 && chain.end >= block.text.length
    const [start, end] = whole
      ? [block.start, block.end]
      : placeIn(html.slice(from), block.start, block.end, chain.start, chain.end)
    const paragraph = withLineBefore(withoutPlace(chain), block.text.slice(0, chain.start))
    return { paragraph, start: from + start, end: from + end }
  }
  return undefined
}

/**
 * Where a tool has joined all to one text, the sentence before may be the line that the body printed last, which the
 * paragraph does not repeat. It is read, but stays where it is.
 */
function withLineBefore(paragraph: CreditParagraph, before: string): CreditParagraph {
  const line = /(?:^|[.!?。]["”’»)]?\s)([^.!?。]+[.!?。]?)\s*$/.exec(
    before.slice(-MAX_SENTENCE),
  )?.[1]
  const credits = line ? readEndLine(line.trim()).credits.map(lineCredit) : []
  return { ...paragraph, credits: mergeCredits(paragraph.credits, credits) }
}

function tailStart(html: string): number {
  if (html.length <= REACH) return 0
  const tag = html.indexOf('<', html.length - REACH)
  return tag < 0 ? html.length - REACH : tag
}

/** Where `[start, end)` of a block's text stands in the HTML: offsets of the same count of visible characters. */
function placeIn(
  html: string,
  from: number,
  to: number,
  start: number,
  end: number,
): [number, number] {
  const offsets: number[] = []
  let space = true
  for (const token of scanHtml(html.slice(from, to))) {
    if (token.kind !== 'text') {
      if (token.name === 'br' && !space) offsets.push(from + token.start)
      if (token.name === 'br') space = true
      continue
    }
    for (const match of html
      .slice(from + token.start, from + token.end)
      .matchAll(/&[^;\s&]{1,32};?|[\s\S]/g)) {
      const text = decodeText(match[0])
      const blank = text.trim() === ''
      if (blank && space) continue
      space = blank
      for (let i = 0; i < text.length; i++) offsets.push(from + token.start + match.index)
    }
  }
  return [offsets[start] ?? from, offsets[end] ?? to]
}
