/** `creditline export`: the whole store as SQL for D1, and whether another deployment publishes the same. */

import { closeSync, openSync, writeSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { Command } from 'commander'
import { countRows, type DumpStatement, dump, tablesInOrder } from '../../db/drivers/dump.ts'
import { migrate } from '../../db/drivers/migrate.ts'
import { openSqlite } from '../../db/drivers/node.ts'
import { type CommonOptions, command, print, printJson, run, wholeNumber } from './command.ts'
import { compareWith } from './export-check.ts'
import { configOf, withStore } from './open.ts'
import { openProgress } from './progress.ts'

interface ExportOptions extends CommonOptions {
  readonly d1?: string
  readonly maxMb: number
  readonly check?: string
  readonly tables?: boolean
}

const MB = 1_000_000

export const exportCommand = command('export', 'Write the store as SQL for Cloudflare D1', [
  'creditline export --d1 house.sql',
  'creditline export --d1 house.sql --max-mb 50        # house.sql, house.2.sql, ...',
  'creditline export --check https://news.example      # do both publish the same bytes?',
])
  .option('--d1 <file>', 'file to write; further ones get a number where it would be too large')
  .option('--max-mb <n>', 'megabytes of one file', wholeNumber('--max-mb', 1, 5000), 100)
  .option('--check <url>', 'compare what is published here with what is published there')
  .option('--tables', 'print the options that name every table to "wrangler d1 export"')
  .addHelpText(
    'after',
    '\nThe files hold everything, secrets of webhooks included: keep them to yourself.',
  )
  .action(
    run(async (options: ExportOptions, self: Command) => {
      if (options.tables) return printTables()
      if (!options.d1 && !options.check)
        return self.error('error: say what to do: --d1 FILE.sql or --check URL')
      if (options.d1) await writeFiles(options.d1, options)
      return options.check ? check(options.check, options) : 0
    }),
  )

/** It cannot write those of the full text, and refuses all where they are not left out. */
function printTables(): void {
  const { raw, close } = openSqlite(':memory:')
  migrate(raw)
  print(
    tablesInOrder(raw)
      .map((table) => `--table ${table}`)
      .join(' '),
  )
  close()
}

async function writeFiles(first: string, options: ExportOptions): Promise<void> {
  const { raw, close } = openSqlite(configOf(options).db)
  try {
    migrate(raw)
    // one state of the store, whatever is written meanwhile
    raw.exec('BEGIN')
    const names = writeDump(raw, first, options.maxMb * MB)
    if (options.json) return printJson({ files: names })
    print(`Wrote ${names.join(', ')}. Into an empty, migrated D1 database:`)
    for (const name of names) print(`  npx wrangler d1 execute DB --remote --yes --file ${name}`)
  } finally {
    close()
  }
}

function writeDump(raw: Database.Database, first: string, fileBytes: number): string[] {
  const progress = openProgress('Exporting', countRows(raw))
  try {
    return writeNumbered(
      first,
      dump(raw, fileBytes, () => progress.advance()),
    )
  } finally {
    progress.end()
  }
}

/** Each file for its owner alone: tokens' hashes and webhooks' secrets are in it. The names of all. */
function writeNumbered(first: string, statements: Iterable<DumpStatement>): string[] {
  const files: number[] = []
  const names: string[] = []
  try {
    for (const { file, statement } of statements) {
      if (files.length < file) {
        names.push(file === 1 ? first : numbered(first, file))
        files.push(openSync(names.at(-1) ?? first, 'w', 0o600))
      }
      writeSync(files.at(-1) ?? 0, `${statement}\n`)
    }
    return names
  } finally {
    files.forEach(closeSync)
  }
}

/** `house.2.sql` */
const numbered = (file: string, number: number): string =>
  /\.[^./\\]+$/.test(file) ? file.replace(/(\.[^./\\]+)$/, `.${number}$1`) : `${file}.${number}`

const check = (url: string, options: ExportOptions): Promise<number> =>
  withStore(options, async ({ deps }) => {
    const compared = await compareWith(url, deps)
    const different = compared.filter(({ difference }) => difference !== undefined)
    if (options.json) printJson({ compared: compared.length, different })
    else {
      for (const { path, difference } of different) print(`${path}: ${difference}`)
      print(`${compared.length} documents compared, ${different.length} differ`)
    }
    return different.length > 0 || compared.length === 0 ? 1 : 0
  })
