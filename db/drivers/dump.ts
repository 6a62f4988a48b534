/** A store as SQL statements that D1 takes, however large its rows; and such statements back into a store on Node. */

import type Database from 'better-sqlite3'
import { CreditlineError } from '../../feeds/model/error.ts'

/** D1 takes 100,000 bytes a statement. */
const MOST_BYTES = 90_000
/** A longer value is built of pieces, each at most six bytes a character (in hexadecimal). */
const PIECE_CHARACTERS = 15_000
const PARTS = 'export_parts'

/** What the target has of its migrations; the full text is indexed anew from its queue. */
const LEFT_OUT = /^(?:sqlite_|_cf_|d1_migrations$|search(?:_|$))/

/** Rows that the migrations insert are replaced; what is left of a table is that of the source. */
const SEEDED = new Set(['change_sequence', 'facets'])

/** Breaks on purpose where the target holds articles already: 0 is not allowed for its id. */
const ONLY_INTO_EMPTY =
  'INSERT INTO change_sequence (id, first, seq) SELECT 0, 0, 0 WHERE EXISTS (SELECT 1 FROM articles);'
const BEGIN = `CREATE TABLE IF NOT EXISTS ${PARTS} (value INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL);`
const END = `DROP TABLE ${PARTS};`
const QUEUE_ALL =
  'INSERT OR REPLACE INTO search_queue (article_id, seq) SELECT id, seq FROM articles;'

export interface DumpStatement {
  /** Number of the file that it belongs to, from 1. */
  readonly file: number
  readonly statement: string
}

/** In files of about `fileBytes`; each can be run once those before it were. `onRow` is called for each row. */
export function* dump(
  raw: Database.Database,
  fileBytes: number,
  onRow: () => void = () => {},
): Generator<DumpStatement> {
  let file = 1
  let bytes = 0
  const all = (statements: readonly string[]) =>
    statements.map((statement) => ({ file, statement }))
  yield* all([ONLY_INTO_EMPTY, BEGIN])
  for (const group of dumpGroups(raw, onRow)) {
    const size = group.reduce((sum, statement) => sum + Buffer.byteLength(statement), 0)
    if (bytes > 0 && bytes + size > fileBytes) {
      yield* all([END])
      file++
      bytes = 0
      yield* all([BEGIN])
    }
    yield* all(group)
    bytes += size
  }
  yield* all([QUEUE_ALL, END])
}

/** Statements that must stay together, in an order that respects the keys. */
function* dumpGroups(raw: Database.Database, onRow: () => void): Generator<string[]> {
  for (const table of tablesInOrder(raw)) {
    if (SEEDED.has(table)) yield [`DELETE FROM ${quoted(table)};`]
    yield* tableGroups(raw, table, onRow)
  }
  yield* sequences(raw)
}

/** Rows that a dump has. */
export const countRows = (raw: Database.Database): number =>
  tablesInOrder(raw).reduce((sum, table) => {
    const count = raw.prepare<[], number>(`SELECT count(*) FROM ${quoted(table)}`).pluck()
    return sum + (count.get() ?? 0)
  }, 0)

