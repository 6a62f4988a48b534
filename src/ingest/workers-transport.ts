/**
 * The transport on Workers: the platform's fetch. It offers no hook at connecting, so names are checked by their text
 * alone; the platform itself reaches no private network.
 */

import { CreditlineError } from '../../feeds/model/error.ts'
import type { Transport } from './transport.ts'

export const workersTransport: Transport = async ({
  url,
  method,
  headers,
  body,
  signal,
  limits,
}) => {
  const response = await fetch(url, {
    method,
    headers,
    signal,
    redirect: 'manual',
    ...(body ? { body } : {}),
  })
  return {
    status: response.status,
    headers: response.headers,
    read: () => readBody(response, limits.decodedBytes),
    discard: () => void response.body?.cancel().catch(() => {}),
  }
}

/** The platform undoes the content coding, so decoded bytes are what can be counted. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > maxBytes)
      throw new CreditlineError(
        'too_large',
        `the document is larger than ${Math.round(maxBytes / 2 ** 20) || 1} MiB (CREDITLINE_MAX_BYTES)`,
      )
    chunks.push(chunk)
  }
  return joined(chunks, size)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
