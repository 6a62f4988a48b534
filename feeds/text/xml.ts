/**
 * A tolerant pull scanner for XML as feeds really write it: one pass, one code path, no tree, no strict attempt first.
 *
 * It holds a window of the text and finds what it needs with indexOf; everything before `pos` is used up. Offsets are
 * relative to `pos`, because the window moves when it is read on. A caller pulls with nextTag(), and then takes the
 * element with readContent(), readText(), readChildren() or skip(). An element that was never closed ends where its
 * parent does, or where a sibling that the caller knows begins. Time is linear in the text: what was searched for once
 * is remembered, and reading a stretch again is limited.
 *
 * DTD entities are never expanded and nothing is fetched. Names come out lower-case with a canonical prefix.
 */

import type { Fault } from '../model/fault.ts'
import type { TextSource } from './decode.ts'
import { WINDOW } from './decode.ts'
import { resolveName, type Scope } from './xml-names.ts'

export type Token = 'end' | 'open' | 'close' | 'cdata' | 'other'

/** Takes one element that was just opened and puts what it says into the target. It must use the element up. */
export type Row<T> = (x: Xml, target: T) => void
export type Rows<T> = ReadonlyMap<string, Row<T>>

/** The scanner's state. Callers read `key`, `pos` and what the functions return; the rest is the scanner's own. */
export interface Xml {
  readonly source: TextSource
  readonly faults: Faults
  text: string
  /** Everything before is used up. */
  pos: number
  /** Position of text[0] in the whole document. */
  base: number
  done: boolean
  carriage: boolean
  /** The document ended inside an element. */
  truncated: boolean

  // the tag that was read last; at and end are offsets from pos
  at: number
  end: number
  /** Lower-case, as written: what an end tag is compared with. */
  low: string
  /** Canonical prefix and local name, lower-case: `item`, `atom:link`, `dc:creator`. */
  key: string
  /** The name as written. */
  name: string
  attributes: string
  empty: boolean
  /** Names and values of the attributes in turns, once somebody asked for one. */
  parsed: string[] | undefined
  /** Name of the element being read, as written: what an unclosed CDATA section ends at. */
  owner: string
  /** Text of the CDATA section that was read last. */
  section: string
  /** Length of the last tag that nextTag() used up. */
  used: number

  scope: Scope
  tagScope: Scope
  /** Where the document came from, if that is known. */
  readonly url: string | undefined
  /** `xml:base` (else the document's URL) and `xml:lang` in force for the children of the open elements. */
  baseUrl: string | undefined
  language: string | undefined
  readonly open: string[]
  rows: ReadonlyMap<string, unknown>
  /** Element names that turned out never to be closed. */
  readonly voids: Set<string>
  /** Characters read twice so far. */
  rewound: number
  /** Whether readContent() found elements inside. */
  inline: boolean
  /** Of what was searched far: from where, and the first place. */
  readonly found: Map<string, { readonly from: number; readonly at: number }>
}

/** Where faults go; `place` says where we are. */
export interface Faults {
  place: string
  add(code: string, text: string): void
  readonly list: Fault[]
}

export const openXml = (
  source: TextSource,
  scope: Scope,
  faults: Faults,
  url: string | undefined,
): Xml => ({
  url,
  source,
  faults,
  text: '',
  pos: 0,
  base: 0,
  done: false,
  carriage: false,
  truncated: false,
  at: 0,
  end: 0,
  low: '',
  key: '',
  name: '',
  attributes: '',
  empty: false,
  parsed: undefined,
  owner: '',
  section: '',
  used: 0,
  scope,
  tagScope: scope,
  baseUrl: url,
  language: undefined,
  open: [],
  rows: new Map(),
  voids: new Set(),
  rewound: 0,
  inline: false,
  found: new Map(),
})

// all but what XML 1.0 production 2 allows, and carriage returns, which section 2.11 makes line feeds
const UNWANTED = /[^\t\n\x20-\ufffd]/
const FORBIDDEN = /[^\t\n\x20-\ufffd]+/g

