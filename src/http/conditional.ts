/** Conditional requests (RFC 9110 section 13) for representations whose validators are known before rendering. */

export interface Validators {
  /** Strong, quoted. */
  readonly etag: string
  readonly lastModified?: Date
}

/** Headers of a request by their names in lower case; null where there is none. */
export type RequestHeaders = Pick<Headers, 'get'>

/** Whether the client's copy is current: If-None-Match decides where it is given, else If-Modified-Since. */
export function isCurrent(headers: RequestHeaders, validators: Validators): boolean {
  const noneMatch = headers.get('if-none-match')
  if (noneMatch !== null) return matchesAny(noneMatch, validators.etag)
  const since = headers.get('if-modified-since')
  if (since === null || !validators.lastModified) return false
  const at = Date.parse(since)
  return !Number.isNaN(at) && Math.floor(validators.lastModified.getTime() / 1000) * 1000 <= at
}

/**
 * Weak comparison, as If-None-Match demands (section 8.8.3.2). The suffix of a content coding (`-gzip`, `-br`) is
 * not looked at: a client may ask again with another Accept-Encoding and still hold the same document.
 */
function matchesAny(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true
  const bare = withoutCoding(etag)
  return header.split(',').some((tag) => withoutCoding(tag.trim().replace(/^W\//, '')) === bare)
}

const withoutCoding = (etag: string): string => etag.replace(/-(?:gzip|br)"$/, '"')

/** The ETag of one content coding of a representation. */
export const etagOf = (etag: string, coding: 'identity' | 'gzip' | 'br'): string =>
  coding === 'identity' ? etag : etag.replace(/"$/, `-${coding}"`)
