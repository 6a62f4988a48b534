/** Channels and access tokens as rows. */

import type { Channel, Selection } from '../feeds/model/channel.ts'
import type { Instant } from '../feeds/model/date.ts'
import type { Sql } from './sql.ts'
import type { Store, StoredChannel, Token } from './store.ts'

export const CHANNEL_SQL = {
  takeNumber: 'UPDATE change_sequence SET first = seq + 1, seq = seq + 1',
  save: `INSERT INTO channels (slug, channel, seq, stored_at, generation)
    VALUES (?, ?, (SELECT seq FROM change_sequence), ?, 1)
    ON CONFLICT (slug) DO UPDATE SET
      generation = generation + (channel -> '$.selection' <> excluded.channel -> '$.selection'),
      channel = excluded.channel, seq = excluded.seq, stored_at = excluded.stored_at`,
  find: 'SELECT channel, seq, stored_at, generation FROM channels WHERE slug = ?',
  list: 'SELECT channel, seq, stored_at, generation FROM channels ORDER BY slug',
  remove: 'DELETE FROM channels WHERE slug = ?',
}

export const TOKEN_SQL = {
  add: 'INSERT INTO tokens (id, token) VALUES (?, ?)',
  list: 'SELECT token FROM tokens ORDER BY id',
  remove: 'DELETE FROM tokens WHERE id = ?',
}

type ChannelVerbs = Pick<Store, 'saveChannel' | 'findChannel' | 'listChannels' | 'removeChannel'>

export const channelStore = (sql: Sql): ChannelVerbs => ({
  saveChannel: async (channel, now) => {
    const selection = sorted(channel.selection)
    const params = [channel.slug, JSON.stringify({ ...channel, selection }), now]
    await sql.batch([{ sql: CHANNEL_SQL.takeNumber }, { sql: CHANNEL_SQL.save, params }], {
      durable: true,
    })
  },
  findChannel: async (slug) => {
    const [row] = await sql.all<ChannelRow>(CHANNEL_SQL.find, [slug])
    return row && channelOf(row)
  },
  listChannels: async () => (await sql.all<ChannelRow>(CHANNEL_SQL.list)).map(channelOf),
  removeChannel: async (slug) => {
    const remove = { sql: CHANNEL_SQL.remove, params: [slug] }
    await sql.batch([{ sql: CHANNEL_SQL.takeNumber }, remove], { durable: true })
  },
})

/** So that an equal selection is not taken for a change of it. */
const sorted = (selection: Selection): Selection =>
  Object.fromEntries(Object.entries(selection).sort(([a], [b]) => (a < b ? -1 : 1)))

interface ChannelRow {
  readonly channel: string
  readonly seq: number
  readonly stored_at: Instant
  readonly generation: number
}

const channelOf = (row: ChannelRow): StoredChannel => ({
  ...(JSON.parse(row.channel) as Channel),
  seq: row.seq,
  storedAt: row.stored_at,
  generation: row.generation,
})

type TokenVerbs = Pick<Store, 'addToken' | 'listTokens' | 'removeToken'>

export const tokenStore = (sql: Sql): TokenVerbs => ({
  addToken: async (token) => {
    const params = [token.id, JSON.stringify(token)]
    await sql.batch([{ sql: TOKEN_SQL.add, params }], { durable: true })
  },
  listTokens: async () => {
    const rows = await sql.all<{ token: string }>(TOKEN_SQL.list)
    return rows.map((row): Token => JSON.parse(row.token))
  },
  removeToken: async (id) => {
    await sql.batch([{ sql: TOKEN_SQL.remove, params: [id] }], { durable: true })
  },
})
