/** Articles as rows of `articles`, and back. */

import type { Article } from '../feeds/model/article.ts'
import type { Instant } from '../feeds/model/date.ts'
import { rawHtml, type SafeHtml } from '../feeds/model/html.ts'
import { SANITIZE_VERSION } from '../feeds/text/html.ts'
import { codecOf, type Row } from './columns.ts'
import type { StoredArticle } from './store.ts'

/** The article's own columns, without its body. */
export const ARTICLE = codecOf<Omit<Article, 'body'>>({
  upstreamId: 'text',
  guid: 'text',
  publishedId: 'text',
  title: 'text',
  canonicalUrl: 'text',
  canonicalRule: 'text',
  urlAsFed: 'text',
  published: 'text',
  updated: 'text',
  firstSeenAt: 'text',
  changedAt: 'text',
  language: 'text',
  summary: 'text',
  credits: 'list',
  creditText: 'list',
  publication: 'json',
  via: 'list',
  upstreamFeed: 'json',
  rights: 'json',
  media: 'list',
  enclosures: 'list',
  tags: 'list',
  related: 'list',
  comments: 'text',
  podcast: 'json',
  status: 'text',
  corrections: 'list',
  doubts: 'list',
})

/** The columns that a StoredArticle is read from, of table or alias `a`. */
export const STORED_COLUMNS = [
  'id',
  'seq',
  'stored_at',
  'sort_at',
  'source',
  'shared_url',
  ...ARTICLE.names,
  'body_version',
  'body',
]
  .map((name) => `a.${name}`)
  .join(', ')

export interface StoredRow extends Row {
  readonly id: number
  readonly seq: number
  readonly stored_at: Instant
  readonly sort_at: number
  readonly source: string
  readonly shared_url: number
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

export function articleOf(row: StoredRow): Article {
  const article = ARTICLE.fromRow(row)
  if (row.body === null) return article
  // A body cleaned by an older sanitizer counts as raw; only what sanitize() made comes back as SafeHtml.
  const body =
    row.body_version === SANITIZE_VERSION
      ? ({ clean: true, html: row.body as SafeHtml } as const)
      : ({ clean: false, html: rawHtml(row.body) } as const)
  return { ...article, body }
}

export const articleRow = (article: Article): Row => ({
  ...ARTICLE.toRow(article),
  body_version: article.body?.clean ? SANITIZE_VERSION : 0,
  body: article.body?.html ?? null,
})
