/** URLs as strict readers of feeds want them: the characters of RFC 3986 alone. */

import { isPlainHttpUrl, parseUrl } from '../model/url.ts'

const PLAIN = /^[\w;/?:@&=+$.!~*'()%,#-]+$/
const REST = /[^\w;/?:@&=+$.!~*'()%,#-]/gu

/**
 * The URL unchanged where it is plain already, else with its host in ASCII and what RFC 3986 forbids percent-encoded.
 * Undefined for what is no http(s) URL.
 */
export function asciiUrl(url: string | undefined): string | undefined {
  if (url === undefined || isPlainHttpUrl(url)) return url
  if (!/^https?:\/\/[^/]/i.test(url)) return undefined
  const parsed = parseUrl(url)
  if (!parsed || PLAIN.test(url)) return parsed && url
  return parsed.href.replace(REST, encodeURIComponent)
}
