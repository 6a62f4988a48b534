/** Sends the messages that are due, and decides when a failed one is tried again. */

import type { StoredArticle } from '../../../db/store.ts'
import type { AttemptEnd, Delivery, Webhook } from '../../../db/webhook-store.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import type { Deps } from '../../deps.ts'
import { cleanArticles } from '../../publish/clean.ts'
import { presentWhole } from '../articles/present.ts'
import { queueChanges } from './queue.ts'
import { signedHeaders } from './signature.ts'

/** Seconds from one attempt to the next: those of Standard Webhooks, about three days in all. */
const WAITS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
const LONGEST_S = 86_400
const AT_A_TIME = 10
/** Longer than any attempt lasts: after it, a message that a stop cut off is due again. */
const LEASE_S = 60
const KEPT_MS = 7 * 86_400_000

export interface WebhookRun {
  readonly queued: number
  readonly delivered: number
  /** Attempts that failed; all but the last are made again. */
  readonly failed: number
}

/** Queues what changed and sends what is due, `limit` messages at most. Throws only what the store throws. */
export async function runWebhooks(deps: Deps, limit = 100): Promise<WebhookRun> {
  const { access, now } = deps
  const queued = await queueChanges(deps)
  const ends: AttemptEnd[] = []
  while (ends.length < limit) {
    const until = toInstant(now() + LEASE_S * 1000)
    const room = Math.min(AT_A_TIME, limit - ends.length)
    const due = await access.webhooks.claim(toInstant(now()), until, room)
    if (due.length === 0) break
    ends.push(...(await Promise.all(due.map((delivery) => attempt(delivery, deps)))))
  }
  if (ends.length > 0) await access.webhooks.prune(toInstant(now() - KEPT_MS))
  const delivered = ends.filter(({ state }) => state === 'delivered').length
  return { queued, delivered, failed: ends.length - delivered }
}

/** Runs every so often until it is stopped; what goes wrong is logged, and the next run tries again. */
export function startWebhooks(deps: Deps, everyMs = 2000): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  let isIdle = true
  const timer = setInterval(() => {
    if (!isIdle) return
    isIdle = false
    running = runWebhooks(deps)
      .catch((error: unknown) => deps.log.error('webhooks_broke_off', { error }))
      .finally(() => {
        isIdle = true
      })
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

async function attempt(delivery: Delivery, deps: Deps): Promise<AttemptEnd> {
  const { access, log } = deps
  const webhook = await access.webhooks.find(delivery.webhookId)
  const stored = await deps.store.findArticle(delivery.articleId)
  const end =
    webhook && stored
      ? await send(webhook, stored, delivery, deps)
      : ended('failed', deps, { lastError: 'the article is no longer here' })
  await access.webhooks.settle(delivery, end)
  if (webhook && end.lastStatus === 410) await stopGone(webhook, deps)
  const { webhookId, id, event } = delivery
  log.debug('webhook_sent', { webhook: webhookId, delivery: id, event, ...end })
  return end
}

async function send(
  webhook: Webhook,
  stored: StoredArticle,
  delivery: Delivery,
  deps: Deps,
): Promise<AttemptEnd> {
  const body = JSON.stringify(await payloadOf(stored, delivery, deps))
  const timestamp = Math.floor(deps.now() / 1000)
  const headers = await signedHeaders(
    { id: `${webhook.id}-${delivery.id}`, timestamp, body },
    webhook.secret,
  )
  try {
    const answer = await deps.fetchDocument(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: '*/*', ...headers },
      body,
      maxRedirects: 0,
    })
    if (answer.status >= 200 && answer.status < 300)
      return ended('delivered', deps, { lastStatus: answer.status })
    return failed(delivery, deps, answer.status, answer.headers.get('retry-after'))
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    return again(delivery, deps, { lastError: lastError.slice(0, 500) })
  }
}

/** Of an article that is no longer public, that it is so, and nothing of its text. */
async function payloadOf(stored: StoredArticle, { event, seq }: Delivery, deps: Deps) {
  const { id, article } = stored
  const head = { type: event, timestamp: stored.storedAt, sequence: seq }
  if (article.status === 'withheld' || article.status === 'removed')
    return { ...head, data: { id, published_id: article.publishedId, status: article.status } }
  const [clean] = await cleanArticles([stored], deps.store)
  return { ...head, data: presentWhole(stored, clean?.article.body?.html, deps.config) }
}

function failed(
  delivery: Delivery,
  deps: Deps,
  status: number,
  retryAfter: string | null,
): AttemptEnd {
  const said = { lastStatus: status, lastError: `it answered ${status}` }
  if (status === 410) return ended('failed', deps, said)
  return again(delivery, deps, said, secondsOf(retryAfter, deps.now()))
}

type Said = Pick<AttemptEnd, 'lastStatus' | 'lastError'>

const ended = (state: 'delivered' | 'failed', { now }: Deps, said: Said): AttemptEnd => ({
  state,
  nextAt: toInstant(now()),
  ...said,
})

/** A little later than asked, so that messages that failed together do not come back together. */
function again({ attempts }: Delivery, deps: Deps, said: Said, asked = 0): AttemptEnd {
  const wait = WAITS[attempts - 1]
  if (wait === undefined) return ended('failed', deps, said)
  const jitter = 1 + (deps.random(1)[0] ?? 0) / 2560
  const seconds = Math.min(LONGEST_S, Math.max(wait, asked)) * jitter
  return { state: 'waiting', nextAt: toInstant(deps.now() + seconds * 1000), ...said }
}

/** Retry-After in seconds or as a date (RFC 9110 section 10.2.3); what is neither asks nothing. */
function secondsOf(header: string | null, nowMs: number): number {
  if (header === null) return 0
  if (/^\d{1,9}$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, (at - nowMs) / 1000)
}

/** 410: its server wants no more. */
async function stopGone(webhook: Webhook, { access, log }: Deps): Promise<void> {
  const { url, events, selection, version } = webhook
  const gone = { url, events, selection, stopped: 'gone' as const }
  await access.webhooks
    .save(webhook.id, gone, version)
    .catch((error: unknown) => log.debug('webhook_changed_meanwhile', { error }))
}
