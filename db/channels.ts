/** Channels and access tokens as rows. */

import type { Channel, Selection } from '../feeds/model/channel.ts'
import { codecOf, fromExcluded, fromJson, type Row } from './columns.ts'
import type { Sql } from './sql.ts'
import type { Store, StoredChannel, Token } from './store.ts'

const CHANNEL = codecOf<Channel>({
  slug: 'text',
  title: 'text',
  description: 'text',
  icon: 'text',
  language: 'text',
  rights: 'text',
  hubs: 'list',
  selection: 'json',
  presentation: 'json',
})
const STORED_CHANNEL = codecOf<Omit<StoredChannel, keyof Channel>>({
  seq: 'number',
  storedAt: 'text',
  generation: 'number',
})
const CHANNEL_NAMES = [...CHANNEL.names, ...STORED_CHANNEL.names].join(', ')

const TOKEN = codecOf<Token>({ id: 'text', hash: 'text', scopes: 'list', createdAt: 'text' })
const TOKEN_NAMES = TOKEN.names.join(', ')

export const CHANNEL_SQL = {
  takeNumber: 'UPDATE change_sequence SET first = seq + 1, seq = seq + 1',
  save: `INSERT INTO channels (${CHANNEL.names.join(', ')}, seq, stored_at, generation)
    SELECT ${fromJson(CHANNEL.names)}, (SELECT seq FROM change_sequence), ?, 1
    FROM json_each(?) e WHERE true
    ON CONFLICT (slug) DO UPDATE SET
      generation = channels.generation + (channels.selection <> excluded.selection),
      ${fromExcluded([...CHANNEL.names, 'seq', 'stored_at'].filter((name) => name !== 'slug'))}`,
  find: `SELECT ${CHANNEL_NAMES} FROM channels WHERE slug = ?`,
  list: `SELECT ${CHANNEL_NAMES} FROM channels ORDER BY slug`,
  remove: 'DELETE FROM channels WHERE slug = ?',
}

export const TOKEN_SQL = {
  add: `INSERT INTO tokens (${TOKEN_NAMES}) SELECT ${fromJson(TOKEN.names)} FROM json_each(?) e`,
  list: `SELECT ${TOKEN_NAMES} FROM tokens ORDER BY id`,
  remove: 'DELETE FROM tokens WHERE id = ?',
}

type ChannelVerbs = Pick<Store, 'saveChannel' | 'findChannel' | 'listChannels' | 'removeChannel'>

export const channelStore = (sql: Sql): ChannelVerbs => ({
  saveChannel: async (channel, now) => {
    const selection = sorted(channel.selection)
    const row = JSON.stringify([CHANNEL.toRow({ ...channel, selection })])
    await sql.batch(
      [{ sql: CHANNEL_SQL.takeNumber }, { sql: CHANNEL_SQL.save, params: [now, row] }],
      { durable: true },
    )
  },
  findChannel: async (slug) => {
    const [row] = await sql.all<Row>(CHANNEL_SQL.find, [slug])
    return row && channelOf(row)
  },
  listChannels: async () => (await sql.all<Row>(CHANNEL_SQL.list)).map(channelOf),
  removeChannel: async (slug) => {
    await sql.batch([{ sql: CHANNEL_SQL.remove, params: [slug] }], { durable: true })
  },
})

/** So that an equal selection is not taken for a change of it. */
const sorted = (selection: Selection): Selection =>
  Object.fromEntries(Object.entries(selection).sort(([a], [b]) => (a < b ? -1 : 1)))

const channelOf = (row: Row): StoredChannel => ({
  ...CHANNEL.fromRow(row),
  ...STORED_CHANNEL.fromRow(row),
})

type TokenVerbs = Pick<Store, 'addToken' | 'listTokens' | 'removeToken'>

export const tokenStore = (sql: Sql): TokenVerbs => ({
  addToken: async (token) => {
    const row = JSON.stringify([TOKEN.toRow(token)])
    await sql.batch([{ sql: TOKEN_SQL.add, params: [row] }], { durable: true })
  },
  listTokens: async () => (await sql.all<Row>(TOKEN_SQL.list)).map(TOKEN.fromRow),
  removeToken: async (id) => {
    await sql.batch([{ sql: TOKEN_SQL.remove, params: [id] }], { durable: true })
  },
})
