/** Character and entity references, in one linear pass, as feeds write them. */

import { decodeHTMLStrict } from 'entities'
import { WINDOWS_1252 } from './encodings.ts'

/** XML's five, and what stands in nearly every escaped body. */
const KNOWN = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

/** Longest name in HTML's table is 31 letters. */
const LONGEST = 33

/**
 * Decodes numeric references and every entity of HTML that ends in `;`. A bare `&` and a name that HTML does not
 * know stay as written; `onUnknown` hears of the latter.
 */
export function decodeEntities(text: string, onUnknown?: (name: string) => void): string {
  let amp = text.indexOf('&')
  if (amp < 0) return text
  let out = ''
  let start = 0
  let end = 0
  while (amp >= 0) {
    if (end <= amp) end = text.indexOf(';', amp + 1)
    if (end < 0) break
    const value = end - amp > LONGEST ? undefined : reference(text.slice(amp + 1, end), onUnknown)
    if (value !== undefined) {
      out += text.slice(start, amp) + value
      start = end + 1
      amp = text.indexOf('&', start)
    } else amp = text.indexOf('&', amp + 1)
  }
  return start === 0 ? text : out + text.slice(start)
}

function reference(name: string, onUnknown?: (name: string) => void): string | undefined {
  const known = KNOWN.get(name)
  if (known !== undefined) return known
  if (name.charCodeAt(0) === 35) return numeric(name)
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) return undefined
  const written = `&${name};`
  const value = decodeHTMLStrict(written)
  if (value === written) {
    onUnknown?.(name)
    return undefined
  }
  KNOWN.set(name, value)
  return value
}

function numeric(name: string): string | undefined {
  const hex = /^#[xX]([0-9A-Fa-f]{1,30})$/.exec(name)?.[1]
  const decimal = /^#([0-9]{1,30})$/.exec(name)?.[1]
  if (hex === undefined && decimal === undefined) return undefined
  return character(hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal))
}

/** What a numeric reference stands for: 128 to 159 mean windows-1252, as in HTML; what XML forbids means nothing. */
function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80] ?? ''
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) return ''
  return code === 0xfffe || code === 0xffff ? '' : String.fromCodePoint(code)
}

/** Text as HTML or XML character data. */
export const escapeText = (text: string): string =>
  /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text
