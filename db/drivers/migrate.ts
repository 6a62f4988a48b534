/** Applies db/migrations on Node, in the table in which wrangler keeps which it has applied to D1. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { CreditlineError } from '../../feeds/model/error.ts'

// The DDL of wrangler 4, to the letter: both write the same schema.
const APPLIED = `CREATE TABLE IF NOT EXISTS d1_migrations(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`

/** The folder of the package's migrations, from the source and from dist/ alike. */
export function migrationsFolder(): string {
  const places = ['../migrations/', '../../../db/migrations/']
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find(existsSync)
  if (found) return found
  throw new CreditlineError(
    'unavailable',
    'The folder db/migrations is missing beside the program; install it again.',
  )
}

/** Applies what is missing, in order of name; returns the names. Throws unavailable for a newer schema. */
export function migrate(raw: Database.Database, folder: string = migrationsFolder()): string[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const isForeign = raw.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() && !isOurs(raw)
  if (isForeign)
    throw new CreditlineError(
      'unavailable',
      `${raw.name} is a database of another program; give another file with --db.`,
    )
  const applied = appliedTo(raw)
  refuseNewer(raw, applied, names)
  const missing = names.filter((name) => !applied.includes(name))
  for (const name of missing) apply(raw, name, readFileSync(join(folder, name), 'utf8'))
  return missing
}

const isOurs = (raw: Database.Database): boolean =>
  raw.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'd1_migrations'`).get() !== undefined

const appliedTo = (raw: Database.Database): string[] =>
  isOurs(raw) ? raw.prepare<[], string>('SELECT name FROM d1_migrations').pluck().all() : []

function refuseNewer(raw: Database.Database, applied: readonly string[], names: readonly string[]) {
  const unknown = applied.find((name) => !names.includes(name))
  if (unknown === undefined) return
  throw new CreditlineError(
    'unavailable',
    `${raw.name} was written by a newer Creditline (${unknown}); update the program, or give another file with --db.`,
  )
}

/** The file and its mark in one transaction; another process may have come first. */
function apply(raw: Database.Database, name: string, sql: string): void {
  raw
    .transaction(() => {
      raw.exec(APPLIED)
      if (appliedTo(raw).includes(name)) return
      raw.exec(sql)
      raw.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
    })
    .immediate()
}
