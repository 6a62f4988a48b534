/** The one error that Creditline throws: the world is broken, as opposed to bad data, which is a Fault. */

export type ErrorCode =
  | 'invalid' // what the caller gave cannot be used; the message says what to give instead
  | 'not_found'
  | 'conflict'
  | 'unauthorized'
  | 'refused' // the outbound guard does not allow this address
  | 'unreachable' // the other side did not answer, or not with a success
  | 'too_large'
  | 'not_a_feed'
  | 'unavailable' // the store is busy, full or newer than this program
  | 'internal' // ours; its message never leaves the process

export class CreditlineError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'CreditlineError'
    this.code = code
  }
}
