/** The live view of polling: the last polls, newest first; a small script follows those that come. */

import type { Upstream } from '../../feeds/model/upstream.ts'
import { LIVE_SCRIPT } from '../pages/assets.ts'
import { DeskLayout, type DeskProps } from './layout.tsx'
import { upstreamPath } from './paths.ts'
import { HealthBadge, nameOf } from './upstreams.tsx'
import { sentence } from './words.ts'

/** Of the plain page, and most that the script keeps. */
export const SHOWN_POLLS = 100

interface Props extends DeskProps {
  readonly polled: readonly Upstream[]
}

export const PollsPage = ({ c, config, polled }: Props) => (
  <DeskLayout
    c={c}
    config={config}
    title="Polling"
    here="/admin/polls"
    head={<script type="module" src={LIVE_SCRIPT.path} />}
  >
    <h1>Polling</h1>
    <p class="lede">
      The last {SHOWN_POLLS} upstreams that were read, newest first, each with what came of it.
    </p>
    <div class="actions" id="live">
      <a class="button plain" href="/admin/polls">
        Look again
      </a>
      <button type="button" class="plain" hidden>
        Pause
      </button>
      <p class="small quiet" role="status" />
    </div>
    {polled.length === 0 ? (
      <p class="notice">Nothing has been read yet. A poll appears here as soon as it is stored.</p>
    ) : null}
    <ol class="polls" id="polls" data-events="polls/events" data-most={SHOWN_POLLS}>
      {polled.map((upstream) => (
        <PollRow upstream={upstream} />
      ))}
    </ol>
  </DeskLayout>
)

export const PollRow = ({ upstream }: { upstream: Upstream }) => {
  const { id, lastPollAt = '', lastResult, lastError, health } = upstream
  const isWell = health === 'healthy' || health === 'new'
  return (
    <li data-upstream={id}>
      <time datetime={lastPollAt}>
        <span class="day-of">{lastPollAt.slice(0, 10)} </span>
        {lastPollAt.slice(11, 19)}
      </time>
      <a href={upstreamPath(id)} dir="auto">
        {nameOf(upstream)}
      </a>
      <span>
        {isWell ? null : <HealthBadge upstream={upstream} />}{' '}
        {sentence((health === 'failing' || health === 'gone' ? lastError : lastResult) ?? 'read')}
      </span>
    </li>
  )
}
