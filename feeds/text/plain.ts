/** Plain text out of what may be HTML: titles, names, terms. */

import { decodeEntities } from './entities.ts'

/** One line: white space collapsed and trimmed. */
export const oneLine = (text: string): string =>
  /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()

// a comment, a script, a tag (with ">" in a quoted value too) or a document type; "a < b" and "<3" are none of them
const MARKUP =
  /<!--[\s\S]*?-->|<!--|<(script|style)\b[^>]*>[\s\S]*?<\/\s*\1\s*>|<\/?[a-z](?:[^<>"']|"[^"<]*"|'[^'<]*'|["'])*>|<![a-z][^<>]*>/gi

/** The text of HTML that stands on one line, without its tags, entities decoded; an image alone is its alternative text. */
export function plainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return oneLine(html)
  if (!html.includes('<')) return oneLine(decodeEntities(html))
  const text = oneLine(decodeEntities(html.replace(MARKUP, '')))
  return (
    text || oneLine(decodeEntities(/\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(html)?.[1] ?? ''))
  )
}
