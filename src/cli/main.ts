/** The command line: each command is one file of this folder. */

import { Command, CommanderError } from 'commander'

const program = new Command('creditline')
  .description(
    'Keeps news articles with who reported them and where the original stands, and publishes them as feeds.',
  )
  .showHelpAfterError('(creditline --help lists the commands)')

for (const add of []) program.addCommand(add)

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
