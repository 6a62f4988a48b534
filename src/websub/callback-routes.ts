/** GET and POST /websub/:secret: where hubs confirm our subscriptions and tell us of news. */

import { type Context, Hono } from 'hono'
import type { Ending, PushSubscription } from '../../db/push-store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { WIRE_BYTES } from '../ingest/transport.ts'
import { readBody } from './body.ts'
import { receive } from './receive.ts'
import { isSignedBy } from './signature.ts'
import { refused } from './subscribe.ts'

/** Of a hub that does not say. */
const DEFAULT_LEASE_S = 10 * 86_400
const MIN_LEASE_S = 60
const MAX_LEASE_S = 90 * 86_400
/** A hub whose confirmation got lost may repeat it. */
const AGAIN_MS = 600_000
/** A lease that has ended is still heard for so long, since clocks differ. */
const GRACE_MS = 3_600_000
const CHALLENGE_CHARACTERS = 4_096

export function callbackRoutes(deps: Deps): Hono {
  const { push } = deps.access.websub
  const routes = new Hono()
  routes.get('/websub/:secret', async (c) => {
    const path = c.req.param('secret')
    const subscription = await push.findByPath(path)
    if (subscription) return answerHub(c, subscription, deps)
    const ending = await push.findEnding(path)
    if (ending) return confirmEnding(c, ending, deps)
    throw nothingHere()
  })
  routes.post('/websub/:secret', async (c) => {
    const subscription = await push.findByPath(c.req.param('secret'))
    // WebSub section 7: with 410 the hub ends what we have forgotten
    if (!subscription || !isLeased(subscription, deps)) return c.text('Gone.\n', 410, NO_STORE)
    const body = await readBody(c.req.raw, Math.min(WIRE_BYTES, deps.config.maxBytes))
    await hear(c, body, subscription, deps)
    return c.body(null, 202, NO_STORE)
  })
  return routes
}

const NO_STORE = { 'cache-control': 'no-store' }

const nothingHere = (): CreditlineError =>
  new CreditlineError('not_found', 'There is nothing at this address.')

const isLeased = ({ leaseEndsAt }: PushSubscription, { now }: Deps): boolean =>
  leaseEndsAt !== undefined && now() < Date.parse(leaseEndsAt) + GRACE_MS

/** WebSub section 5.3: the challenge is echoed for exactly what we asked for, and as plain text. */
async function answerHub(
  c: Context,
  subscription: PushSubscription,
  deps: Deps,
): Promise<Response> {
  const mode = c.req.query('hub.mode')
  if (c.req.query('hub.topic') !== subscription.topic) throw nothingHere()
  if (mode === 'denied') {
    const reason = (c.req.query('hub.reason') ?? '').replace(/[\p{C}\p{Z}]+/gu, ' ').slice(0, 200)
    await refused(subscription, `the hub denied it: ${reason || 'it does not say why'}`, deps)
    return c.text('', 200, NO_STORE)
  }
  const challenge = challengeOf(c)
  const isPending = toInstant(deps.now()) <= subscription.pendingUntil
  if (mode !== 'subscribe' || !isPending || !challenge) throw nothingHere()
  await confirm(subscription, c.req.query('hub.lease_seconds'), deps)
  return echo(c, challenge)
}

/** The same for what we asked to be ended; once it is confirmed, nothing of it is kept. */
async function confirmEnding(c: Context, { path, topic }: Ending, deps: Deps): Promise<Response> {
  const challenge = challengeOf(c)
  const isMeant = c.req.query('hub.mode') === 'unsubscribe' && c.req.query('hub.topic') === topic
  if (!isMeant || !challenge) throw nothingHere()
  await deps.access.websub.push.forgetEnding(path)
  return echo(c, challenge)
}

const echo = (c: Context, challenge: string): Response =>
  c.text(challenge, 200, { ...NO_STORE, 'x-content-type-options': 'nosniff' })

function challengeOf(c: Context): string | undefined {
  const challenge = c.req.query('hub.challenge') ?? ''
  return challenge !== '' && challenge.length <= CHALLENGE_CHARACTERS ? challenge : undefined
}

async function confirm(
  { lastError: _, ...subscription }: PushSubscription,
  leaseText: string | undefined,
  { access, now }: Deps,
): Promise<void> {
  const said = /^\d{1,12}$/.test(leaseText ?? '') ? Number(leaseText) : DEFAULT_LEASE_S
  const lease = Math.min(Math.max(said, MIN_LEASE_S), MAX_LEASE_S)
  const confirmed = {
    ...subscription,
    failures: 0,
    pendingUntil: toInstant(now() + AGAIN_MS),
    askAt: toInstant(now() + lease * 800),
  }
  await access.websub.push.confirm(confirmed, toInstant(now() + lease * 1000))
}

/** Section 7.1: what is not signed is ignored, and its sender is not told so. */
async function hear(
  c: Context,
  body: Uint8Array,
  subscription: PushSubscription,
  deps: Deps,
): Promise<void> {
  const { upstreamId } = subscription
  if (!(await isSignedBy(c.req.header('x-hub-signature'), body, subscription.secret))) {
    deps.log.info('websub_not_signed', { upstream: upstreamId })
    return
  }
  await receive({ headers: c.req.raw.headers, url: subscription.topic, body }, upstreamId, deps)
}
