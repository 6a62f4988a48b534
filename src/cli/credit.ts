/** `creditline credit`: reads credit lines and prints who is credited, and as what. */

import { createInterface } from 'node:readline'
import { type Command, Option } from 'commander'
import { readCredits } from '../../feeds/credits/index.ts'
import { type CreditReading, WHERES, type Where } from '../../feeds/model/credit.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'

interface CreditOptions extends CommonOptions {
  readonly jsonl?: boolean
  readonly where?: Where
}

const EXAMPLES = [
  'creditline credit "Reuters and AFP contributed reporting."',
  'creditline credit --where caption "U.S. Department of State / flickr"',
  `echo '{"text": "(dpa/AFP)", "where": "end"}' | creditline credit --jsonl`,
]

/** The `credit` command. */
export const creditCommand = (): Command =>
  command('credit', 'Read credit lines: who is credited, and as what', EXAMPLES)
    .argument('[text...]', 'credit lines; without them lines are read from stdin')
    .option('--jsonl', 'stdin holds JSON lines {text, where?}; print one JSON line each')
    .addOption(new Option('--where <place>', 'where the lines stand').choices([...WHERES]))
    .action(run(credit))

async function credit(texts: string[], options: CreditOptions): Promise<void> {
  const machine = options.jsonl || options.json
  const show = (text: string, where = options.where): void => {
    const reading = readCredits(text, where ? { where } : {})
    if (machine) printJson(toJson(text, reading))
    else print(toText(text, reading))
  }
  for (const text of texts) show(text)
  if (texts.length > 0) return
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    if (!options.jsonl) show(line)
    else show(...parsed(line, number))
  }
}

function parsed(line: string, number: number): [text: string, where?: Where] {
  const { text, where } = objectOf(line) ?? {}
  if (typeof text !== 'string') {
    throw new CreditlineError(
      'invalid',
      `line ${number} of stdin is not a JSON object with "text"; give one such as {"text": "(dpa/AFP)", "where": "end"}`,
    )
  }
  return WHERES.includes(where as Where) ? [text, where as Where] : [text]
}

function objectOf(line: string): { text?: unknown; where?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

const toJson = (text: string, { credits, publication }: CreditReading) => ({
  text,
  credits: credits.map(({ name, kind, agencyId, role }) => ({
    name,
    kind,
    ...(agencyId && { agency_id: agencyId }),
    role,
  })),
  publication,
})

function toText(text: string, { credits, publication }: CreditReading): string {
  const lines = credits.map(({ name, kind, role }) => `  ${role.padEnd(12)} ${name} (${kind})`)
  if (publication) lines.push(`  ${'publication'.padEnd(12)} ${publication}`)
  return [text, ...(lines.length > 0 ? lines : ['  no credit'])].join('\n')
}
