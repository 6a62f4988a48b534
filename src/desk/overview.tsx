/** The desk's first page: what needs somebody, and how things stand. */

import type { StoredArticle, StoreStats } from '../../db/store.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { CreditsLine } from '../pages/credits.tsx'
import { headlineOf } from '../pages/excerpt.ts'
import { Kicker, Status } from '../pages/listing.tsx'
import { DeskLayout, type DeskProps } from './layout.tsx'
import { articleDeskPath, upstreamPath } from './paths.ts'
import { HealthBadge, nameOf } from './upstreams.tsx'
import { stateInWords } from './words.ts'

interface Props extends DeskProps {
  readonly stats: StoreStats
  /** Failing or gone; none where the editor may not see upstreams. */
  readonly troubled: readonly Upstream[]
  readonly newest: readonly StoredArticle[]
  readonly now: number
}

const number = (value: number): string => value.toLocaleString('en')

export const OverviewPage = ({ c, config, stats, troubled, newest, now }: Props) => (
  <DeskLayout c={c} config={config} title="Desk" here="/admin">
    <h1>Desk</h1>
    <ul class="figures">
      <Figure value={stats.doubtful} label="to review" href="/admin/review" />
      <Figure value={stats.failingUpstreams} label="upstreams failing" href="/admin/upstreams" />
      <Figure value={stats.articles} label="articles" href="/admin/articles" />
      <Figure value={stats.upstreams} label="upstreams" href="/admin/upstreams" />
    </ul>
    {troubled.length > 0 ? <Troubled upstreams={troubled} now={now} /> : null}
    <section aria-labelledby="newest">
      <h2 id="newest">Newest articles</h2>
      {newest.map((stored) => (
        <article class="item">
          <h3 dir="auto" lang={stored.article.language}>
            <Status article={stored.article} />
            <a href={articleDeskPath(stored.id)}>{headlineOf(stored.article)}</a>
          </h3>
          <Kicker {...stored} />
          <CreditsLine credits={stored.article.credits} />
        </article>
      ))}
    </section>
  </DeskLayout>
)

const Troubled = ({ upstreams, now }: { upstreams: readonly Upstream[]; now: number }) => (
  <section aria-labelledby="troubled">
    <h2 id="troubled">Upstreams in trouble</h2>
    <ul class="cards">
      {upstreams.map((upstream) => (
        <li class={`card ${upstream.health}`}>
          <div class="what">
            <h3>
              <a href={upstreamPath(upstream.id)} dir="auto">
                {nameOf(upstream)}
              </a>{' '}
              <HealthBadge upstream={upstream} />
            </h3>
            <p>{stateInWords(upstream, now)}</p>
          </div>
        </li>
      ))}
    </ul>
  </section>
)

const Figure = ({ value, label, href }: { value: number; label: string; href: string }) => (
  <li>
    <a href={href}>
      <strong>{number(value)}</strong> {label}
    </a>
  </li>
)