/** Reads on; false at the end of the document. A long construct makes the steps longer, so that time stays linear. */
export function readOn(x: Xml): boolean {
  if (x.done) return false
  const rest = x.text.length - x.pos
  let more = x.source.next(Math.max(WINDOW, rest))
  if (!more) {
    x.done = true
    return false
  }
  if (x.carriage || (x.source.mayHoldControls && UNWANTED.test(more))) more = cleaned(x, more)
  x.base += x.pos
  x.text = rest > 0 ? x.text.slice(x.pos) + more : more
  x.pos = 0
  return true
}

function cleaned(x: Xml, piece: string): string {
  const joined = x.carriage && piece.startsWith('\n') ? piece.slice(1) : piece
  x.carriage = piece.endsWith('\r')
  // in pairs first: most documents that have any have no others
  const lines = joined.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  if (!UNWANTED.test(lines)) return lines
  x.faults.add('control_character', 'Characters that XML forbids were left out.')
  return lines.replace(FORBIDDEN, '')
}

/** Offset of `needle` at or after offset `from`; -1 when the document holds none. */
function find(x: Xml, needle: string, from: number): number {
  let at = x.text.indexOf(needle, x.pos + from)
  let seen = from
  while (at < 0) {
    seen = Math.max(seen, x.text.length - x.pos - needle.length + 1)
    if (!readOn(x)) return -1
    at = x.text.indexOf(needle, x.pos + seen)
  }
  return at - x.pos
}

/**
 * As find(), for what may be far away or absent: the stretch that was searched is remembered, so that many unclosed
 * constructs do not each search the rest of the document.
 */
function findFar(x: Xml, needle: string, from: number): number {
  const start = x.base + x.pos
  const known = x.found.size > 0 ? x.found.get(needle) : undefined
  if (known && known.from <= start + from && start + from <= known.at)
    return known.at === Number.POSITIVE_INFINITY ? -1 : known.at - start
  const at = find(x, needle, from)
  if (at >= 0 && at - from < NEAR) return at
  const place = at < 0 ? Number.POSITIVE_INFINITY : x.base + x.pos + at
  x.found.set(needle, { from: start + from, at: place })
  return at
}

/** Characters; a search of this length need not be remembered. */
const NEAR = 2000

const SLASH = 47
const BANG = 33
const QUESTION = 63
const GT = 62
const LT = 60

const isNameStart = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c > 127

/** Finds the next tag, CDATA section, comment or instruction at or after offset `from`. */
export function advance(x: Xml, from: number): Token {
  for (let start = from; ; ) {
    const at = find(x, '<', start)
    if (at < 0) return ending(x, x.text.length - x.pos)
    const c = x.text.charCodeAt(x.pos + at + 1)
    if (isNameStart(c)) {
      if (startTag(x, at)) return 'open'
      return ending(x, at)
    }
    if (c === SLASH || c === BANG || c === QUESTION) {
      const gt = findFar(x, '>', at + 1)
      if (gt < 0) return ending(x, at)
      x.at = at
      x.end = gt + 1
      if (c === SLASH) return endTag(x, at, gt)
      return c === BANG ? declaration(x, at, gt) : 'other'
    }
    // nothing stands behind the "<" yet, or it is text
    if (!Number.isNaN(c)) start = at + 1
    else if (!readOn(x)) return ending(x, at)
  }
}

/** The document ends, at a tag that does not or after the last one. */
function ending(x: Xml, at: number): Token {
  x.at = at
  x.end = x.text.length - x.pos
  x.truncated = true
  return 'end'
}

function endTag(x: Xml, at: number, gt: number): Token {
  const nested = x.text.indexOf('<', x.pos + at + 2) - x.pos
  const stop = nested > 0 && nested < gt ? nested : gt
  const name = x.text.slice(x.pos + at + 2, x.pos + stop)
  x.end = stop === gt ? gt + 1 : stop
  x.low = resolveName(x.scope, endsInSpace(name) ? name.trim() : name).low
  return 'close'
}

const endsInSpace = (name: string): boolean => name.charCodeAt(name.length - 1) <= 32

