/** Why an editor should look at an article. */

import type { Article } from './model/article.ts'
import { type Instant, instantOf } from './model/date.ts'
import type { Fault } from './model/fault.ts'
import { hostOf } from './source.ts'

type Judged = Pick<Article, 'credits' | 'published' | 'canonicalUrl' | 'urlAsFed'>

/** `uncredited`, `doubtful_credit`, `future_date`, `foreign_canonical`: those that hold. */
export function doubtsOf(article: Judged, nameFaults: readonly Fault[], now: Instant): string[] {
  const doubts: readonly [string, boolean][] = [
    ['uncredited', !article.credits.some((credit) => credit.role !== 'photo')],
    ['doubtful_credit', nameFaults.length > 0],
    ['future_date', isFuture(article.published, now)],
    ['foreign_canonical', isForeign(article.canonicalUrl, article.urlAsFed)],
  ]
  return doubts.filter(([, holds]) => holds).map(([name]) => name)
}

export const dateFaults = (published: string | undefined, now: Instant): Fault[] =>
  published !== undefined && isFuture(published, now)
    ? [{ code: 'date_future', at: 'published', text: `published ${published}, later than ${now}` }]
    : []

/** A day that stands for noon is not in the future while it lasts. */
const isFuture = (published: string | undefined, now: Instant): boolean =>
  published !== undefined &&
  instantOf(published) > now &&
  published.slice(0, 10) !== now.slice(0, 10)

/** The canonical URL stands on another site than the link: legitimate in syndication, and worth a look. */
const isForeign = (canonical: string | undefined, link: string | undefined): boolean =>
  canonical !== undefined &&
  link !== undefined &&
  !startsAlike(canonical, link) &&
  siteOf(canonical) !== siteOf(link)

/** Scheme and host are the same letters: most are, and need no parsing. */
function startsAlike(canonical: string, link: string): boolean {
  const path = canonical.indexOf('/', 'https://'.length)
  return path > 0 && link.startsWith(canonical.slice(0, path + 1))
}

const siteOf = (url: string): string => hostOf(url).replace(/^(?:www|m|amp|mobile)\./, '')
