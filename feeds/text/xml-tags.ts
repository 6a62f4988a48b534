/** Finding the next tag, CDATA section, comment or instruction: what the scanner of xml.ts does from one `<` to the next. */

import { find, findFar, readOn, type Xml } from './xml.ts'
import { type Name, resolveName } from './xml-names.ts'

export type Token = 'end' | 'open' | 'close' | 'cdata' | 'other'

const SLASH = 47
const BANG = 33
const QUESTION = 63
const GT = 62
const LT = 60
const EQUALS = 61

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
    if (c === SLASH && endsExpected(x, at)) return 'close'
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

/** Whether the end tag is that of the element being read, or of the innermost open one, as written. */
function endsExpected(x: Xml, at: number): boolean {
  const { written, length, low } = x.expected
  const from = x.pos + at + 2
  if (x.text.charCodeAt(from + length) !== GT || !x.text.startsWith(written, from)) return false
  x.at = at
  x.end = at + length + 3
  x.low = low
  return length > 0
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
  const guess = guessName(x, at)
  const stop = guess ? at + 1 + guess.length : endOfName(x, at + 1)
  if (stop < 0) return false
  // the window may move while the tag's end is looked for
  const written = guess ? guess.written : x.text.slice(x.pos + at + 1, x.pos + stop)
  x.at = at
  x.places = undefined
  if (x.text.charCodeAt(x.pos + stop) === GT) {
    x.end = stop + 1
    x.empty = false
    x.attributes = ''
  } else if (!endOfTag(x, stop)) return false
  const inScope = x.attributes === '' || !x.attributes.includes('xmlns')
  x.tagScope = inScope ? x.scope : x.scope.derive(x.attributes)
  const tag = guess && inScope ? guess : resolveName(x.tagScope, written)
  if (tag.scope) x.tag.next = tag
  x.tag = tag
  x.low = tag.low
  x.key = tag.key
  return true
}

/** The name that followed the last one before, if it does again. */
function guessName(x: Xml, at: number): Name | undefined {
  const guess = x.tag.next
  if (guess?.scope !== x.scope) return undefined
  const from = x.pos + at + 1
  if (!endsName(x.text.charCodeAt(from + guess.length))) return undefined
  return x.text.startsWith(guess.written, from) ? guess : undefined
}

const endsName = (c: number): boolean => c <= 32 || c === GT || c === SLASH || c === LT

/** Offset behind the name at `from`; -1 where the document ends in it. */
function endOfName(x: Xml, from: number): number {
  for (let stop = from; ; ) {
    const c = x.text.charCodeAt(x.pos + stop)
    if (endsName(c)) return stop
    if (!Number.isNaN(c)) stop++
    else if (!readOn(x)) return -1
  }
}

/** Finds the end of a start tag with attributes: a `>` in a quoted value does not end it, an unclosed quote does. */
function endOfTag(x: Xml, after: number): boolean {
  let i = after
  let previous = 0
  let gt = -1
  for (;;) {
    const c = x.text.charCodeAt(x.pos + i)
    if (c === GT || c === LT) break
    if (Number.isNaN(c)) {
      if (!readOn(x)) return false
      continue
    }
    if ((c === 34 || c === 39) && previous === EQUALS) {
      const close = findFar(x, c === 34 ? '"' : "'", i + 1)
      if (gt < i) gt = close < 0 ? i : findFar(x, '>', i)
      if (close < 0 || (gt >= 0 && gt < close && !closesValue(x, close))) {
        i = find(x, '>', i)
        if (i < 0) return false
        break
      }
      i = close + 1
      previous = 0
      continue
    }
    if (c > 32) previous = c
    i++
  }
  const closed = x.text.charCodeAt(x.pos + i) === GT
  x.empty = closed && x.text.charCodeAt(x.pos + i - 1) === SLASH
  // no attribute is shorter than three characters
  x.attributes = i - after > 2 ? x.text.slice(x.pos + after, x.pos + i) : ''
  x.end = closed ? i + 1 : i
  return true
}

/** A closing quote is followed by space, "/" or ">"; otherwise it opens a value of some later tag. */
function closesValue(x: Xml, close: number): boolean {
  while (x.text.length <= x.pos + close + 1 && readOn(x));
  const c = x.text.charCodeAt(x.pos + close + 1)
  return c <= 32 || c === GT || c === SLASH || Number.isNaN(c)
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