/** Names of the tables, each after those that it refers to. */
export function tablesInOrder(raw: Database.Database): string[] {
  const names = raw
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`)
    .pluck()
    .all()
    .filter((name) => !LEFT_OUT.test(name))
  const ordered: string[] = []
  const add = (name: string): void => {
    if (ordered.includes(name) || !names.includes(name)) return
    for (const parent of parentsOf(raw, name)) if (parent !== name) add(parent)
    ordered.push(name)
  }
  names.forEach(add)
  return ordered
}

const parentsOf = (raw: Database.Database, table: string): string[] =>
  raw.prepare<[string], string>('SELECT "table" FROM pragma_foreign_key_list(?)').pluck().all(table)

/** Generated columns are made again by the target. */
const columnsOf = (raw: Database.Database, table: string): string[] =>
  raw
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
    .pluck()
    .all(table)

function* tableGroups(
  raw: Database.Database,
  table: string,
  onRow: () => void,
): Generator<string[]> {
  const columns = columnsOf(raw, table).map(quoted).join(', ')
  const head = `INSERT INTO ${quoted(table)} (${columns}) VALUES\n`
  const rows = raw
    .prepare<[], unknown[]>(`SELECT ${columns} FROM ${quoted(table)}`)
    .raw()
    .iterate()
  let tuples: string[] = []
  let bytes = 0
  for (const row of rows) {
    onRow()
    const { tuple, before, after } = rowOf(row)
    const size = Buffer.byteLength(tuple) + 2
    if (tuples.length > 0 && (before.length > 0 || bytes + size > MOST_BYTES)) {
      yield [`${head}${tuples.join(',\n')};`]
      tuples = []
      bytes = 0
    }
    if (before.length > 0) yield [...before, `${head}${tuple};`, ...after]
    else {
      tuples.push(tuple)
      bytes += size
    }
  }
  if (tuples.length > 0) yield [`${head}${tuples.join(',\n')};`]
}

/** A row as a tuple of literals; a row that is too long has its texts written first, in pieces. */
function rowOf(row: readonly unknown[]) {
  const literals = row.map(literal)
  const whole = `(${literals.join(', ')})`
  if (Buffer.byteLength(whole) <= MOST_BYTES) return { tuple: whole, before: [], after: [] }
  const before: string[] = []
  const values = row.map((value, at) => {
    if (typeof value !== 'string' || value.length <= PIECE_CHARACTERS / 10) return literals[at]
    piecesOf(value).forEach((piece, number) => {
      before.push(`INSERT INTO ${PARTS} VALUES (${at}, ${number}, ${literal(piece)});`)
    })
    return `(SELECT group_concat(text, '') FROM (SELECT text FROM ${PARTS} WHERE value = ${at} ORDER BY number))`
  })
  return { tuple: `(${values.join(', ')})`, before, after: [`DELETE FROM ${PARTS};`] }
}

/** Never between the halves of a surrogate pair: alone, neither can be written. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    const cut = from + PIECE_CHARACTERS
    const isPair = /[\ud800-\udbff]/.test(text.charAt(cut - 1))
    const to = cut < text.length && isPair ? cut - 1 : cut
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}

function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Buffer.isBuffer(value)) return `X'${value.toString('hex')}'`
  const text = String(value)
  // NUL would end the statement
  if (text.includes('\u0000')) return `CAST(X'${Buffer.from(text).toString('hex')}' AS TEXT)`
  return `'${text.replaceAll("'", "''")}'`
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Numbers that were given once are never given again, even where their rows are gone. */
function* sequences(raw: Database.Database): Generator<string[]> {
  const rows = raw.prepare<[], [string, number]>('SELECT name, seq FROM sqlite_sequence').raw()
  for (const [name, seq] of rows.all()) {
    if (LEFT_OUT.test(name)) continue
    yield [
      `DELETE FROM sqlite_sequence WHERE name = ${literal(name)};`,
      `INSERT INTO sqlite_sequence (name, seq) VALUES (${literal(name)}, ${seq});`,
    ]
  }
}

/** What a dump of ours and one of `wrangler d1 export` are made of. */
const KNOWN_STATEMENT =
  /^(?:PRAGMA defer_foreign_keys|(?:CREATE TABLE IF NOT EXISTS|DROP TABLE) "?export_parts"?|DELETE FROM "?(?:export_parts|change_sequence|facets|sqlite_sequence)"?|INSERT(?: OR REPLACE)? INTO "?(\w+)"?)(?!\w)/i

/**
 * Runs statements of a dump on a migrated, empty store: all of them or none. Throws CreditlineError conflict for a store
 * that holds articles, invalid for what is no dump.
 */
export function restore(raw: Database.Database, statements: Iterable<string>): number {
  if (raw.prepare('SELECT 1 FROM articles LIMIT 1').get())
    throw new CreditlineError(
      'conflict',
      `${raw.name} holds articles already; give a new file with --db`,
    )
  let count = 0
  const fill = raw.transaction(() => {
    raw.pragma('defer_foreign_keys = ON')
    for (const table of SEEDED) raw.exec(`DELETE FROM ${quoted(table)}`)
    const tables = new Set([...tablesInOrder(raw), PARTS, 'sqlite_sequence', 'search_queue'])
    for (const statement of statements) {
      runOne(raw, statement, tables)
      count++
    }
    raw.exec(QUEUE_ALL)
  })
  fill.immediate()
  return count
}

function runOne(raw: Database.Database, statement: string, tables: ReadonlySet<string>): void {
  const [known, table] = KNOWN_STATEMENT.exec(statement) ?? []
  if (known && (table === undefined || tables.has(table))) {
    raw.exec(statement)
    return
  }
  if (table && LEFT_OUT.test(table)) return
  const shown = statement.slice(0, 60).replace(/\s+/g, ' ')
  throw new CreditlineError(
    'invalid',
    `this is no dump of a Creditline store: it says "${shown}"; export with --no-schema and the tables that docs/workers.md lists`,
  )
}
