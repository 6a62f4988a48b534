/** What feeds say of an article that was removed for legal reasons: when, and an editor's words, but nothing of it. */

import type { Article } from '../model/article.ts'
import { oneLine } from '../model/text.ts'
import type { RemovalNotice } from './format.ts'

/** Absent for an article that is not removed. */
export function noticeOf(article: Article): RemovalNotice | undefined {
  const { publishedId, removal, corrections } = article
  if (!removal) return undefined
  const note = oneLine(corrections.find(({ at }) => at === removal.at)?.note ?? '')
  const text = `Removed for legal reasons ${removal.at.slice(0, 10)}${note ? `: ${note}` : '.'}`
  return { publishedId, at: removal.at, text }
}
