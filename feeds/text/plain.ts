/** Plain text out of what may be HTML: titles, names, terms. */

import { decodeEntities } from './entities.ts'

/** One line: white space collapsed and trimmed. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

// an element's tag, a comment or a document type; "a < b" and "<3" are none
const MARKUP = /<!--[^]*?(?:-->|$)|<\/?[a-z][^<>]*>|<![a-z][^<>]*>/gi
const HIDDEN = /<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi
const QUOTED_GT = /<[a-z]\w*\s[^<>]*(?:"[^"]*>[^"]*"|'[^']*>[^']*')[^<>]*>/gi

/** The text of HTML that stands on one line, without its tags, entities decoded. */
export function plainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return oneLine(html)
  const text = html.includes('<') ? withoutTags(html) : html
  return oneLine(decodeEntities(text))
}

const withoutTags = (html: string): string =>
  html.replace(HIDDEN, '').replace(QUOTED_GT, '').replace(MARKUP, '')
