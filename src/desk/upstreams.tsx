/** The list of upstreams, how each is, and the form that adds one. */

import type { Upstream } from '../../feeds/model/upstream.ts'
import { hostOf } from '../pages/site.ts'
import { Field } from './fields.tsx'
import { DeskButton, DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { upstreamPath } from './paths.ts'
import { RhythmChart } from './rhythm.tsx'
import { HEALTH, stateInWords } from './words.ts'

export const nameOf = ({ title, url }: Pick<Upstream, 'title' | 'url'>): string =>
  title ?? hostOf(url)

interface Props extends DeskProps {
  readonly upstreams: readonly Upstream[]
  readonly now: number
}

export const UpstreamsPage = ({ c, config, upstreams, now }: Props) => (
  <DeskLayout c={c} config={config} title="Upstreams" here="/admin/upstreams">
    <h1>Upstreams</h1>
    <LookForm c={c} />
    {upstreams.length === 0 ? (
      <p class="notice">No feed is read yet. Give the address of one above.</p>
    ) : (
      <ul class="cards">
        {upstreams.map((upstream) => (
          <UpstreamCard c={c} upstream={upstream} now={now} />
        ))}
      </ul>
    )}
  </DeskLayout>
)

export const LookForm = ({ c, url }: { c: DeskProps['c']; url?: string }) => (
  <DeskForm c={c} action="/admin/upstreams/look" class="look">
    <Field
      name="url"
      label="Add a feed: its address, or that of the site"
      value={url}
      required
      hint="Nothing is added yet: you see what stands there first."
    />
    <button type="submit">Look</button>
  </DeskForm>
)

/** Those that need somebody come first. */
const ORDER = ['failing', 'gone', 'new', 'healthy', 'paused'] as const

export const inOrderOfNeed = (upstreams: readonly Upstream[]): Upstream[] =>
  [...upstreams].sort(
    (a, b) =>
      ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || nameOf(a).localeCompare(nameOf(b), 'en'),
  )

export const HealthBadge = ({ upstream: { health } }: { upstream: Upstream }) => (
  <span class={`badge ${health}`}>{HEALTH[health]}</span>
)

export const PauseOrResume = (props: { c: DeskProps['c']; upstream: Upstream; of?: string }) => {
  const { c, upstream, ...name } = props
  const isResting = upstream.health === 'paused' || upstream.health === 'gone'
  const [to, label] = isResting ? ['resume', 'Resume'] : ['pause', 'Pause']
  return (
    <DeskButton c={c} action={`${upstreamPath(upstream.id)}/${to}`} label={label ?? ''} {...name} />
  )
}

const UpstreamCard = ({
  c,
  upstream,
  now,
}: {
  c: DeskProps['c']
  upstream: Upstream
  now: number
}) => {
  const path = upstreamPath(upstream.id)
  const name = nameOf(upstream)
  return (
    <li class={`card ${upstream.health}`}>
      <div class="what">
        <h2>
          <a href={path} dir="auto">
            {name}
          </a>{' '}
          <HealthBadge upstream={upstream} />
        </h2>
        <p class="small quiet break">{upstream.url}</p>
        <p>{stateInWords(upstream, now)}</p>
        <Settings upstream={upstream} />
      </div>
      <div class="how">
        <RhythmChart rhythm={upstream.rhythm} name={`Rhythm of ${name}`} />
        <div class="actions">
          <DeskButton c={c} action={`${path}/poll`} label="Read now" of={name} />
          <PauseOrResume c={c} upstream={upstream} of={name} />
        </div>
      </div>
    </li>
  )
}

const Settings = ({ upstream }: { upstream: Upstream }) => (
  <p class="small">
    {upstream.publication ? (
      <>
        Publication: <bdi>{upstream.publication}</bdi>.{' '}
      </>
    ) : null}
    {upstream.tags.length > 0 ? <>Tags: {upstream.tags.join(', ')}. </> : null}
    {upstream.private ? 'Private. ' : null}
    {upstream.peer ? 'Trusted. ' : null}
  </p>
)
