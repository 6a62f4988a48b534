/** Keeps other sites from acting in the name of who is signed in here. */

import type { Context } from 'hono'
import { CreditlineError } from '../../feeds/model/error.ts'
import { equalInConstantTime } from './tokens.ts'

/**
 * Throws `forbidden` unless the browser says that the request was made by a page of ours. Sec-Fetch-Site decides where it
 * is sent (https and loopback); plain http has Origin alone. A request with neither is refused.
 */
export function checkOrigin(c: Context, baseUrl: string): void {
  const site = c.req.header('sec-fetch-site')
  const own = site ? site === 'same-origin' : c.req.header('origin') === new URL(baseUrl).origin
  if (!own)
    throw new CreditlineError(
      'forbidden',
      `This form was not sent from a page of ${new URL(baseUrl).origin}; open the page there and send it again.`,
    )
}

/** Media types that a form of ours sends. */
const FORMS = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i

/** Throws `unsupported` for what no form of ours sends. */
export function checkForm(c: Context): void {
  if (!FORMS.test(c.req.header('content-type') ?? ''))
    throw new CreditlineError('unsupported', 'Only the forms of these pages are read here.')
}

/** Throws `forbidden` unless the form's field `csrf`, or the header X-CSRF-Token, is the session's. */
export async function checkToken(c: Context, expected: string): Promise<void> {
  const given = c.req.header('x-csrf-token') ?? (await fieldOf(c))
  if (!equalInConstantTime(expected, given))
    throw new CreditlineError(
      'forbidden',
      'This form has expired; load its page again and send it again.',
    )
}

async function fieldOf(c: Context): Promise<string> {
  checkForm(c)
  const { csrf } = await c.req.parseBody()
  return typeof csrf === 'string' ? csrf : ''
}
