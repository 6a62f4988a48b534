/**
 * Makes raw HTML safe to publish: puts it into a plain, well-nested form, and lets sanitize-html have the last word on all
 * that is not safe beyond doubt then.
 */

import sanitizeHtml from 'sanitize-html'
import type { RawHtml, SafeHtml } from '../model/html.ts'
import { ATTRIBUTES, ELEMENTS, VOID_ALLOWED } from './html-allowed.ts'
import { normalise } from './html-normal.ts'
import { isPlain } from './html-plain.ts'

/** Grows with every change of the rules, so that stored bodies cleaned by older ones are cleaned again. */
export const SANITIZE_VERSION = 1

/** Longer HTML is cut here, at the last tag that fits; UTF-16 units. */
export const MAX_HTML = 1_000_000

/** Those of sanitize-html. */
export const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ELEMENTS],
  // One list for all: the first stage knows which element has which, and setting this up costs for each entry.
  allowedAttributes: { '*': [...new Set(Object.values(ATTRIBUTES).flat())] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'poster'],
  allowProtocolRelative: false,
  selfClosing: [...VOID_ALLOWED],
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
}

/**
 * HTML that is safe to publish. Keeps the text, structure and media of an article; drops scripts, styles, forms, frames,
 * vector graphics and whatever else is not on the list (html-allowed.ts). Relative URLs are resolved against `baseUrl`,
 * dropped without it. Never throws; linear in time; cleaning its result again changes nothing.
 */
export function sanitize(html: RawHtml, baseUrl?: string): SafeHtml {
  const normal = normalise(cut(html.toWellFormed()), baseUrl)
  // It would find nothing to do there, and takes five times as long as all the rest.
  return (isPlain(normal) ? normal : sanitizeHtml(normal, OPTIONS)) as SafeHtml
}

function cut(html: string): string {
  if (html.length <= MAX_HTML) return html
  const end = html.lastIndexOf('<', MAX_HTML)
  return html.slice(0, end > MAX_HTML / 2 ? end : MAX_HTML).toWellFormed()
}
