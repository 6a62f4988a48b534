/** What may tell where the original of an article stands, and the names of the rules that read it. */

/** What a page says of itself. All URLs as written; relative ones are resolved against `url`. */
export interface PageEvidence {
  /** Where the page was fetched or saved from. */
  readonly url?: string
  /** `link rel=canonical` */
  readonly relCanonical?: string
  /** `og:url` */
  readonly ogUrl?: string
  /** `url` or `mainEntityOfPage` of its JSON-LD. */
  readonly jsonLd?: string
  /** `meta name=syndication-source` */
  readonly syndicationSource?: string
  /** `meta name=original-source` */
  readonly originalSource?: string
}

/** Everything that may be known, as it was said; absent means not stated. */
export interface CanonicalEvidence {
  /** The canonical URL of a record that is believed. */
  readonly record?: string
  /** Stated as such in a document: front matter, "Original url:". */
  readonly stated?: string
  /** A feed item's `link rel=canonical`, or the record of somebody who is not believed. */
  readonly relCanonical?: string
  /** `feedburner:origLink` */
  readonly originalLink?: string
  /** The URL behind "Original:" in a credit paragraph. */
  readonly paragraph?: string
  /** A guid that is a permalink. */
  readonly guid?: string
  /** The item's link. */
  readonly link?: string
  /** JSON Feed `external_url`. */
  readonly externalUrl?: string
  readonly page?: PageEvidence
}

/** Which piece of evidence was followed, in the order in which they count. */
export const CANONICAL_SOURCES = [
  'record',
  'stated',
  'rel_canonical',
  'original_link',
  'paragraph',
  'guid',
  'link',
  'external_url',
  'page_canonical',
  'page_syndication',
  'page_jsonld',
  'page_og',
  'page_url',
] as const
export type CanonicalSource = (typeof CANONICAL_SOURCES)[number]

/**
 * What an editor should know of the URL: `unwrapped`, it was read out of a redirector's URL; `wrapper`, it still is
 * a redirector's, whose target cannot be read; `amp`, `mobile`, `print`, it is such a variant of the page; `home`,
 * it is a site's front page.
 */
export const CANONICAL_NOTES = ['unwrapped', 'wrapper', 'amp', 'mobile', 'print', 'home'] as const
export type CanonicalNote = (typeof CANONICAL_NOTES)[number]

/** `link`, `link:unwrapped`, `guid:amp`, ... */
export type ResolvedRule = CanonicalSource | `${CanonicalSource}:${CanonicalNote}`

export type Canonical =
  | { readonly url: string; readonly rule: ResolvedRule }
  | { readonly url: null; readonly rule: 'none' }
