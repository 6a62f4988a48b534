/** The blocks of an article's HTML, in order, with what a reader sees in each: the common ground of all documents. */

import { BLOCKS } from '../text/html-elements.ts'
import { imageOf } from '../text/html-image.ts'
import {
  attributesOf,
  decodeText,
  scanHtml,
  type TagToken,
  VOID_ELEMENTS,
} from '../text/html-scan.ts'

export interface Run {
  readonly text: string
  /** In bold or italics. */
  readonly set: boolean
  readonly href?: string
}

export interface Picture {
  readonly src: string
  readonly alt?: string
  readonly title?: string
  readonly width?: number
  readonly height?: number
}

export interface Block {
  readonly html: string
  /** The element's name; empty for bare text. */
  readonly name: string
  /** Plain text, white space collapsed, a `<br>` as a line break; empty for a block of pictures. */
  readonly text: string
  readonly runs: readonly Run[]
  readonly pictures: readonly Picture[]
}

const CONTAINERS = new Set([
  'article',
  'body',
  'center',
  'div',
  'footer',
  'header',
  'html',
  'main',
  'section',
])

/** Splits HTML into its outermost blocks; containers (div, section, article) are opened. Blank ones are left out. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = []
  for (const [start, end, name] of spansOf(html)) {
    const block = blockOf(html.slice(start, end), name)
    if (block.text !== '' || block.pictures.length > 0 || name === 'hr') blocks.push(block)
  }
  return blocks
}

/** `[start, end, name]` of each block. Linear: an element is looked into once. */
function* spansOf(html: string): Generator<[number, number, string]> {
  let bare = 0
  let open: TagToken | undefined
  let depth = 0
  for (const token of scanHtml(html)) {
    if (token.kind === 'text' || !BLOCKS.has(token.name)) continue
    if (open) {
      const ends = isNextParagraph(open, token)
      if (!ends && token.name === open.name) depth += token.kind === 'open' ? 1 : -1
      if (!ends && depth > 0) continue
      yield [open.start, ends ? token.start : token.end, open.name]
      bare = ends ? token.start : token.end
      open = undefined
      if (!ends) continue
    }
    if (bare < token.start) yield [bare, token.start, '']
    bare = token.end
    if (token.kind === 'close' || CONTAINERS.has(token.name)) continue
    if (VOID_ELEMENTS.has(token.name)) yield [token.start, token.end, token.name]
    else {
      open = token
      depth = 1
    }
  }
  yield [open?.start ?? bare, html.length, open?.name ?? '']
}

/** An open `p` ends where any other block begins, or a container closes. */
const isNextParagraph = (open: TagToken, token: TagToken): boolean =>
  open.name === 'p' && (token.kind === 'open' || token.name !== 'p')

function blockOf(html: string, name: string): Block {
  const runs: Run[] = []
  const pictures: Picture[] = []
  let set = 0
  let href: string | undefined
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') {
      runs.push(
        run(
          decodeText(html.slice(token.start, token.end)).replace(/[^\S\u3000]+/g, ' '),
          set > 0,
          href,
        ),
      )
    } else if (token.name === 'br') runs.push(run('\n', set > 0, href))
    else if (SET.has(token.name)) set = Math.max(0, set + (token.kind === 'open' ? 1 : -1))
    else if (token.name === 'a')
      href = token.kind === 'open' ? attributesOf(html, token).get('href') : undefined
    else if (token.name === 'img') pictures.push(...picturesOf(html, token))
    else if (BLOCKS.has(token.name)) runs.push(run('\n', false, undefined))
  }
  return { html, name, text: plain(runs), runs: runs.filter(({ text }) => text !== ''), pictures }
}

const SET = new Set(['b', 'em', 'i', 'strong', 'cite'])

const run = (text: string, set: boolean, href: string | undefined): Run => ({
  text,
  set,
  ...(href === undefined ? {} : { href }),
})

function picturesOf(html: string, token: TagToken): Picture[] {
  if (token.kind === 'close') return []
  const attributes = attributesOf(html, token)
  const image = imageOf(attributes)
  const title = attributes.get('title')
  return image ? [{ ...image, ...(title ? { title } : {}) }] : []
}

/** The text of some runs: white space collapsed, line breaks kept. */
export const plain = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/[^\S\n\u3000]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()

const isBlank = (text: string): boolean => text.trim() === ''

/** Whether all of the text is in bold or italics. */
export const isSet = (block: Block): boolean =>
  block.runs.some(({ text }) => !isBlank(text)) &&
  block.runs.every(({ set, text }) => set || /^[\s.,;:()[\]–—-]*$/.test(text))

/** The text before, and the bold or italic text that ends the block; undefined where it does not end in such. */
export function trailingSet(
  block: Block,
): { readonly lead: string; readonly tail: string } | undefined {
  const runs = block.runs
  let at = runs.length
  while (at > 0 && (runs[at - 1]?.set || isBlank(runs[at - 1]?.text ?? ''))) at--
  const tail = plain(runs.slice(at))
  const lead = plain(runs.slice(0, at))
  return tail === '' || lead === '' ? undefined : { lead, tail }
}

export interface BlockLink {
  readonly text: string
  readonly href: string
}

/** The links of a block, neighbouring runs of one link joined. */
export function linksOf(block: Block): BlockLink[] {
  const links: { text: string; href: string }[] = []
  let before: string | undefined
  for (const { text, href } of block.runs) {
    const last = links.at(-1)
    if (href !== undefined && href === before && last) last.text += text
    else if (href !== undefined) links.push({ text, href })
    before = href
  }
  return links
    .map(({ text, href }) => ({ text: text.replace(/[^\S\u3000]+/g, ' ').trim(), href }))
    .filter(({ text }) => text !== '')
}

/** The text outside of links. */
export const unlinkedText = (block: Block): string =>
  plain(block.runs.filter(({ href }) => href === undefined))

/** The length of a text as it is felt: a character of Han, kana or hangul says what three letters do. */
export const weightOf = (text: string): number =>
  text.length + 2 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0)
