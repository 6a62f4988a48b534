/** Keeps who is subscribed at our hub, and of what each topic's subscribers were told last. */

import type { Instant } from '../feeds/model/date.ts'
import type { Sql, Statement } from './sql.ts'

export interface HubSubscription {
  readonly id: number
  /** Address of a feed of ours. */
  readonly topic: string
  readonly callback: string
  /** Of the callback. */
  readonly host: string
  /** What deliveries are signed with. */
  readonly secret?: string
  readonly expiresAt: Instant
}

/** A topic that somebody is told of. */
export interface ToldTopic {
  readonly topic: string
  readonly etag: string
  /** When its subscribers were told last; before that, the start of 1970. */
  readonly toldAt: Instant
}

/** A subscriber with how deliveries to it went. */
export interface Subscriber extends HubSubscription {
  /** When it last took a delivery. */
  readonly deliveredAt?: Instant
  /** In a row; 0 after one that was taken. */
  readonly failures: number
  readonly lastError?: string
}

export interface HubStore {
  find(id: number): Promise<HubSubscription | undefined>
  /** By topic and callback. */
  findOf(topic: string, callback: string): Promise<HubSubscription | undefined>
  /** Adds or renews a subscription, durably; `etag` is that of its topic now, if nobody else is told of it yet. */
  save(subscription: Omit<HubSubscription, 'id'>, etag: string): Promise<void>
  /** With what waits to be sent to it; durable. */
  remove(subscription: Pick<HubSubscription, 'topic' | 'callback'>): Promise<void>
  /** Removes all of a topic that is no more, and queues that each is told so. */
  removeTopic(topic: string, reason: string, now: Instant): Promise<void>
  /** In the order of their subscribing, after the one with this id. */
  listSubscribers(after: number, limit: number): Promise<Subscriber[]>
  /** Removes one at an editor's word, and queues that it is told so; durable. */
  drop(id: number, reason: string, now: Instant): Promise<void>
  /** Keeps how a delivery went: without an error, it was taken. */
  noteDelivery(id: number, now: Instant, error?: string): Promise<void>
  listTopics(): Promise<ToldTopic[]>
  /** Makes topics watched that are not. */
  watch(topics: readonly Pick<ToldTopic, 'topic' | 'etag'>[]): Promise<void>
  /** Keeps that a topic has changed, and queues a delivery to each of its subscribers: all or nothing. */
  tell(topic: string, etag: string, now: Instant): Promise<void>
  /** Forgets leases that ended, and topics that nobody is told of but `kept`. */
  prune(now: Instant, kept: readonly string[]): Promise<void>
}

const COLUMNS = 'id, topic, callback, host, secret, expires_at'
const NEVER = '1970-01-01T00:00:00Z'

const denyWhere = (which: string): string =>
  `INSERT INTO websub_outbox (lane, key, host, job, version, attempts, queued_at, due_at)
    SELECT 'ask', s.topic || ' ' || s.callback, s.host,
      json_object('ask', 'deny', 'topic', s.topic, 'callback', s.callback, 'reason', ?), 1, 0, ?, ?
    FROM hub_subscriptions s WHERE ${which}
    ON CONFLICT (lane, key) DO UPDATE SET job = excluded.job, version = version + 1`

export const HUB_SQL = {
  find: `SELECT ${COLUMNS} FROM hub_subscriptions WHERE id = ?`,
  findOf: `SELECT ${COLUMNS} FROM hub_subscriptions WHERE topic = ? AND callback = ?`,
  save: `INSERT INTO hub_subscriptions (topic, callback, host, secret, expires_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (topic, callback) DO UPDATE SET secret = excluded.secret, expires_at = excluded.expires_at`,
  watch: `INSERT INTO hub_topics (topic, etag, told_at)
    SELECT e.value ->> '$.topic', e.value ->> '$.etag', '${NEVER}' FROM json_each(?) e WHERE true
    ON CONFLICT (topic) DO NOTHING`,
  removeDelivery: `DELETE FROM websub_outbox WHERE lane = 'deliver' AND key IN (
    SELECT CAST(s.id AS TEXT) FROM hub_subscriptions s WHERE s.topic = ? AND s.callback = ?)`,
  remove: 'DELETE FROM hub_subscriptions WHERE topic = ? AND callback = ?',
  deny: denyWhere('s.topic = ?'),
  denyOne: denyWhere('s.id = ?'),
  removeTopicDeliveries: `DELETE FROM websub_outbox WHERE lane = 'deliver' AND key IN (
    SELECT CAST(s.id AS TEXT) FROM hub_subscriptions s WHERE s.topic = ?)`,
  removeDeliveryTo: "DELETE FROM websub_outbox WHERE lane = 'deliver' AND key = ?",
  removeOne: 'DELETE FROM hub_subscriptions WHERE id = ?',
  removeOfTopic: 'DELETE FROM hub_subscriptions WHERE topic = ?',
  removeTopic: 'DELETE FROM hub_topics WHERE topic = ?',
  subscribers: `SELECT ${COLUMNS}, delivered_at, failures, last_error FROM hub_subscriptions WHERE id > ? ORDER BY id LIMIT ?`,
  delivered:
    'UPDATE hub_subscriptions SET delivered_at = ?, failures = 0, last_error = NULL WHERE id = ?',
  failed: 'UPDATE hub_subscriptions SET failures = failures + 1, last_error = ? WHERE id = ?',
  topics: 'SELECT topic, etag, told_at FROM hub_topics ORDER BY topic',
  told: 'UPDATE hub_topics SET etag = ?, told_at = ? WHERE topic = ?',
  /** One that waits after a failure goes on waiting, and gets what is then the newest. */
  deliver: `INSERT INTO websub_outbox (lane, key, host, job, version, attempts, queued_at, due_at)
    SELECT 'deliver', s.id, s.host, '{}', 1, 0, ?, ? FROM hub_subscriptions s WHERE s.topic = ?
    ON CONFLICT (lane, key) DO UPDATE SET version = version + 1`,
  pruneDeliveries: `DELETE FROM websub_outbox WHERE lane = 'deliver' AND key IN (
    SELECT CAST(s.id AS TEXT) FROM hub_subscriptions s WHERE s.expires_at <= ?)`,
  prune: 'DELETE FROM hub_subscriptions WHERE expires_at <= ?',
  pruneTopics: `DELETE FROM hub_topics WHERE topic NOT IN (SELECT e.value FROM json_each(?) e)
    AND NOT EXISTS (SELECT 1 FROM hub_subscriptions s WHERE s.topic = hub_topics.topic)`,
}

