/** Keeps our subscriptions at the hubs of upstreams. */

import type { Instant } from '../feeds/model/date.ts'
import type { Upstream } from '../feeds/model/upstream.ts'
import { parseUrl } from '../feeds/model/url.ts'
import type { Sql, Statement } from './sql.ts'
import { addStatement, type Message } from './websub-outbox.ts'

export interface PushSubscription {
  readonly upstreamId: string
  /** Last part of our callback's address; nobody but the hub is told it. */
  readonly path: string
  readonly hub: string
  readonly topic: string
  /** What the hub signs with. */
  readonly secret: string
  /** Until then the hub may confirm it. */
  readonly pendingUntil: Instant
  /** Absent until the hub has confirmed it. */
  readonly leaseEndsAt?: Instant
  /** When to ask the hub (again). */
  readonly askAt: Instant
  /** Times that we asked since it was last confirmed. */
  readonly failures: number
  readonly lastError?: string
}

/** A subscription that is ours no longer, and that its hub is asked to end: a job of the outbox until it has. */
export type Ending = Pick<PushSubscription, 'path' | 'hub' | 'topic'>

export interface PushStore {
  /** Upstreams that name a hub, and have no subscription to their topic there; not the private ones. */
  listUnsubscribed(limit: number): Promise<Upstream[]>
  /** In place of the upstream's subscription, if it has one, which its hub is then asked to end. */
  save(subscription: PushSubscription): Promise<void>
  find(upstreamId: string): Promise<PushSubscription | undefined>
  findByPath(path: string): Promise<PushSubscription | undefined>
  listDue(now: Instant, limit: number): Promise<PushSubscription[]>
  /** Queues the question with the subscription as it then is, all or nothing. */
  ask(subscription: PushSubscription, message: Message, now: Instant): Promise<void>
  /** The hub has confirmed: the upstream is told of news until the lease ends. Durable. */
  confirm(subscription: PushSubscription, leaseEndsAt: Instant): Promise<void>
  /** The upstream is polled at its own rhythm again, at `pollAt` the latest. */
  end(subscription: PushSubscription, pollAt: Instant): Promise<void>
  /** The same, and the subscription is forgotten; its hub is asked to end it. */
  remove(
    upstreamId: string,
    when: { readonly now: Instant; readonly pollAt: Instant },
  ): Promise<void>
  /** One that its hub was or is to be asked to end, by the last part of the callback's address. */
  findEnding(path: string): Promise<Ending | undefined>
  /** The hub has ended it, or asked whether it should. */
  forgetEnding(path: string): Promise<void>
  /** A message of the hub was found to be true. */
  notePing(upstreamId: string, now: Instant): Promise<void>
  /** Has the upstream polled at `at`, unless it is to be polled before. */
  hurry(upstreamId: string, at: Instant): Promise<void>
}

const COLUMNS = `upstream_id, path, hub, topic, secret, pending_until, lease_ends_at, ask_at, failures,
  last_error`

export const PUSH_SQL = {
  unsubscribed: `SELECT u.upstream FROM upstreams u WHERE u.upstream ->> '$.hub' IS NOT NULL
      AND u.health = 'healthy' AND u.upstream ->> '$.private' = 0
      AND NOT EXISTS (SELECT 1 FROM push_subscriptions s WHERE s.upstream_id = u.id
        AND s.hub = u.upstream ->> '$.hub'
        AND s.topic = coalesce(u.upstream ->> '$.topic', u.upstream ->> '$.url'))
    LIMIT ?`,
  save: `INSERT INTO push_subscriptions (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (upstream_id) DO UPDATE SET path = excluded.path, hub = excluded.hub,
      topic = excluded.topic, secret = excluded.secret, pending_until = excluded.pending_until,
      lease_ends_at = excluded.lease_ends_at, ask_at = excluded.ask_at,
      failures = excluded.failures, last_error = excluded.last_error`,
  find: `SELECT ${COLUMNS} FROM push_subscriptions WHERE upstream_id = ?`,
  findByPath: `SELECT ${COLUMNS} FROM push_subscriptions WHERE path = ?`,
  due: `SELECT ${COLUMNS} FROM push_subscriptions WHERE ask_at <= ? ORDER BY ask_at LIMIT ?`,
  remove: 'DELETE FROM push_subscriptions WHERE upstream_id = ?',
  ending: `SELECT job FROM websub_outbox WHERE lane = 'ask' AND key = ?`,
  forgetEnding: `DELETE FROM websub_outbox WHERE lane = 'ask' AND key = ?`,
  pushed: `UPDATE upstreams SET upstream = json_set(upstream, '$.push',
      json_patch(coalesce(upstream -> '$.push', '{}'), json_object('until', ?))) WHERE id = ?`,
  unpushed: `UPDATE upstreams SET upstream = json_set(json_remove(upstream, '$.push'),
      '$.nextPollAt', min(next_poll_at, ?)) WHERE id = ?`,
  ping: `UPDATE upstreams SET upstream = json_set(upstream, '$.push.pingAt', ?)
    WHERE id = ? AND upstream -> '$.push' IS NOT NULL`,
  hurry: `UPDATE upstreams SET upstream = json_set(upstream, '$.nextPollAt', ?)
    WHERE id = ? AND next_poll_at > ?`,
}

