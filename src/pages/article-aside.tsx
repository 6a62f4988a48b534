/** Beside an article: who reported it, where its original stands, its rights, and what to read next. */

import type { StoredArticle } from '../../db/store.ts'
import type { Article } from '../../feeds/model/article.ts'
import type { CleanStoredArticle } from '../publish/clean.ts'
import { CreditList } from './credits.tsx'
import { headlineOf } from './excerpt.ts'
import { articlePath, hostOf, sourcePath, tagPath } from './site.ts'
import { Time } from './time.tsx'

interface Props {
  readonly stored: CleanStoredArticle
  readonly copies: readonly StoredArticle[]
  readonly more: readonly StoredArticle[]
}

export const ArticleAside = ({ stored, copies, more }: Props) => {
  const { article, id } = stored
  return (
    <div class="aside">
      <section aria-labelledby="credits">
        <h2 id="credits">Who reported this</h2>
        {article.credits.length > 0 ? (
          <div class="credit-card">
            <CreditList credits={article.credits} />
          </div>
        ) : (
          <p class="quiet">The article names nobody, and no credit line was found in it.</p>
        )}
        <Printed lines={article.creditText} />
      </section>
      <Origin article={article} id={id} copies={copies} />
      <Rights article={article} />
      <Tags article={article} />
      <Related article={article} />
      <More articles={more} sourceSlug={stored.sourceSlug} />
    </div>
  )
}

const Printed = ({ lines }: { lines: readonly string[] }) =>
  lines.length > 0 ? (
    <>
      <p class="quiet">As printed:</p>
      {lines.map((line) => (
        <p dir="auto">“{line}”</p>
      ))}
    </>
  ) : null

const Origin = ({
  article,
  id,
  copies,
}: {
  article: Article
  id: number
  copies: readonly StoredArticle[]
}) => (
  <section aria-labelledby="origin">
    <h2 id="origin">Where it comes from</h2>
    {article.canonicalUrl ? (
      <p class="original">
        Original at{' '}
        <a href={article.canonicalUrl} rel="external">
          {hostOf(article.canonicalUrl)}
        </a>
      </p>
    ) : (
      <p class="quiet">No address of an original is known.</p>
    )}
    <p>
      <a href={`${articlePath(id)}/provenance`}>The way it took to this page</a>
    </p>
    {copies.length > 0 ? <Copies copies={copies} /> : null}
  </section>
)

const Copies = ({ copies }: { copies: readonly StoredArticle[] }) => (
  <>
    <p class="quiet">It also came by:</p>
    <ul>
      {copies.map((copy) => (
        <li>
          <a href={articlePath(copy.id)}>
            <bdi>
              {copy.article.upstreamFeed?.title ?? copy.article.publication?.name ?? 'another feed'}
            </bdi>
          </a>{' '}
          (<Time value={copy.article.firstSeenAt} />)
        </li>
      ))}
    </ul>
  </>
)

const Rights = ({ article: { rights } }: { article: Article }) =>
  rights ? (
    <section aria-labelledby="rights">
      <h2 id="rights">Rights</h2>
      {rights.notice ? <p dir="auto">{rights.notice}</p> : null}
      {rights.holder && !rights.notice?.includes(rights.holder) ? (
        <p>
          Held by <bdi>{rights.holder}</bdi>
        </p>
      ) : null}
      {rights.licenseUrl ? (
        <p>
          <a href={rights.licenseUrl} rel="license">
            Licence ({hostOf(rights.licenseUrl)})
          </a>
        </p>
      ) : null}
    </section>
  ) : null

const Tags = ({ article: { tags } }: { article: Article }) =>
  tags.length > 0 ? (
    <section aria-labelledby="tags">
      <h2 id="tags">Filed under</h2>
      <ul class="tags">
        {tags.slice(0, 12).map(({ term, label }) => (
          <li>
            <a href={tagPath(term)} rel="tag" dir="auto">
              {label ?? term}
            </a>
          </li>
        ))}
      </ul>
    </section>
  ) : null

const Related = ({ article: { related } }: { article: Article }) =>
  related.length > 0 ? (
    <section aria-labelledby="related">
      <h2 id="related">Related</h2>
      <ul>
        {related.map(({ title, url }) => (
          <li dir="auto">{url ? <a href={url}>{title}</a> : title}</li>
        ))}
      </ul>
    </section>
  ) : null

const More = ({
  articles,
  sourceSlug,
}: {
  articles: readonly StoredArticle[]
  sourceSlug: string
}) =>
  articles.length > 0 ? (
    <section aria-labelledby="more">
      <h2 id="more">More from this source</h2>
      <ul>
        {articles.map(({ id, article }) => (
          <li lang={article.language} dir="auto">
            <a href={articlePath(id)}>{headlineOf(article)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={sourcePath(sourceSlug)}>All of it, and its feeds</a>
      </p>
    </section>
  ) : null
