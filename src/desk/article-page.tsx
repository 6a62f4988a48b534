/** One article at the desk: title and credits, a correction, its status. */

import type { Child } from 'hono/jsx'
import type { StoredArticle } from '../../db/store.ts'
import type { Article, Status } from '../../feeds/model/article.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import { headlineOf } from '../pages/excerpt.ts'
import { Kicker } from '../pages/listing.tsx'
import { articlePath } from '../pages/site.ts'
import { Time } from '../pages/time.tsx'
import { CreditRows } from './credit-rows.tsx'
import { Field, TextArea } from './fields.tsx'
import { DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { OurReading } from './our-reading.tsx'
import { articleDeskPath } from './paths.ts'
import { doubtInWords } from './words.ts'

interface Props extends DeskProps {
  readonly stored: StoredArticle
  readonly faults: readonly Fault[]
  readonly problem?: string | undefined
}

export const ArticleDeskPage = ({ c, config, stored, faults, problem }: Props) => {
  const { article, id, seq } = stored
  const path = articleDeskPath(id)
  return (
    <DeskLayout
      c={c}
      config={config}
      title={`Edit: ${headlineOf(article)}`}
      here="/admin/articles"
      problem={problem}
    >
      <Heading stored={stored} />
      <div class="columns">
        <div>
          <DeskForm c={c} action={`${path}/credits`} class="stack">
            <Seq seq={seq} />
            <Field name="title" label="Title" value={article.title} dir="auto" />
            <CreditRows credits={article.credits} prefix="c" />
            <button type="submit">Save</button>
          </DeskForm>
          <Corrections c={c} article={article} path={path} seq={seq} />
          <StatusForms c={c} article={article} path={path} seq={seq} />
        </div>
        <div class="aside">
          <Reading article={article} />
          <Faults faults={faults} />
        </div>
      </div>
    </DeskLayout>
  )
}

const Heading = ({ stored }: { stored: StoredArticle }) => {
  const { article, id } = stored
  return (
    <>
      <p class="kicker">
        <a href="/admin/articles">Articles</a>
      </p>
      <h1 dir="auto" lang={article.language}>
        {headlineOf(article)}
      </h1>
      <Kicker {...stored} />
      <p class="small">
        {STATES[article.status]}{' '}
        {article.status === 'published' || article.status === 'retracted' ? (
          <a href={articlePath(id)}>See it on the site</a>
        ) : null}
      </p>
    </>
  )
}

const Reading = ({ article }: { article: Article }) => (
  <section aria-labelledby="reading">
    <h2 id="reading">Our reading</h2>
    {article.doubts.map((doubt) => (
      <p>{doubtInWords(doubt)}</p>
    ))}
    <OurReading article={article} />
  </section>
)

const STATES: Readonly<Record<Status, string>> = {
  published: 'Published.',
  retracted: 'Retracted: readable, and marked as withdrawn everywhere.',
  withheld: 'Withheld: no page and no feed shows it.',
  removed: 'Removed: its text is erased.',
}

const Seq = ({ seq }: { seq: number }) => <input type="hidden" name="seq" value={String(seq)} />

interface FormProps {
  readonly c: DeskProps['c']
  readonly path: string
  readonly seq: number
}

const Corrections = ({ c, article, path, seq }: FormProps & { readonly article: Article }) => (
  <section aria-labelledby="corrections">
    <h2 id="corrections">Corrections</h2>
    {article.corrections.map(({ at, note }) => (
      <p>
        <Time value={at} />: <span dir="auto">{note}</span>
      </p>
    ))}
    <DeskForm c={c} action={`${path}/correction`} class="stack">
      <Seq seq={seq} />
      <TextArea
        name="note"
        label="Publish a correction"
        required
        hint="Readers see it above the article, and every feed carries it."
      />
      <button type="submit" class="plain">
        Publish correction
      </button>
    </DeskForm>
  </section>
)

const StatusForms = ({
  article: { status, doubts },
  ...form
}: FormProps & { readonly article: Article }) => (
  <section aria-labelledby="status">
    <h2 id="status">Withdraw or restore</h2>
    {status === 'published' ? (
      <details>
        <summary>Retract this article</summary>
        <StatusForm {...form} to="retracted" label="Retract">
          <TextArea
            name="note"
            id="why"
            label="Why"
            required
            hint="Published as the last correction."
          />
        </StatusForm>
      </details>
    ) : null}
    {status === 'retracted' && doubts.includes('withdrawn') ? (
      <StatusForm {...form} to="retracted" label="Keep it retracted" />
    ) : null}
    {status === 'published' || status === 'retracted' ? (
      <details>
        <summary>Withhold it</summary>
        <StatusForm {...form} to="withheld" label="Withhold">
          <p>It leaves every page and feed until it is published again.</p>
          <p>
            <label for="until">Until (UTC; left empty: until somebody publishes it)</label>
            <input type="datetime-local" name="until" id="until" />
          </p>
        </StatusForm>
      </details>
    ) : null}
    {status === 'removed' ? null : (
      <details>
        <summary>Remove it for legal reasons</summary>
        <StatusForm {...form} to="removed" label="Remove for good">
          <p>Its text and pictures are erased and cannot be brought back.</p>
          <TextArea
            name="note"
            id="why-removed"
            label="Why"
            hint="Published in its place for 30 days."
          />
        </StatusForm>
      </details>
    )}
    {status === 'retracted' || status === 'withheld' ? (
      <StatusForm {...form} to="published" label="Publish again" />
    ) : null}
  </section>
)

interface StatusFormProps extends FormProps {
  readonly to: Status
  readonly label: string
  readonly children?: Child
}

const StatusForm = ({ c, path, seq, to, label, children }: StatusFormProps) => (
  <DeskForm c={c} action={`${path}/status`} class="stack">
    <Seq seq={seq} />
    <input type="hidden" name="status" value={to} />
    {children}
    <button type="submit" class={to === 'published' ? 'plain' : 'danger'}>
      {label}
    </button>
  </DeskForm>
)

const Faults = ({ faults }: { faults: readonly Fault[] }) =>
  faults.length > 0 ? (
    <section aria-labelledby="faults">
      <h2 id="faults">What could not be placed</h2>
      <ul>
        {faults.slice(0, 20).map(({ at, text }) => (
          <li>
            <strong>{at}:</strong> {text}
          </li>
        ))}
      </ul>
    </section>
  ) : null
