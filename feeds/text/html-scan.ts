/** Reads HTML into tags and text in one pass, tolerant of everything and linear in time: the base of paragraphs() and sanitize(). */

import { decodeHTML, decodeHTMLAttribute } from 'entities'

/** A piece of the HTML, `[start, end)` in UTF-16 units. Comments and the content of SKIPPED elements give no token. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | TagToken
export interface TagToken {
  readonly kind: 'open' | 'close'
  /** Lower case. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * Elements whose content is no text of the article. The first two also swallow the rest when they are not closed, as
 * in every browser; the others, unclosed, lose their tag alone, so that a careless `<iframe/>` costs no article.
 */
const SKIPPED = new Set([
  'script',
  'style',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'select',
  'svg',
  'template',
  'textarea',
  'title',
  'xmp',
])
const SWALLOWING = new Set(['script', 'style'])

export const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const SPACE = /\s/

/** Tags and text of `html` in order, by the tokenizer rules of the HTML standard, section 13.2.5, simplified. */
export function* scanHtml(html: string): Generator<HtmlToken> {
  const tags = new TagFinder(html)
  let text = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const found = tags.at(at)
    if (found) {
      if (at > text) yield { kind: 'text', start: text, end: at }
      if (found.token) yield found.token
      text = found.next
      at = html.indexOf('<', found.next)
    } else {
      at = html.indexOf('<', at + 1)
    }
  }
  if (html.length > text) yield { kind: 'text', start: text, end: html.length }
}

interface Found {
  /** Absent for comments and skipped elements. */
  readonly token?: TagToken
  readonly next: number
}

/** Finds what a `<` opens. Keeps what it has learnt of the document, so that no hostile input is read twice. */
class TagFinder {
  private readonly html: string
  /** False after a quote that nothing closes: from there on `>` alone ends a tag. */
  private quotes = true
  private readonly unclosed = new Set<string>()

  constructor(html: string) {
    this.html = html
  }

  /** What stands at `start`, a `<`; undefined where it is only text. */
  at(start: number): Found | undefined {
    const second = this.html.charCodeAt(start + 1)
    if (isLetter(second)) return this.open(start)
    if (second === 47) return this.close(start)
    // "!" and "?"
    return second === 33 || second === 63 ? this.comment(start) : undefined
  }

  private open(start: number): Found {
    const end = this.tagEnd(start + 1)
    // A tag that the text ends in is dropped, as browsers do.
    if (end < 0) return { next: this.html.length }
    const name = tagName(this.html, start + 1, end)
    if (SKIPPED.has(name)) return this.skip(name, end)
    return { token: { kind: 'open', name, start, end }, next: end }
  }

  private close(start: number): Found | undefined {
    if (!isLetter(this.html.charCodeAt(start + 2))) return this.bogus(start)
    const end = this.tagEnd(start + 2)
    if (end < 0) return { next: this.html.length }
    return {
      token: { kind: 'close', name: tagName(this.html, start + 2, end), start, end },
      next: end,
    }
  }

  private comment(start: number): Found | undefined {
    if (!this.html.startsWith('<!--', start)) return this.bogus(start)
    for (const short of ['<!-->', '<!--->'])
      if (this.html.startsWith(short, start)) return { next: start + short.length }
    const end = this.html.indexOf('-->', start + 4)
    return { next: end < 0 ? this.html.length : end + 3 }
  }

  private bogus(start: number): Found | undefined {
    const end = this.html.indexOf('>', start)
    return end < 0 ? undefined : { next: end + 1 }
  }

  private skip(name: string, from: number): Found {
    const end = this.unclosed.has(name) ? -1 : this.closingTag(name, from)
    if (end >= 0) return { next: end }
    this.unclosed.add(name)
    return { next: SWALLOWING.has(name) ? this.html.length : from }
  }

  private closingTag(name: string, from: number): number {
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
    closing.lastIndex = from
    const match = closing.exec(this.html)
    if (!match) return -1
    const end = this.html.indexOf('>', match.index)
    return end < 0 ? this.html.length : end + 1
  }

  /** Offset behind the `>` of the tag whose name starts at `from`; -1 if there is none. */
  private tagEnd(from: number): number {
    const { html } = this
    if (!this.quotes) return html.indexOf('>', from) + 1 || -1
    for (let at = from; at < html.length; at++) {
      const char = html.charCodeAt(at)
      if (char === 62) return at + 1
      if (char !== 61) continue
      const value = skipSpace(html, at + 1)
      const quote = html.charAt(value)
      if (quote !== '"' && quote !== "'") continue
      at = html.indexOf(quote, value + 1)
      if (at >= 0) continue
      this.quotes = false
      return html.indexOf('>', from) + 1 || -1
    }
    return -1
  }
}

function skipSpace(html: string, from: number): number {
  let at = from
  while (at < html.length && SPACE.test(html.charAt(at))) at++
  return at
}

function tagName(html: string, from: number, end: number): string {
  let at = from
  while (at < end) {
    const char = html.charCodeAt(at)
    if (char === 62 || char === 47 || char <= 32) break
    at++
  }
  const written = html.slice(from, at)
  return NAMES.get(written) ?? lowered(written)
}

/** Names in lower case by how they are written. */
const NAMES = new Map<string, string>()
const MOST_NAMES = 500

function lowered(written: string): string {
  const name = written.toLowerCase()
  if (NAMES.size < MOST_NAMES && name.length < 20) NAMES.set(written, name)
  return name
}

const ATTRIBUTE = /([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>"'][^\s>]*)))?/y

/** At most this many attributes of a tag are read. */
const MAX_ATTRIBUTES = 60

/** The attributes of an open tag: names in lower case, values decoded, the first of a name wins. */
export function attributesOf(html: string, tag: TagToken): Map<string, string> {
  const found = new Map<string, string>()
  const source = html.slice(tag.start + 1 + tag.name.length, tag.end - 1)
  let at = 0
  while (at < source.length && found.size < MAX_ATTRIBUTES) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(source)
    if (!match) {
      at++
      continue
    }
    at = ATTRIBUTE.lastIndex
    const name = (match[1] ?? '').toLowerCase()
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    if (!found.has(name)) found.set(name, value.includes('&') ? decodeHTMLAttribute(value) : value)
  }
  return found
}

/** Text with its character references decoded. */
export const decodeText = (text: string): string => (text.includes('&') ? decodeHTML(text) : text)
