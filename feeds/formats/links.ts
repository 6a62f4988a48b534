/** The way of an article to us, as links. */

import type { CleanArticle } from '../model/article.ts'
import { asciiUrl } from '../model/url.ts'

/** One link a hop, nearest first: its public page, else its feed; a hop without either stands in the record alone. */
export const viaLinks = (article: CleanArticle): { rel: string; href: string; title: string }[] =>
  article.via.flatMap(({ name, url, feedUrl }) => {
    const href = asciiUrl(url) ?? asciiUrl(feedUrl)
    return href ? [{ rel: 'via', href, title: name }] : []
  })
