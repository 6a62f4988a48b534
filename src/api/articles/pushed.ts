/** An article that somebody pushes, in whatever form: what it states, and the document that its text makes. */

import type * as z from 'zod/mini'
import { readDocument } from '../../../feeds/documents/index.ts'
import type { ArticleMedia, Status } from '../../../feeds/model/article.ts'
import type { Credit } from '../../../feeds/model/credit.ts'
import type { DocumentLine, ParsedDocument } from '../../../feeds/model/document.ts'
import type { Entry } from '../../../feeds/model/entry.ts'
import { rawHtml } from '../../../feeds/model/html.ts'
import { statedCredit } from '../credits/edit.ts'
import { InvalidInput } from '../problem.ts'
import { given } from '../shapes.ts'
import type { ArticleInput } from './schemas.ts'

export type Input = z.output<typeof ArticleInput>

export interface Pushed {
  readonly document: ParsedDocument
  /** Declared credits with their roles. */
  readonly credits: readonly Credit[]
  readonly status?: Status
}

export const pushedMarkdown = (text: string): Pushed => ({
  document: readDocument({ name: 'pushed.md', text }),
  credits: [],
})

/** What is stated counts before what is read in the text. Throws `invalid` where there is no text. */
export function pushedJson(input: Input, status?: Status): Pushed {
  const read = readDocument(textOf(input))
  const byline: DocumentLine[] = input.byline ? [{ text: input.byline, where: 'byline' }] : []
  const publication = input.publication ?? read.publication
  return {
    document: {
      entry: entryOf(input, read.entry),
      canonical: input.url ? { stated: input.url } : read.canonical,
      creditLines: [...byline, ...read.creditLines],
      photos: [...(input.photos ?? []).map(photoOf), ...read.photos],
      related: read.related,
      ...(publication ? { publication } : {}),
      ...given({ embargo: input.embargo }),
      faults: read.faults,
    },
    credits: (input.credits ?? []).map((credit) => statedCredit(credit, 'declared')),
    ...(status ? { status } : {}),
  }
}

/** The title stands in the fields, so that none is looked for in the text. */
function textOf({ title, body_html, body_markdown }: Input): { name: string; text: string } {
  if ((body_html === undefined) === (body_markdown === undefined))
    throw new InvalidInput([{ at: '#', detail: 'give either body_html or body_markdown' }])
  const head = JSON.stringify({ title, ...(body_html === undefined ? {} : { body_html }) })
  if (body_markdown === undefined) return { name: 'pushed.json', text: head }
  // JSON is YAML
  return { name: 'pushed.md', text: `---\n${head}\n---\n\n${body_markdown}` }
}

function entryOf(input: Input, read: Entry): Entry {
  const { rights } = input
  return {
    ...read,
    title: input.title,
    ...given({
      id: input.id,
      published: input.published,
      updated: input.updated,
      language: input.language,
      summary: input.summary === undefined ? undefined : rawHtml(escapeHtml(input.summary)),
    }),
    ...(rights
      ? {
          rights: given({
            notice: rights.notice,
            holder: rights.holder,
            licenseUrl: rights.license_url,
          }),
        }
      : {}),
    ...(input.tags ? { categories: input.tags.map((term) => ({ term })) } : {}),
  }
}

/** An entry's summary is HTML. */
const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char)

const photoOf = ({ url, caption, credit }: NonNullable<Input['photos']>[number]): ArticleMedia => ({
  ...given({ url, caption, creditText: credit }),
  medium: 'image',
})
