/** Content distribution (WebSub section 7): the whole feed, as it is now, to one subscriber. */

import type { HubSubscription } from '../../db/hub-store.ts'
import type { QueuedMessage } from '../../db/websub-outbox.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { retryAfter } from '../ingest/freshness.ts'
import type { Publication } from '../publish/publisher.ts'
import type { Attempted } from './courier.ts'
import { linkHeader } from './links.ts'
import { signatureOf } from './signature.ts'
import type { Topic } from './topics.ts'

const ANSWER_BYTES = 65_536
/** So often a feed is rendered anew when it changes meanwhile. */
const RENDERINGS = 10

export async function deliver(
  { key }: QueuedMessage,
  deps: Deps,
  find: (topic: string) => Promise<Topic | undefined>,
): Promise<Attempted> {
  const { hub } = deps.access.websub
  const subscription = await hub.find(Number(key))
  if (!subscription || subscription.expiresAt <= toInstant(deps.now())) return 'over'
  for (let attempt = 0; attempt < RENDERINGS; attempt++) {
    const topic = await find(subscription.topic)
    if (!topic) return 'over'
    const document = await topic.publication.render()
    if (document !== 'moved') return noted(subscription, topic.publication, document.bytes, deps)
  }
  return { error: 'the feed is changing too fast' }
}

/** Sends, and keeps for the desk how it went. */
async function noted(
  subscription: HubSubscription,
  publication: Publication,
  body: Uint8Array,
  deps: Deps,
): Promise<Attempted> {
  const end = await send(subscription, publication, body, deps)
  const error = end === 'over' ? undefined : end.error
  await deps.access.websub.hub.noteDelivery(subscription.id, toInstant(deps.now()), error)
  return end
}

async function send(
  { topic, callback, secret }: HubSubscription,
  { contentType, links }: Publication,
  body: Uint8Array,
  deps: Deps,
): Promise<Attempted> {
  try {
    const answer = await deps.fetchDocument(callback, {
      method: 'POST',
      headers: {
        accept: '*/*',
        'content-type': contentType,
        link: linkHeader(links),
        ...(secret ? { 'x-hub-signature': await signatureOf(body, secret) } : {}),
      },
      body,
      maxRedirects: 0,
      maxBytes: ANSWER_BYTES,
    })
    return await judge(answer, { topic, callback }, deps)
  } catch (error) {
    // a 2xx with more of an answer than anybody wants
    if (error instanceof CreditlineError && error.code === 'too_large') return 'over'
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

async function judge(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  subscription: Pick<HubSubscription, 'topic' | 'callback'>,
  { access, now }: Deps,
): Promise<Attempted> {
  if (status >= 200 && status < 300) return 'over'
  if (status === 410) {
    await access.websub.hub.remove(subscription)
    return 'over'
  }
  const after = retryAfter(headers, now())
  return { error: `it answered ${status}`, ...(after === undefined ? {} : { after }) }
}