export const createPushStore = (sql: Sql): PushStore => ({
  ...subscriptionsIn(sql),
  ...endingsIn(sql),
  ...upstreamsIn(sql),
})

type SubscriptionVerb = 'find' | 'findByPath' | 'listDue' | 'save' | 'ask'

const subscriptionsIn = (sql: Sql): Pick<PushStore, SubscriptionVerb> => ({
  find: async (id) => (await sql.all<Row>(PUSH_SQL.find, [id])).map(subscriptionOf)[0],
  findByPath: async (path) =>
    (await sql.all<Row>(PUSH_SQL.findByPath, [path])).map(subscriptionOf)[0],
  listDue: async (now, limit) =>
    (await sql.all<Row>(PUSH_SQL.due, [now, limit])).map(subscriptionOf),
  save: async (subscription) => {
    const ending = await endingStatements(sql, subscription.upstreamId, subscription.askAt)
    await sql.batch([...ending, saveStatement(subscription)], { durable: true })
  },
  ask: async (subscription, message, now) => {
    await sql.batch([saveStatement(subscription), addStatement('ask', [message], now)], {
      durable: true,
    })
  },
})

type EndingVerb = 'findEnding' | 'forgetEnding'

const endingsIn = (sql: Sql): Pick<PushStore, EndingVerb> => ({
  findEnding: async (path) => {
    const [row] = await sql.all<{ job: string }>(PUSH_SQL.ending, [endingKey(path)])
    return row && JSON.parse(row.job)
  },
  forgetEnding: (path) => sql.run(PUSH_SQL.forgetEnding, [endingKey(path)]),
})

const endingKey = (path: string): string => `unsubscribe ${path}`

/** Queues the request to end what a hub has confirmed, to go into the batch that forgets the subscription. */
export async function endingStatements(
  sql: Sql,
  upstreamId: string,
  now: Instant,
): Promise<Statement[]> {
  const [row] = await sql.all<Row>(PUSH_SQL.find, [upstreamId])
  if (!row || (row.lease_ends_at ?? '') <= now) return []
  const { path, hub, topic } = row
  const job = JSON.stringify({ ask: 'unsubscribe', path, hub, topic })
  const host = parseUrl(hub)?.hostname ?? hub
  return [addStatement('ask', [{ key: endingKey(path), host, job }], now)]
}

const upstreamsIn = (sql: Sql): Omit<PushStore, SubscriptionVerb | EndingVerb> => ({
  listUnsubscribed: async (limit) =>
    (await sql.all<{ upstream: string }>(PUSH_SQL.unsubscribed, [limit])).map((row) =>
      JSON.parse(row.upstream),
    ),
  confirm: async (subscription, leaseEndsAt) => {
    const push = { sql: PUSH_SQL.pushed, params: [leaseEndsAt, subscription.upstreamId] }
    const saved = saveStatement({ ...subscription, leaseEndsAt })
    await sql.batch([saved, push], { durable: true })
  },
  end: async ({ leaseEndsAt: _, ...subscription }, pollAt) => {
    const unpushed = { sql: PUSH_SQL.unpushed, params: [pollAt, subscription.upstreamId] }
    await sql.batch([saveStatement(subscription), unpushed], { durable: true })
  },
  remove: async (upstreamId, { now, pollAt }) => {
    const ending = await endingStatements(sql, upstreamId, now)
    await sql.batch([
      ...ending,
      { sql: PUSH_SQL.remove, params: [upstreamId] },
      { sql: PUSH_SQL.unpushed, params: [pollAt, upstreamId] },
    ])
  },
  notePing: (upstreamId, now) => sql.run(PUSH_SQL.ping, [now, upstreamId]),
  hurry: (upstreamId, at) => sql.run(PUSH_SQL.hurry, [at, upstreamId, at]),
})

const saveStatement = (subscription: PushSubscription): Statement => ({
  sql: PUSH_SQL.save,
  params: [
    subscription.upstreamId,
    subscription.path,
    subscription.hub,
    subscription.topic,
    subscription.secret,
    subscription.pendingUntil,
    subscription.leaseEndsAt ?? null,
    subscription.askAt,
    subscription.failures,
    subscription.lastError ?? null,
  ],
})

interface Row {
  readonly upstream_id: string
  readonly path: string
  readonly hub: string
  readonly topic: string
  readonly secret: string
  readonly pending_until: Instant
  readonly lease_ends_at: Instant | null
  readonly ask_at: Instant
  readonly failures: number
  readonly last_error: string | null
}

const subscriptionOf = (row: Row): PushSubscription => ({
  upstreamId: row.upstream_id,
  path: row.path,
  hub: row.hub,
  topic: row.topic,
  secret: row.secret,
  pendingUntil: row.pending_until,
  ...(row.lease_ends_at === null ? {} : { leaseEndsAt: row.lease_ends_at }),
  askAt: row.ask_at,
  failures: row.failures,
  ...(row.last_error === null ? {} : { lastError: row.last_error }),
})
