/** POST /hub: subscriptions to our feeds (https://www.w3.org/TR/websub/, section 5). */

import { Hono } from 'hono'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { clientOf } from '../http/client.ts'
import { createRateLimit } from '../http/rate-limit.ts'
import { checkUrl, policyOf } from '../ingest/guard.ts'
import type { Publisher } from '../publish/publisher.ts'
import { messageOf, type Verify } from './asks.ts'
import { readBody } from './body.ts'
import { ownHub } from './hubs.ts'
import { getTopic } from './topics.ts'

const REQUESTS_A_MINUTE = 120
const BODY_BYTES = 16_384
const URL_CHARACTERS = 2_048
/** WebSub section 5.1: "less than 200 bytes". */
const SECRET_BYTES = 199
const MIN_LEASE_S = 300
const DEFAULT_LEASE_S = 10 * 86_400
const MAX_LEASE_S = 30 * 86_400
/** Requests that wait to be confirmed: strangers fill the outbox no further. */
const MOST_PENDING = 20_000

export function hubRoutes(deps: Deps, publisher: Publisher): Hono {
  const limit = createRateLimit({ limit: REQUESTS_A_MINUTE, windowMs: 60_000, now: deps.now })
  const routes = new Hono()
  routes.post('/hub', async (c) => {
    if (!ownHub(deps.config)) throw new CreditlineError('not_found', NO_HUB)
    const retryAfter = limit.count(clientOf(c, deps))
    if (retryAfter !== undefined)
      throw new CreditlineError('too_many', 'Too many requests; wait a minute.', { retryAfter })
    const form = readForm(c.req.header('content-type'), await readBody(c.req.raw, BODY_BYTES))
    const ask = readRequest(form, deps)
    if (ask.mode === 'subscribe') await getTopic(ask.topic, deps, publisher)
    await queue(ask, deps)
    return c.text('Accepted; it is confirmed with the callback.\n', 202, NO_STORE)
  })
  routes.get('/hub', () => {
    throw new CreditlineError('not_allowed', 'This is a WebSub hub; requests to it are POSTed.')
  })
  return routes
}

const NO_STORE = { 'cache-control': 'no-store' }
const NO_HUB = 'There is no hub here: this service has not been told its public address.'

function readForm(contentType: string | undefined, body: Uint8Array): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? ''))
    throw new CreditlineError('unsupported', 'Send this as application/x-www-form-urlencoded.')
  return new URLSearchParams(new TextDecoder().decode(body))
}

/** Throws `invalid` for what the Recommendation does not allow, `refused` for a callback that is not to be asked. */
function readRequest(form: URLSearchParams, { config }: Deps): Verify {
  const mode = form.get('hub.mode')
  if (mode !== 'subscribe' && mode !== 'unsubscribe')
    throw invalid(`hub.mode is "${(mode ?? '').slice(0, 40)}"; it is subscribe or unsubscribe`)
  const topic = readUrl(form, 'hub.topic')
  const callback = readUrl(form, 'hub.callback')
  checkUrl(callback, policyOf(config.allowHosts))
  const secret = readSecret(form)
  const leaseSeconds = readLease(form)
  return { ask: 'verify', mode, topic, callback, leaseSeconds, ...(secret ? { secret } : {}) }
}

function readUrl(form: URLSearchParams, name: string): string {
  const url = form.get(name)?.trim() ?? ''
  if (/^https?:\/\/\S+$/i.test(url) && !url.includes('#') && url.length <= URL_CHARACTERS)
    return url
  throw invalid(`${name} is no http(s) address of at most ${URL_CHARACTERS} characters`)
}

function readSecret(form: URLSearchParams): string | undefined {
  const secret = form.get('hub.secret') || undefined
  if (secret && new TextEncoder().encode(secret).length > SECRET_BYTES)
    throw invalid('hub.secret must be less than 200 bytes long')
  return secret
}

/** The hub decides (section 5.1), between five minutes and thirty days. */
function readLease(form: URLSearchParams): number {
  const text = form.get('hub.lease_seconds')?.trim()
  if (!text) return DEFAULT_LEASE_S
  if (!/^\d{1,15}$/.test(text)) throw invalid('hub.lease_seconds is no number of seconds')
  return Math.min(Math.max(Number(text), MIN_LEASE_S), MAX_LEASE_S)
}

const invalid = (why: string): CreditlineError => new CreditlineError('invalid', `${why}.`)

async function queue(ask: Verify, { access, now }: Deps): Promise<void> {
  const { outbox } = access.websub
  if ((await outbox.count('ask')) >= MOST_PENDING)
    throw new CreditlineError('unavailable', 'Too many requests wait here; try again later.')
  await outbox.add('ask', [messageOf(ask)], toInstant(now()))
}
