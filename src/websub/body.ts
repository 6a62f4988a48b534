/** Reads what others send us, and no more than we take. */

import { CreditlineError } from '../../feeds/model/error.ts'

/** The body of a request; throws `too_large` as soon as it has more bytes than `most`. */
export async function readBody({ headers, body }: Request, most: number): Promise<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const tooLarge = (most: number): CreditlineError =>
  new CreditlineError('too_large', `A body may have ${most} bytes at most here.`)
