/** Rows of `articles` as articles. */

import type { Article } from '../feeds/model/article.ts'
import type { Instant } from '../feeds/model/date.ts'
import { rawHtml, type SafeHtml } from '../feeds/model/html.ts'
import { SANITIZE_VERSION } from '../feeds/text/html.ts'
import type { StoredArticle } from './store.ts'

/** What a StoredArticle is read from, of table or alias `a`. */
export const STORED_COLUMNS =
  'a.id, a.seq, a.stored_at, a.sort_at, a.source, a.shared_url, a.article, a.body_version, a.body'

/** The same without its body, which is most of it. */
export const BODILESS_COLUMNS = STORED_COLUMNS.replace(
  'a.body_version, a.body',
  '0 AS body_version, NULL AS body',
)

export interface StoredRow {
  readonly id: number
  readonly seq: number
  readonly stored_at: Instant
  readonly sort_at: number
  readonly source: string
  readonly shared_url: number
  /** JSON, without the body. */
  readonly article: string
  readonly body_version: number
  readonly body: string | null
}

export const storedArticleOf = (row: StoredRow): StoredArticle => ({
  id: row.id,
  seq: row.seq,
  storedAt: row.stored_at,
  sourceSlug: row.source,
  sharedUrl: row.shared_url === 1,
  article: articleOf(row),
})

export function articleOf(row: Pick<StoredRow, 'article' | 'body_version' | 'body'>): Article {
  const article: Article = JSON.parse(row.article)
  if (row.body === null) return article
  // A body cleaned by an older sanitizer counts as raw; only what sanitize() made comes back as SafeHtml.
  const body =
    row.body_version === SANITIZE_VERSION
      ? ({ clean: true, html: row.body as SafeHtml } as const)
      : ({ clean: false, html: rawHtml(row.body) } as const)
  return Object.assign(article, { body })
}

/** The article's part of a row to be passed as JSON. */
export function articleColumns({ body, ...article }: Article) {
  return {
    article,
    body_version: body?.clean ? SANITIZE_VERSION : 0,
    body: body?.html ?? null,
  }
}
