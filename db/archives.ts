/** Archives of channels as rows: which block each article of a channel stands in. */

import { readByIds } from './list.ts'
import { STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import type { Sql, Statement } from './sql.ts'
import type { ArchivePosition, Store } from './store.ts'

export const ARCHIVE_SQL = {
  find: `SELECT generation, through_seq AS throughSeq, open_number AS openNumber FROM archives
    WHERE channel = ?`,
  head: 'SELECT open_ids AS ids FROM archives WHERE channel = ? AND open_number = ?',
  openIds: 'SELECT article_id AS id FROM archived_articles WHERE channel = ? AND number = ?',
  list: `SELECT ${STORED_COLUMNS} FROM archived_articles b CROSS JOIN articles a ON a.id = b.article_id
    WHERE b.channel = ? AND b.number = ? AND a.status <> 'withheld'`,
  clear: 'DELETE FROM archived_articles WHERE channel = ?',
  takeOut: `DELETE FROM archived_articles WHERE channel = ?
    AND article_id IN (SELECT value FROM json_each(?))`,
  place: `INSERT INTO archived_articles (channel, article_id, number)
    SELECT ?, value ->> 0, value ->> 1 FROM json_each(?) WHERE true
    ON CONFLICT (channel, article_id) DO UPDATE SET number = excluded.number`,
  save: `INSERT INTO archives (channel, generation, through_seq, open_number, open_ids)
    VALUES (?, ?, ?, ?, (SELECT json_group_array(b.article_id) FROM archived_articles b
      WHERE b.channel = ? AND b.number = ?))
    ON CONFLICT (channel) DO UPDATE SET generation = excluded.generation,
      through_seq = excluded.through_seq, open_number = excluded.open_number, open_ids = excluded.open_ids`,
}

type ArchiveVerbs = Pick<
  Store,
  'findArchive' | 'listArchived' | 'listOpen' | 'listOpenIds' | 'saveArchive'
>

export const archiveStore = (sql: Sql): ArchiveVerbs => ({
  findArchive: async (channel) => {
    const [row] = await sql.all<ArchivePosition>(ARCHIVE_SQL.find, [channel])
    return row
  },
  listOpenIds: (channel, number) => listOpenIds(sql, channel, number),
  listOpen: async (channel, number, but) => {
    const ids = await listOpenIds(sql, channel, number)
    return (
      await readByIds(
        sql,
        ids.filter((id) => !but.has(id)),
      )
    ).map(storedArticleOf)
  },
  listArchived: async (channel, number) =>
    (await sql.all<StoredRow>(ARCHIVE_SQL.list, [channel, number])).map(storedArticleOf),
  saveArchive: async (channel, { generation, throughSeq, openNumber }, change) => {
    const placed = JSON.stringify(change.placed.map(({ id, number }) => [id, number]))
    const statements: Statement[] = [
      ...(change.restart ? [{ sql: ARCHIVE_SQL.clear, params: [channel] }] : []),
      { sql: ARCHIVE_SQL.takeOut, params: [channel, JSON.stringify(change.takenOut)] },
      { sql: ARCHIVE_SQL.place, params: [channel, placed] },
      {
        sql: ARCHIVE_SQL.save,
        params: [channel, generation, throughSeq, openNumber, channel, openNumber],
      },
    ]
    await sql.batch(statements)
  },
})

/** One row where the archive's own holds them. */
async function listOpenIds(sql: Sql, channel: string, number: number): Promise<number[]> {
  const [head] = await sql.all<{ ids: string | null }>(ARCHIVE_SQL.head, [channel, number])
  if (head?.ids) return JSON.parse(head.ids)
  const rows = await sql.all<{ id: number }>(ARCHIVE_SQL.openIds, [channel, number])
  return rows.map(({ id }) => id)
}