export const createHubStore = (sql: Sql): HubStore => ({
  ...subscriptionsIn(sql),
  ...subscribersIn(sql),
  ...topicsIn(sql),
})

type SubscriptionVerb = 'find' | 'findOf' | 'save' | 'remove' | 'prune'

type SubscriberVerb = 'listSubscribers' | 'drop' | 'noteDelivery'

const subscribersIn = (sql: Sql): Pick<HubStore, SubscriberVerb> => ({
  listSubscribers: async (after, limit) =>
    (await sql.all<SubscriberRow>(HUB_SQL.subscribers, [after, limit])).map(subscriberOf),
  drop: (id, reason, now) =>
    durably(sql, [
      { sql: HUB_SQL.denyOne, params: [reason, now, now, id] },
      { sql: HUB_SQL.removeDeliveryTo, params: [String(id)] },
      { sql: HUB_SQL.removeOne, params: [id] },
    ]),
  noteDelivery: (id, now, error) =>
    error === undefined
      ? sql.run(HUB_SQL.delivered, [now, id])
      : sql.run(HUB_SQL.failed, [error.slice(0, 500), id]),
})

const subscriptionsIn = (sql: Sql): Pick<HubStore, SubscriptionVerb> => ({
  find: async (id) => (await sql.all<Row>(HUB_SQL.find, [id])).map(subscriptionOf)[0],
  findOf: async (topic, callback) =>
    (await sql.all<Row>(HUB_SQL.findOf, [topic, callback])).map(subscriptionOf)[0],
  save: ({ topic, callback, host, secret, expiresAt }, etag) =>
    durably(sql, [
      { sql: HUB_SQL.save, params: [topic, callback, host, secret ?? null, expiresAt] },
      { sql: HUB_SQL.watch, params: [JSON.stringify([{ topic, etag }])] },
    ]),
  remove: ({ topic, callback }) =>
    durably(sql, [
      { sql: HUB_SQL.removeDelivery, params: [topic, callback] },
      { sql: HUB_SQL.remove, params: [topic, callback] },
    ]),
  prune: async (now, kept) => {
    await sql.batch([
      { sql: HUB_SQL.pruneDeliveries, params: [now] },
      { sql: HUB_SQL.prune, params: [now] },
      { sql: HUB_SQL.pruneTopics, params: [JSON.stringify(kept)] },
    ])
  },
})

const topicsIn = (sql: Sql): Omit<HubStore, SubscriptionVerb | SubscriberVerb> => ({
  removeTopic: (topic, reason, now) =>
    durably(sql, [
      { sql: HUB_SQL.deny, params: [reason, now, now, topic] },
      { sql: HUB_SQL.removeTopicDeliveries, params: [topic] },
      { sql: HUB_SQL.removeOfTopic, params: [topic] },
      { sql: HUB_SQL.removeTopic, params: [topic] },
    ]),
  listTopics: async () =>
    (await sql.all<TopicRow>(HUB_SQL.topics)).map(({ topic, etag, told_at: toldAt }) => ({
      topic,
      etag,
      toldAt,
    })),
  watch: (topics) => sql.run(HUB_SQL.watch, [JSON.stringify(topics)]),
  tell: async (topic, etag, now) => {
    await sql.batch([
      { sql: HUB_SQL.told, params: [etag, now, topic] },
      { sql: HUB_SQL.deliver, params: [now, now, topic] },
    ])
  },
})

const durably = async (sql: Sql, statements: readonly Statement[]): Promise<void> => {
  await sql.batch(statements, { durable: true })
}

interface Row {
  readonly id: number
  readonly topic: string
  readonly callback: string
  readonly host: string
  readonly secret: string | null
  readonly expires_at: Instant
}

interface SubscriberRow extends Row {
  readonly delivered_at: Instant | null
  readonly failures: number
  readonly last_error: string | null
}

const subscriberOf = ({
  delivered_at: deliveredAt,
  last_error: lastError,
  failures,
  ...row
}: SubscriberRow): Subscriber => ({
  ...subscriptionOf(row),
  failures,
  ...(deliveredAt === null ? {} : { deliveredAt }),
  ...(lastError === null ? {} : { lastError }),
})

interface TopicRow {
  readonly topic: string
  readonly etag: string
  readonly told_at: Instant
}

const subscriptionOf = ({ secret, expires_at: expiresAt, ...row }: Row): HubSubscription => ({
  ...row,
  ...(secret === null ? {} : { secret }),
  expiresAt,
})
