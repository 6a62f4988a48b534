/** Character and entity references, in one linear pass, as feeds write them. */

import { decodeHTMLStrict } from 'entities'
import { WINDOWS_1252 } from './encodings.ts'

/** References that were looked up before. */
const KNOWN = new Map<string, string>()
const MOST_KNOWN = 4000

/** Longest name in HTML's table is 31 letters. */
const LONGEST = 33

/**
 * Decodes numeric references and every entity of HTML that ends in `;`. A bare `&` and a name that HTML does not
 * know stay as written; `onUnknown` hears of both, of the first with what stands before the next `;` or nothing.
 */
export function decodeEntities(text: string, onUnknown?: (name: string) => void): string {
  let amp = text.indexOf('&')
  if (amp < 0) return text
  let out = ''
  let start = 0
  let semicolon = 0
  while (amp >= 0) {
    let value = usual(text, amp + 1)
    let end = amp + (value === '<' || value === '>' ? 4 : value === '&' ? 5 : 6)
    if (value === undefined) {
      if (semicolon <= amp) semicolon = text.indexOf(';', amp + 1)
      const name = semicolon < 0 || semicolon - amp > LONGEST ? '' : text.slice(amp + 1, semicolon)
      value = reference(name)
      if (value === undefined) onUnknown?.(name)
      if (semicolon < 0) break
      end = semicolon + 1
    }
    if (value !== undefined) {
      out += text.slice(start, amp) + value
      start = end
      amp = text.indexOf('&', start)
    } else amp = text.indexOf('&', amp + 1)
  }
  return start === 0 ? text : out + text.slice(start)
}

/** The four references that escaped HTML is full of, without cutting out their names. */
function usual(text: string, at: number): string | undefined {
  const c = text.charCodeAt(at)
  if (c === 108) return text.startsWith('t;', at + 1) ? '<' : undefined
  if (c === 103) return text.startsWith('t;', at + 1) ? '>' : undefined
  if (c === 113) return text.startsWith('uot;', at + 1) ? '"' : undefined
  return c === 97 && text.startsWith('mp;', at + 1) ? '&' : undefined
}

function reference(name: string): string | undefined {
  const known = KNOWN.get(name)
  if (known !== undefined) return known
  const value = name.charCodeAt(0) === 35 ? numeric(name) : named(name)
  if (value !== undefined && KNOWN.size < MOST_KNOWN) KNOWN.set(name, value)
  return value
}

function named(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) return undefined
  const written = `&${name};`
  const value = decodeHTMLStrict(written)
  return value === written ? undefined : value
}

const NUMERIC = /^#(?:[xX]([0-9A-Fa-f]{1,30})|([0-9]{1,30}))$/

function numeric(name: string): string | undefined {
  const m = NUMERIC.exec(name)
  if (!m) return undefined
  return character(m[1] === undefined ? Number(m[2]) : Number.parseInt(m[1], 16))
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
