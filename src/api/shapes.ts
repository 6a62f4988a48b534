/** Shapes that the API's schemas share. */

import * as z from 'zod/mini'
import { ROLES } from '../../feeds/model/credit.ts'
import { named, said } from './schema.ts'

export const maybe = z.exactOptional

export const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))
export const line = text(500)
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an absolute http(s) URL' })
  .check(z.maxLength(2000))
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
export const instant = said(
  z.string().check(z.regex(INSTANT, 'an instant such as 2025-05-16T10:20:30Z')),
  'ISO 8601, UTC, to the second.',
  '2025-05-16T10:20:30Z',
)
const DATE =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ)?)?)?$/
export const date = said(
  z.string().check(z.regex(DATE, 'a date such as 2025-05-16 or 2025-05-16T10:20:30Z')),
  'As precise as it is known: 2025, 2025-05, 2025-05-16 or 2025-05-16T10:20:30Z (UTC).',
  '2025-05-16',
)
export const languageTag = said(
  z
    .string()
    .check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'a language tag such as en or de-AT')),
  'BCP 47.',
  'en',
)
export const slugText = z
  .string()
  .check(
    z.regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'lower-case letters, digits and single hyphens'),
    z.maxLength(80),
  )
export const list = <S extends z.ZodMiniType>(item: S, max = 100) =>
  z.array(item).check(z.maxLength(max))

export const kind = z.enum(['person', 'organization'])
export const role = z.enum(ROLES)

export const Problem = named(
  'Problem',
  'What went wrong (RFC 9457).',
  z.object({
    type: said(z.string(), 'Address of an explanation.'),
    title: z.string(),
    status: z.int(),
    detail: said(z.string(), 'What to do about it.'),
    code: said(z.string(), 'Stable, for programs.', 'invalid'),
    errors: maybe(
      said(
        z.array(z.object({ at: z.string(), detail: z.string() })),
        'All that is wrong with what was sent: JSON Pointer or parameter, and why.',
      ),
    ),
  }),
)

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the members that are undefined. */
export const given = <T extends object>(value: T): Given<T> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Given<T>
