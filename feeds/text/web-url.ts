/** Absolute web addresses out of foreign text. */

import { parseUrl } from '../model/url.ts'

// C0 and C1 controls and the bidirectional ones (UAX 9): in an address they serve only to disguise.
const DISGUISE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g

/** The text without what only disguises an address, trimmed. */
export const undisguised = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(DISGUISE, '').trim()

/** ASCII that is printed, without spaces. */
const PLAIN = /^[!-~]*$/

const WEB = /^https?:[\\/]{2}/i

/**
 * An http or https URL that says its scheme and host itself, without user info (which leaks passwords, and passes one
 * host off as another); undefined for anything else. Never throws.
 */
export function webUrl(said: string): URL | undefined {
  const text = undisguised(said)
  const url = WEB.test(text) ? parseUrl(text) : undefined
  if (!url) return undefined
  if (url.username !== '') url.username = ''
  if (url.password !== '') url.password = ''
  return url
}

/** The URL resolved against `base`, where it is relative and there is a base. */
export function absoluteUrl(said: string, base: string | undefined): URL | undefined {
  const text = undisguised(said)
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return webUrl(text)
  if (text === '' || base === undefined || !webUrl(base)) return undefined
  return webUrl(parseUrl(text, base)?.href ?? '')
}
