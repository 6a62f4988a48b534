/** What WebSub keeps: subscribers of our hub, our subscriptions at others, and what is to be sent. */

import { createHubStore, HUB_SQL, type HubStore } from './hub-store.ts'
import { createPushStore, PUSH_SQL, type PushStore } from './push-store.ts'
import type { Sql } from './sql.ts'
import { createOutbox, OUTBOX_SQL, type WebSubOutbox } from './websub-outbox.ts'

export interface WebSubStore {
  readonly hub: HubStore
  readonly push: PushStore
  readonly outbox: WebSubOutbox
}

export const WEBSUB_SQL = { hub: HUB_SQL, outbox: OUTBOX_SQL, push: PUSH_SQL }

export const createWebSubStore = (sql: Sql): WebSubStore => ({
  hub: createHubStore(sql),
  push: createPushStore(sql),
  outbox: createOutbox(sql),
})
