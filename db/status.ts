/** What follows from an article's status: an embargo holds it back, a removal is told for a while, a withdrawal lasts. */

import type { Article, Removal, Withdrawal } from '../feeds/model/article.ts'
import { type Instant, instantOf, toInstant } from '../feeds/model/date.ts'

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

/** The doubt of what its upstream took back: an editor looks at it, and decides by setting a status. */
const WITHDRAWN = 'withdrawn'

/** As its upstream took it back; where a person has set the status, that stays. */
export function withdrawnAs(
  before: Article,
  withdrawal: Withdrawal,
  { isJudged, now }: { readonly isJudged: boolean; readonly now: Instant },
): Article {
  const doubts = [...new Set([...before.doubts, WITHDRAWN])]
  const marked = { ...before, withdrawal, doubts }
  if (isJudged) return marked
  if (isListed(before)) {
    const correction = { at: withdrawal.at, note: noteOf(withdrawal) }
    const corrections = [...before.corrections, correction]
    return { ...marked, status: 'retracted', corrections, changedAt: now }
  }
  // what nobody has seen yet is not published at the end of its embargo either
  const { embargo: _, ...unpublished } = marked
  return unpublished
}

const noteOf = ({ by, comment }: Withdrawal): string =>
  `Withdrawn by ${by}${comment ? `: ${comment}` : '.'}`

/** An article that is said again stays withdrawn, unless it says that it was updated since. */
export function stillWithdrawn(incoming: Article, before: Article): Article {
  const { withdrawal } = before
  if (!withdrawal || isUpdatedSince(incoming, withdrawal)) return incoming
  const doubts = before.doubts.includes(WITHDRAWN)
    ? [...incoming.doubts, WITHDRAWN]
    : incoming.doubts
  const { embargo: _, ...rest } = incoming
  const { status, embargo } = before
  return { ...rest, withdrawal, status, doubts, ...(embargo === undefined ? {} : { embargo }) }
}

/** RFC 6721 section 3: an entry with a later update than the withdrawal's time is not withdrawn. */
export const isUpdatedSince = (
  { updated }: Pick<Article, 'updated'>,
  { at }: Withdrawal,
): boolean => updated !== undefined && instantOf(updated) > at

export const withoutWithdrawn = (doubts: readonly string[]): string[] =>
  doubts.filter((doubt) => doubt !== WITHDRAWN)
