/** `creditline migrate`: brings the database to this version's schema; every command does so when it opens it. */

import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { restore } from '../../db/drivers/dump.ts'
import { migrate as applyMigrations } from '../../db/drivers/migrate.ts'
import { openSqlite } from '../../db/drivers/node.ts'
import { splitStatements } from '../../db/drivers/split-sql.ts'
import { openStore } from '../../db/node-store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { configOf } from './open.ts'

interface MigrateOptions extends CommonOptions {
  readonly d1?: readonly string[]
}

export const migrate = command('migrate', 'Bring the database to the schema of this version', [
  'creditline migrate --db /var/lib/creditline/news.db',
  'creditline migrate --d1 house.sql --db data/moved.db   # what "export --d1" or wrangler wrote, into a new file',
])
  .option('--d1 <file...>', 'fill an empty database with what was exported from D1, or for it')
  .action(
    run(async (options: MigrateOptions) => {
      const { db } = configOf(options)
      const restored = options.d1 ? restoreFiles(db, options.d1) : 0
      const { store, migrated, close } = await openStore(db)
      while (restored > 0 && (await store.indexSearch(toInstant(Date.now()))) > 0);
      const { articles } = restored > 0 ? await store.findStats() : { articles: 0 }
      close()
      if (options.json) printJson({ db, migrated, ...(options.d1 ? { restored, articles } : {}) })
      else if (options.d1) print(`${db}: ${articles} articles from ${restored} statements`)
      else
        print(migrated.length > 0 ? `${db}: applied ${migrated.join(', ')}` : `${db}: up to date`)
      return 0
    }),
  )

/** All files in one transaction; how many statements. */
function restoreFiles(db: string, files: readonly string[]): number {
  const { raw, close } = openSqlite(db)
  try {
    applyMigrations(raw)
    return restore(raw, statementsOf(files))
  } finally {
    close()
  }
}

function* statementsOf(files: readonly string[]): Generator<string> {
  for (const file of files) yield* splitStatements(piecesOf(file))
}

/** A dump may be larger than memory. */
function* piecesOf(file: string): Generator<string> {
  const open = openSync(file, 'r')
  const buffer = Buffer.alloc(65_536)
  const decoder = new StringDecoder('utf8')
  try {
    for (let size = readSync(open, buffer); size > 0; size = readSync(open, buffer))
      yield decoder.write(buffer.subarray(0, size))
    yield decoder.end()
  } finally {
    closeSync(open)
  }
}
