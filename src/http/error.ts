/** The one table from error codes to HTTP status, and how an error looks outside. */

import { CreditlineError, type ErrorCode } from '../../feeds/model/error.ts'

type Status =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 410
  | 412
  | 413
  | 415
  | 422
  | 428
  | 429
  | 500
  | 502
  | 503

export const STATUS: Readonly<Record<ErrorCode, Status>> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  refused: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  not_allowed: 405,
  unprocessable: 422,
  stale: 412,
  unconditional: 428,
  too_many: 429,
  not_a_feed: 400,
  unreachable: 502,
  unavailable: 503,
  internal: 500,
}

export interface ErrorReport {
  readonly status: Status
  readonly code: ErrorCode
  /** Fit for anyone to read: of what is ours, nothing but that it happened. */
  readonly message: string
  /** Seconds, for Retry-After. */
  readonly retryAfter?: number
}

export function reportError(error: unknown): ErrorReport {
  const code = error instanceof CreditlineError ? error.code : 'internal'
  const message =
    error instanceof CreditlineError && code !== 'internal'
      ? error.message
      : 'Something went wrong on our side. It has been logged; please try again.'
  const retryAfter =
    error instanceof CreditlineError && error.retryAfter !== undefined
      ? error.retryAfter
      : code === 'unavailable'
        ? 30
        : undefined
  return { status: STATUS[code], code, message, ...(retryAfter ? { retryAfter } : {}) }
}
