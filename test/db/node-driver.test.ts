/** The Node driver: whole batches or none, whatever happens to the process or the file. */

import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../db/drivers/node.ts'
import { openStore } from '../../db/node-store.ts'
import { article, incoming, NOW, upstream } from './samples.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'creditline-'))
  file = join(folder, 'store.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('a durable batch is committed with synchronous FULL, the others with NORMAL', async () => {
  const { sql, raw, close } = openSqlite(file)
  const sync = 'SELECT * FROM pragma_synchronous'
  expect(await sql.batch([{ sql: sync }], { durable: true })).toEqual([[{ synchronous: 2 }]])
  expect(await sql.batch([{ sql: sync }])).toEqual([[{ synchronous: 1 }]])
  await expect(sql.batch([{ sql: 'nonsense' }], { durable: true })).rejects.toMatchObject({
    code: 'internal',
  })
  expect(raw.pragma('synchronous', { simple: true })).toBe(1)
  close()
})

test('SQLite holds as much of the file as it is let', async () => {
  const holds = async (options?: { readonly cacheKib: number }) => {
    const { sql, close } = await openStore(file, options)
    const rows = await sql.all('SELECT cache_size FROM pragma_cache_size')
    close()
    return rows
  }
  expect(await holds()).toEqual([{ cache_size: -16_000 }])
  expect(await holds({ cacheKib: 48_000 })).toEqual([{ cache_size: -48_000 }])
})

test('a full disk is told, undone, and gone when there is room again', async () => {
  const opened = await openStore(file)
  await opened.store.addUpstream(upstream('harbour'))
  const { sql } = opened
  const [pages] = await sql.all<{ page_count: number }>('SELECT * FROM pragma_page_count')
  await sql.all(`PRAGMA max_page_count = ${(pages?.page_count ?? 0) + 1}`)
  const polled = upstream('harbour', { etag: '"1"' })
  const articles = Array.from({ length: 200 }, (_, n) => incoming(n))
  const save = () => opened.store.savePolls([{ upstream: polled, articles }], NOW)
  await expect(save()).rejects.toMatchObject({ code: 'unavailable' })
  expect((await opened.store.findUpstream('harbour'))?.etag).toBeUndefined()
  expect((await opened.store.listArticles({}, { limit: 5 })).articles).toEqual([])
  await sql.all('PRAGMA max_page_count = 1000000')
  await save()
  expect((await opened.store.listArticles({}, { limit: 500 })).articles).toHaveLength(200)
  opened.close()
})

const built = existsSync(new URL('../../dist/db/node-store.js', import.meta.url))
const SIZE = 20

/** Runs the writer from poll `first` on, kills it after `ms`, and waits until it is gone. */
async function writeAndKill(first: number, ms: number): Promise<void> {
  const sample = JSON.stringify({ upstream: upstream('harbour'), article: article(1), size: SIZE })
  const writer = new URL('./killed-writer.mjs', import.meta.url)
  const child = fork(writer, [file, sample, String(first)])
  await new Promise((resolve) => child.once('message', resolve))
  await new Promise((resolve) => setTimeout(resolve, ms))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

// The writer runs the build, since a process of its own can't read TypeScript.
test.skipIf(!built)(
  'a process killed at any moment leaves whole polls',
  { timeout: 60_000 },
  async () => {
    const setUp = await openStore(file)
    await setUp.store.addUpstream(upstream('harbour', { etag: '0' }))
    setUp.close()
    let polls = 0
    for (const ms of [0, 3, 10, 25, 60, 90]) {
      await writeAndKill(polls + 1, ms)
      const opened = await openStore(file)
      polls = Number((await opened.store.findUpstream('harbour'))?.etag)
      const [found] = await opened.sql.all(WHOLE)
      expect(found).toEqual({
        articles: polls * SIZE,
        size: polls * SIZE,
        listings: polls * SIZE,
        entries: polls * SIZE,
      })
      expect(await opened.sql.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(await opened.sql.all('PRAGMA foreign_key_check')).toEqual([])
      opened.close()
    }
  },
)

const WHOLE = `SELECT (SELECT count(*) FROM articles) AS articles,
  (SELECT size FROM facets WHERE key = 'all') AS size,
  (SELECT count(*) FROM listings) AS listings, (SELECT count(*) FROM entries) AS entries`
