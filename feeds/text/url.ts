/** URLs as feeds write them: absolute ones are kept as written, relative ones resolved where there is a base. */

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i

/**
 * The URL that `ref` means at `base`. An absolute one keeps every character but white space around it and line breaks
 * and tabs in it (RFC 3986 appendix C). Where there is no base, or it does not help, `ref` stays relative.
 */
export function resolveUrl(ref: string, base?: string): string {
  const url = /[\n\r\t]/.test(ref) ? ref.replace(/[\n\r\t]+/g, '').trim() : ref.trim()
  if (base === undefined || ABSOLUTE.test(url)) return url
  try {
    return new URL(url, base).href
  } catch {
    return url
  }
}
