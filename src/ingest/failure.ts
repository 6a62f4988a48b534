/** Why no answer came, in words for an operator. */

import { CreditlineError } from '../../feeds/model/error.ts'

// Codes of Node, OpenSSL and undici; what is not here keeps its own words.
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name does not resolve; check the spelling',
  ENODATA: 'its name has no address',
  EAI_AGAIN: 'the name server did not answer',
  ESERVFAIL: 'the name server failed',
  ETIMEOUT: 'the name server did not answer in time',
  ECONNREFUSED: 'it refused the connection',
  ECONNRESET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETUNREACH: 'there is no way to it from here',
  ETIMEDOUT: 'it did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it did not accept the connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'it sent no answer in time',
  UND_ERR_BODY_TIMEOUT: 'it stopped sending',
  UND_ERR_SOCKET: 'it broke the connection off before the answer was whole',
  UND_ERR_HEADERS_OVERFLOW: 'its answer has too many header bytes',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its answer is not as long as it says',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate chain is incomplete',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate chain is incomplete',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
}

/** A CreditlineError stays; anything else becomes `unreachable` with a reason. */
export function explainFailure(error: unknown, host: string): CreditlineError {
  const known = firstOf(error, (cause) => cause instanceof CreditlineError)
  if (known instanceof CreditlineError) return known
  return new CreditlineError('unreachable', `${host} cannot be read: ${reasonOf(error)}`, {
    cause: error,
  })
}

function reasonOf(error: unknown): string {
  const coded = firstOf(error, (cause) => codeOf(cause) in REASONS)
  if (coded) return REASONS[codeOf(coded)] ?? ''
  if (firstOf(error, ({ name }) => name === 'HTTPParserError')) return 'its answer is not HTTP'
  return error instanceof Error ? firstLine(error.message) : 'it did not answer'
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const firstLine = (text: string): string => text.replace(/[\p{C}\p{Z}]+/gu, ' ').slice(0, 200)

/** The first that fits among the error, its causes and the errors it joins. */
function firstOf(error: unknown, fits: (cause: Error) => boolean): Error | undefined {
  let level = [error]
  for (let depth = 0; depth < 5 && level.length > 0; depth++) {
    const errors = level.filter((cause) => cause instanceof Error)
    const found = errors.find(fits)
    if (found) return found
    level = errors.flatMap((cause) => [
      cause.cause,
      ...(cause instanceof AggregateError ? cause.errors : []),
    ])
  }
  return undefined
}
