/** Text and markup of the element that the scanner of xml.ts just opened, however it was written. */

import { decodeEntities, escapeText } from './entities.ts'
import { readOn, type Xml } from './xml.ts'
import { advance } from './xml-tags.ts'

/** How an element's content is to be taken. */
type Manner =
  /** Tags inside are left out; a known sibling ends an unclosed element at once. */
  | 'text'
  /** Tags inside stay: HTML that was not escaped. */
  | 'html'
  /** As html, and CDATA is text in it. */
  | 'xhtml'

/** Text of the element that was just opened, trimmed, to behind its end tag. */
export const readText = (x: Xml): string => read(x, 'text')

/**
 * Content of the element that was just opened, trimmed, to behind its end tag: decoded text, or the markup as written
 * where elements stand in it (`x.inline` tells).
 */
export const readContent = (x: Xml, xhtml = false): string => read(x, xhtml ? 'xhtml' : 'html')

function read(x: Xml, manner: Manner): string {
  x.inline = false
  if (x.empty) return ''
  const own = x.low
  x.owner = x.tag.written
  x.expected = x.tag
  const simple = readSimple(x)
  if (simple !== undefined) return simple
  const long = readLong(x)
  if (!long) return readAny(x, own, manner)
  SPACE.lastIndex = x.pos
  const space = SPACE.exec(x.text)?.[0] ?? ''
  const rest = readSimple(x) ?? readAny(x, own, manner)
  return rest ? long + space + rest : long
}

const SPACE = /\s*/y

/** What nearly every element is: text up to its own end tag. */
export function readSimple(x: Xml): string | undefined {
  const lt = x.text.indexOf('<', x.pos)
  if (lt < 0 || !endsHere(x, lt)) return undefined
  // trimmed before references are decoded: a text put together of many pieces is joined by who first looks into it
  const text = trimmed(x.text, x.pos, lt)
  const said = holdsReference(x, lt) ? decode(x, text) : text
  x.pos = lt + x.tag.length + 3
  return freed(said)
}

/** `text.slice(start, end).trim()`, where white space is mostly ASCII. */
function trimmed(text: string, start: number, end: number): string {
  let from = start
  let to = end
  while (from < to && text.charCodeAt(from) <= 32) from++
  while (to > from && text.charCodeAt(to - 1) <= 32) to--
  const slice = text.slice(from, to)
  return text.charCodeAt(from) < 128 && text.charCodeAt(to - 1) < 128 ? slice : slice.trim()
}

/** Whether an "&" stands before position `to`: it is looked for once, not in every text. */
function holdsReference(x: Xml, to: number): boolean {
  if (x.ampersand < x.base + x.pos) {
    const at = x.text.indexOf('&', x.pos)
    x.ampersand = x.base + (at < 0 ? x.text.length : at)
  }
  return x.ampersand < x.base + to
}

/** Characters; longer texts make up most of what they hold on to. */
const SMALL = 4096

/** Characters; so short a text is always a copy. */
const SHORT = 12

/**
 * A copy of a small text. Engines keep a slice as a reference into the text that it was cut from, so that a title that
 * somebody keeps would keep the whole window with it.
 */
export const freed = (text: string): string =>
  text.length > SHORT && text.length < SMALL ? ` ${text}`.slice(1) : text

const endsHere = (x: Xml, lt: number): boolean =>
  x.text.charCodeAt(lt + 1) === 47 &&
  x.text.charCodeAt(lt + 2 + x.tag.length) === 62 &&
  x.text.startsWith(x.tag.written, lt + 2)

/**
 * Text that goes on behind the window, up to white space in the window that a tag stands in: a window that grew would be
 * copied each time.
 */
function readLong(x: Xml): string {
  let text = ''
  while (!x.text.includes('<', x.pos)) {
    // the end may cut a reference in two
    const ampersand = x.text.indexOf('&', Math.max(x.pos, x.text.length - LONGEST_REFERENCE))
    const said = x.text.slice(x.pos, ampersand < 0 ? x.text.length : ampersand).trimEnd()
    text += decode(x, text ? said : said.trimStart())
    x.pos += said.length
    if (!readOn(x)) break
  }
  return text
}

const LONGEST_REFERENCE = 40

