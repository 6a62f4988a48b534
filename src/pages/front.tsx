/** The front page: the newest articles with who reported each. */

import type { SourceInfo, StoredArticle } from '../../db/store.ts'
import { Layout } from './layout.tsx'
import { DayList, Lead, Pager } from './listing.tsx'
import { type Site, sourcePath } from './site.ts'

export interface FrontPageProps {
  readonly articles: readonly StoredArticle[]
  readonly config: Site
  readonly sources?: readonly SourceInfo[]
  readonly query?: URLSearchParams
  readonly next?: string | undefined
}

export const FrontPage = ({
  articles,
  config,
  sources = [],
  query = new URLSearchParams(),
  next,
}: FrontPageProps) => {
  const isFirst = !query.get('after')
  const [lead, ...others] = articles
  const rest = isFirst ? others : articles
  return (
    <Layout
      title={config.title}
      config={config}
      here="/"
      canonical={`${config.baseUrl}/`}
      description="The latest articles, each with who reported it and where its original stands."
    >
      <h1 class="hidden">Latest articles</h1>
      {lead ? null : <Empty />}
      {lead && isFirst ? <Lead stored={lead} /> : null}
      <div class="columns">
        <div>
          <DayList articles={rest} />
          <Pager path="/" query={query} next={next} />
        </div>
        <Beside sources={sources} />
      </div>
    </Layout>
  )
}

const Empty = () => (
  <div class="notice">
    <p>
      <strong>No articles yet.</strong> They appear here as soon as a feed is read or a document is
      imported.
    </p>
    <p>
      If this site is yours, add a feed at the <a href="/admin">editors’ desk</a>, or on the command
      line with <code>creditline upstream add URL</code>.
    </p>
  </div>
)

const Beside = ({ sources }: { sources: readonly SourceInfo[] }) => (
  <div class="aside">
    <section aria-labelledby="search-here">
      <h2 id="search-here">Search</h2>
      <search aria-labelledby="search-here">
        <form action="/search">
          <label for="q" class="hidden">
            Words to look for
          </label>
          <div class="ask">
            <input type="search" id="q" name="q" />
            <button type="submit">Go</button>
          </div>
        </form>
      </search>
    </section>
    <section aria-labelledby="follow-here">
      <h2 id="follow-here">Follow</h2>
      <p>
        Get new articles in a reader app, with every credit.{' '}
        <a href="/channels">How to subscribe</a>
      </p>
    </section>
    {sources.length > 0 ? (
      <section aria-labelledby="sources-here">
        <h2 id="sources-here">Sources</h2>
        <ul>
          {sources.map(({ slug, name }) => (
            <li>
              <a href={sourcePath(slug)}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
  </div>
)
