/** Which attributes an element keeps, with which values, and how tags and text are written. */

import { ATTRIBUTES } from './html-allowed.ts'
import { imageOf } from './html-image.ts'

/** The attributes of `name` that may stay, values checked, URLs absolute. */
export function allowedAttributes(
  name: string,
  said: ReadonlyMap<string, string>,
  baseUrl?: string,
): Map<string, string> {
  const kept = new Map<string, string>()
  if (name === 'audio' || name === 'video') kept.set('controls', '')
  if (said.size === 0) return kept
  if (name === 'img') {
    const image = imageOf(said)
    if (!image) return kept
    said = new Map([...said, ['src', image.src]])
  }
  for (const attribute of ATTRIBUTES[name] ?? []) {
    const value = said.get(attribute)
    const checked = value === undefined ? undefined : check(attribute, value, baseUrl)
    if (checked !== undefined) kept.set(attribute, checked)
  }
  return kept
}

function check(attribute: string, value: string, baseUrl?: string): string | undefined {
  if (attribute === 'href') return safeUrl(value, baseUrl, true)
  if (URLS.has(attribute)) return safeUrl(value, baseUrl, false)
  const pattern = VALUES[attribute]
  if (pattern) return pattern.test(value) ? value : undefined
  if (attribute === 'reversed') return ''
  const text = printable(value)
  return text === '' && attribute !== 'alt' ? undefined : text
}

const URLS = new Set(['src', 'cite', 'poster'])

const VALUES: Readonly<Record<string, RegExp>> = {
  width: /^\d{1,5}$/,
  height: /^\d{1,5}$/,
  colspan: /^\d{1,3}$/,
  rowspan: /^\d{1,3}$/,
  start: /^-?\d{1,9}$/,
  value: /^-?\d{1,9}$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  dir: /^(?:ltr|rtl|auto)$/i,
  lang: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  hreflang: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  type: /^[\w.+-]{1,60}\/[\w.+-]{1,60}(?:; ?codecs=[\w.,+ -]{1,60})?$/,
  datetime: /^[\w:.+ -]{1,40}$/,
}

/** A URL that needs nothing done: it stands as it was said. */
const PLAIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#][!#$%&'()*+,./0-9:;=?@A-Z[\]_a-z~-]*)?$/

/** An absolute http, https (or mailto) URL, without user info, or undefined. */
export function safeUrl(
  said: string,
  baseUrl: string | undefined,
  mail: boolean,
): string | undefined {
  if (PLAIN.test(said)) return said
  // Bidirectional controls and blanks in the middle serve only to disguise.
  const value = said.replace(
    /[\u0000-\u0020\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g,
    (gap) => (gap.includes(' ') ? ' ' : ''),
  )
  const trimmed = value.trim()
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(trimmed)
  // `#` alone is what is left of a link whose address was lost.
  if (trimmed === '' || trimmed === '#' || (!absolute && baseUrl === undefined)) return undefined
  try {
    const url = absolute ? new URL(trimmed) : new URL(trimmed, baseUrl)
    if (mail && url.protocol === 'mailto:') return url.href
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
    url.username = ''
    url.password = ''
    return url.href
  } catch {
    return undefined
  }
}

/** Without what XML 1.0 cannot carry, what no HTML text means, and what turns the letters of others around. */
const printable = (text: string): string =>
  UNPRINTABLE.test(text) ? text.replace(/\r\n?/g, '\n').replace(UNPRINTABLES, '') : text
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e\ufffe\uffff]/
const UNPRINTABLES = new RegExp(UNPRINTABLE, 'g')

/** Text content, escaped as sanitize-html escapes it. */
export const textHtml = (text: string): string => {
  const plain = printable(text)
  return /[&<>]/.test(plain)
    ? plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : plain
}

/** A start tag, written as sanitize-html writes it. */
export function openTag(
  name: string,
  attributes: ReadonlyMap<string, string>,
  empty: boolean,
): string {
  let tag = `<${name}`
  for (const [attribute, value] of attributes) {
    if (value === '' && attribute !== 'alt') tag += ` ${attribute}`
    else tag += ` ${attribute}="${textHtml(value).replace(/"/g, '&quot;')}"`
  }
  return tag + (empty ? ' />' : '>')
}
