/** Keeps webhooks and the messages that wait for them: a queue that survives every stop. */

import type { Selection } from '../feeds/model/channel.ts'
import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import type { Sql } from './sql.ts'

export const WEBHOOK_EVENTS = ['article.new', 'article.updated', 'article.retracted'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** What a person sets. */
export interface WebhookSettings {
  readonly url: string
  readonly events: readonly WebhookEvent[]
  readonly selection: Selection
  /** Nothing is sent: a person paused it, or its server said that it is gone for good. */
  readonly stopped?: 'paused' | 'gone'
}

export interface Webhook extends WebhookSettings {
  readonly id: string
  /** Grows with each change of its settings. */
  readonly version: number
  /** `whsec_` and base64: what messages are signed with. */
  readonly secret: string
  /** Up to which change it has been told. */
  readonly position: WebhookPosition
  readonly createdAt: Instant
}

export interface WebhookPosition {
  /** In the store-wide sequence of changes. */
  readonly seq: number
  /** Newest article that was here when it had been told of all changes: later ones are new to it. */
  readonly articleId: number
}

/** One message: an article's change for one webhook. */
export interface Delivery {
  readonly id: number
  readonly webhookId: string
  readonly articleId: number
  readonly seq: number
  readonly event: WebhookEvent
  readonly state: 'waiting' | 'delivered' | 'failed'
  /** Made so far. */
  readonly attempts: number
  readonly queuedAt: Instant
  readonly nextAt: Instant
  readonly lastStatus?: number
  readonly lastError?: string
}

export type QueuedChange = Pick<Delivery, 'articleId' | 'seq' | 'event'>

/** How an attempt ended. */
export type AttemptEnd = Pick<Delivery, 'state' | 'nextAt' | 'lastStatus' | 'lastError'>

export interface WebhookStore {
  add(webhook: Webhook): Promise<void>
  find(id: string): Promise<Webhook | undefined>
  list(): Promise<Webhook[]>
  /** Sets what a person sets; throws `stale` unless it is at `version`. */
  save(id: string, settings: WebhookSettings, version: number): Promise<void>
  /** With its messages. */
  remove(id: string): Promise<void>
  /** Where the store is now. */
  findPosition(): Promise<WebhookPosition>
  /** Queues messages and moves the webhook's position, all or nothing. */
  queue(
    webhook: Webhook,
    changes: readonly QueuedChange[],
    position: WebhookPosition,
    now: Instant,
  ): Promise<void>
  /** Takes messages that are due; another taker does not get them before `until`. */
  claim(now: Instant, until: Instant, limit: number): Promise<Delivery[]>
  /** Keeps how an attempt ended; a message whose article changed meanwhile waits again. */
  settle(delivery: Delivery, end: AttemptEnd): Promise<void>
  /** Newest first. */
  listDeliveries(webhookId: string, limit: number): Promise<Delivery[]>
  /** Forgets messages queued before `before` that wait no longer. */
  prune(before: Instant): Promise<void>
}

const COLUMNS = 'id, version, url, secret, events, selection, stopped, seq, article_id, created_at'

export const WEBHOOK_SQL = {
  add: `INSERT INTO webhooks (${COLUMNS}) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
  find: `SELECT ${COLUMNS} FROM webhooks WHERE id = ?`,
  list: `SELECT ${COLUMNS} FROM webhooks ORDER BY id`,
  save: `UPDATE webhooks SET version = version + 1, url = ?, events = ?, selection = ?, stopped = ?
    WHERE id = ? AND version = ? RETURNING id`,
  removeDeliveries: 'DELETE FROM webhook_deliveries WHERE webhook_id = ?',
  remove: 'DELETE FROM webhooks WHERE id = ?',
  position: `SELECT seq, (SELECT coalesce(max(id), 0) FROM articles) AS article_id
    FROM change_sequence WHERE id = 1`,
  /** What was new and has not been told yet stays new. */
  queue: `INSERT INTO webhook_deliveries
      (webhook_id, article_id, seq, event, state, attempts, queued_at, next_at)
    SELECT w.id, e.value ->> 'articleId', e.value ->> 'seq', e.value ->> 'event', 'waiting', 0, ?, ?
    FROM json_each(?) e CROSS JOIN webhooks w ON w.id = ? WHERE true
    ON CONFLICT (webhook_id, article_id) WHERE state = 'waiting' DO UPDATE SET seq = excluded.seq,
      event = iif(webhook_deliveries.event = 'article.new' AND excluded.event = 'article.updated',
        'article.new', excluded.event)`,
  move: 'UPDATE webhooks SET seq = ?, article_id = ? WHERE id = ?',
  claim: `UPDATE webhook_deliveries SET next_at = ?, attempts = attempts + 1 WHERE id IN (
      SELECT d.id FROM webhook_deliveries d CROSS JOIN webhooks w ON w.id = d.webhook_id
      WHERE d.state = 'waiting' AND d.next_at <= ? AND w.stopped IS NULL
      ORDER BY d.next_at LIMIT ?) RETURNING *`,
  settle: `UPDATE webhook_deliveries SET last_status = ?, last_error = ?,
      attempts = iif(seq <> ? AND ? = 'delivered', 0, attempts),
      state = iif(seq = ?, ?, 'waiting'), next_at = iif(seq = ? OR ? = 'waiting', ?, queued_at)
    WHERE id = ?`,
  deliveries: 'SELECT * FROM webhook_deliveries WHERE webhook_id = ? ORDER BY id DESC LIMIT ?',
  prune: `DELETE FROM webhook_deliveries WHERE state <> 'waiting' AND queued_at < ?`,
}

interface WebhookRow {
  readonly id: string
  readonly version: number
  readonly url: string
  readonly secret: string
  readonly events: string
  readonly selection: string
  readonly stopped: 'paused' | 'gone' | null
  readonly seq: number
  readonly article_id: number
  readonly created_at: string
}

interface DeliveryRow {
  readonly id: number
  readonly webhook_id: string
  readonly article_id: number
  readonly seq: number
  readonly event: WebhookEvent
  readonly state: Delivery['state']
  readonly attempts: number
  readonly queued_at: string
  readonly next_at: string
  readonly last_status: number | null
  readonly last_error: string | null
}

export const createWebhookStore = (sql: Sql): WebhookStore => ({
  ...settingsIn(sql),
  ...queueIn(sql),
})

const settingsIn = (sql: Sql): Pick<WebhookStore, 'add' | 'find' | 'list' | 'save' | 'remove'> => ({
  add: (webhook) =>
    durably(sql, WEBHOOK_SQL.add, [
      webhook.id,
      webhook.url,
      webhook.secret,
      JSON.stringify(webhook.events),
      JSON.stringify(webhook.selection),
      webhook.stopped ?? null,
      webhook.position.seq,
      webhook.position.articleId,
      webhook.createdAt,
    ]).then(() => {}),
  find: async (id) => (await sql.all<WebhookRow>(WEBHOOK_SQL.find, [id])).map(webhookOf)[0],
  list: async () => (await sql.all<WebhookRow>(WEBHOOK_SQL.list)).map(webhookOf),
  async save(id, { url, events, selection, stopped }, version) {
    const values = [url, JSON.stringify(events), JSON.stringify(selection), stopped ?? null]
    const saved = await durably(sql, WEBHOOK_SQL.save, [...values, id, version])
    if (saved.length === 0)
      throw new CreditlineError('stale', 'This webhook has changed; read it again first.')
  },
  remove: async (id) => {
    await sql.batch(
      [
        { sql: WEBHOOK_SQL.removeDeliveries, params: [id] },
        { sql: WEBHOOK_SQL.remove, params: [id] },
      ],
      { durable: true },
    )
  },
})

type QueueVerb = Exclude<keyof WebhookStore, keyof ReturnType<typeof settingsIn>>

const queueIn = (sql: Sql): Pick<WebhookStore, QueueVerb> => ({
  async findPosition() {
    const [row] = await sql.all<{ seq: number; article_id: number }>(WEBHOOK_SQL.position)
    return { seq: row?.seq ?? 0, articleId: row?.article_id ?? 0 }
  },
  async queue({ id }, changes, position, now) {
    const move = { sql: WEBHOOK_SQL.move, params: [position.seq, position.articleId, id] }
    const add = { sql: WEBHOOK_SQL.queue, params: [now, now, JSON.stringify(changes), id] }
    await sql.batch(changes.length > 0 ? [add, move] : [move])
  },
  async claim(now, until, limit) {
    const [rows = []] = await sql.batch([{ sql: WEBHOOK_SQL.claim, params: [until, now, limit] }])
    return (rows as DeliveryRow[]).map(deliveryOf).sort((a, b) => a.seq - b.seq)
  },
  settle: ({ id, seq }, { state, nextAt, lastStatus, lastError }) =>
    sql.run(WEBHOOK_SQL.settle, [
      lastStatus ?? null,
      lastError ?? null,
      seq,
      state,
      seq,
      state,
      seq,
      state,
      nextAt,
      id,
    ]),
  listDeliveries: async (webhookId, limit) =>
    (await sql.all<DeliveryRow>(WEBHOOK_SQL.deliveries, [webhookId, limit])).map(deliveryOf),
  prune: (before) => sql.run(WEBHOOK_SQL.prune, [before]),
})

async function durably(
  sql: Sql,
  statement: string,
  params: readonly (string | number | null)[],
): Promise<unknown[]> {
  const [rows = []] = await sql.batch([{ sql: statement, params }], { durable: true })
  return rows
}

const webhookOf = (row: WebhookRow): Webhook => ({
  id: row.id,
  version: row.version,
  url: row.url,
  secret: row.secret,
  events: JSON.parse(row.events),
  selection: JSON.parse(row.selection),
  ...(row.stopped ? { stopped: row.stopped } : {}),
  position: { seq: row.seq, articleId: row.article_id },
  createdAt: row.created_at,
})

const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  webhookId: row.webhook_id,
  articleId: row.article_id,
  seq: row.seq,
  event: row.event,
  state: row.state,
  attempts: row.attempts,
  queuedAt: row.queued_at,
  nextAt: row.next_at,
  ...(row.last_status === null ? {} : { lastStatus: row.last_status }),
  ...(row.last_error === null ? {} : { lastError: row.last_error }),
})
