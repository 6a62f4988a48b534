/** Lists of articles: each with its headline, where it is from, and who is credited. */

import type { StoredArticle } from '../../db/store.ts'
import type { Article } from '../../feeds/model/article.ts'
import type { Role } from '../../feeds/model/credit.ts'
import type { DateText } from '../../feeds/model/date.ts'
import { CreditsLine } from './credits.tsx'
import { excerptOf, headlineOf } from './excerpt.ts'
import { leadPhoto } from './photo.tsx'
import { articlePath, sourcePath } from './site.ts'
import { dayInWords, Time } from './time.tsx'

/** Pictures, translators and editors are named on the article's own page. */
const ROLES_IN_LISTS: readonly Role[] = ['author', 'wire', 'contributed']

/** What the article is dated by in lists: its publication, unless it is unknown or lies in the future. */
export const dateOf = ({ published, firstSeenAt, doubts }: Article): DateText =>
  published && !doubts.includes('future_date') ? published : firstSeenAt

export const Status = ({ article }: { article: Pick<Article, 'status'> }) =>
  article.status === 'retracted' ? <span class="status">Retracted</span> : null

export const Kicker = ({ article, sourceSlug }: Pick<StoredArticle, 'article' | 'sourceSlug'>) => {
  const name = article.publication?.name ?? article.upstreamFeed?.title
  return (
    <p class="kicker">
      {name ? (
        <>
          <a href={sourcePath(sourceSlug)}>
            <bdi>{name}</bdi>
          </a>
          {' · '}
        </>
      ) : null}
      {article.published ? '' : 'First seen '}
      <Time value={dateOf(article)} />
    </p>
  )
}

/** Articles under a heading for each day, in the order given. */
export const DayList = ({ articles }: { articles: readonly StoredArticle[] }) => (
  <>
    {articles.map((stored, index) => {
      const day = dateOf(stored.article).slice(0, 10)
      const before = articles[index - 1]
      const isNew = !before || dateOf(before.article).slice(0, 10) !== day
      return (
        <>
          {isNew ? <h2 class="day">{dayInWords(day)}</h2> : null}
          <Item stored={stored} />
        </>
      )
    })}
  </>
)

const Item = ({ stored }: { stored: StoredArticle }) => {
  const { article, id } = stored
  return (
    <article class="item" lang={article.language}>
      <h3 dir="auto">
        <Status article={article} />
        <a href={articlePath(id)}>{headlineOf(article)}</a>
      </h3>
      <p class="excerpt" dir="auto">
        {excerptOf(article)}
      </p>
      <div lang="en">
        <Kicker {...stored} />
        <CreditsLine credits={article.credits} roles={ROLES_IN_LISTS} />
      </div>
    </article>
  )
}

/** The newest article, larger and with its picture. */
export const Lead = ({ stored }: { stored: StoredArticle }) => {
  const { article, id } = stored
  const photo = leadPhoto(article)
  return (
    <article class={photo ? 'lead pictured' : 'lead'} lang={article.language}>
      {photo ? (
        <figure>
          <img src={photo.url} alt={photo.title ?? ''} />
        </figure>
      ) : null}
      <div>
        <h2 dir="auto">
          <Status article={article} />
          <a href={articlePath(id)}>{headlineOf(article)}</a>
        </h2>
        <p class="excerpt" dir="auto">
          {excerptOf(article, 320)}
        </p>
        <div lang="en">
          <Kicker {...stored} />
          <CreditsLine credits={article.credits} roles={[...ROLES_IN_LISTS, 'photo']} />
        </div>
      </div>
    </article>
  )
}

/** Links to the next page and back to the first; `path` with the page's own query but the cursor. */
export const Pager = ({
  path,
  query,
  next,
}: {
  path: string
  query: URLSearchParams
  next: string | undefined
}) => {
  const to = (after?: string) => {
    const own = new URLSearchParams(query)
    own.delete('after')
    if (after) own.set('after', after)
    return own.size > 0 ? `${path}?${own}` : path
  }
  const isFirst = !query.get('after')
  if (!next && isFirst) return null
  return (
    <nav class="pager" aria-label="Pages">
      {isFirst ? null : (
        <a class="button plain" href={to()}>
          Newest articles
        </a>
      )}
      {next ? (
        <a class="button" href={to(next)} rel="next">
          Older articles
        </a>
      ) : null}
    </nav>
  )
}
