/** How much of an article is kept: what fits into a row of the tightest runtime, on every runtime alike. */

import type { Article } from '../feeds/model/article.ts'
import type { Fault } from '../feeds/model/fault.ts'

/** D1 keeps at most 2 MB a row and a bound value; a character takes up to three bytes, as JSON more. */
const MOST_BYTES = 900_000
export const MOST_CHARACTERS = 250_000
const MOST_TITLE = 10_000

/** Of tags, pictures, people and the like; feeds state a handful. */
const MOST_LISTED = 1000

/** Cuts what a row cannot hold, and says so. */
export function cutToFit(article: Article): { article: Article; faults: Fault[] } {
  const { title = '', summary = '', body } = article
  const cuts: { -readonly [K in keyof Article]?: unknown } = {}
  if (title.length > MOST_TITLE) cuts.title = title.slice(0, MOST_TITLE).toWellFormed()
  if (summary.length > MOST_CHARACTERS)
    cuts.summary = summary.slice(0, MOST_CHARACTERS).toWellFormed()
  const html = body && cutBytes(body.html)
  if (html !== body?.html) cuts.body = { clean: false, html }
  for (const field of LISTS)
    if (article[field].length > MOST_LISTED) cuts[field] = article[field].slice(0, MOST_LISTED)
  const fields = Object.keys(cuts)
  if (fields.length === 0) return { article, faults: [] }
  return { article: { ...article, ...cuts } as Article, faults: fields.map(cut) }
}

const LISTS = ['credits', 'creditText', 'via', 'media', 'enclosures', 'tags', 'related'] as const

function cutBytes(text: string): string {
  if (text.length * 3 <= MOST_BYTES) return text
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= MOST_BYTES) return text
  return new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)).replace(/\uFFFD+$/, '')
}

export const cut = (at: string): Fault => ({
  code: 'too_long',
  at,
  text: `The ${at} is longer than the store keeps; the rest was left out.`,
})
