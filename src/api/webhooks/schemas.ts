/** What goes in and out of the operations on webhooks. */

import * as z from 'zod/mini'
import { WEBHOOK_EVENTS } from '../../../db/webhook-store.ts'
import { named, said } from '../schema.ts'
import { SelectionShape } from '../selection.ts'
import { httpUrl, instant, list, maybe } from '../shapes.ts'

export const webhookId = z.string().check(z.minLength(1), z.maxLength(40))

const events = said(list(z.enum(WEBHOOK_EVENTS), 3).check(z.minLength(1)), 'All when not given.')
// Changes are followed as they come; a full text or a time in a selection cannot be.
const selection = said(
  z.omit(SelectionShape, { q: true, since: true, until: true }),
  'Of which articles; of all when not given.',
)

export const NewWebhook = named(
  'NewWebhook',
  'Where to send what.',
  z.strictObject({
    url: said(httpUrl, 'Messages are POSTed there.', 'https://newsroom.example/hooks/creditline'),
    events: maybe(events),
    selection: maybe(selection),
  }),
)

export const WebhookEdit = named(
  'WebhookEdit',
  'What is not given stays.',
  z.strictObject({
    url: maybe(httpUrl),
    events: maybe(events),
    selection: maybe(selection),
    paused: maybe(said(z.boolean(), 'Nothing is sent; what changes meanwhile is sent later.')),
  }),
)

const webhook = {
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  selection: SelectionShape,
  stopped: maybe(
    said(z.enum(['paused', 'gone']), 'Nothing is sent; gone: its server answered 410.'),
  ),
  created_at: instant,
}

export const WebhookOut = named('Webhook', 'Who is told of what.', z.object(webhook))

export const WebhookCreated = named(
  'WebhookCreated',
  'The new webhook with its secret, which is shown this once.',
  z.object({
    ...webhook,
    secret: said(
      z.string(),
      'Messages are signed with it as Standard Webhooks says: headers webhook-id, webhook-timestamp, webhook-signature.',
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    ),
  }),
)

export const WebhookList = named(
  'WebhookList',
  'All webhooks.',
  z.object({ webhooks: z.array(WebhookOut) }),
)

export const DeliveryList = named(
  'DeliveryList',
  'The newest messages, newest first.',
  z.object({
    deliveries: z.array(
      z.object({
        id: said(z.string(), 'The webhook-id header.'),
        event: z.string(),
        article: said(z.int(), 'Number of the article.'),
        state: z.enum(['waiting', 'delivered', 'failed']),
        attempts: z.int(),
        queued_at: instant,
        next_at: maybe(said(instant, 'When it is tried next, while it waits.')),
        last_status: maybe(z.int()),
        last_error: maybe(z.string()),
      }),
    ),
  }),
)
