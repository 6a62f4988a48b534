/** Channels at the desk: the list, and the form with a preview of what is selected. */

import type { SourceInfo, StoredArticle } from '../../db/store.ts'
import { agencyById } from '../../feeds/agencies/index.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { ROLES } from '../../feeds/model/credit.ts'
import { channelPath } from '../pages/channels.tsx'
import { CreditsLine, roleAfter } from '../pages/credits.tsx'
import { headlineOf } from '../pages/excerpt.ts'
import { FeedAddresses } from '../pages/feed-links.tsx'
import { Kicker } from '../pages/listing.tsx'
import { articlePath } from '../pages/site.ts'
import { sourceField } from './channel-form.ts'
import { Check, Field, Select, TextArea } from './fields.tsx'
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

/** The agency's own name, for its id. */
const agencyName = (id: string | undefined): string | undefined =>
  id && (agencyById(id)?.name ?? id)

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
      <DeskForm
        c={c}
        action={isStored ? channelDeskPath(channel.slug) : '/admin/channels'}
        class="stack"
      >
        <ChannelFields channel={channel} isStored={isStored} sources={sources} />
        <div class="actions">
          <button
            type="submit"
            class="plain"
            formaction={
              isStored ? `${channelDeskPath(channel.slug)}/preview` : '/admin/channels/preview'
            }
            formnovalidate
          >
            Update preview
          </button>
          <button type="submit">{isStored ? 'Save' : 'Publish channel'}</button>
        </div>
      </DeskForm>
      <Preview articles={articles} channel={channel} />
    </div>
    {isStored ? <Remove c={c} channel={channel} /> : null}
  </DeskLayout>
)

const ChannelFields = ({
  channel,
  isStored,
  sources,
}: Pick<EditorProps, 'channel' | 'isStored' | 'sources'>) => {
  const { selection, presentation } = channel
  return (
    <>
      <Field name="title" label="Title" value={channel.title} required dir="auto" />
      {isStored ? null : (
        <Field
          name="slug"
          label="Name in addresses"
          value={channel.slug}
          hint="Made of the title when empty. It stays for good."
        />
      )}
      <TextArea name="description" label="Description" value={channel.description} rows={2} />
      <h2>Which articles</h2>
      <p class="hint">All that you fill in must hold. Empty: everything.</p>
      <Sources sources={sources} chosen={selection.source ?? []} />
      <div class="pair">
        <Field
          name="agency"
          label="Agency credited"
          value={agencyName(selection.agency)}
          hint="Such as Reuters."
        />
        <Field name="person" label="Person credited" value={selection.person} dir="auto" />
        <Select
          name="role"
          label="In the role"
          value={selection.role ?? ''}
          options={[['', 'any'], ...ROLES.map((role) => [role, roleAfter(role)] as const)]}
        />
        <Field name="tag" label="Tag" value={selection.tag} dir="auto" />
        <Field
          name="language"
          label="Language"
          value={selection.language}
          hint="Such as en or pt-BR."
        />
        <Field name="q" label="Words" value={selection.q} dir="auto" />
      </div>
      <h2>How they are published</h2>
      <div class="pair">
        <Select
          name="links"
          label="Items link to"
          value={presentation.links}
          options={[
            ['original', 'the original'],
            ['site', 'its page on this site'],
          ]}
        />
        <Select
          name="duplicates"
          label="The same original from several feeds"
          value={presentation.duplicates}
          options={[
            ['merge', 'is one item'],
            ['show', 'is an item for each'],
          ]}
        />
        <Field
          name="size"
          label="Items in the feed"
          type="number"
          value={String(presentation.size)}
        />
      </div>
      <Check
        name="fullText"
        label="Full text, not the excerpt alone"
        checked={presentation.fullText}
      />
      <Check
        name="creditParagraph"
        label="Credit paragraph at the end of each text"
        checked={presentation.creditParagraph}
        hint="It keeps the credits where a tool drops everything else."
      />
    </>
  )
}

const Sources = ({
  sources,
  chosen,
}: {
  sources: readonly SourceInfo[]
  chosen: readonly string[]
}) =>
  sources.length > 0 ? (
    <fieldset class="sources">
      <legend>From these sources</legend>
      {sources.map(({ slug, name }) => (
        <Check name={sourceField(slug)} label={name} checked={chosen.includes(slug)} />
      ))}
    </fieldset>
  ) : null

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
