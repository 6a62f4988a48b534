/** Migrations: the same schema whoever applies them, and clear words for files that can't be used. */

import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, migrationsFolder } from '../../db/drivers/migrate.ts'
import { openStore } from '../../db/node-store.ts'
import { incoming, NOW } from './samples.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'creditline-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

/** All that the migrations made, without comments (wrangler drops them) and what D1 keeps for itself. */
const schemaOf = (raw: Database.Database): SchemaRow[] =>
  raw
    .prepare<[], SchemaRow>('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
    .all()
    .filter(({ name }) => !name.startsWith('_cf_'))
    .map((row) => ({ ...row, sql: row.sql?.replace(/--.*$/gm, '').replace(/\s+/g, ' ') ?? null }))

const applied = (raw: Database.Database): unknown[] =>
  raw.prepare('SELECT name FROM d1_migrations ORDER BY id').pluck().all()

test('wrangler and Node make the same schema and the same notes', { timeout: 180_000 }, () => {
  const wrangler = join(ROOT, 'node_modules/.bin/wrangler')
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder]
  const quiet = { CI: 'true', WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' }
  execFileSync(wrangler, args, { cwd: ROOT, env: { ...process.env, ...quiet }, stdio: 'pipe' })
  const d1 = join(folder, 'v3/d1/miniflare-D1DatabaseObject')
  const files = readdirSync(d1).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
  expect(files).toHaveLength(1)
  const theirs = new Database(join(d1, files[0] ?? ''), { readonly: true })
  const ours = new Database(':memory:')
  expect(migrate(ours)).toEqual(applied(theirs))
  expect(applied(ours)).toEqual(applied(theirs))
  expect(schemaOf(ours)).toEqual(schemaOf(theirs))
  expect(migrate(ours)).toEqual([])
  theirs.close()
})

test('a migration that fails leaves nothing of itself', () => {
  const raw = new Database(':memory:')
  writeFileSync(join(folder, '0001_good.sql'), 'CREATE TABLE a (x);')
  writeFileSync(join(folder, '0002_bad.sql'), 'CREATE TABLE b (x); CREATE TABLE a (x);')
  expect(() => migrate(raw, folder)).toThrow('already exists')
  expect(applied(raw)).toEqual(['0001_good.sql'])
  expect(
    raw.prepare(`SELECT name FROM sqlite_schema WHERE name IN ('a', 'b')`).pluck().all(),
  ).toEqual(['a'])
})

describe('opening a file', () => {
  const file = () => join(folder, 'deep', 'er', 'store.db')

  test('makes the folders, and finds everything again', async () => {
    const first = await openStore(file())
    expect(first.migrated.length).toBeGreaterThan(3)
    await first.store.saveArticles([incoming(1)], NOW)
    first.close()
    const second = await openStore(file())
    expect(second.migrated).toEqual([])
    expect((await second.store.findArticle(1))?.article.guid).toBe('https://harbour.example/1')
    const raw = new Database(file(), { readonly: true })
    expect(raw.pragma('page_size', { simple: true })).toBe(16_384)
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
    raw.close()
    second.close()
  })

  test('refuses one that a newer version wrote', async () => {
    const opened = await openStore(file())
    await opened.sql.run(`INSERT INTO d1_migrations (name) VALUES ('9999_future.sql')`)
    opened.close()
    await expect(openStore(file())).rejects.toMatchObject({
      code: 'unavailable',
      message: `${file()} was written by a newer Creditline (9999_future.sql); update the program, or give another file with --db.`,
    })
  })

  test('refuses what is no database, and another program’s', async () => {
    const text = join(folder, 'text.db')
    writeFileSync(text, 'not a database at all, but long enough to be read as one '.repeat(20))
    await expect(openStore(text)).rejects.toMatchObject({ code: 'unavailable' })
    const other = join(folder, 'other.db')
    new Database(other).exec('CREATE TABLE theirs (x)').close()
    const before = schemaOf(new Database(other, { readonly: true }))
    await expect(openStore(other)).rejects.toThrow('database of another program')
    expect(schemaOf(new Database(other, { readonly: true }))).toEqual(before)
  })

  test('says in one line that a file cannot be written', async () => {
    const blocked = join(folder, 'file')
    writeFileSync(blocked, '')
    const inFile = openStore(join(blocked, 'store.db'))
    await expect(inFile).rejects.toMatchObject({ code: 'unavailable' })
    await expect(inFile).rejects.toThrow(/^Cannot use [^\n]+ as the database[^\n]+--db\.$/)
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'unavailable' })
  })

  // A superuser may write anything.
  test.skipIf(process.getuid?.() === 0)('refuses a file that is read-only', async () => {
    const opened = await openStore(file())
    opened.close()
    chmodSync(file(), 0o444)
    await expect(openStore(file())).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('an older file is brought up to date', async () => {
    const names = readdirSync(migrationsFolder()).sort()
    for (const name of names.slice(0, 4))
      copyFileSync(join(migrationsFolder(), name), join(folder, name))
    const raw = new Database(join(folder, 'old.db'))
    migrate(raw, folder)
    raw.close()
    const opened = await openStore(join(folder, 'old.db'))
    expect(opened.migrated).toEqual(names.slice(4))
    opened.close()
  })
})
