/** Archives of channels as rows: which block each article of a channel stands in. */

import { STORED_COLUMNS, type StoredRow, storedArticleOf } from './rows.ts'
import type { Sql, Statement } from './sql.ts'
import type { ArchivePosition, Store } from './store.ts'

export const ARCHIVE_SQL = {
  find: `SELECT generation, through_seq AS throughSeq, open_number AS openNumber FROM archives
    WHERE channel = ?`,
  openIds: 'SELECT article_id AS id FROM archived_articles WHERE channel = ? AND number = ?',
  list: `SELECT ${STORED_COLUMNS} FROM archived_articles b CROSS JOIN articles a ON a.id = b.article_id
    WHERE b.channel = ? AND b.number = ? AND a.listed = 1`,
  clear: 'DELETE FROM archived_articles WHERE channel = ?',
  takeOut: `DELETE FROM archived_articles WHERE channel = ?
    AND article_id IN (SELECT value FROM json_each(?))`,
  place: `INSERT INTO archived_articles (channel, article_id, number)
    SELECT ?, value ->> 0, value ->> 1 FROM json_each(?) WHERE true
    ON CONFLICT (channel, article_id) DO UPDATE SET number = excluded.number`,
  save: `INSERT INTO archives (channel, generation, through_seq, open_number) VALUES (?, ?, ?, ?)
    ON CONFLICT (channel) DO UPDATE SET generation = excluded.generation,
      through_seq = excluded.through_seq, open_number = excluded.open_number`,
}

type ArchiveVerbs = Pick<Store, 'findArchive' | 'listArchived' | 'listOpenIds' | 'saveArchive'>

export const archiveStore = (sql: Sql): ArchiveVerbs => ({
  findArchive: async (channel) => {
    const [row] = await sql.all<ArchivePosition>(ARCHIVE_SQL.find, [channel])
    return row
  },
  listOpenIds: async (channel, number) =>
    (await sql.all<{ id: number }>(ARCHIVE_SQL.openIds, [channel, number])).map(({ id }) => id),
  listArchived: async (channel, number) =>
    (await sql.all<StoredRow>(ARCHIVE_SQL.list, [channel, number])).map(storedArticleOf),
  saveArchive: async (channel, { generation, throughSeq, openNumber }, change) => {
    const placed = JSON.stringify(change.placed.map(({ id, number }) => [id, number]))
    const statements: Statement[] = [
      ...(change.restart ? [{ sql: ARCHIVE_SQL.clear, params: [channel] }] : []),
      { sql: ARCHIVE_SQL.takeOut, params: [channel, JSON.stringify(change.takenOut)] },
      { sql: ARCHIVE_SQL.place, params: [channel, placed] },
      { sql: ARCHIVE_SQL.save, params: [channel, generation, throughSeq, openNumber] },
    ]
    await sql.batch(statements)
  },
})
