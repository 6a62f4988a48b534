/** What the indexing job does before anybody asks: bodies are cleaned. */

import type { Store } from '../../../db/store.ts'
import { cleanArticles } from '../../../src/publish/clean.ts'

export async function sanitizeArticles(store: Store): Promise<void> {
  for (let after: string | undefined, more = true; more; ) {
    const page = await store.listArticles({}, { limit: 500, ...(after ? { after } : {}) })
    await cleanArticles(page.articles, store)
    after = page.next
    more = after !== undefined
  }
}
