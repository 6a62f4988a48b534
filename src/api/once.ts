/** Makes a repeated request with one Idempotency-Key one request: its answer is kept for a day and given again. */

import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'

/** An answer that can be kept. */
export interface Reply {
  readonly status: 200 | 201 | 202 | 204
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Repeatable {
  readonly tokenId: string
  readonly key: string
  /** All that was asked: method, address, media type, body. */
  readonly asked: readonly string[]
}

/** Characters; a row of D1 holds 2 MB. What is longer is done again, which updates what it made: see `nameOf` of articles. */
const MAX_KEPT = 500_000

/** A failure is not kept: what was wrong can be mended and sent again with the same key. */
export async function once(
  { tokenId, key, asked }: Repeatable,
  { access, sha256, now }: Deps,
  act: () => Promise<Reply>,
): Promise<Reply> {
  const request = { tokenId, key, request: sha256(JSON.stringify(asked)) }
  const claim = await access.idempotency.claim(request, now())
  if (claim.state === 'other') throw new CreditlineError('unprocessable', OTHER)
  if (claim.state === 'under_way')
    throw new CreditlineError('conflict', UNDER_WAY, { retryAfter: 5 })
  if (claim.state === 'done') return replayed(JSON.parse(claim.answer))
  try {
    const reply = await act()
    const answer = JSON.stringify(reply)
    if (answer.length <= MAX_KEPT) await access.idempotency.keep(request, answer)
    else await access.idempotency.release(request)
    return reply
  } catch (error) {
    await access.idempotency.release(request)
    throw error
  }
}

const replayed = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'idempotency-replayed': 'true' },
})

const OTHER =
  'This Idempotency-Key was used for another request; give each request a key of its own.'
const UNDER_WAY = 'The request with this Idempotency-Key is still under way; ask again in a moment.'
