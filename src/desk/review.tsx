/** The review: articles that nobody is credited in or that we doubt, each with our reading, to be set right in place. */

import type { StoredArticle } from '../../db/store.ts'
import { headlineOf } from '../pages/excerpt.ts'
import { Kicker, Pager } from '../pages/listing.tsx'
import { CreditRows } from './credit-rows.tsx'
import { DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { OurReading } from './our-reading.tsx'
import { articleDeskPath } from './paths.ts'
import { doubtInWords } from './words.ts'

interface Props extends DeskProps {
  readonly articles: readonly StoredArticle[]
  readonly query: URLSearchParams
  readonly next: string | undefined
}

export const ReviewPage = ({ c, config, articles, query, next }: Props) => (
  <DeskLayout c={c} config={config} title="Review" here="/admin/review">
    <h1>Review</h1>
    <p class="lede">
      Articles whose credits we could not read, or not with certainty. What you set here is what all
      feeds say, and no later poll changes it.
    </p>
    {articles.length === 0 ? (
      <p class="notice good">Nothing to review: every article is credited.</p>
    ) : null}
    {articles.map((stored) => (
      <ReviewCard c={c} stored={stored} />
    ))}
    <Pager path="/admin/review" query={query} next={next} />
  </DeskLayout>
)

const ReviewCard = ({ c, stored }: { c: DeskProps['c']; stored: StoredArticle }) => {
  const { article, id, seq } = stored
  return (
    <article class="review" aria-labelledby={`title-${id}`}>
      <div class="reading">
        <h2 id={`title-${id}`} dir="auto" lang={article.language}>
          <a href={articleDeskPath(id)}>{headlineOf(article)}</a>
        </h2>
        <Kicker {...stored} />
        <ul class="doubts">
          {article.doubts.map((doubt) => (
            <li>{doubtInWords(doubt)}</li>
          ))}
        </ul>
        <OurReading article={article} />
      </div>
      <DeskForm c={c} action={`${articleDeskPath(id)}/credits`}>
        <input type="hidden" name="seq" value={String(seq)} />
        <input type="hidden" name="from" value="review" />
        <CreditRows credits={article.credits} prefix={`a${id}`} />
        <button type="submit">
          {article.credits.length > 0 ? 'This is right' : 'Set credits'}
          <span class="hidden">: {headlineOf(article)}</span>
        </button>
      </DeskForm>
    </article>
  )
}
