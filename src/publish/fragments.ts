/** Items rendered once per version, format and presentation, kept in a cache bounded in bytes. */

import { LRUCache } from 'lru-cache'
import {
  FORMATS,
  type FormatName,
  factsOf,
  type ItemFacts,
  utf8,
} from '../../feeds/formats/index.ts'
import type { Presentation } from '../../feeds/model/channel.ts'
import type { Deps } from '../deps.ts'
import { type Cleaned, cleanArticles } from './clean.ts'
import type { PublishedArticle } from './duplicates.ts'

const CACHE_BYTES = 24 * 2 ** 20

export interface Fragments {
  /** One fragment an article, in their order. */
  render(
    articles: readonly (PublishedArticle | Cleaned<PublishedArticle>)[],
    format: FormatName,
    presentation: Presentation,
    facts?: KeptFacts,
  ): Promise<Uint8Array[]>
}

export function createFragments({ store, config }: Pick<Deps, 'store' | 'config'>): Fragments {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (bytes) => bytes.byteLength + 1,
  })
  return {
    async render(articles, format, presentation, facts) {
      const keyOf = ({ id, seq, copies }: Pick<PublishedArticle, 'id' | 'seq' | 'copies'>) =>
        [id, seq, copies, format, shapeOf(presentation)].join(' ')
      const missing = articles.filter((stored) => !kept.has(keyOf(stored)))
      const fresh = new Map<number, Uint8Array>()
      for (const stored of await cleanArticles(missing, store)) {
        const pageUrl = `${config.baseUrl}/articles/${stored.id}`
        const shown = { ...presentation, pageUrl }
        const fragment = utf8(FORMATS[format].item(stored.article, shown, facts?.(stored)))
        fresh.set(stored.id, fragment)
        kept.set(keyOf(stored), fragment)
      }
      return articles.flatMap((stored) => fresh.get(stored.id) ?? kept.get(keyOf(stored)) ?? [])
    },
  }
}

/** What the formats of one document read of its articles, each read once. */
export type KeptFacts = (stored: Cleaned<PublishedArticle>) => ItemFacts

export function keepFacts(presentation: Presentation): KeptFacts {
  const kept = new Map<number, ItemFacts>()
  return ({ id, article }) => {
    const facts = kept.get(id) ?? factsOf(article, presentation)
    kept.set(id, facts)
    return facts
  }
}

/** What of a presentation an item depends on. */
const shapeOf = ({ links, fullText, creditParagraph }: Presentation): string =>
  `${links} ${fullText} ${creditParagraph}`
