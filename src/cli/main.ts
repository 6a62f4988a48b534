/** The command line: each command is one file of this folder. */

import { Command, CommanderError } from 'commander'
import { article } from './article.ts'
import { channel } from './channel.ts'
import { check } from './check.ts'
import { completionOf } from './completion.ts'
import { creditCommand } from './credit.ts'
import { doctor } from './doctor.ts'
import { importCommand } from './import.ts'
import { migrate } from './migrate.ts'
import { parse } from './parse.ts'
import { poll } from './poll.ts'
import { render } from './render.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { stats } from './stats.ts'
import { token } from './token.ts'
import { upstream } from './upstream.ts'

const program = new Command('creditline')
  .description(
    'Keeps news articles with who reported them and where the original stands, and publishes them as feeds.',
  )
  .showHelpAfterError('(creditline --help lists the commands)')

const COMMANDS = [
  serve,
  importCommand,
  upstream,
  poll,
  render,
  search,
  article,
  channel,
  parse,
  creditCommand(),
  check,
  token,
  stats,
  doctor,
  migrate,
]
for (const one of COMMANDS) program.addCommand(one)
program.addCommand(completionOf(program))

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
