/** The one error that Creditline throws: the world is broken, as opposed to bad data, which is a Fault. */

export type ErrorCode =
  | 'invalid' // what the caller gave cannot be used; the message says what to give instead
  | 'not_found'
  | 'gone' // it was here, and was taken away for good
  | 'conflict'
  | 'unauthorized' // no credential, or none that is known
  | 'forbidden' // known, and not allowed to do this
  | 'refused' // the outbound guard does not allow this address
  | 'unreachable' // the other side did not answer, or not with a success
  | 'too_large'
  | 'unsupported' // a media type that is not read here
  | 'not_allowed' // the address exists, for other methods
  | 'unprocessable' // well-formed, and contradicts what was said before
  | 'stale' // it has changed since the caller read it
  | 'unconditional' // the caller did not say which version it means
  | 'too_many' // too many requests; see retryAfter
  | 'not_a_feed'
  | 'unavailable' // the store is busy, full or newer than this program
  | 'internal' // ours; its message never leaves the process

export class CreditlineError extends Error {
  readonly code: ErrorCode
  /** Seconds after which trying again may help. */
  readonly retryAfter?: number

  constructor(
    code: ErrorCode,
    message: string,
    options?: { cause?: unknown; retryAfter?: number },
  ) {
    super(message, options)
    this.name = 'CreditlineError'
    this.code = code
    if (options?.retryAfter !== undefined) this.retryAfter = options.retryAfter
  }
}
