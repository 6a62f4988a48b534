/** What is no change of an article, though its upstream says it otherwise: a later date, the same address written anew. */

import type { Article } from '../feeds/model/article.ts'
import { type DateText, instantOf } from '../feeds/model/date.ts'
import { DOCUMENTS } from '../feeds/model/upstream.ts'
import { addressKey } from '../feeds/model/url.ts'
import { stillWithdrawn } from './status.ts'

/**
 * The article as it came, but for what its upstream says anew of all that it holds: feeds that date every item by their
 * last rebuild would bring all of them to the top each time, and mixed schemes would move every address back and forth.
 * What a person imports is taken as it is.
 */
export function settledAs(incoming: Article, before: Article | undefined): Article {
  if (!before || incoming.upstreamId === DOCUMENTS) return incoming
  const published = firstPublished(incoming.published, before)
  return {
    ...stillWithdrawn(incoming, before),
    ...(published ? { published } : {}),
    ...(isSameAddress(incoming.canonicalUrl, before.canonicalUrl) && before.canonicalUrl
      ? { canonicalUrl: before.canonicalUrl }
      : {}),
  }
}

/** A later date is no new publication; an earlier one, or one in place of a date that lay ahead, is a correction. */
function firstPublished(
  stated: DateText | undefined,
  { published: before, firstSeenAt }: Article,
): DateText | undefined {
  if (!stated || !before) return stated ?? before
  const isLater = instantOf(stated) > instantOf(before)
  const wasAhead = instantOf(before) > firstSeenAt
  // a day that has got its hour
  const isFiner = before.length < stated.length && stated.startsWith(before)
  return isLater && !wasAhead && !isFiner ? before : stated
}

/** But for `www.`, the last slash and the scheme, unless it has become the safe one. */
const isSameAddress = (stated: string | undefined, before: string | undefined): boolean =>
  stated !== undefined &&
  before !== undefined &&
  addressKey(stated) === addressKey(before) &&
  !(stated.startsWith('https:') && before.startsWith('http:'))
