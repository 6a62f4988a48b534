/** Agencies that the table of the program does not know: teaching one, and those that were taught. */

import { AGENCIES, type Agency } from '../../feeds/agencies/index.ts'
import { Field, Select } from './fields.tsx'
import type { Form } from './form.ts'
import { DeskButton, DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { AGENCY_KINDS } from './teach.ts'

interface Props extends DeskProps {
  readonly agencies: readonly Agency[]
  readonly form: Form
  readonly problem?: string | undefined
}

export const AgenciesPage = ({ c, config, agencies, form, problem }: Props) => (
  <DeskLayout c={c} config={config} title="Agencies" here="/admin/agencies" problem={problem}>
    <Reread count={c.req.query('reread')} />
    <h1>Agencies</h1>
    <p class="lede">
      {AGENCIES.length} agencies of the world are known. Teach one that is not, and every reading
      from now on credits it; doubtful articles that name it are read again at once.
    </p>
    <div class="columns even">
      <TeachForm c={c} form={form} />
      <section aria-labelledby="taught">
        <h2 id="taught">Taught here</h2>
        {agencies.length === 0 ? <p class="quiet">None yet.</p> : null}
        <ul class="cards">
          {agencies.map((agency) => (
            <AgencyCard c={c} agency={agency} />
          ))}
        </ul>
      </section>
    </div>
  </DeskLayout>
)

const Reread = ({ count }: { count: string | undefined }) =>
  count && /^\d{1,3}$/.test(count) ? (
    <p class="notice good" role="status">
      {count === '0'
        ? 'No doubtful article names it.'
        : `${count} ${count === '1' ? 'article that named it is' : 'articles that named it are'} credited now.`}
    </p>
  ) : null

const TeachForm = ({ c, form }: Pick<Props, 'c' | 'form'>) => (
  <section aria-labelledby="teach">
    <h2 id="teach">Teach an agency</h2>
    <DeskForm c={c} action="/admin/agencies" class="stack">
      <Field
        name="name"
        label="Name"
        value={form.get('name')}
        required
        dir="auto"
        hint="As credits print it; they will carry it so."
      />
      <Field
        name="also"
        label="Other names"
        value={form.get('also')}
        dir="auto"
        hint="Abbreviations and names in other languages, separated by commas."
      />
      <Select name="kind" label="Kind" value={form.get('kind') ?? 'news'} options={AGENCY_KINDS} />
      <div class="pair">
        <Field name="site" label="Site" value={form.get('site')} hint="Such as agency.example." />
        <Field
          name="country"
          label="Country"
          value={form.get('country')}
          hint="Two letters, such as NO."
        />
      </div>
      <button type="submit">Teach</button>
    </DeskForm>
  </section>
)

const AgencyCard = ({ c, agency }: { c: DeskProps['c']; agency: Agency }) => (
  <li class="card">
    <div class="what">
      <h3 dir="auto">
        <a href={`/agencies/${encodeURIComponent(agency.id)}`}>{agency.name}</a>
      </h3>
      <p class="small quiet">
        {[
          ...Object.values(agency.also ?? {}).flat(),
          agency.country,
          agency.site,
          AGENCY_KINDS.find(([kind]) => kind === agency.kind)?.[1],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    <div class="how short">
      <DeskButton
        c={c}
        action={`/admin/agencies/${encodeURIComponent(agency.id)}/forget`}
        label="Forget"
        of={agency.name}
      />
    </div>
  </li>
)
