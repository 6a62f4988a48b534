/** One upstream: how it is, its settings, its faults, and how to end it. */

import type { StoredArticle } from '../../db/store.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { headlineOf } from '../pages/excerpt.ts'
import { Time } from '../pages/time.tsx'
import { DeskButton, DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { articleDeskPath, upstreamPath } from './paths.ts'
import { RhythmChart } from './rhythm.tsx'
import { UpstreamFields } from './upstream-form.tsx'
import { HealthBadge, nameOf, PauseOrResume } from './upstreams.tsx'
import { momentInWords, stateInWords } from './words.ts'

interface Props extends DeskProps {
  readonly upstream: Upstream
  readonly faults: readonly Fault[]
  readonly articles: readonly StoredArticle[]
  readonly now: number
}

export const UpstreamPage = ({ c, config, upstream, faults, articles, now }: Props) => {
  const path = upstreamPath(upstream.id)
  const name = nameOf(upstream)
  return (
    <DeskLayout c={c} config={config} title={name} here="/admin/upstreams">
      <p class="kicker">
        <a href="/admin/upstreams">Upstreams</a>
      </p>
      <h1 dir="auto">{name}</h1>
      <p
        class={`notice ${upstream.health === 'failing' || upstream.health === 'gone' ? 'alarm' : ''}`}
      >
        <HealthBadge upstream={upstream} /> {stateInWords(upstream, now)}
      </p>
      <div class="actions">
        <DeskButton c={c} action={`${path}/poll`} label="Read now" />
        <PauseOrResume c={c} upstream={upstream} />
      </div>
      <div class="columns">
        <div>
          <h2>Settings</h2>
          <DeskForm c={c} action={path} class="stack">
            <UpstreamFields upstream={upstream} />
            <button type="submit">Save</button>
          </DeskForm>
          <Faults faults={faults} />
          <Remove c={c} path={path} />
        </div>
        <div class="aside">
          <Facts upstream={upstream} now={now} />
          <Newest articles={articles} />
        </div>
      </div>
    </DeskLayout>
  )
}

const Facts = ({ upstream, now }: { upstream: Upstream; now: number }) => (
  <section aria-labelledby="facts">
    <h2 id="facts">What is known</h2>
    <dl class="facts">
      <dt>Address</dt>
      <dd>
        <a href={upstream.url} rel="external">
          {upstream.url}
        </a>
      </dd>
      <dt>Rhythm</dt>
      <dd>
        <RhythmChart rhythm={upstream.rhythm} name="Rhythm" />
      </dd>
      <dt>Last read</dt>
      <dd>{upstream.lastPollAt ? momentInWords(upstream.lastPollAt, now) : 'never'}</dd>
      <dt>Last had something new</dt>
      <dd>{upstream.lastNewAt ? momentInWords(upstream.lastNewAt, now) : 'never'}</dd>
      <dt>Last answer</dt>
      <dd>{upstream.lastStatus ? `HTTP status ${upstream.lastStatus}` : 'none'}</dd>
      {upstream.movedTo ? (
        <>
          <dt>Says that it has moved to</dt>
          <dd>{upstream.movedTo}</dd>
        </>
      ) : null}
      {upstream.hub ? (
        <>
          <dt>Hub that can tell us of news</dt>
          <dd>{upstream.hub}</dd>
        </>
      ) : null}
      <dt>Added</dt>
      <dd>
        <Time value={upstream.addedAt} />
      </dd>
    </dl>
  </section>
)

const Newest = ({ articles }: { articles: readonly StoredArticle[] }) =>
  articles.length > 0 ? (
    <section aria-labelledby="newest">
      <h2 id="newest">Its newest articles</h2>
      <ul>
        {articles.map(({ id, article }) => (
          <li lang={article.language} dir="auto">
            <a href={articleDeskPath(id)}>{headlineOf(article)}</a>
          </li>
        ))}
      </ul>
    </section>
  ) : null

const Faults = ({ faults }: { faults: readonly Fault[] }) =>
  faults.length > 0 ? (
    <section aria-labelledby="faults">
      <h2 id="faults">What is wrong with the feed</h2>
      <p class="quiet small">It was read in spite of these; its publisher may want to know.</p>
      <ul class="plain-list">
        {faults.slice(0, 30).map(({ at, text }) => (
          <li>
            <strong>{at}:</strong> {text}
          </li>
        ))}
      </ul>
    </section>
  ) : null

const Remove = ({ c, path }: { c: DeskProps['c']; path: string }) => (
  <details>
    <summary>Remove this upstream</summary>
    <DeskForm c={c} action={`${path}/remove`} class="stack">
      <p>It is not read any more. Its articles stay as they are.</p>
      <button type="submit" class="danger">
        Remove
      </button>
    </DeskForm>
  </details>
)
