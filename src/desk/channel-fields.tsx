/** The fields of a channel: what it is called, which articles it holds, how they are published. */

import type { SourceInfo } from '../../db/store.ts'
import { agencyById } from '../../feeds/agencies/index.ts'
import type { Channel, Presentation, Selection } from '../../feeds/model/channel.ts'
import { ROLES } from '../../feeds/model/credit.ts'
import { roleAfter } from '../pages/credits.tsx'
import { sourceField } from './channel-form.ts'
import { Check, Field, Select, TextArea } from './fields.tsx'

interface Props {
  readonly channel: Channel
  /** It is published already. */
  readonly isStored: boolean
  readonly sources: readonly SourceInfo[]
}

export const ChannelFields = ({ channel, isStored, sources }: Props) => {
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
      <SelectionFields selection={channel.selection} sources={sources} />
      <PresentationFields presentation={channel.presentation} />
    </>
  )
}

const SelectionFields = ({
  selection,
  sources,
}: {
  selection: Selection
  sources: readonly SourceInfo[]
}) => (
  <>
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
  </>
)

const LINKS = [
  ['original', 'the original'],
  ['site', 'its page on this site'],
] as const

const DUPLICATES = [
  ['merge', 'is one item'],
  ['show', 'is an item for each'],
] as const

const PresentationFields = ({ presentation }: { presentation: Presentation }) => (
  <>
    <h2>How they are published</h2>
    <div class="pair">
      <Select name="links" label="Items link to" value={presentation.links} options={LINKS} />
      <Select
        name="duplicates"
        label="The same original from several feeds"
        value={presentation.duplicates}
        options={DUPLICATES}
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

/** The agency's own name, for its id. */
export const agencyName = (id: string | undefined): string | undefined =>
  id && (agencyById(id)?.name ?? id)

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