/** False where the document ends in the tag. */
function startTag(x: Xml, at: number): boolean {
  let stop = at + 1
  let c = 0
  for (;;) {
    c = x.text.charCodeAt(x.pos + stop)
    if (c <= 32 || c === GT || c === SLASH || c === LT) break
    if (Number.isNaN(c)) {
      if (!readOn(x)) return false
    } else stop++
  }
  const name = x.text.slice(x.pos + at + 1, x.pos + stop)
  x.at = at
  x.parsed = undefined
  if (c === GT) {
    x.end = stop + 1
    x.empty = false
    x.attributes = ''
  } else if (!endOfTag(x, stop)) return false
  x.tagScope =
    x.attributes !== '' && x.attributes.includes('xmlns') ? x.scope.derive(x.attributes) : x.scope
  const resolved = resolveName(x.tagScope, name)
  x.name = name
  x.low = resolved.low
  x.key = resolved.key
  return true
}

/** Finds the end of a start tag with attributes: a `>` in a quoted value does not end it, an unclosed quote does. */
function endOfTag(x: Xml, after: number): boolean {
  let i = after
  let previous = 0
  for (;;) {
    const c = x.text.charCodeAt(x.pos + i)
    if (c === GT || c === LT) break
    if (Number.isNaN(c)) {
      if (!readOn(x)) return false
      continue
    }
    if ((c === 34 || c === 39) && previous === 61) {
      const next = endOfValue(x, i, c === 34 ? '"' : "'")
      if (next < 0) {
        i = find(x, '>', i)
        if (i < 0) return false
        break
      }
      i = next
      previous = 0
      continue
    }
    if (c > 32) previous = c
    i++
  }
  const closed = x.text.charCodeAt(x.pos + i) === GT
  x.empty = closed && x.text.charCodeAt(x.pos + i - 1) === SLASH
  x.attributes = x.text.slice(x.pos + after, x.pos + i)
  x.end = closed ? i + 1 : i
  return true
}

/** Offset after the value's closing quote; -1 where the quote was forgotten. */
function endOfValue(x: Xml, open: number, quote: string): number {
  const close = findFar(x, quote, open + 1)
  if (close < 0) return -1
  if (!x.text.slice(x.pos + open, x.pos + close).includes('>')) return close + 1
  // a closing quote is followed by space, "/" or ">"; otherwise it opens a value of some later tag
  while (x.text.length <= x.pos + close + 1 && readOn(x));
  const c = x.text.charCodeAt(x.pos + close + 1)
  return c <= 32 || c === GT || c === SLASH || Number.isNaN(c) ? close + 1 : -1
}

function declaration(x: Xml, at: number, gt: number): Token {
  const { text, pos } = x
  if (text.startsWith('<!--', pos + at)) {
    const end = findFar(x, '-->', at + 2)
    x.end = end < 0 ? gt + 1 : end + 3
    return 'other'
  }
  if (text.startsWith('<![CDATA[', pos + at)) return cdata(x, at)
  if (/^<!\[cdata\[/i.test(text.slice(pos + at, pos + at + 9))) return cdata(x, at)
  const bracket = text.indexOf('[', pos + at) - pos
  x.end = gt + 1
  if (bracket > 0 && bracket < gt && /^<!doctype/i.test(text.slice(pos + at, pos + at + 9))) {
    const close = findFar(x, ']', bracket)
    const end = close < 0 ? -1 : find(x, '>', close)
    if (end > 0) x.end = end + 1
  }
  return 'other'
}

function cdata(x: Xml, at: number): Token {
  const from = at + 9
  const close = findFar(x, ']]>', from)
  const to = close < 0 ? x.text.length - x.pos : close
  x.section = x.text.slice(x.pos + from, x.pos + to)
  x.end = close < 0 ? to : close + 3
  if ((close >= 0 && !x.section.includes('[CDATA[')) || !x.owner) return 'cdata'
  const end = findFar(x, `</${x.owner}`, from)
  if (end >= 0 && end < to) {
    x.section = x.text.slice(x.pos + from, x.pos + end)
    x.end = end
    x.faults.add('cdata_unclosed', 'A CDATA section is not closed.')
  } else if (close < 0) x.truncated = true
  return 'cdata'
}
