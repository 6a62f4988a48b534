/** The article page: body, credits with their evidence, and where the original stands. */

import { raw } from 'hono/html'
import type { StoredArticle } from '../../db/store.ts'
import type { CleanStoredArticle } from '../publish/clean.ts'
import { ArticleAside } from './article-aside.tsx'
import { ArticleHead } from './article-head.tsx'
import { embedBody } from './body.ts'
import { CreditsLine } from './credits.tsx'
import { excerptOf, headlineOf } from './excerpt.ts'
import { Layout } from './layout.tsx'
import { Kicker, Status } from './listing.tsx'
import { Photos } from './photo.tsx'
import { hostOf, type Site, sourcePath } from './site.ts'
import { Time } from './time.tsx'

export interface ArticlePageProps {
  readonly stored: CleanStoredArticle
  readonly config: Site
  /** The same article as other feeds brought it. */
  readonly copies?: readonly StoredArticle[]
  /** Others of the same source. */
  readonly more?: readonly StoredArticle[]
}

export const ArticlePage = ({ stored, config, copies = [], more = [] }: ArticlePageProps) => {
  const { article } = stored
  return (
    <Layout
      title={headlineOf(article)}
      config={config}
      feed={sourcePath(stored.sourceSlug)}
      description={excerptOf(article, 160)}
      canonical={canonicalOf(stored, config)}
      head={<ArticleHead stored={stored} config={config} />}
    >
      <div class="columns">
        <article class="story" lang={article.language}>
          <StoryHeader stored={stored} />
          <Notices stored={stored} />
          <Photos article={article} />
          <Body stored={stored} />
        </article>
        <ArticleAside stored={stored} copies={copies} more={more} />
      </div>
    </Layout>
  )
}

/**
 * The original, if this page holds its full text (RFC 6596: the canonical page must hold all that this one does);
 * an excerpt is a page of its own.
 */
export const canonicalOf = ({ id, article }: CleanStoredArticle, site: Site): string =>
  (article.body && article.canonicalUrl) ?? `${site.baseUrl}/articles/${id}`

const StoryHeader = ({ stored }: { stored: CleanStoredArticle }) => {
  const { article } = stored
  return (
    <header>
      <div lang="en">
        <Kicker {...stored} />
      </div>
      <h1 dir="auto">
        <Status article={article} />
        {headlineOf(article)}
      </h1>
      <div lang="en">
        <CreditsLine credits={article.credits} />
        {article.updated && article.updated !== article.published ? (
          <p class="kicker">
            Updated <Time value={article.updated} />
          </p>
        ) : null}
      </div>
    </header>
  )
}

const Notices = ({ stored: { article } }: { stored: CleanStoredArticle }) => (
  <div lang="en">
    {article.status === 'retracted' ? (
      <div class="notice alarm" role="note" aria-label="Retraction">
        <p>
          <strong>This article was retracted.</strong> It stays here so that who published it, and
          that it was withdrawn, can be seen.
        </p>
      </div>
    ) : null}
    {article.corrections.length > 0 ? (
      <div class="notice" role="note" aria-label="Corrections">
        {article.corrections.map(({ at, note }) => (
          <p>
            <strong>Corrected</strong> <Time value={at} />: <span dir="auto">{note}</span>
          </p>
        ))}
      </div>
    ) : null}
  </div>
)

const Body = ({ stored: { article } }: { stored: CleanStoredArticle }) => (
  <>
    {article.body ? (
      <div class="prose" dir="auto">
        {raw(embedBody(article.body.html))}
      </div>
    ) : (
      <div class="prose" dir="auto">
        <p>{article.summary}</p>
      </div>
    )}
    {!article.body && article.canonicalUrl ? (
      <p lang="en">
        <a class="button" href={article.canonicalUrl} rel="external">
          Read the whole article at {hostOf(article.canonicalUrl)}
        </a>
      </p>
    ) : null}
  </>
)
