/** What we log in with where a feed is behind a password: set by the operator alone, and sent to no other place. Pure. */

import { CreditlineError } from '../../feeds/model/error.ts'
import { parseUrl } from '../../feeds/model/url.ts'

export interface Login {
  /** Scheme, host and port. */
  readonly origin: string
  /** What a path begins with, up to a slash. */
  readonly path: string
  /** The value of an Authorization header. */
  readonly authorization: string
}

/**
 * Reads CREDITLINE_LOGINS: addresses with a user name and a password in them, by spaces or commas. Throws CreditlineError
 * `invalid` that tells which of them is none by its number, and nothing of what was set.
 */
export const parseLogins = (text: string): Login[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseLogin)

function parseLogin(item: string, at: number): Login {
  const url = parseUrl(item)
  const name = url && decoded(url.username)
  const password = url && decoded(url.password)
  if (!url || !/^https?:$/.test(url.protocol) || !name || name.includes(':') || !password)
    throw new CreditlineError(
      'invalid',
      `number ${at + 1} in CREDITLINE_LOGINS is no address such as https://USER:PASSWORD@wire.example/ (other characters than letters and digits as %XX)`,
    )
  // RFC 7617 section 2.2: what lies as deep as the address, or deeper
  const path = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)
  return { origin: url.origin, path, authorization: basic(`${name}:${password}`) }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** RFC 7617, in UTF-8. */
const basic = (text: string): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}`

/** That of the deepest path, where there are several. */
export const authorizationFor = (url: URL, logins: readonly Login[]): string | undefined =>
  logins
    .filter(({ origin, path }) => origin === url.origin && url.pathname.startsWith(path))
    .sort((a, b) => b.path.length - a.path.length)[0]?.authorization
