/** What goes in and out of the reading of credits. */

import * as z from 'zod/mini'
import { WHERES } from '../../../feeds/model/credit.ts'
import { named, said } from '../schema.ts'
import { httpUrl, kind, languageTag, line, list, maybe, role, text } from '../shapes.ts'

const span = said(z.array(z.int()), '[start, end) in the text, in UTF-16 units.', [12, 19])

export const Credit = named(
  'Credit',
  'One party in one role, with what it was read from.',
  z.object({
    name: z.string(),
    kind,
    agency_id: maybe(said(z.string(), 'Id of a known agency.', 'reuters')),
    role,
    target: maybe(said(z.string(), 'URL of the picture that the credit belongs to.')),
    evidence: said(
      z.array(
        z.object({
          how: z.enum(['edited', 'declared', 'parsed']),
          text: maybe(said(z.string(), 'Verbatim.')),
          at: maybe(said(z.string(), 'The place or field.', 'end')),
          span: maybe(span),
        }),
      ),
      'Strongest first.',
    ),
  }),
)

export const CreditInput = named(
  'CreditInput',
  'A credit as you state it.',
  z.strictObject({
    name: said(line, 'As printed.', 'Agence Example'),
    kind: maybe(said(kind, 'A known agency, else a person, when not given.')),
    role,
    target: maybe(said(httpUrl, 'URL of the picture that the credit belongs to.')),
    text: maybe(said(text(2000), 'The credit line that it stands in.')),
  }),
)

export const CreditLines = named(
  'CreditLines',
  'Credit lines to be read.',
  z.strictObject({
    lines: list(
      z.strictObject({
        text: said(
          text(5000),
          'The line as printed.',
          'Reporting by Anna Berger; Editing by Boris Keller',
        ),
        where: maybe(said(z.enum(WHERES), 'Where it stands in the article.')),
        language: maybe(languageTag),
      }),
      500,
    ).check(z.minLength(1)),
  }),
)

export const CreditReadings = named(
  'CreditReadings',
  'What was read, in the order of the lines.',
  z.object({
    readings: z.array(
      z.object({
        text: z.string(),
        credits: z.array(
          z.object({ name: z.string(), kind, agency_id: maybe(z.string()), role, span }),
        ),
        publication: said(z.nullable(z.string()), 'The masthead that the line names.'),
      }),
    ),
  }),
)
