/** Reading elements with the scanner of xml.ts: attributes, text, markup, children, and what to pass over. */

import { decodeEntities, escapeText } from './entities.ts'
import { resolveUrl } from './url.ts'
import { advance, type Row, type Rows, readOn, type Xml } from './xml.ts'

/** Goes to the next start or end tag; false at the end of the document. Text in between is passed over. */
export function nextTag(x: Xml): 'open' | 'close' | undefined {
  x.owner = ''
  for (;;) {
    const token = advance(x, 0)
    x.pos += x.end
    x.used = x.end - x.at
    if (token === 'open' || token === 'close') return token
    if (token === 'end') return undefined
  }
}

/** Steps back before the tag that nextTag() went past. */
export const unread = (x: Xml): void => {
  x.pos -= x.used
}

/** Value of an attribute of the last start tag, decoded and trimmed; by lower-case name as written. */
export function attribute(x: Xml, name: string): string | undefined {
  if (!x.attributes) return undefined
  x.parsed ??= parseAttributes(x.attributes)
  const at = x.parsed.indexOf(name)
  return at < 0 || at % 2 === 1 ? undefined : x.parsed[at + 1]?.trim() || undefined
}

/**
 * Names and values in turns; the first of two attributes with one name counts. A value without quotes ends at white
 * space, one whose quote was forgotten at the end of the tag.
 */
function parseAttributes(text: string): string[] {
  const parsed: string[] = []
  for (let at = 0; at < text.length; ) {
    const start = pastSpace(text, at)
    let end = start
    while (end < text.length && !endsName(text.charCodeAt(end))) end++
    const equals = pastSpace(text, end)
    if (text.charCodeAt(equals) !== EQUALS) {
      if (end > start) parsed.push(text.slice(start, end).toLowerCase(), '')
      at = Math.max(end, start + 1)
      continue
    }
    const open = pastSpace(text, equals + 1)
    const quote = text.charAt(open)
    const quoted = quote === '"' || quote === "'"
    const from = quoted ? open + 1 : open
    const close = quoted ? text.indexOf(quote, from) : spaceAfter(text, from)
    const to = close < 0 ? text.length : close
    const value = text.slice(from, to)
    parsed.push(text.slice(start, end).toLowerCase(), freed(decodeEntities(value)))
    at = quoted ? to + 1 : Math.max(to, equals + 1)
  }
  return parsed
}

const EQUALS = 61

/** White space, "=", "/", and quotes, which belong to no name. */
const endsName = (c: number): boolean => c <= 32 || c === EQUALS || c === 47 || c === 34 || c === 39

function pastSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at
}

function spaceAfter(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) > 32) at++
  // <a href=x/>: the slash ends the tag
  return at === text.length && text.endsWith('/') ? at - 1 : at
}

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
  x.owner = x.name
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
function readSimple(x: Xml): string | undefined {
  const lt = x.text.indexOf('<', x.pos)
  if (lt < 0 || !endsHere(x, lt)) return undefined
  // trimmed before references are decoded: a text put together of many pieces is joined by who first looks into it
  const text = x.text.slice(x.pos, lt).trim()
  x.pos = lt + x.name.length + 3
  return freed(decode(x, text))
}

/** Characters; longer texts make up most of what they hold on to. */
const SMALL = 4096

/**
 * A copy of a small text. Engines keep a slice as a reference into the text that it was cut from, so that a title that
 * somebody keeps would keep the whole window with it.
 */
const freed = (text: string): string =>
  text.length > 12 && text.length < SMALL ? ` ${text}`.slice(1) : text

const endsHere = (x: Xml, lt: number): boolean =>
  x.text.charCodeAt(lt + 1) === 47 &&
  x.text.charCodeAt(lt + 2 + x.name.length) === 62 &&
  x.text.startsWith(x.name, lt + 2)

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

