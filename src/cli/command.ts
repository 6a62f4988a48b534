/** What every command shares: the options, and how it ends. */

import { Command } from 'commander'
import { CreditlineError } from '../../feeds/model/error.ts'

export interface CommonOptions {
  /** SQLite file; CREDITLINE_DB, else data/creditline.db. */
  readonly db?: string
  /** Print for machines. */
  readonly json?: boolean
}

/** A command with --db, --json and --help; add arguments and `.action(run(...))` to it. */
export const command = (name: string, summary: string): Command =>
  new Command(name)
    .description(summary)
    .option('--db <file>', 'SQLite file (default: CREDITLINE_DB, else data/creditline.db)')
    .option('--json', 'print JSON for machines')
    .showHelpAfterError('(creditline COMMAND --help shows examples)')

/** A command of commands: the options stand at those, or commander would take them for its own. */
export const group = (name: string, summary: string): Command =>
  new Command(name)
    .description(summary)
    .showHelpAfterError('(creditline COMMAND --help shows examples)')

/**
 * Wraps an action: a number that it returns is the exit code (else 0), what it throws becomes one plain line on stderr
 * and exit code 1.
 */
export const run =
  <Args extends unknown[]>(action: (...args: Args) => unknown) =>
  async (...args: Args): Promise<void> => {
    try {
      const code = await action(...args)
      process.exitCode = typeof code === 'number' ? code : 0
    } catch (error) {
      process.stderr.write(`creditline: ${messageOf(error)}\n`)
      process.exitCode = 1
    }
  }

function messageOf(error: unknown): string {
  if (error instanceof CreditlineError && error.code !== 'internal') return error.message
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return `something unexpected went wrong (${detail}); "creditline doctor" checks the installation`
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

export const printJson = (value: unknown): void => print(JSON.stringify(value))
