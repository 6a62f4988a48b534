/** URLs as strict readers of feeds want them: the characters of RFC 3986 alone. */

const PLAIN = /^[\w;/?:@&=+$.!~*'()%,#-]+$/
const REST = /[^\w;/?:@&=+$.!~*'()%,#-]/gu

/**
 * The URL unchanged where it is plain already, else with its host in ASCII and what RFC 3986 forbids percent-encoded.
 * Undefined for what is no http(s) URL.
 */
export function asciiUrl(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return undefined
  if (PLAIN.test(url)) return url
  return new URL(url).href.replace(REST, encodeURIComponent)
}
