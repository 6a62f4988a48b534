/** Knows HTML that is safe beyond doubt: an independent look at what normalise() wrote, by a grammar of few words. */

import { ATTRIBUTES, ELEMENTS, VOID_ALLOWED } from './html-allowed.ts'

/** A reference that normalise() does not write. */
const OTHER_REFERENCE = /&(?!(?:amp|lt|gt|quot);)/
const WITH_ATTRIBUTES = /^([a-z][a-z0-9]*)((?: [a-z]+="[^"<]*")+)( \/)?$/
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g
const WEB_URL = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#][!#$%&'()*+,./0-9:;=?@A-Z[\]_a-z~-]*)?$/
const URLS = new Set(['href', 'src', 'cite', 'poster'])

/**
 * Whether it holds nothing but text, listed elements, each closed where it was opened, with listed attributes in double
 * quotes, and URLs of the web in plain characters. False is no verdict: there is more that is safe.
 */
export function isPlain(html: string): boolean {
  if (OTHER_REFERENCE.test(html)) return false
  const open: string[] = []
  let start = html.indexOf('<')
  let end = html.indexOf('>')
  while (start >= 0) {
    // `>` outside a tag, or none behind it
    if (end < start) return false
    const tag = html.slice(start + 1, end)
    if (tag.startsWith('/')) {
      if (open.pop() !== tag.slice(1)) return false
    } else if (ELEMENTS.has(tag) && !VOID_ALLOWED.has(tag)) open.push(tag)
    else if (!isPlainTag(tag, open)) return false
    start = html.indexOf('<', end)
    end = html.indexOf('>', end + 1)
  }
  return end < 0 && open.length === 0
}

function isPlainTag(tag: string, open: string[]): boolean {
  if (tag === 'br /' || tag === 'hr /' || tag === 'wbr /') return true
  const [, name = '', attributes = '', slash] = WITH_ATTRIBUTES.exec(tag) ?? []
  if (!ELEMENTS.has(name) || VOID_ALLOWED.has(name) !== (slash !== undefined)) return false
  const listed = ATTRIBUTES[name] ?? []
  for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (!listed.includes(attribute)) return false
    if (URLS.has(attribute) ? !WEB_URL.test(value) : value === '' && attribute !== 'alt')
      return false
  }
  if (!slash) open.push(name)
  return true
}
