/** The command line: each command is one file of this folder. */

import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import { dressed } from './command.ts'
import { completionOf } from './completion.ts'

const program = dressed(
  new Command('creditline'),
  'Keeps news articles with who reported them and where the original stands, and publishes them as feeds.',
  [
    'creditline serve',
    'creditline import saved/',
    'creditline upstream add https://news.example/',
    'creditline check https://news.example/feed',
    'creditline channel add --help        (each command has examples)',
  ],
)
  .addHelpText(
    'after',
    '\nSettings come from the environment (CREDITLINE_DB, CREDITLINE_BASE_URL, ...).\nEvery command takes --json; NO_COLOR turns colours off.\nExit codes: 0 done, 1 failed, 2 wrong usage.',
  )
  .showHelpAfterError('(creditline --help lists the commands)')

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  import: async () => (await import('./import.ts')).importCommand,
  upstream: async () => (await import('./upstream.ts')).upstream,
  poll: async () => (await import('./poll.ts')).poll,
  render: async () => (await import('./render.ts')).render,
  search: async () => (await import('./search.ts')).search,
  article: async () => (await import('./article.ts')).article,
  channel: async () => (await import('./channel.ts')).channel,
  parse: async () => (await import('./parse.ts')).parse,
  credit: async () => (await import('./credit.ts')).creditCommand(),
  check: async () => (await import('./check.ts')).check,
  token: async () => (await import('./token.ts')).token,
  stats: async () => (await import('./stats.ts')).stats,
  doctor: async () => (await import('./doctor.ts')).doctor,
  migrate: async () => (await import('./migrate.ts')).migrate,
  export: async () => (await import('./export.ts')).exportCommand,
}

// one command is loaded alone, which takes a fraction of the time; all of them for the help, completion and a typing error
const asked = COMMANDS[process.argv[2] ?? '']
for (const load of asked ? [asked] : Object.values(COMMANDS)) program.addCommand(await load())
program.addCommand(completionOf(program))

// What bin/creditline.js holds down while the program is loaded. What polls and answers does little at a time, and stays
// small.
if (!['serve', 'poll'].includes(process.argv[2] ?? ''))
  setFlagsFromString('--semi-space-growth-factor=2')

// `creditline ... | head` closes the pipe when it has seen enough: no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// exit code 2 is for usage, 1 for what failed
const strict = (command: Command): void => {
  command.exitOverride()
  command.commands.forEach(strict)
}
strict(program)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
