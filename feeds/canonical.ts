/** Where the original of an article stands, and by which rule we know. */

import type {
  Canonical,
  CanonicalEvidence,
  CanonicalNote,
  CanonicalSource,
  PageEvidence,
} from './model/canonical.ts'
import { withoutTracking } from './text/tracking.ts'
import { absoluteUrl, webUrl } from './text/web-url.ts'
import { unwrap, variantOf } from './text/wrappers.ts'

/**
 * The original's URL out of what is known, and the rule that gave it. The first piece of evidence in the order of
 * CANONICAL_SOURCES counts, but one that only points to the original - a redirector's URL whose target is hidden, an
 * AMP, mobile or print variant, a front page - gives way to a later one that does not. Nothing is fetched, no host
 * and no scheme is made up. Never throws.
 */
export function resolveCanonical(evidence: CanonicalEvidence): Canonical {
  let first: Candidate | undefined
  for (const [source, text] of saidBy(evidence)) {
    const said = text === undefined ? undefined : webUrl(text)
    const found = said && candidate(source, said)
    if (found && isSure(found)) return canonicalOf(found)
    first ??= found
  }
  return first ? canonicalOf(first) : { url: null, rule: 'none' }
}

const canonicalOf = ({ url, source, note }: Candidate): Canonical => ({
  url,
  rule: note === undefined ? source : `${source}:${note}`,
})

/**
 * An http or https URL as we keep it: absolute, host in lower case and ASCII, without user info, disguising controls and
 * tracking parameters; the rest of path, query and fragment untouched. Undefined for any other text.
 * Cleaning twice is cleaning once.
 */
export function cleanUrl(url: string): string | undefined {
  const web = webUrl(url)
  return web && withoutTracking(web.href)
}

/** What was said to be the original is taken at its word; anything else only if it is a page of its own. */
const isSure = ({ source, note }: Candidate): boolean =>
  source === 'record' || source === 'stated' || note === undefined || note === 'unwrapped'

interface Candidate {
  readonly source: CanonicalSource
  readonly url: string
  readonly note?: CanonicalNote
}

/** What was said, in the order in which it counts. */
function saidBy(evidence: CanonicalEvidence): [CanonicalSource, string | undefined][] {
  return [
    ['record', evidence.record],
    ['stated', evidence.stated],
    ['rel_canonical', evidence.relCanonical],
    ['original_link', evidence.originalLink],
    ['paragraph', evidence.paragraph],
    ...itemLinks(evidence),
    ['external_url', evidence.externalUrl],
    ...(evidence.page ? pageUrls(evidence.page) : []),
  ]
}

function candidate(source: CanonicalSource, said: URL): Candidate {
  const { url, state } = unwrap(said)
  const note =
    state === 'wrapper' ? state : (variantOf(url) ?? homeNote(url) ?? unwrappedNote(state))
  return { source, url: withoutTracking(url.href), ...(note ? { note } : {}) }
}

const homeNote = (url: URL): CanonicalNote | undefined =>
  url.pathname === '/' && url.search === '' && url.hash === '' ? 'home' : undefined

const unwrappedNote = (state: 'plain' | 'unwrapped'): CanonicalNote | undefined =>
  state === 'unwrapped' ? state : undefined

/** The guid before the link, but a WordPress short address (`/?p=12`) or the same one by http after it. */
function itemLinks({ guid, link }: CanonicalEvidence): [CanonicalSource, string | undefined][] {
  const links: [CanonicalSource, string | undefined][] = [
    ['guid', guid],
    ['link', link],
  ]
  if (guid === undefined || link === undefined) return links
  const permalink = webUrl(guid)
  const page = webUrl(link)
  return permalink && page && isLesser(permalink, page) ? links.reverse() : links
}

const isLesser = (guid: URL, link: URL): boolean =>
  guid.hostname === link.hostname &&
  (/^\/\?(?:p|page_id|post_type)=/.test(guid.pathname + guid.search) ||
    (guid.protocol === 'http:' && guid.href.replace(/^http:/, 'https:') === link.href))

/** What a page says of itself; another site's address in its source metas counts, its own there says nothing. */
function pageUrls(page: PageEvidence): [CanonicalSource, string | undefined][] {
  const absolute = (said: string | undefined) =>
    said === undefined ? undefined : absoluteUrl(said, page.url)?.href
  const own = [page.relCanonical, page.url, page.ogUrl]
    .map(absolute)
    .find((url) => url !== undefined)
  const elsewhere = [page.syndicationSource, page.originalSource]
    .map(absolute)
    .find((url) => url !== undefined && (own === undefined || siteOf(url) !== siteOf(own)))
  return [
    ['page_canonical', absolute(page.relCanonical)],
    ['page_syndication', elsewhere],
    ['page_jsonld', absolute(page.jsonLd)],
    ['page_og', absolute(page.ogUrl)],
    ['page_url', absolute(page.url)],
  ]
}

const siteOf = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|amp|mobile)\./, '')
