/** Parsing and comparing of URLs, without exceptions. */

/**
 * The URL, or undefined where the text is none. Never `URL.canParse`: in Node 20 its optimised form says no to any
 * text with a letter outside ASCII after some thousand calls.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

// Letters, digits and hyphens with a top-level domain of letters, no port, and what RFC 3986 allows behind: no parser
// refuses it.
const PLAIN_HTTP =
  /^https?:\/\/(?:(?!xn--)[a-z0-9][a-z0-9-]{0,61}\.){1,8}[a-z]{2,24}(?:[/?#][\w;/?:@&=+$.!~*'()%,#-]*)?$/

/** Whether it is an absolute http(s) URL in the characters of RFC 3986 that needs no parsing to be sure. */
export const isPlainHttpUrl = (text: string): boolean => PLAIN_HTTP.test(text)

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

/** An address without what sites flip between: the scheme of the web, `www.`, the last slash of the path. For comparing. */
export const addressKey = (url: string): string =>
  url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/(?=$|[?#])/, '')