function decode(x: Xml, text: string): string {
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
const LIMIT = 200_000

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

/** Reads the children of the element that was just opened, to behind its end tag, each by its row. */
export function readChildren<T>(x: Xml, rows: Rows<T>, target: T): void {
  if (x.empty) return
  if (x.open.length >= DEEPEST) {
    skip(x)
    return
  }
  const own = enter(x, rows)
  for (let tag = nextTag(x); tag; tag = nextTag(x)) {
    if (tag === 'open') {
      const row = rows.get(x.key)
      if (row === END_PARENT) {
        unread(x)
        break
      }
      if (row) row(x, target)
      else skip(x)
      x.rows = rows
    } else if (x.low === own.low) break
    else if (x.open.includes(x.low)) {
      unread(x)
      x.faults.add('element_unclosed', `An element is not closed: ${own.low.slice(0, 60)}`)
      break
    }
  }
  leave(x, own)
}

/** A row for elements that end their parent when it was not closed, as an item does inside an item. */
export const END_PARENT: Row<unknown> = () => undefined

/** Elements that rows can open inside one another; feeds need seven. */
const DEEPEST = 40

/** Characters. What is in force for many elements must be short, or a small document would ask for any amount of memory. */
export const LONGEST_BASE = 500
const LONGEST_LANGUAGE = 50

/** `xml:base` in force for the element that was just opened. */
export function baseUrl(x: Xml): string | undefined {
  const own = x.attributes.includes('xml:base') ? attribute(x, 'xml:base') : undefined
  const resolved = own === undefined ? undefined : resolveUrl(own, x.baseUrl)
  if (resolved === undefined || !/^https?:/i.test(resolved)) return x.baseUrl
  return resolved.length > LONGEST_BASE ? x.baseUrl : resolved
}

/** `xml:lang` in force for the element that was just opened. */
export function language(x: Xml): string | undefined {
  const own = x.attributes.includes('xml:lang') ? attribute(x, 'xml:lang') : undefined
  return own !== undefined && own.length <= LONGEST_LANGUAGE ? own : x.language
}

interface Entered {
  readonly low: string
  readonly baseUrl: string | undefined
  readonly language: string | undefined
  readonly scope: Xml['scope']
  readonly rows: Xml['rows']
}

function enter(x: Xml, rows: ReadonlyMap<string, unknown>): Entered {
  const before = {
    low: x.low,
    scope: x.scope,
    rows: x.rows,
    baseUrl: x.baseUrl,
    language: x.language,
  }
  if (x.attributes) {
    x.baseUrl = baseUrl(x)
    x.language = language(x)
  }
  x.open.push(x.low)
  x.scope = x.tagScope
  x.rows = rows
  return before
}

function leave(x: Xml, before: Entered): void {
  x.open.pop()
  x.scope = before.scope
  x.rows = before.rows
  x.baseUrl = before.baseUrl
  x.language = before.language
}

/**
 * As readChildren(), and returns the text that stands directly in the element, trimmed: a person is written as text,
 * as children, or both.
 */
export function readMixed<T>(x: Xml, rows: Rows<T>, target: T): string {
  if (x.empty) return ''
  const own = enter(x, rows)
  x.owner = x.name
  let text = ''
  for (;;) {
    const token = advance(x, 0)
    text += decode(x, x.text.slice(x.pos, x.pos + x.at))
    if (token === 'cdata') text += x.section
    const parent = token === 'close' && x.low !== own.low && x.open.includes(x.low)
    const sibling = token === 'open' && own.rows.has(x.key) && !rows.has(x.key)
    if (parent || sibling || token === 'end') {
      x.pos += x.at
      break
    }
    x.pos += x.end
    if (token === 'close' && x.low === own.low) break
    if (token === 'open') {
      const row = rows.get(x.key)
      if (row) row(x, target)
      x.owner = own.low
      x.rows = rows
    }
  }
  leave(x, own)
  return freed(text.trim())
}

/** Passes over the element that was just opened. One that is never closed is taken as empty, here and further on. */
export function skip(x: Xml): void {
  if (x.empty || x.voids.has(x.low)) return
  const own = x.low
  x.owner = ''
  let depth = 0
  for (let offset = 0; ; offset = x.end) {
    const token = advance(x, offset)
    if (token === 'end') {
      x.pos += x.at
      return
    }
    if (token === 'close' && x.low === own && depth-- === 0) {
      x.pos += x.end
      return
    }
    if (token === 'open' && x.low === own && !x.empty) depth++
    if (token === 'close' && x.low !== own && x.open.includes(x.low)) {
      if (x.rewound > LIMIT + x.base) x.pos += x.at
      else {
        x.voids.add(own)
        x.rewound += x.at
      }
      x.faults.add('element_unclosed', `An element is not closed: ${own.slice(0, 60)}`)
      return
    }
  }
}
