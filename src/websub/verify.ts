/** Asks subscribers whether a request was theirs, and tells them when they get nothing. */

import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import { base64url } from '../http/tokens.ts'
import type { Publisher } from '../publish/publisher.ts'
import { type Deny, hostOf, type Verify } from './asks.ts'
import type { Attempted } from './courier.ts'
import { findTopic, type Topic } from './topics.ts'

/** A stranger's request makes us ask an address so often at most. */
const TRIES = 3
const ANSWER_BYTES = 4_096

/**
 * WebSub section 5.3: only who echoes the challenge with a 2xx has meant it; everything else than a broken connection or
 * a fault of the server is a no, and changes nothing of a subscription that is there.
 */
export async function verify(ask: Verify, deps: Deps, publisher: Publisher): Promise<Attempted> {
  const topic = await findTopic(ask.topic, deps, publisher)
  if (ask.mode === 'subscribe' && !topic)
    return deny({ ...ask, ask: 'deny', reason: 'There is no such feed here any more.' }, deps)
  const challenge = base64url(deps.random(32))
  const asked = await get(
    ask.callback,
    {
      'hub.mode': ask.mode,
      'hub.topic': ask.topic,
      'hub.challenge': challenge,
      ...(ask.mode === 'subscribe' ? { 'hub.lease_seconds': String(ask.leaseSeconds) } : {}),
    },
    deps,
  )
  if ('error' in asked) return asked
  if (asked.text.trim() === challenge) await settle(ask, topic, deps)
  return 'over'
}

async function settle(ask: Verify, topic: Topic | undefined, deps: Deps): Promise<void> {
  const { hub } = deps.access.websub
  if (ask.mode === 'unsubscribe') return hub.remove(ask)
  const { callback, secret, leaseSeconds } = ask
  const expiresAt = toInstant(deps.now() + leaseSeconds * 1000)
  await hub.save(
    {
      topic: ask.topic,
      callback,
      host: hostOf(callback),
      expiresAt,
      ...(secret ? { secret } : {}),
    },
    topic?.publication.validators.etag ?? '',
  )
}

/** Section 5.2: a GET, whose answer says nothing. */
export async function deny({ topic, callback, reason }: Deny, deps: Deps): Promise<Attempted> {
  const query = { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': reason }
  const asked = await get(callback, query, deps)
  return 'error' in asked ? asked : 'over'
}

type Asked = Exclude<Attempted, 'over'> | { readonly text: string }

async function get(
  callback: string,
  query: Readonly<Record<string, string>>,
  { fetchDocument }: Deps,
): Promise<Asked> {
  const separator = callback.includes('?') ? '&' : '?'
  try {
    const answer = await fetchDocument(`${callback}${separator}${new URLSearchParams(query)}`, {
      headers: { accept: 'text/plain, */*;q=0.1' },
      maxRedirects: 0,
      maxBytes: ANSWER_BYTES,
    })
    if (answer.status >= 500) return { error: `it answered ${answer.status}`, most: TRIES }
    return { text: new TextDecoder().decode(answer.body) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), most: TRIES }
  }
}
