/** `creditline completion SHELL`: a completion script made from the commands themselves. */

import { Argument, type Command } from 'commander'
import { type CommonOptions, command, print, printJson, run } from './command.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** The command, completing `program`. */
export const completionOf = (program: Command): Command =>
  command('completion', 'Print a completion script for your shell', [
    'source <(creditline completion bash)',
    'creditline completion fish > ~/.config/fish/completions/creditline.fish',
  ])
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(SHELLS))
    .action(
      run((shell: Shell, { json }: CommonOptions) => {
        const script = SCRIPTS[shell](wordsOf(program))
        if (json) printJson({ shell, script })
        else print(script)
      }),
    )

/** What can follow each command path: names of commands below it, and its long options. */
type Words = ReadonlyMap<string, readonly string[]>

function wordsOf(program: Command): Words {
  const words = new Map<string, string[]>()
  const visit = (one: Command, path: string): void => {
    const options = one.options.flatMap(({ long }) => long ?? [])
    words.set(path, [...one.commands.map((child) => child.name()), ...options, '--help'])
    for (const child of one.commands) visit(child, `${path} ${child.name()}`.trim())
  }
  visit(program, '')
  return words
}

const bash = (words: Words): string => `_creditline() {
  local path="\${COMP_WORDS[*]:1:COMP_CWORD-1}" list=""
  while :; do
    case "$path" in
${[...words].map(([path, list]) => `      "${path}") list="${list.join(' ')}" ;;`).join('\n')}
    esac
    [ -n "$list" ] || [ -z "$path" ] && break
    case "$path" in *" "*) path="\${path% *}" ;; *) path="" ;; esac
  done
  COMPREPLY=($(compgen -W "$list" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _creditline creditline`

const SCRIPTS: Readonly<Record<Shell, (words: Words) => string>> = {
  bash,
  zsh: (words) => `autoload -U +X bashcompinit && bashcompinit\n${bash(words)}`,
  fish: (words) =>
    [...words]
      .flatMap(([path, list]) => {
        const seen = path
          ? `__fish_seen_subcommand_from ${path.split(' ').at(-1)}`
          : '__fish_use_subcommand'
        return list.map((word) =>
          word.startsWith('--')
            ? `complete -c creditline -n '${seen}' -l ${word.slice(2)}`
            : `complete -c creditline -n '${seen}' -a ${word}`,
        )
      })
      .join('\n'),
}
