/** The page of one source, agency, person or tag: what it is, its articles, its feeds. */

import type { Child } from 'hono/jsx'
import type { StoredArticle } from '../../db/store.ts'
import { FeedLinks } from './feed-links.tsx'
import { Layout } from './layout.tsx'
import { DayList, Pager } from './listing.tsx'
import type { Site } from './site.ts'

export interface SelectionPageProps {
  readonly config: Site
  /** `/agencies/reuters`: the page, and its feeds with an extension. */
  readonly path: string
  /** What kind of page: `Agency`. */
  readonly kind: string
  readonly name: string
  readonly intro?: Child
  readonly articles: readonly StoredArticle[]
  readonly query: URLSearchParams
  readonly next?: string | undefined
}

export const SelectionPage = ({
  config,
  path,
  kind,
  name,
  intro,
  articles,
  query,
  next,
}: SelectionPageProps) => (
  <Layout
    title={name}
    config={config}
    feed={path}
    canonical={`${config.baseUrl}${path}`}
    description={`${kind} ${name}: articles with who reported each.`}
  >
    <p class="kicker">{kind}</p>
    <h1 dir="auto">{name}</h1>
    {intro}
    <div class="columns">
      <div>
        <DayList articles={articles} />
        <Pager path={path} query={query} next={next} />
      </div>
      <div class="aside">
        <section aria-labelledby="feeds">
          <h2 id="feeds">Follow</h2>
          <p>New articles of this page, in a reader app:</p>
          <FeedLinks config={config} path={path} />
          <p>
            <a href="/channels">What is a feed?</a>
          </p>
        </section>
      </div>
    </div>
  </Layout>
)
