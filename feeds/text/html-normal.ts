/** Puts HTML into a plain, well-nested form of allowed elements, in one linear pass: the first stage of sanitize(). */

import { BARE, ELEMENTS, RENAMED, REQUIRED, VOID_ALLOWED } from './html-allowed.ts'
import { allowedAttributes, openTag, textHtml } from './html-attributes.ts'
import { attributesOf, decodeText, scanHtml, type TagToken } from './html-scan.ts'

/** Deeper elements are dropped, their text stays. Real articles stay below 40. */
const MAX_DEPTH = 100

/** The HTML in normal form: a form that every parser reads alike and that this function does not change. */
export function normalise(html: string, baseUrl?: string): string {
  const writer = new Writer(baseUrl)
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') writer.text(decodeText(html.slice(token.start, token.end)))
    else if (token.kind === 'open') writer.open(token, html)
    else writer.close(RENAMED[token.name] ?? token.name)
  }
  return writer.end()
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Elements that end an open paragraph (HTML standard 13.2.6.4.7). */
const ENDS_P = words(`
  address article aside blockquote details div dl dt dd figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p
  pre section summary table ul`)
const HEADINGS = words('h1 h2 h3 h4 h5 h6')
const TABLE_PARTS = words('caption tbody td tfoot th thead tr')
const CELLS = words('td th caption')
/** What an open element of the key's kind is looked for within, when the key starts or ends. */
const LIST_SCOPE = words(
  'ul ol table td th caption blockquote figure section article aside details',
)
const DL_SCOPE = words('dl table td th caption blockquote figure section article aside details')
const CELL_SCOPE = words('table td th caption')

class Writer {
  private out = ''
  private readonly stack: string[] = []
  /** Names of open elements with their number, so that a closing tag without an opening one costs nothing. */
  private readonly count = new Map<string, number>()
  private readonly baseUrl: string | undefined

  constructor(baseUrl: string | undefined) {
    this.baseUrl = baseUrl
  }

  text(text: string): void {
    if (this.inTable()) {
      if (text.trim() === '') return
      this.needCell()
    }
    this.out += textHtml(text)
  }

  open(token: TagToken, html: string): void {
    const name = RENAMED[token.name] ?? token.name
    if (!ELEMENTS.has(name)) return
    const attributes = allowedAttributes(name, attributesOf(html, token), this.baseUrl)
    if (!worthKeeping(name, attributes)) return
    if (VOID_ALLOWED.has(name)) this.void(name, attributes)
    else if (this.place(name)) this.push(name, attributes)
  }

  private void(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'source' && this.top() !== 'audio' && this.top() !== 'video') return
    if (this.place(name)) this.out += openTag(name, attributes, true)
  }

  close(name: string): void {
    // `</br>` is a break in every browser.
    if (name === 'br') this.void(name, NONE)
    else if (TABLE_PARTS.has(name) || name === 'table') this.popTo(name, TABLE_ONLY)
    else this.popTo(name, CELL_SCOPE)
  }

  end(): string {
    while (this.stack.length > 0) this.pop()
    return this.out
  }

  /** Closes what `name` ends and opens what it needs; false where it cannot stand here. */
  private place(name: string): boolean {
    if (TABLE_PARTS.has(name)) return this.placePart(name)
    if (this.stack.length >= MAX_DEPTH && !VOID_ALLOWED.has(name)) return false
    if (this.inTable()) this.needCell()
    if (ENDS_P.has(name)) this.popTo('p', CELL_SCOPE)
    if (HEADINGS.has(name)) for (const heading of HEADINGS) this.popTo(heading, CELL_SCOPE)
    if (name === 'li') this.popTo('li', LIST_SCOPE)
    if (name === 'dt' || name === 'dd') {
      this.popTo('dt', DL_SCOPE)
      this.popTo('dd', DL_SCOPE)
    }
    if (name === 'rt' || name === 'rp') {
      this.popTo('rt', RUBY_SCOPE)
      this.popTo('rp', RUBY_SCOPE)
    }
    if (name === 'a') this.popTo('a', CELL_SCOPE)
    return true
  }

  private placePart(name: string): boolean {
    if (!this.count.get('table')) {
      // What stood in cells stays apart.
      this.text(' ')
      return false
    }
    if (CELLS.has(name)) {
      for (const cell of CELLS) this.popTo(cell, TABLE_ONLY)
      if (name === 'caption') this.popTo('tr', TABLE_ONLY)
      else if (this.top() !== 'tr') this.push('tr', NONE)
      return true
    }
    for (const part of name === 'tr' ? ['tr'] : ['thead', 'tbody', 'tfoot', 'tr', 'caption'])
      this.popTo(part, TABLE_ONLY)
    if (name === 'tr') for (const cell of CELLS) this.popTo(cell, TABLE_ONLY)
    return true
  }

  private inTable(): boolean {
    const top = this.top()
    return top !== undefined && IN_TABLE.has(top)
  }

  private needCell(): void {
    if (this.top() !== 'tr') this.push('tr', NONE)
    this.push('td', NONE)
  }

  private top(): string | undefined {
    return this.stack.at(-1)
  }

  private push(name: string, attributes: ReadonlyMap<string, string>): void {
    this.out += openTag(name, attributes, false)
    this.stack.push(name)
    this.count.set(name, (this.count.get(name) ?? 0) + 1)
  }

  private pop(): void {
    const name = this.stack.pop()
    if (name === undefined) return
    this.out += `</${name}>`
    this.count.set(name, (this.count.get(name) ?? 1) - 1)
  }

  /** Closes the nearest `name` and all in it, if it is open and no element of `scope` stands between. */
  private popTo(name: string, scope: ReadonlySet<string>): void {
    if (!this.count.get(name)) return
    let at = this.stack.length - 1
    while (at >= 0 && this.stack[at] !== name) {
      if (scope.has(this.stack[at] ?? '')) return
      at--
    }
    while (at >= 0 && this.stack.length > at) this.pop()
  }
}

const NONE: ReadonlyMap<string, string> = new Map()
const TABLE_ONLY = words('table')
const RUBY_SCOPE = words('ruby table td th caption')
const IN_TABLE = words('table thead tbody tfoot tr')

const worthKeeping = (name: string, attributes: ReadonlyMap<string, string>): boolean => {
  const required = REQUIRED[name]
  if (required !== undefined) return attributes.has(required)
  return !BARE.has(name) || attributes.size > 0
}
