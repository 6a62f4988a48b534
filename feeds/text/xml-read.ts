/** Walking through elements with the scanner of xml.ts: children, people, and what to pass over. */

import type { Row, Rows, Xml } from './xml.ts'
import { baseUrl, language } from './xml-attributes.ts'
import type { Name } from './xml-names.ts'
import { advance } from './xml-tags.ts'
import { decode, freed, LIMIT, readSimple } from './xml-text.ts'

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
      const row = rowOf(x.tag, rows)
      if (row === END_PARENT) {
        unread(x)
        break
      }
      if (row) row(x, target)
      else skip(x)
      x.rows = rows
      x.expected = own.tag
    } else if (x.low === own.low) break
    else if (x.open.includes(x.low)) {
      unread(x)
      x.faults.add('element_unclosed', `An element is not closed: ${own.low.slice(0, 60)}`)
      break
    }
  }
  leave(x, own)
}

function rowOf<T>(tag: Name, rows: Rows<T>): Row<T> | undefined {
  if (tag.rows !== rows) {
    tag.rows = rows
    tag.row = rows.get(tag.key)
  }
  return tag.row as Row<T> | undefined
}

/** A row for elements that end their parent when it was not closed, as an item does inside an item. */
export const END_PARENT: Row<unknown> = () => undefined

/** Elements that rows can open inside one another; feeds need seven. */
const DEEPEST = 40

interface Entered {
  readonly tag: Name
  readonly low: string
  readonly baseUrl: string | undefined
  readonly language: string | undefined
  readonly scope: Xml['scope']
  readonly rows: Xml['rows']
}

function enter(x: Xml, rows: ReadonlyMap<string, unknown>): Entered {
  const before = {
    tag: x.tag,
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
  x.expected = x.tag
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
  x.owner = x.tag.written
  const simple = readSimple(x)
  if (simple !== undefined) {
    leave(x, own)
    return simple
  }
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
      x.expected = own.tag
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
  x.expected = x.tag
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
