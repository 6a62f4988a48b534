/** Errors of the API as problem details (RFC 9457), out of the one table of http/error.ts. */

import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { CreditlineError, type ErrorCode } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { reportError } from '../http/error.ts'

/** What is wrong with one member of what was sent. */
export interface Flaw {
  /** JSON Pointer into the body (`#/title`), or the name of the parameter. */
  readonly at: string
  readonly detail: string
}

/** `invalid`, with all that is wrong and not just the first of it. */
export class InvalidInput extends CreditlineError {
  readonly flaws: readonly Flaw[]

  constructor(flaws: readonly Flaw[]) {
    super(
      'invalid',
      flaws
        .map(({ at, detail }) => `${at}: ${detail}`)
        .join('; ')
        .slice(0, 1000),
    )
    this.flaws = flaws
  }
}

/** The flaws that zod found; `place` makes a path what the caller knows it by. */
export const flawsOf = (
  issues: readonly z.core.$ZodIssue[],
  place: (path: readonly PropertyKey[]) => string,
): Flaw[] => issues.map(({ path, message }) => ({ at: place(path), detail: message }))

/** RFC 6901 in its URI fragment form. */
export const pointer = (path: readonly PropertyKey[]): string =>
  `#${path.map((key) => `/${encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`

export const TITLES: Readonly<Record<ErrorCode, string>> = {
  invalid: 'What was sent cannot be used',
  unauthorized: 'No access token, or none that is known',
  forbidden: 'The token does not allow this',
  refused: 'This address may not be fetched',
  not_found: 'Not here',
  gone: 'It was removed',
  not_allowed: 'The address does not take this method',
  conflict: 'It contradicts what is here already',
  stale: 'It has changed since it was read',
  unconditional: 'If-Match is missing',
  too_large: 'Too large',
  unsupported: 'This media type is not read here',
  unprocessable: 'The idempotency key was used for another request',
  too_many: 'Too many requests',
  not_a_feed: 'No feed was found there',
  unreachable: 'The other side did not answer',
  unavailable: 'Not available at the moment',
  internal: 'Something went wrong here',
}

/** The answer to what was thrown; what is ours to mend is logged and not told. */
export function answerProblem(c: Context, { config, log }: Deps, error: unknown): Response {
  const { status, code, message, retryAfter } = reportError(error)
  if (code === 'internal') log.error('request_failed', { path: c.req.path, error })
  c.header('cache-control', 'no-store')
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter))
  const problem = {
    type: `${config.baseUrl}/api#problem-${code}`,
    title: TITLES[code],
    status,
    detail: message,
    code,
    ...(error instanceof InvalidInput ? { errors: error.flaws } : {}),
  }
  return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' })
}
