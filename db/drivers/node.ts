/** better-sqlite3: one connection, one writer, every batch a BEGIN IMMEDIATE transaction. */

import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { CreditlineError, type ErrorCode } from '../../feeds/model/error.ts'
import type { Param, Sql, Statement } from '../sql.ts'

export interface SqliteFile {
  readonly sql: Sql
  readonly raw: Database.Database
  close(): void
}

// Before it a WAL reset could lose commits (https://sqlite.org/wal.html#walresetbug).
const OLDEST_SQLITE = [3, 51, 3]
// An article's row is about 6 KB: on pages of 4 KB most would spill (41 % larger files, half the insert rate).
const PAGE_SIZE = 16_384
const BUSY_TIMEOUT_MS = 5_000
const MOST_CACHED = 500

export interface SqliteOptions {
  /** How much of the file SQLite holds, in KiB; 16,000 unless said. */
  readonly cacheKib?: number
}

/** Opens (and makes, with its folder) a database file, or `:memory:`. Throws unavailable with what to do. */
export function openSqlite(file: string, { cacheKib }: SqliteOptions = {}): SqliteFile {
  const raw = openFile(file)
  try {
    checkVersion(raw)
    raw.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
    raw.pragma(`page_size = ${PAGE_SIZE}`)
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = NORMAL')
    raw.pragma('foreign_keys = ON')
    raw.pragma('temp_store = MEMORY')
    raw.pragma('journal_size_limit = 67108864')
    if (cacheKib !== undefined) raw.pragma(`cache_size = ${-cacheKib}`)
  } catch (error) {
    raw.close()
    throw cannotOpen(file, error)
  }
  return { sql: sqlOf(raw), raw, close: () => raw.close() }
}

function openFile(file: string): Database.Database {
  try {
    if (file !== ':memory:') {
      mkdirSync(dirname(file), { recursive: true })
      if (existsSync(file)) accessSync(file, constants.W_OK)
    }
    return new Database(file)
  } catch (error) {
    throw cannotOpen(file, error)
  }
}

function cannotOpen(file: string, cause: unknown): CreditlineError {
  if (cause instanceof CreditlineError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  return new CreditlineError(
    'unavailable',
    `Cannot use ${file} as the database (${why}). Give a file that you may write with --db.`,
    { cause },
  )
}

function checkVersion(raw: Database.Database): void {
  const version = String(raw.prepare('SELECT sqlite_version()').pluck().get())
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const [x = 0, y = 0, z = 0] = OLDEST_SQLITE
  if (major > x || (major === x && (minor > y || (minor === y && patch >= z)))) return
  throw new CreditlineError(
    'unavailable',
    `SQLite ${version} is too old; Creditline needs ${OLDEST_SQLITE.join('.')}: run npm ci again.`,
  )
}

function sqlOf(raw: Database.Database): Sql {
  const prepared = new Map<string, Execute>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= MOST_CACHED) prepared.clear()
    const fresh = executing(raw.prepare<Param[]>(sql))
    prepared.set(sql, fresh)
    return fresh
  }
  const execute = ({ sql, params = [] }: Statement): unknown[] => prepare(sql)(params)
  const transaction = raw.transaction((statements: readonly Statement[]) => statements.map(execute))
  return {
    isLocal: true,
    all: async <Row>(sql: string, params?: readonly Param[]) =>
      translating(() => execute({ sql, params: params ?? [] }) as Row[]),
    run: async (sql, params) => {
      translating(() => execute({ sql, params: params ?? [] }))
    },
    batch: async (statements, options) =>
      translating(() =>
        options?.durable
          ? withFullSync(raw, () => transaction.immediate(statements))
          : transaction.immediate(statements),
      ),
  }
}

type Execute = (params: readonly Param[]) => unknown[]

/**
 * Rows are taken as arrays and named here: the driver looks up the name of each column anew for each row, a quarter of
 * the time that reading fifty articles takes.
 */
function executing(statement: Database.Statement<Param[]>): Execute {
  if (!statement.reader)
    return (params) => {
      statement.run(...params)
      return []
    }
  const names = statement.columns().map(({ name }) => name)
  statement.raw()
  return (params) => (statement.all(...params) as unknown[][]).map((row) => named(names, row))
}

function named(names: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (let at = 0; at < names.length; at++) object[names[at] ?? ''] = row[at]
  return object
}

/** The commit is on the disk when this returns. The setting can't be changed inside a transaction. */
function withFullSync<T>(raw: Database.Database, commit: () => T): T {
  raw.pragma('synchronous = FULL')
  try {
    return commit()
  } finally {
    raw.pragma('synchronous = NORMAL')
  }
}

function translating<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Database.SqliteError ? errorOf(error) : error
  }
}

type SqliteError = InstanceType<typeof Database.SqliteError>

const CODES: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/^SQLITE_CONSTRAINT/, 'conflict', 'Something else was stored at the same time.'],
  [/^SQLITE_(BUSY|LOCKED)/, 'unavailable', 'Another program holds the database; try again.'],
  [/^SQLITE_FULL/, 'unavailable', 'The disk is full; free some space and try again.'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'unavailable', 'The database file cannot be written.'],
  [/^SQLITE_(IOERR|CORRUPT|NOTADB)/, 'unavailable', 'The database file cannot be read.'],
]

function errorOf(cause: SqliteError): CreditlineError {
  const known = CODES.find(([code]) => code.test(cause.code))
  const [, code = 'internal', words = 'The store failed.'] = known ?? []
  return new CreditlineError(code, `${words} (${cause.message})`, { cause })
}
