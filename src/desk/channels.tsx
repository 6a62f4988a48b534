/** Channels at the desk: the list, and the form with a preview of what is selected. */

import type { SourceInfo, StoredArticle } from '../../db/store.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { channelPath } from '../pages/channels.tsx'
import { CreditsLine, roleAfter } from '../pages/credits.tsx'
import { headlineOf } from '../pages/excerpt.ts'
import { FeedAddresses } from '../pages/feed-links.tsx'
import { Kicker } from '../pages/listing.tsx'
import { articlePath } from '../pages/site.ts'
import { agencyName, ChannelFields } from './channel-fields.tsx'
import { DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { channelDeskPath } from './paths.ts'

export const ChannelsDeskPage = ({
  c,
  config,
  channels,
}: DeskProps & { readonly channels: readonly Channel[] }) => (
  <DeskLayout c={c} config={config} title="Channels" here="/admin/channels">
    <h1>Channels</h1>
    <p class="lede">
      A channel is a feed that you put together: by source, agency, person, tag, language or words.
    </p>
    <p>
      <a class="button" href="/admin/channels/new">
        Build a channel
      </a>
    </p>
    {channels.map((channel) => (
      <section class="channel" aria-labelledby={`channel-${channel.slug}`}>
        <h2 id={`channel-${channel.slug}`} dir="auto">
          {channel.slug === 'all' ? (
            channel.title
          ) : (
            <a href={channelDeskPath(channel.slug)}>{channel.title}</a>
          )}
        </h2>
        <p class="quiet small">{selectionInWords(channel)}</p>
        <FeedAddresses config={config} path={channelPath(channel.slug)} id={channel.slug} />
      </section>
    ))}
  </DeskLayout>
)

export function selectionInWords({ selection }: Pick<Channel, 'selection'>): string {
  const { source, agency, role, person, tag, language, q } = selection
  const words = [
    source ? `from ${source.join(' or ')}` : '',
    agency || person
      ? `crediting ${[agencyName(agency), person].filter(Boolean).join(' and ')}`
      : '',
    role ? `with somebody who ${roleAfter(role)}` : '',
    tag ? `tagged ${tag}` : '',
    language ? `in the language ${language}` : '',
    q ? `with the words ${q}` : '',
  ].filter(Boolean)
  return words.length > 0 ? `Articles ${words.join(', ')}.` : 'Everything.'
}

interface EditorProps extends DeskProps {
  readonly channel: Channel
  /** It is published already. */
  readonly isStored: boolean
  readonly sources: readonly SourceInfo[]
  readonly articles: readonly StoredArticle[]
  readonly problem?: string | undefined
}

export const ChannelEditor = ({
  c,
  config,
  channel,
  isStored,
  sources,
  articles,
  problem,
}: EditorProps) => (
  <DeskLayout
    c={c}
    config={config}
    title={isStored ? channel.title : 'Build a channel'}
    here="/admin/channels"
    problem={problem}
  >
    <p class="kicker">
      <a href="/admin/channels">Channels</a>
    </p>
    <h1 dir="auto">{isStored ? channel.title : 'Build a channel'}</h1>
    {isStored ? (
      <section class="notice" aria-labelledby="urls">
        <h2 id="urls">Its addresses</h2>
        <FeedAddresses config={config} path={channelPath(channel.slug)} id="url" />
      </section>
    ) : null}
    <div class="columns even">
      <EditorForm c={c} channel={channel} isStored={isStored} sources={sources} />
      <Preview articles={articles} channel={channel} />
    </div>
    {isStored ? <Remove c={c} channel={channel} /> : null}
  </DeskLayout>
)

type FormProps = Pick<EditorProps, 'c' | 'channel' | 'isStored' | 'sources'>

const EditorForm = ({ c, channel, isStored, sources }: FormProps) => {
  const path = isStored ? channelDeskPath(channel.slug) : '/admin/channels'
  return (
    <DeskForm c={c} action={path} class="stack">
      <ChannelFields channel={channel} isStored={isStored} sources={sources} />
      <div class="actions">
        <button type="submit" class="plain" formaction={`${path}/preview`} formnovalidate>
          Update preview
        </button>
        <button type="submit">{isStored ? 'Save' : 'Publish channel'}</button>
      </div>
    </DeskForm>
  )
}

const Preview = ({
  articles,
  channel,
}: {
  articles: readonly StoredArticle[]
  channel: Channel
}) => (
  <section class="preview" aria-labelledby="preview">
    <h2 id="preview">What it would send now</h2>
    <p class="small quiet">{selectionInWords(channel)}</p>
    {articles.length === 0 ? <p class="notice">Nothing here matches.</p> : null}
    {articles.map((stored) => (
      <article class="item">
        <h3 dir="auto" lang={stored.article.language}>
          <a href={articlePath(stored.id)}>{headlineOf(stored.article)}</a>
        </h3>
        <Kicker {...stored} />
        <CreditsLine credits={stored.article.credits} />
      </article>
    ))}
  </section>
)

const Remove = ({ c, channel }: { c: DeskProps['c']; channel: Channel }) => (
  <details>
    <summary>Remove this channel</summary>
    <DeskForm c={c} action={`${channelDeskPath(channel.slug)}/remove`} class="stack">
      <p>Its three addresses answer “not found” from then on. The articles stay.</p>
      <button type="submit" class="danger">
        Remove
      </button>
    </DeskForm>
  </details>
)
