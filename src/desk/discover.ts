/** Looks at an address that somebody typed: it is a feed, or a page that has feeds. */

import type { ParsedFeed } from '../../feeds/model/entry.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { type FoundFeed, readFeedsAt } from '../ingest/discover.ts'

export type Look =
  | { readonly kind: 'feed'; readonly url: string; readonly parsed: ParsedFeed }
  | { readonly kind: 'page'; readonly url: string; readonly offers: readonly FoundFeed[] }

/**
 * Throws CreditlineError: `refused`, `unreachable`, `too_large`, and `not_a_feed` for a page that has no feed. A page
 * that has one is left for that feed at once.
 */
export async function look(typed: string, deps: Pick<Deps, 'fetchDocument'>): Promise<Look> {
  const feeds = await readFeedsAt(typed, deps.fetchDocument)
  const [only] = feeds
  if (!only) throw new CreditlineError('not_a_feed', `There is no feed at ${typed}.`)
  return feeds.length === 1
    ? { kind: 'feed', url: only.url, parsed: only.parsed }
    : { kind: 'page', url: typed, offers: feeds }
}
