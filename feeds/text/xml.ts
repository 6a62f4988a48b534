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
import { type Name, noName, type Scope } from './xml-names.ts'

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
  /** Name of the last start tag. */
  tag: Name
  /** Lower-case, as written: what an end tag is compared with. */
  low: string
  /** Canonical prefix and local name, lower-case: `item`, `atom:link`, `dc:creator`. */
  key: string
  attributes: string
  empty: boolean
  /** Where in `attributes` names and values begin and end, four numbers each, once somebody asked for one. */
  places: number[] | undefined
  /** Name of the element being read, as written: what an unclosed CDATA section ends at. */
  owner: string
  /** Text of the CDATA section that was read last. */
  section: string
  /** Whose end tag comes next, if all is well. */
  expected: Name
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
  /** No "&" stands before this place of the document. */
  ampersand: number
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
): Xml => {
  const x = newXml(source, scope, faults, url, noName())
  readOn(x)
  return x
}

const newXml = (
  source: TextSource,
  scope: Scope,
  faults: Faults,
  url: string | undefined,
  tag: Name,
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
  tag,
  low: '',
  key: '',
  attributes: '',
  empty: false,
  places: undefined,
  owner: '',
  section: '',
  expected: tag,
  used: 0,
  scope,
  tagScope: scope,
  baseUrl: url,
  language: undefined,
  open: [],
  rows: new Map(),
  voids: new Set(),
  ampersand: -1,
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
  const lines = joined.replace(/\r\n/g, '\n').replace(/\r/g, '\n')
  if (!UNWANTED.test(lines)) return lines
  x.faults.add('control_character', 'Characters that XML forbids were left out.')
  return lines.replace(FORBIDDEN, '')
}

/** Offset of `needle` at or after offset `from`; -1 when the document holds none. */
export function find(x: Xml, needle: string, from: number): number {
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
export function findFar(x: Xml, needle: string, from: number): number {
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
