/** Which articles, as channels and webhooks say it. */

import * as z from 'zod/mini'
import type { Selection } from '../../feeds/model/channel.ts'
import { named, said } from './schema.ts'
import { given, instant, languageTag, line, list, maybe, role, text } from './shapes.ts'

export const SelectionShape = named(
  'Selection',
  'Which articles: every condition that is given must hold.',
  z.strictObject({
    source: maybe(said(list(line), 'Slugs of sources: any of them.')),
    agency: maybe(said(line, 'Id of an agency.', 'reuters')),
    role: maybe(said(role, 'Of the agency or person, or of anybody.')),
    person: maybe(said(line, 'A person’s name as a slug.')),
    tag: maybe(line),
    lang: maybe(languageTag),
    q: maybe(said(text(500), 'Full text, as a person types it.')),
    since: maybe(said(instant, 'Published then or later.')),
    until: maybe(said(instant, 'Published before.')),
  }),
)

export function presentSelection(selection: Selection): z.input<typeof SelectionShape> {
  const { language: lang, source, ...conditions } = selection
  return { ...conditions, ...given({ lang, source: source && [...source] }) }
}

export function selectionOf(input: z.output<typeof SelectionShape> = {}): Selection {
  const { lang, ...conditions } = input
  return { ...conditions, ...given({ language: lang }) }
}
