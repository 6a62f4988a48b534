/** What the head of an article page tells programs: Schema.org, OpenGraph, and who may index it. */

import { raw } from 'hono/html'
import type { CleanStoredArticle } from '../publish/clean.ts'
import { excerptOf, headlineOf } from './excerpt.ts'
import { newsArticle, scriptJson } from './json-ld.ts'
import { leadPhoto } from './photo.tsx'
import { articlePath, type Site } from './site.ts'

export const ArticleHead = ({ stored, config }: { stored: CleanStoredArticle; config: Site }) => {
  const { article, id } = stored
  const photo = leadPhoto(article)
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:type', 'article'],
    ['og:site_name', config.title],
    ['og:title', headlineOf(article)],
    ['og:description', excerptOf(article, 200)],
    ['og:url', `${config.baseUrl}${articlePath(id)}`],
    ['og:image', photo?.url],
    ['og:locale', article.language?.replace('-', '_')],
    ['article:published_time', article.published],
    ['article:modified_time', article.updated ?? article.changedAt],
    ...article.credits.flatMap(({ role, name }) =>
      role === 'author' ? [['article:author', name] as const] : [],
    ),
    ...article.tags.map(({ label, term }) => ['article:tag', label ?? term] as const),
  ]
  return (
    <>
      {properties.map(([property, content]) =>
        content ? <meta property={property} content={content} /> : null,
      )}
      {isCopy(stored) ? <meta name="googlebot-news" content="noindex" /> : null}
      <script type="application/ld+json">
        {raw(scriptJson(newsArticle(id, article, config)))}
      </script>
    </>
  )
}

/** Whether the full text of another's page stands here: news search should find that page, not this one. */
export const isCopy = ({ article }: Pick<CleanStoredArticle, 'article'>): boolean =>
  article.body !== undefined && article.canonicalUrl !== undefined
