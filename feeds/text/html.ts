/** HTML read as text: its paragraphs and its plain text; cleans nothing. The door to the other html files of this folder. */

import type { RawHtml } from '../model/html.ts'
import { BLOCKS, isHtmlElement } from './html-elements.ts'
import { decodeText, scanHtml, type TagToken, VOID_ELEMENTS } from './html-scan.ts'

export { firstImage, type HtmlImage } from './html-image.ts'
export { MAX_HTML, SANITIZE_VERSION, sanitize } from './sanitize.ts'

export type BlockKind =
  | 'p'
  | 'heading'
  | 'caption'
  | 'list'
  | 'quote'
  | 'pre'
  | 'table'
  /** Text in no paragraph of its own: bare, or in a div. */
  | 'other'

export interface Paragraph {
  /** Plain text: references decoded, white space collapsed (not the ideographic space); a single `<br>` is a line break. Never empty. */
  readonly text: string
  /** The block in the HTML, `[start, end)`, with its own tags where it has some: what to cut out to remove it. */
  readonly start: number
  readonly end: number
  readonly block: BlockKind
}

/** The paragraphs of `html` in order, in linear time. Tolerates bare text, `<br><br>`, div soup and unclosed tags. */
export function paragraphs(html: RawHtml): readonly Paragraph[] {
  if (last?.html !== html) last = { html, found: readParagraphs(html) }
  return last.found
}

/** What was read last: of one body, several things are asked in turn. */
let last: { readonly html: string; readonly found: readonly Paragraph[] } | undefined

function readParagraphs(html: string): Paragraph[] {
  const found: Paragraph[] = []
  const around: TagToken[] = []
  let piece = new Piece(html)
  const flush = (boundary?: TagToken) => {
    const paragraph = piece.end(boundary, around)
    if (paragraph) found.push(paragraph)
    piece = new Piece(html, boundary?.kind === 'open' ? boundary : undefined)
  }
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') piece.addText(token.start, token.end)
    else if (token.name === 'br') {
      if (piece.addBreak(token)) flush()
    } else if (BLOCKS.has(token.name)) {
      flush(token)
      step(around, token)
    } else piece.addInline(token)
  }
  flush()
  return found
}

/** Keeps the list of open blocks; a closing tag closes what it can find among the nearest ones. */
function step(around: TagToken[], token: TagToken): void {
  if (token.kind === 'open') {
    // A block without text of its own depth (`<p>` in `<p>`) replaces its like, or unclosed tags would pile up.
    if (around.at(-1)?.name === token.name && SELF_REPLACING.has(token.name)) around.pop()
    if (!VOID_ELEMENTS.has(token.name)) around.push(token)
    return
  }
  for (let at = around.length - 1; at >= Math.max(0, around.length - REACH); at--) {
    if (around[at]?.name !== token.name) continue
    around.length = at
    return
  }
}

const SELF_REPLACING = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd'])
/** How far out a closing tag is looked for, and a kind of block is taken from: keeps hostile nesting linear. */
const REACH = 32

const KINDS: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quote',
  caption: 'caption',
  dd: 'list',
  dt: 'list',
  figcaption: 'caption',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list',
  pre: 'pre',
  td: 'table',
  th: 'table',
}

/** Innermost block that has a kind; a plain `p` counts only where nothing around it has one. */
function kindOf(around: readonly TagToken[]): BlockKind {
  let plain: BlockKind = 'other'
  for (const open of around.slice(-REACH).reverse()) {
    const kind = KINDS[open.name]
    if (kind) return kind
    if (open.name === 'p') plain = 'p'
  }
  return plain
}

/** The text between two block boundaries. */
class Piece {
  private readonly html: string
  /** The block tag that this piece follows at once. */
  private readonly opened: TagToken | undefined
  private text = ''
  private from = -1
  private to = -1
  private breaks: TagToken | undefined

  constructor(html: string, opened?: TagToken) {
    this.html = html
    this.opened = opened
  }

  addText(start: number, end: number): void {
    const text = decodeText(this.html.slice(start, end))
    const blank = text.trim() === ''
    if (this.breaks && !blank) {
      this.text += '\n'
      this.breaks = undefined
    }
    // Inside a line, line ends of the source are spaces.
    if (this.text !== '' || !blank) this.text += spaced(text)
    if (!blank) this.reach(start, end)
  }

  addInline(token: TagToken): void {
    if (token.name === 'img' && this.from < 0) return
    this.reach(token.start, token.end)
  }

  /** True where this break ends the piece: the second in a row. */
  addBreak(token: TagToken): boolean {
    if (this.text === '') return false
    if (this.breaks) return true
    this.breaks = token
    return false
  }

  private reach(start: number, end: number): void {
    if (this.from < 0) this.from = start
    this.to = end
  }

  end(boundary: TagToken | undefined, around: readonly TagToken[]): Paragraph | undefined {
    const text = tidy(this.text)
    if (text === '') return undefined
    const { opened } = this
    const whole = opened && LEAVES.has(opened.name)
    const closed = whole && boundary?.kind === 'close' && boundary.name === opened.name
    const start = whole && (closed || IMPLIED_END.has(opened.name)) ? opened.start : this.from
    const end = closed ? boundary.end : this.to
    return { text, start, end, block: kindOf(around) }
  }
}

/** Blocks that the next one ends. */
const IMPLIED_END = new Set(['p', 'li', 'dt', 'dd'])

/** Blocks that are removed with their tags when they held one paragraph alone. Cells stay, or rows would shift. */
const LEAVES = new Set([
  'address',
  'blockquote',
  'dd',
  'div',
  'dt',
  'figcaption',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'li',
  'p',
  'pre',
  'section',
])

/** White space collapsed; most text has single spaces alone. */
const spaced = (text: string): string =>
  LOOSE.test(text) ? text.replace(/[^\S\u3000]+/g, ' ') : text

const LOOSE = /[^\S \u3000]| {2}/

/** What spaced() left: spaces where two pieces meet, around line breaks and at the ends. */
function tidy(text: string): string {
  const single = text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text
  return (single.includes('\n') ? single.replace(/ ?\n ?/g, '\n') : single).trim()
}

/**
 * The plain text of a title, a name or a body: known tags removed, references decoded once, white space collapsed.
 * `<T>` in "Set<T>" is no HTML tag and stays.
 */
export function textOf(html: string): string {
  if (!html.includes('<')) return collapse(decodeText(html))
  let text = ''
  for (const token of scanHtml(html)) {
    if (token.kind === 'text' || !isHtmlElement(token.name))
      text += decodeText(html.slice(token.start, token.end))
    else if (token.name === 'br' || BLOCKS.has(token.name)) text += ' '
  }
  return collapse(text)
}

// Overriding the direction of letters (UAX 9, 2.2) has no use in a title but to disguise.
const collapse = (text: string): string => spaced(text.replace(/[\u202d\u202e]+/g, '')).trim()

/** Text as HTML: safe in element content and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  SPECIAL.test(text) ? text.replace(EACH_SPECIAL, (c) => ESCAPES[c] ?? c) : text

const SPECIAL = /[&<>"']/
const EACH_SPECIAL = new RegExp(SPECIAL, 'g')

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
