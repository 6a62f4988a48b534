/** What carries one request to one already checked URL: undici on Node, the platform's fetch on Workers. */

/** Pace of one answer, in bytes. */
export interface Limits {
  /** As it comes over the wire, still compressed. */
  readonly wireBytes: number
  /** After its content coding was undone. */
  readonly decodedBytes: number
}

export interface TransportRequest {
  readonly url: URL
  readonly method: Method
  readonly headers: Headers
  readonly body?: Uint8Array<ArrayBuffer>
  readonly signal: AbortSignal
  readonly limits: Limits
}

export interface TransportResponse {
  readonly status: number
  readonly headers: Headers
  /** The whole body, its content coding undone. Throws CreditlineError `too_large` or `unreachable`. */
  read(): Promise<Uint8Array>
  /** Gives up the body. */
  discard(): void
}

export type Method = 'GET' | 'POST'

/** Sends, follows no redirect, and rejects when nothing answers. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>

export const WIRE_BYTES = 15 * 2 ** 20
export const DECODED_BYTES = 32 * 2 ** 20
