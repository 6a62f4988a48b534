/** Writing an article at the desk: the form, and what it makes; kept the same way as one that is pushed. */

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { uuid5 } from '../../feeds/identity.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { type Input, pushedJson } from '../api/articles/pushed.ts'
import { receiveArticle } from '../api/articles/receive.ts'
import { ArticleInput } from '../api/articles/schemas.ts'
import type { Deps } from '../deps.ts'
import { hex } from '../http/tokens.ts'
import { Field, TextArea } from './fields.tsx'
import { type Form, listIn, problemOf, readForm, textIn } from './form.ts'
import { DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { articleDeskPath } from './paths.ts'

interface Props extends DeskProps {
  readonly form: Form
  readonly problem?: string | undefined
}

export const WritePage = ({ c, config, form, problem }: Props) => (
  <DeskLayout
    c={c}
    config={config}
    title="Write an article"
    here="/admin/articles"
    problem={problem}
  >
    <p class="kicker">
      <a href="/admin/articles">Articles</a>
    </p>
    <h1>Write an article</h1>
    <DeskForm c={c} action="/admin/articles" class="stack">
      <Field name="title" label="Title" value={form.get('title')} required dir="auto" />
      <Field
        name="byline"
        label="Byline"
        value={form.get('byline')}
        dir="auto"
        hint="As it would be printed: “By Ada Brandt and Noor Halim”."
      />
      <TextArea
        name="text"
        label="Text"
        value={form.get('text')}
        rows={14}
        required
        hint="Markdown. A last line such as “Reuters contributed reporting.” is read as a credit."
      />
      <TextArea name="summary" label="Summary" value={form.get('summary')} rows={2} />
      <Facts form={form} />
      <button type="submit">Publish</button>
    </DeskForm>
  </DeskLayout>
)

const Facts = ({ form }: { form: Form }) => (
  <div class="pair">
    <Field name="publication" label="Publication" value={form.get('publication')} dir="auto" />
    <Field name="url" label="Address of the original" type="url" value={form.get('url')} />
    <Field
      name="language"
      label="Language"
      value={form.get('language')}
      hint="Such as en or pt-BR."
    />
    <Field name="tags" label="Tags" value={form.get('tags')} hint="Separated by commas." />
  </div>
)

/** Publishes what the form says, dated now, or shows the form again with what is wrong. */
export async function publishWritten(c: Context, deps: Deps): Promise<Response> {
  const form = await readForm(c)
  try {
    const input = inputIn(form, toInstant(deps.now()))
    const name = `urn:uuid:${uuid5(hex(deps.random(16)))}`
    const text = JSON.stringify(input)
    const { stored } = await receiveArticle(pushedJson(input), { text, name }, deps)
    return c.redirect(`${articleDeskPath(stored.id)}?done=written`, 303)
  } catch (error) {
    const page = <WritePage c={c} config={deps.config} form={form} problem={problemOf(error)} />
    return c.html(page, 422)
  }
}

/** What is left empty is not stated. Throws `invalid` in the words of the form. */
function inputIn(form: Form, now: string): Input {
  const [title, byline, body_markdown, summary, url, language, publication] = [
    'title',
    'byline',
    'text',
    'summary',
    'url',
    'language',
    'publication',
  ].map((name) => textIn(form, name))
  const tags = listIn(form, 'tags')
  const stated = { title, byline, body_markdown, summary, url, language, published: now }
  const { success, data, error } = z.safeParse(ArticleInput, {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...(publication ? { publication: { name: publication } } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  })
  if (success) return data
  const flaws = error.issues.map(
    ({ path, message }) => `${FIELDS[String(path[0])] ?? String(path[0])}: ${message}`,
  )
  throw new CreditlineError('invalid', `${flaws.join('; ')}.`)
}

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Title',
  body_markdown: 'Text',
  url: 'Address of the original',
  language: 'Language',
}
