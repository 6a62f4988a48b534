/** What a form of the desk sent, as trimmed texts. */

import type { Context } from 'hono'
import { CreditlineError } from '../../feeds/model/error.ts'

export type Form = ReadonlyMap<string, string>

export async function readForm(c: Context): Promise<Form> {
  const fields = Object.entries(await c.req.parseBody())
  return new Map(
    fields.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()] as const] : [],
    ),
  )
}

/** The field, or undefined where it was left empty. */
export const textIn = (form: Form, name: string): string | undefined => form.get(name) || undefined

export const isChecked = (form: Form, name: string): boolean => form.get(name) === 'yes'

/** `politics, sport` as a list. */
export const listIn = (form: Form, name: string): string[] => [
  ...new Set(
    (form.get(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  ),
]

/** The change that the editor saw. */
export function seqIn(form: Form): number {
  const seq = Number(form.get('seq'))
  if (Number.isInteger(seq) && seq > 0) return seq
  throw new CreditlineError('invalid', 'This form is incomplete; load its page again.')
}

/** What the caller can mend by filling in the form again; anything else goes on as an error. */
export function problemOf(error: unknown): string {
  const mendable = [
    'invalid',
    'conflict',
    'refused',
    'unreachable',
    'not_a_feed',
    'too_large',
    'stale',
  ]
  if (error instanceof CreditlineError && mendable.includes(error.code)) return error.message
  throw error
}
