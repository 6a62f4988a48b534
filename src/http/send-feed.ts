/** Answers a request in the app with a feed document. */

import type { Context } from 'hono'
import { type Publication, TRIES, tooFast } from '../publish/publisher.ts'
import { answerFeed } from './feed-answer.ts'

/** `find` is asked again when the store moved on while its document was rendered. */
export async function sendFeed(c: Context, find: () => Promise<Publication>): Promise<Response> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const answer = await answerFeed(c.req.raw.headers, await find())
    if (answer === 'moved') continue
    const { status, headers, body } = answer
    const statusText = status === 226 ? { statusText: 'IM Used' } : {}
    return new Response(body as Uint8Array<ArrayBuffer> | null, { status, headers, ...statusText })
  }
  throw tooFast()
}
