/** What every command shares: the options, its examples, and how it ends. */

import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { CreditlineError } from '../../feeds/model/error.ts'
import { paint } from './terminal.ts'

export interface CommonOptions {
  /** SQLite file; CREDITLINE_DB, else data/creditline.db. */
  readonly db?: string
  /** Print for machines. */
  readonly json?: boolean
}

/** A command with --db, --json and --help; add arguments and `.action(run(...))` to it. */
export const command = (name: string, summary: string, examples: readonly string[] = []): Command =>
  dressed(new Command(name), summary, examples)
    .showHelpAfterError(HELP)
    .option('--db <file>', 'SQLite file (default: CREDITLINE_DB, else data/creditline.db)')
    .option('--json', 'print JSON for machines')

/** A command of commands: the options stand at those, or commander would take them for its own. */
export const group = (name: string, summary: string, examples: readonly string[] = []): Command =>
  dressed(new Command(name), summary, examples).showHelpAfterError(HELP)

const HELP = '(creditline COMMAND --help shows examples)'

/** Help, colours and errors alike for every command. */
export const dressed = (one: Command, summary: string, examples: readonly string[]): Command =>
  one
    .description(summary)
    .configureHelp({
      styleTitle: (text) => paint('bold', text),
      styleCommandText: (text) => paint('cyan', text),
      styleSubcommandText: (text) => paint('cyan', text),
      styleOptionText: (text) => paint('cyan', text),
    })
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'creditline: ')),
    })
    .addHelpText('after', () => (examples.length > 0 ? examplesText(examples) : ''))

const examplesText = (examples: readonly string[]): string =>
  `\n${paint('bold', 'Examples:')}\n${examples.map((example) => `  ${example.replaceAll('\n', '\n  ')}`).join('\n')}`

/**
 * Wraps an action: a number that it returns is the exit code (else 0), what it throws becomes one plain line on stderr
 * and exit code 1; wrong usage is left to the program, which ends with 2.
 */
export const run =
  <Args extends unknown[]>(action: (...args: Args) => unknown) =>
  async (...args: Args): Promise<void> => {
    try {
      const code = await action(...args)
      process.exitCode = typeof code === 'number' ? code : 0
    } catch (error) {
      if (error instanceof CommanderError) throw error
      process.stderr.write(`creditline: ${messageOf(error)}\n`)
      process.exitCode = 1
    }
  }

function messageOf(error: unknown): string {
  if (error instanceof CreditlineError && error.code !== 'internal') return error.message
  const ofFile = fileProblem(error as NodeJS.ErrnoException | null)
  if (ofFile) return ofFile
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return `something unexpected went wrong (${detail}); "creditline doctor" checks the installation`
}

/** What keeps a file that somebody named from being read or written, and what to do. */
const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the path',
  ENOTDIR: 'a part of this path is no folder; check the path',
  EISDIR: 'this is a folder; give a file',
  EACCES: 'you may not read or write it; check its rights',
  EPERM: 'you may not read or write it; check its rights',
  EROFS: 'nothing can be written there; give another path',
  ENOSPC: 'the disk is full; make room or give another path',
}

function fileProblem(error: NodeJS.ErrnoException | null): string | undefined {
  const problem = FILE_PROBLEMS[error?.code ?? '']
  return problem && error?.path ? `${error.path}: ${problem}` : undefined
}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

export const printJson = (value: unknown): void => print(JSON.stringify(value))

/** A whole number of an option; else a usage error that names it. */
export function wholeNumber(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`${name} is a whole number from ${least} to ${most}.`)
  }
}
