/** Bodies are cleaned once per version: when an article is first rendered, and kept. */

import type { Store, StoredArticle } from '../../db/store.ts'
import { cleanArticle } from '../../feeds/formats/index.ts'
import type { CleanArticle } from '../../feeds/model/article.ts'

export type Cleaned<T extends StoredArticle> = Omit<T, 'article'> & {
  readonly article: CleanArticle
}

export type CleanStoredArticle = Cleaned<StoredArticle>

/**
 * The articles with bodies that can be published; bodies cleaned just now are kept in the store. Where they can't be (it
 * is full, or another program writes for long), they are shown all the same, and cleaned again the next time.
 */
export async function cleanArticles<T extends StoredArticle>(
  articles: readonly T[],
  store: Pick<Store, 'saveCleanBodies'>,
): Promise<Cleaned<T>[]> {
  const cleaned = articles.map((stored) => ({ ...stored, article: cleanArticle(stored.article) }))
  const fresh = articles.flatMap(({ id, seq, article }, index) => {
    const body = cleaned[index]?.article.body
    return body && !article.body?.clean ? [{ id, seq, html: body.html }] : []
  })
  if (fresh.length > 0) await store.saveCleanBodies(fresh).catch(() => undefined)
  return cleaned
}
