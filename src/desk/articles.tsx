/** Articles at the desk: the list to find one in. */

import type { StoredArticle } from '../../db/store.ts'
import { CreditsLine } from '../pages/credits.tsx'
import { headlineOf } from '../pages/excerpt.ts'
import { Kicker, Pager, Status } from '../pages/listing.tsx'
import { Field } from './fields.tsx'
import { DeskLayout, type DeskProps } from './layout.tsx'
import { articleDeskPath } from './paths.ts'

interface Props extends DeskProps {
  readonly articles: readonly StoredArticle[]
  readonly query: URLSearchParams
  readonly next: string | undefined
}

export const ArticlesPage = ({ c, config, articles, query, next }: Props) => (
  <DeskLayout c={c} config={config} title="Articles" here="/admin/articles">
    <h1>Articles</h1>
    <p>
      <a class="button" href="/admin/articles/new">
        Write an article
      </a>
    </p>
    <search>
      <form action="/admin/articles" class="look">
        <Field name="q" label="Words to look for" type="search" value={query.get('q') ?? ''} />
        <button type="submit">Search</button>
      </form>
    </search>
    {articles.length === 0 ? <p class="notice">Nothing found.</p> : null}
    {articles.map((stored) => (
      <article class="item">
        <h2 dir="auto" lang={stored.article.language}>
          <Status article={stored.article} />
          <a href={articleDeskPath(stored.id)}>{headlineOf(stored.article)}</a>
        </h2>
        <Kicker {...stored} />
        <CreditsLine credits={stored.article.credits} />
      </article>
    ))}
    <Pager path="/admin/articles" query={query} next={next} />
  </DeskLayout>
)
