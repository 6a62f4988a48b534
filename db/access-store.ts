/** What the API and the desk keep beside the articles: sessions, idempotency keys, webhooks, WebSub. */

import { createIdempotencyStore, type IdempotencyStore } from './idempotency-store.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'
import type { Sql } from './sql.ts'
import { createWebhookStore, type WebhookStore } from './webhook-store.ts'
import { createWebSubStore, type WebSubStore } from './websub-store.ts'

export interface AccessStore {
  readonly sessions: SessionStore
  readonly idempotency: IdempotencyStore
  readonly webhooks: WebhookStore
  readonly websub: WebSubStore
}

export const createAccessStore = (sql: Sql): AccessStore => ({
  sessions: createSessionStore(sql),
  idempotency: createIdempotencyStore(sql),
  webhooks: createWebhookStore(sql),
  websub: createWebSubStore(sql),
})
