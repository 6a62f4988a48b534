/** The first words of an article, for lists and for descriptions. */

import type { Article } from '../../feeds/model/article.ts'
import { textOf } from '../../feeds/text/html.ts'

/** Enough markup for the longest excerpt, so that a list of long reads costs no more than one of briefs. */
const MARKUP = 4000

/** Its summary, else the beginning of its text, cut between words at about `length` characters. */
export function excerptOf(
  { summary, body }: Pick<Article, 'summary' | 'body'>,
  length = 220,
): string {
  const text = summary ?? (body ? textOf(body.html.slice(0, MARKUP).replace(/<[^>]*$/, '')) : '')
  return cut(text, length)
}

export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const head = text.slice(0, length).toWellFormed().replace('\ufffd', '')
  const space = head.lastIndexOf(' ')
  return `${(space > length * 0.6 ? head.slice(0, space) : head).replace(/[\s,;:–-]+$/, '')}…`
}

/** The title, else the first words: an article without a title still needs a name in a list. */
export const headlineOf = (article: Pick<Article, 'title' | 'summary' | 'body'>): string =>
  article.title ?? (excerptOf(article, 80) || 'Untitled')