/** Everything else: CDATA alone, or pieces. */
function readAny(x: Xml, own: string, manner: Manner): string {
  if (advance(x, 0) === 'cdata' && manner !== 'xhtml') {
    const alone = x.at === 0 || x.text.slice(x.pos, x.pos + x.at).trim() === ''
    const { end, section } = x
    if (alone && advance(x, end) === 'close' && x.low === own) {
      const after = x.text.slice(x.pos + end, x.pos + x.at).trimEnd()
      x.pos += x.end
      return freed(after ? section.trimStart() + decode(x, after) : section.trim())
    }
  }
  return readPieces(x, own, manner)
}

export function decode(x: Xml, text: string): string {
  if (!text.includes('&')) return text
  return decodeEntities(text, (name) => {
    if (/^#?\w+$/.test(name)) x.faults.add('entity_unknown', `The entity &${name}; is not known.`)
    else x.faults.add('ampersand_bare', 'An "&" is not written as &amp;.')
  })
}

interface Pieces {
  /** Alternating: text as written, then markup or CDATA. */
  readonly text: string[]
  readonly markup: string[]
  /** Which markup is a CDATA section. */
  readonly sections: Set<number>
}

/** The general way: CDATA and text in turns, markup inside, or no end tag. */
function readPieces(x: Xml, own: string, manner: Manner): string {
  const pieces: Pieces = { text: [], markup: [], sections: new Set() }
  let depth = 0
  let offset = 0
  let sibling = -1
  let before = 0
  for (;;) {
    const token = advance(x, offset)
    const mine = (token === 'open' || token === 'close') && x.low === own
    if (mine && token === 'close' && depth-- === 0) {
      pieces.text.push(x.text.slice(x.pos + offset, x.pos + x.at))
      x.pos += x.end
      return join(x, pieces, pieces.text.length, manner)
    }
    if (token === 'open' && sibling < 0 && x.rows.has(x.key)) {
      sibling = x.at
      before = pieces.text.length + 1
    }
    const hasty = sibling === x.at && (manner === 'text' || x.rewound > LIMIT + x.base)
    if (hasty || token === 'end' || (token === 'close' && x.open.includes(x.low))) {
      pieces.text.push(x.text.slice(x.pos + offset, x.pos + x.at))
      return unclosed(x, pieces, sibling, before, manner)
    }
    if (mine && token === 'open' && !x.empty) depth++
    pieces.text.push(x.text.slice(x.pos + offset, x.pos + x.at))
    if (token === 'cdata') pieces.sections.add(pieces.markup.length)
    else if (token !== 'other') x.inline = true
    pieces.markup.push(
      token === 'cdata'
        ? x.section
        : token === 'other'
          ? ''
          : x.text.slice(x.pos + x.at, x.pos + x.end),
    )
    offset = x.end
  }
}

/** Characters that may be read a second time, beyond as many as were read already. */
export const LIMIT = 200_000

/** The element ends before the first sibling in it, which is then read again, or before its parent's end. */
function unclosed(x: Xml, p: Pieces, sibling: number, before: number, manner: Manner): string {
  x.faults.add('element_unclosed', `An element is not closed: ${x.owner.slice(0, 60)}`)
  if (sibling < 0) {
    x.pos += x.at
    return join(x, p, p.text.length, manner)
  }
  x.rewound += x.at - sibling
  x.pos += sibling
  x.truncated = false
  x.inline = p.markup.slice(0, before - 1).some((m, i) => m !== '' && !p.sections.has(i))
  return join(x, p, before, manner)
}

function join(x: Xml, { text, markup, sections }: Pieces, count: number, manner: Manner): string {
  const escaped = !x.inline || manner === 'text' || text.some((t) => /&lt;\/?[a-z]/i.test(t))
  const decoded = escaped && manner !== 'xhtml'
  let out = ''
  for (let i = 0; i < count; i++) {
    const piece = text[i] ?? ''
    out += decoded ? decode(x, piece) : piece
    if (i === count - 1) break
    const between = markup[i] ?? ''
    if (sections.has(i)) out += manner === 'xhtml' ? escapeText(between) : between
    else if (manner !== 'text') out += between
  }
  return freed(out.trim())
}
