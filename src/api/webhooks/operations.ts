/** Webhooks: listing, making, changing, removing, and what became of their messages. */

import * as z from 'zod/mini'
import {
  type Delivery,
  WEBHOOK_EVENTS,
  type Webhook,
  type WebhookSettings,
} from '../../../db/webhook-store.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'
import type { Deps } from '../../deps.ts'
import { checkUrl, policyOf } from '../../ingest/guard.ts'
import { operation } from '../operation.ts'
import { presentSelection, selectionOf } from '../selection.ts'
import { given } from '../shapes.ts'
import {
  DeliveryList,
  NewWebhook,
  WebhookCreated,
  WebhookEdit,
  WebhookList,
  WebhookOut,
  webhookId,
} from './schemas.ts'
import { mintSecret, mintWebhookId } from './signature.ts'

const byId = z.object({ id: webhookId })

export const webhookOperations = [
  operation({
    id: 'listWebhooks',
    tag: 'Webhooks',
    method: 'get',
    path: '/webhooks',
    summary: 'All webhooks',
    scope: 'admin',
    result: WebhookList,
    run: async (_, { access }) => ({
      body: { webhooks: (await access.webhooks.list()).map(presentWebhook) },
    }),
  }),
  operation({
    id: 'createWebhook',
    tag: 'Webhooks',
    method: 'post',
    path: '/webhooks',
    summary: 'Sends you articles from now on',
    description:
      'Each message is JSON: type, timestamp, sequence and data, the article. It is signed as Standard Webhooks says, and ' +
      'sent again for three days until your server answers 2xx. Of an article that changes while a message waits, one is sent. ' +
      'Messages may come twice or out of order: the one with the highest sequence counts.',
    scope: 'admin',
    repeatable: true,
    bodies: { 'application/json': NewWebhook },
    result: WebhookCreated,
    tagged: true,
    status: 201,
    run: async ({ body }, deps) => {
      const { url, events = [...WEBHOOK_EVENTS], selection } = body.value
      const webhook = {
        id: mintWebhookId(deps.random),
        version: 1,
        url: checked(url, deps),
        secret: mintSecret(deps.random),
        events,
        selection: selectionOf(selection),
        position: await deps.access.webhooks.findPosition(),
        createdAt: toInstant(deps.now()),
      }
      await deps.access.webhooks.add(webhook)
      return {
        body: { ...presentWebhook(webhook), secret: webhook.secret },
        etag: etagOf(webhook),
        location: `/webhooks/${webhook.id}`,
      }
    },
  }),
  operation({
    id: 'getWebhook',
    tag: 'Webhooks',
    method: 'get',
    path: '/webhooks/{id}',
    summary: 'One webhook',
    scope: 'admin',
    params: byId,
    result: WebhookOut,
    tagged: true,
    run: async ({ params }, deps) => answer(await getWebhook(params.id, deps)),
  }),
  operation({
    id: 'editWebhook',
    tag: 'Webhooks',
    method: 'patch',
    path: '/webhooks/{id}',
    summary: 'Changes a webhook, pauses or resumes it',
    scope: 'admin',
    conditional: true,
    params: byId,
    bodies: { 'application/json': WebhookEdit },
    result: WebhookOut,
    tagged: true,
    run: async ({ params, body, expect }, deps) => {
      const before = await getWebhook(params.id, deps)
      expect(etagOf(before))
      const settings = edited(before, body.value, deps)
      await deps.access.webhooks.save(before.id, settings, before.version)
      return answer(await getWebhook(before.id, deps))
    },
  }),
  operation({
    id: 'removeWebhook',
    tag: 'Webhooks',
    method: 'delete',
    path: '/webhooks/{id}',
    summary: 'Sends nothing more',
    scope: 'admin',
    params: byId,
    status: 204,
    run: async ({ params }, deps) => {
      await deps.access.webhooks.remove((await getWebhook(params.id, deps)).id)
      return {}
    },
  }),
  operation({
    id: 'listDeliveries',
    tag: 'Webhooks',
    method: 'get',
    path: '/webhooks/{id}/deliveries',
    summary: 'What became of its messages',
    description: 'Those that wait, and those of the last seven days.',
    scope: 'admin',
    params: byId,
    query: z.object({
      limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(500))),
    }),
    result: DeliveryList,
    run: async ({ params, query }, deps) => {
      const { id } = await getWebhook(params.id, deps)
      const deliveries = await deps.access.webhooks.listDeliveries(id, query.limit ?? 50)
      return { body: { deliveries: deliveries.map(presentDelivery) } }
    },
  }),
]

const etagOf = ({ version }: Webhook): string => `"${version}"`

const answer = (webhook: Webhook) => ({ body: presentWebhook(webhook), etag: etagOf(webhook) })

async function getWebhook(id: string, { access }: Deps): Promise<Webhook> {
  const webhook = await access.webhooks.find(id)
  if (webhook) return webhook
  throw new CreditlineError('not_found', `There is no webhook "${id}" here.`)
}

/** Throws `refused` for an address that may not be asked. */
const checked = (url: string, { config }: Deps): string =>
  checkUrl(url, policyOf(config.allowHosts)).href

/** Settings that are changed wake one that its server had stopped. */
function edited(before: Webhook, edit: z.output<typeof WebhookEdit>, deps: Deps): WebhookSettings {
  const isPaused = edit.paused ?? before.stopped === 'paused'
  return {
    url: edit.url === undefined ? before.url : checked(edit.url, deps),
    events: edit.events ?? before.events,
    selection: edit.selection === undefined ? before.selection : selectionOf(edit.selection),
    ...(isPaused ? { stopped: 'paused' } : {}),
  }
}

const presentWebhook = (webhook: Webhook): z.input<typeof WebhookOut> => ({
  id: webhook.id,
  url: webhook.url,
  events: [...webhook.events],
  selection: presentSelection(webhook.selection),
  ...given({ stopped: webhook.stopped }),
  created_at: webhook.createdAt,
})

type DeliveryOut = z.input<typeof DeliveryList>['deliveries'][number]

const presentDelivery = (delivery: Delivery): DeliveryOut => ({
  id: `${delivery.webhookId}-${delivery.id}`,
  event: delivery.event,
  article: delivery.articleId,
  state: delivery.state,
  attempts: delivery.attempts,
  queued_at: delivery.queuedAt,
  ...given({
    next_at: delivery.state === 'waiting' ? delivery.nextAt : undefined,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
  }),
})
