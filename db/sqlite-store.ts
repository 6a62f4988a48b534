/** The store over SQLite, whatever drives it. */

import { agencyStore } from './agencies.ts'
import { archiveStore } from './archives.ts'
import { articleStore } from './articles.ts'
import { channelStore, tokenStore } from './channels.ts'
import { partyKey, tagKey } from './facets.ts'
import { SOURCE_SQL, type SourceRow, sourceInfoOf } from './sources.ts'
import type { Sql } from './sql.ts'
import type { Store, StoreStats } from './store.ts'
import { upstreamStore } from './upstreams.ts'

export const STORE_SQL = {
  facetName: 'SELECT name FROM facets WHERE key = ?',
  stats: `SELECT
    (SELECT count(*) FROM entries) AS articles,
    (SELECT count(*) FROM upstreams) AS upstreams,
    (SELECT count(*) FROM upstreams WHERE health = 'failing') AS failingUpstreams,
    (SELECT coalesce(sum(json_array_length(faults)), 0) FROM entries WHERE faults IS NOT NULL)
      + (SELECT coalesce(sum(json_array_length(faults)), 0) FROM upstreams) AS faults`,
  doubts: `SELECT a.doubts, count(*) AS n FROM articles a WHERE a.doubts IS NOT NULL GROUP BY a.doubts`,
  sequence: 'SELECT seq FROM change_sequence WHERE id = 1',
  isEmpty: `SELECT NOT EXISTS (SELECT 1 FROM articles) AND NOT EXISTS (SELECT 1 FROM upstreams)
    AND NOT EXISTS (SELECT 1 FROM tokens) AS empty`,
}

export const createStore = (sql: Sql): Store => ({
  ...articleStore(sql),
  ...agencyStore(sql),
  ...upstreamStore(sql),
  ...channelStore(sql),
  ...archiveStore(sql),
  ...tokenStore(sql),
  findSource: async (slug) => {
    const [row] = await sql.all<SourceRow>(SOURCE_SQL.find, [slug])
    return row && sourceInfoOf(row)
  },
  listSources: async (limit) =>
    (await sql.all<SourceRow>(SOURCE_SQL.list, [limit])).map(sourceInfoOf),
  findPartyName: (kind, id) => findFacetName(sql, partyKey(kind, id)),
  findTagName: (tag) => findFacetName(sql, tagKey(tag)),
  findStats: () => findStats(sql),
  findSequence: async () => {
    const [row] = await sql.all<{ seq: number }>(STORE_SQL.sequence)
    return row?.seq ?? 0
  },
  isEmpty: async () => {
    const [row] = await sql.all<{ empty: number }>(STORE_SQL.isEmpty)
    return row?.empty === 1
  },
})

async function findFacetName(sql: Sql, key: string): Promise<string | undefined> {
  const [row] = await sql.all<{ name: string | null }>(STORE_SQL.facetName, [key])
  return row?.name ?? undefined
}

async function findStats(sql: Sql): Promise<StoreStats> {
  const [counted] = await sql.all<Omit<StoreStats, 'uncredited' | 'doubtful'>>(STORE_SQL.stats)
  const doubts = await sql.all<{ doubts: string; n: number }>(STORE_SQL.doubts)
  const total = (rows: typeof doubts) => rows.reduce((sum, { n }) => sum + n, 0)
  return {
    articles: counted?.articles ?? 0,
    upstreams: counted?.upstreams ?? 0,
    failingUpstreams: counted?.failingUpstreams ?? 0,
    faults: counted?.faults ?? 0,
    doubtful: total(doubts),
    uncredited: total(doubts.filter((row) => JSON.parse(row.doubts).includes('uncredited'))),
  }
}
