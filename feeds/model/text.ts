/** Text as every format can carry it: what XML 1.0 forbids is left out, so that a text is equal after any number of hops. */

// XML 1.0 (5th ed.) 2.2 Char: no C0 control but tab, line feed and carriage return, and no U+FFFE, U+FFFF.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
/** What most texts have none of: one look spares them three passes. */
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/

/**
 * Well-formed UTF-16 without what XML 1.0 forbids, line ends as LF (an XML reader makes them so, 2.11). A lone
 * surrogate becomes U+FFFD. Cleaning twice is cleaning once.
 */
export const cleanText = (text: string): string =>
  SUSPECT.test(text) ? text.toWellFormed().replace(FORBIDDEN, '').replace(/\r\n?/g, '\n') : text

/** What is cleaned or collapsed: all white space but a single space, and SUSPECT. */
const LOOSE =
  /[\u0000-\u001f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufeff\ufffe\uffff]| {2}/

/** On one line: cleaned, white space collapsed, trimmed. */
export function oneLine(text: string): string {
  if (!LOOSE.test(text)) return text.trim()
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
