/** What follows from an article's status: an embargo holds it back, and a removal is told for a while. */

import type { Article, Removal } from '../feeds/model/article.ts'
import { type Instant, toInstant } from '../feeds/model/date.ts'

/** So long feeds tell of an article that was removed. */
const NOTICE_MS = 30 * 86_400_000

export const isListed = ({ status }: Pick<Article, 'status'>): boolean =>
  status === 'published' || status === 'retracted'

/** Withheld until its embargo ends, whatever status came with it. */
export const held = (article: Article, now: Instant): Article =>
  article.status === 'published' && article.embargo !== undefined && article.embargo > now
    ? { ...article, status: 'withheld' }
    : article

/** The article with what its status demands, given what it was before. */
export function inStatus(article: Article, before: Article | undefined, now: Instant): Article {
  const { unlisted: _unlisted, removal: _removal, ...rest } = article
  const wasListed = before !== undefined && !before.unlisted
  const isNeverListed = !isListed(article) && !wasListed
  return erased({
    ...rest,
    ...(isNeverListed ? { unlisted: true } : {}),
    ...(article.status === 'removed'
      ? { removal: before?.removal ?? removal(isNeverListed || !before || !isListed(before), now) }
      : {}),
  })
}

/** Of what nobody saw, nobody is told. */
const removal = (isSilent: boolean, now: Instant): Removal =>
  isSilent ? { at: now } : { at: now, noticeUntil: toInstant(Date.parse(now) + NOTICE_MS) }

/** Removed for legal reasons: the text and pictures are not kept either. */
function erased(article: Article): Article {
  if (article.status !== 'removed') return article
  const { body: _body, summary: _summary, ...rest } = article
  return { ...rest, media: [], enclosures: [] }
}

/** What becomes of an article whose time has come: see Store.settleDue. */
export function whenDue(article: Article): Article {
  if (article.status === 'withheld' && article.embargo !== undefined) {
    const { unlisted: _, ...rest } = article
    return { ...rest, status: 'published', changedAt: article.embargo }
  }
  return article.removal ? { ...article, removal: { at: article.removal.at } } : article
}
