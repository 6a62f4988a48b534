/** HTML as somebody said it, and HTML that is safe to publish: two types, so that raw HTML cannot reach an output. */

declare const raw: unique symbol
declare const safe: unique symbol

/** HTML as it was said: not cleaned, never published. */
export type RawHtml = string & { readonly [raw]: true }

/** HTML from `sanitize()` alone (text/html.ts), or read back from where sanitize() put it. */
export type SafeHtml = RawHtml & { readonly [safe]: true }

export const rawHtml = (html: string): RawHtml => html as RawHtml
