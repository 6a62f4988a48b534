/** Attributes of the tag that the scanner read last, and what of them holds for the elements inside. */

import { decodeEntities } from './entities.ts'
import { resolveUrl } from './url.ts'
import type { Xml } from './xml.ts'
import { freed } from './xml-text.ts'

/** Value of an attribute of the last start tag, decoded and trimmed; by lower-case name as written. */
export function attribute(x: Xml, name: string): string | undefined {
  if (x.attributes === '') return undefined
  x.places ??= placeAttributes(x.attributes)
  const { attributes, places } = x
  for (let i = 0; i < places.length; i += 4) {
    const [start = 0, end = 0] = [places[i], places[i + 1]]
    if (end - start !== name.length || !isNamed(attributes, start, name)) continue
    const value = attributes.slice(places[i + 2], places[i + 3])
    return freed(decodeEntities(value)).trim() || undefined
  }
  return undefined
}

/** Whether a name stands at `at`, in whatever case. */
function isNamed(text: string, at: number, low: string): boolean {
  for (let i = 0; i < low.length; i++) {
    const c = text.charCodeAt(at + i)
    if ((c >= 65 && c <= 90 ? c + 32 : c) !== low.charCodeAt(i)) return false
  }
  return true
}

/**
 * Where names and values begin and end; the first of two attributes with one name counts. A value without quotes ends at
 * white space, one whose quote was forgotten at the end of the tag.
 */
function placeAttributes(text: string): number[] {
  const places: number[] = []
  for (let at = 0; at < text.length; ) {
    const start = pastSpace(text, at)
    let end = start
    while (end < text.length && !endsName(text.charCodeAt(end))) end++
    const equals = pastSpace(text, end)
    if (text.charCodeAt(equals) !== EQUALS) {
      if (end > start) places.push(start, end, end, end)
      at = Math.max(end, start + 1)
      continue
    }
    const open = pastSpace(text, equals + 1)
    const quote = text.charAt(open)
    const quoted = quote === '"' || quote === "'"
    const from = quoted ? open + 1 : open
    const close = quoted ? text.indexOf(quote, from) : spaceAfter(text, from)
    const to = close < 0 ? text.length : close
    places.push(start, end, from, to)
    at = quoted ? to + 1 : Math.max(to, equals + 1)
  }
  return places
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
