/** Turns what changed in the store into messages for each webhook: its position in the changes is the outbox. */

import type { ChangedArticle } from '../../../db/store.ts'
import type {
  QueuedChange,
  Webhook,
  WebhookEvent,
  WebhookPosition,
} from '../../../db/webhook-store.ts'
import type { Article } from '../../../feeds/model/article.ts'
import { instantOf, toInstant } from '../../../feeds/model/date.ts'
import { DOCUMENTS } from '../../../feeds/model/upstream.ts'
import type { Deps } from '../../deps.ts'
import { settlerOf } from '../../publish/settle.ts'

const PAGE = 500
/** What an upstream published so long before we first read it is no news: a feed's first poll tells nobody of its past. */
const OLD_MS = 2 * 86_400_000

/** Queues for every webhook what it has not been told; how many messages. */
export async function queueChanges(deps: Deps): Promise<number> {
  await settlerOf(deps)()
  const { webhooks } = deps.access
  const behind = (await webhooks.list()).filter(({ stopped }) => stopped === undefined)
  if (behind.length === 0) return 0
  const head = await webhooks.findPosition()
  let queued = 0
  for (const webhook of behind)
    if (webhook.position.seq < head.seq) queued += await queueFor(webhook, head, deps)
  return queued
}

async function queueFor(webhook: Webhook, head: WebhookPosition, deps: Deps): Promise<number> {
  let { position } = webhook
  let newest = head.articleId
  let queued = 0
  for (let isDone = false; !isDone; ) {
    const { store, access, now } = deps
    const page = await store.listChanges(webhook.selection, position.seq, PAGE)
    const changes = page.articles.flatMap((changed) => messageOf(changed, webhook))
    isDone = page.complete
    newest = Math.max(newest, ...changes.map(({ articleId }) => articleId))
    // Until all is told, what came after the old newest article is still new to it
    position = isDone
      ? { seq: Math.max(page.upTo, head.seq), articleId: newest }
      : { ...position, seq: page.upTo }
    await access.webhooks.queue(webhook, changes, position, toInstant(now()))
    queued += changes.length
  }
  return queued
}

function messageOf(changed: ChangedArticle, webhook: Webhook): QueuedChange[] {
  const event = eventOf(changed, webhook)
  if (!event || !webhook.events.includes(event)) return []
  return [{ articleId: changed.id, seq: changed.seq, event }]
}

/** An article that left the selection was updated; one that was never public is nothing to tell of. */
function eventOf(
  { id, listed, article }: ChangedArticle,
  webhook: Webhook,
): WebhookEvent | undefined {
  const isReleased = article.embargo !== undefined && article.changedAt === article.embargo
  const isNew = id > webhook.position.articleId || isReleased
  if (isNew && (!listed || (!isReleased && isOldNews(article)))) return undefined
  if (article.status !== 'published') return 'article.retracted'
  return isNew ? 'article.new' : 'article.updated'
}

/** What a person imports is told of, however old. */
const isOldNews = ({ upstreamId, published, firstSeenAt }: Article): boolean =>
  upstreamId !== DOCUMENTS &&
  published !== undefined &&
  Date.parse(instantOf(published)) < Date.parse(firstSeenAt) - OLD_MS
