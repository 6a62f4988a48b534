/** Keeps a subscription at the hub of every upstream that names one: asks, asks again, renews before a lease ends. */

import type { Ending, PushSubscription } from '../../db/push-store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { base64url } from '../http/tokens.ts'
import { checkUrl, policyOf } from '../ingest/guard.ts'
import { type Subscribe, subscribeMessage, type Unsubscribe } from './asks.ts'
import type { Attempted } from './courier.ts'

/** What we ask for; the hub decides. */
const LEASE_S = 10 * 86_400
/** How long a hub may take to confirm what it accepted. */
const PENDING_MS = 86_400_000
const FIRST_AGAIN_MS = 3_600_000
const LONGEST_AGAIN_MS = 7 * 86_400_000
const ANSWER_BYTES = 65_536
/** So long a hub may take to ask whether we meant to end it, before it is asked again. */
const CONFIRM_S = 7200
const AT_A_TIME = 200

/** Whether hubs can reach us: an address was set, and it is public (or in a network that the operator allows). */
export function canSubscribe({ baseUrl, baseUrlIsSet, allowHosts }: Config): boolean {
  if (!baseUrlIsSet) return false
  const policy = policyOf(allowHosts)
  const url = new URL(baseUrl)
  try {
    checkUrl(baseUrl, { ...policy, ports: new Set([...policy.ports, url.port]) })
    return true
  } catch {
    return false
  }
}

/** Begins subscriptions of upstreams that have none at the hub that they name. */
export async function beginSubscriptions(deps: Deps): Promise<void> {
  const { push } = deps.access.websub
  for (const upstream of await push.listUnsubscribed(AT_A_TIME)) {
    const wanted = wantedBy(upstream)
    if (!wanted) continue
    const now = toInstant(deps.now())
    await push.save({
      upstreamId: upstream.id,
      ...wanted,
      path: base64url(deps.random(32)),
      secret: base64url(deps.random(32)),
      pendingUntil: now,
      askAt: now,
      failures: 0,
    })
  }
}

/** A private upstream's address is nobody's business, and its hub's neither. */
const wantedBy = ({ hub, topic, url, ...rest }: Upstream) =>
  hub && !rest.private ? { hub, topic: topic ?? url } : undefined

/** Asks for what is due: new, to be renewed, or not confirmed the last time. */
export async function askDue(deps: Deps): Promise<void> {
  const { push } = deps.access.websub
  const nowMs = deps.now()
  const now = toInstant(nowMs)
  for (const subscription of await push.listDue(now, AT_A_TIME)) {
    const upstream = await deps.store.findUpstream(subscription.upstreamId)
    if (!isWanted(subscription, upstream)) {
      await push.remove(subscription.upstreamId, { now, pollAt: soon(nowMs) })
      continue
    }
    const failures = subscription.failures + 1
    const wait = Math.min(FIRST_AGAIN_MS * 2 ** Math.min(failures - 1, 20), LONGEST_AGAIN_MS)
    const asked = {
      ...subscription,
      failures,
      pendingUntil: toInstant(nowMs + PENDING_MS),
      askAt: toInstant(nowMs + wait),
    }
    await push.ask(asked, subscribeMessage(subscription.upstreamId, subscription.hub), now)
  }
}

const isWanted = ({ hub, topic }: PushSubscription, upstream: Upstream | undefined): boolean => {
  const wanted = upstream?.health === 'healthy' || upstream?.health === 'failing'
  const named = upstream && wantedBy(upstream)
  return wanted && named?.hub === hub && named.topic === topic
}

/** WebSub section 5.1. A hub that redirects with 307 or 308 is followed. */
export async function subscribe({ upstreamId }: Subscribe, deps: Deps): Promise<Attempted> {
  const subscription = await deps.access.websub.push.find(upstreamId)
  if (!subscription) return 'over'
  const { secret } = subscription
  const more = { 'hub.secret': secret, 'hub.lease_seconds': String(LEASE_S) }
  const answer = await askHub('subscribe', subscription, more, deps)
  if ('error' in answer) return answer
  if (!answer.isAccepted) await refused(subscription, `the hub answered ${answer.status}`, deps)
  return 'over'
}

/**
 * Until the hub asks whether we meant it (and it is forgotten then), it is asked again, a few times; a hub that says no,
 * or nothing, learns it from the 410 that its next message gets.
 */
export async function unsubscribe(ending: Unsubscribe, deps: Deps): Promise<Attempted> {
  const answer = await askHub('unsubscribe', ending, {}, deps)
  if ('error' in answer) return answer
  if (!answer.isAccepted) return 'over'
  return { error: 'the hub has not confirmed it yet', after: CONFIRM_S, most: 3 }
}

interface Answered {
  readonly status: number
  readonly isAccepted: boolean
}

/** A fault of the hub, which may be over the next time, is an error; any other answer but 2xx is a no. */
async function askHub(
  mode: 'subscribe' | 'unsubscribe',
  { hub, topic, path }: Ending,
  more: Readonly<Record<string, string>>,
  { config, fetchDocument }: Deps,
): Promise<Answered | Exclude<Attempted, 'over'>> {
  const callback = callbackOf(path, config)
  const form = { 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback, ...more }
  try {
    const { status } = await fetchDocument(hub, {
      method: 'POST',
      headers: { accept: '*/*', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      maxBytes: ANSWER_BYTES,
    })
    if (status >= 500 || status === 429) return { error: `it answered ${status}` }
    return { status, isAccepted: status >= 200 && status < 300 }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** A no is believed for a week; until then, and while no hub tells, the upstream is polled. */
export const refused = (
  subscription: PushSubscription,
  lastError: string,
  { access, now }: Pick<Deps, 'access' | 'now'>,
): Promise<void> => {
  const askAt = toInstant(now() + LONGEST_AGAIN_MS)
  const ended = { ...subscription, askAt, pendingUntil: toInstant(now()), lastError }
  return access.websub.push.end(ended, soon(now()))
}

const soon = (nowMs: number): string => toInstant(nowMs + 600_000)

export const callbackOf = (path: string, { baseUrl }: Pick<Config, 'baseUrl'>): string =>
  `${baseUrl}/websub/${path}`
