/** Plain text out of what may be HTML: titles, names, terms. Linear in its input, whatever stands in it. */

import { decodeEntities } from './entities.ts'

/** One line: white space collapsed and trimmed. */
export const oneLine = (text: string): string =>
  /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()

/** The text of HTML that stands on one line, without its tags, entities decoded; an image alone is its alternative text. */
export function plainText(html: string): string {
  if (!html.includes('<')) return oneLine(html.includes('&') ? decodeEntities(html) : html)
  const text = oneLine(decodeEntities(withoutMarkup(html)))
  return text || oneLine(decodeEntities(alternative(html)))
}

const alternative = (html: string): string => {
  const image = html.slice(0, 2000)
  return (
    /\balt\s*=\s*"([^"]*)"/i.exec(image)?.[1] ?? /\balt\s*=\s*'([^']*)'/i.exec(image)?.[1] ?? ''
  )
}

/** Without comments, scripts and tags; "a < b", "<3" and what is not closed stay. */
function withoutMarkup(html: string): string {
  const closers: Closers = new Map()
  let out = ''
  let start = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const end = endOfMarkup(html, at, closers)
    if (end > 0) {
      out += html.slice(start, at)
      start = end
    }
    at = html.indexOf('<', end > 0 ? end : at + 1)
  }
  return out + html.slice(start)
}

/** Where what closes something was found last: none is searched for twice over the same stretch. */
type Closers = Map<string, number>

/** End of the comment, script or tag at `at`; 0 where there is none. */
function endOfMarkup(html: string, at: number, closers: Closers): number {
  if (html.startsWith('<!--', at)) {
    const end = closer(html, '-->', at + 2, closers)
    return end < 0 ? at + 4 : end + 3
  }
  const name = /^<[/!]?([a-z]+)/i.exec(html.slice(at, at + 12))?.[1]?.toLowerCase()
  const end = name === undefined ? 0 : endOfTag(html, at)
  if (end === 0 || (name !== 'script' && name !== 'style') || html[at + 1] === '/') return end
  const close = closer(html, `</${name}`, end, closers)
  return close < 0 ? end : endOfTag(html, close) || end
}

function closer(html: string, text: string, from: number, closers: Closers): number {
  const known = closers.get(text)
  if (known !== undefined && (known < 0 || known >= from)) return known
  const found = html.indexOf(text, from)
  closers.set(text, found)
  return found
}

/** After the `>` of a tag, which may stand in quotes before that; 0 where another `<` comes first. */
function endOfTag(html: string, at: number): number {
  let quote = ''
  let quoted = 0
  for (let i = at + 1; i < html.length; i++) {
    const c = html[i]
    if (c === '<' && quote === '') break
    if (c === '>' && quote === '') return i + 1
    if (c === '>' && quoted === 0) quoted = i + 1
    if (c === '"' || c === "'") quote = quote === '' ? c : quote === c ? '' : quote
    // a quote that nobody closes is an apostrophe
    if (quote !== '' && i - at > 1000) break
  }
  return quoted
}
