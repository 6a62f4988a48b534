/** `creditline import PATH...`: article documents, or folders of them, into the store. */

import { type ImportResult, importDocuments } from '../import/documents.ts'
import { findFiles, readAnyDocument, readFound } from '../import/files.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'
import { openProgress } from './progress.ts'
import { oneLine, paint } from './terminal.ts'

interface ImportOptions extends CommonOptions {
  readonly publication?: string
}

/** Files in one batch of the store. */
const TOGETHER = 100

export const importCommand = command('import', 'Import saved articles (.md, .html, .json)', [
  'creditline import article.md',
  'creditline import saved/ --publication "Harbour Gazette"',
])
  .argument('<path...>', 'files, or folders of them')
  .option('--publication <name>', 'name of the paper, for files that do not name theirs')
  .addHelpText(
    'after',
    '\nImporting again changes nothing; a file that was edited updates its article. Exit code 1 when a file is no article.',
  )
  .action(
    run((paths: string[], options: ImportOptions) =>
      withStore(options, async ({ deps }) => {
        const files = (await Promise.all(paths.map(findFiles))).flat()
        const { publication } = options
        const progress = openProgress('Importing', files.length)
        const results: ImportResult[] = []
        for (let at = 0; at < files.length; at += TOGETHER) {
          const read = await Promise.all(files.slice(at, at + TOGETHER).map(readFound))
          const reading = { ...deps, readDocument: readAnyDocument }
          results.push(
            ...(await importDocuments(read, publication ? { publication } : {}, reading)),
          )
          progress.advance(read.length)
        }
        progress.end()
        report(results, options)
        return results.some(({ outcome }) => outcome === 'refused') || results.length === 0 ? 1 : 0
      }),
    ),
  )

function report(results: readonly ImportResult[], { json }: ImportOptions): void {
  if (json) {
    printJson(results)
    return
  }
  // of very many, what is to be looked at
  const told = results.length > MANY ? results.filter(isRemarkable) : results
  for (const result of told) print(line(result))
  const count = (outcome: ImportResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  print(
    `${count('added')} added, ${count('updated')} updated, ${count('unchanged')} unchanged, ${count('refused')} refused`,
  )
}

const MANY = 500

const isRemarkable = ({ outcome, faults }: ImportResult): boolean =>
  outcome === 'refused' || faults.length > 0

const STYLES = { added: 'green', updated: 'green', unchanged: 'dim', refused: 'red' } as const

function line({ path, outcome, title, credits, reason, faults }: ImportResult): string {
  if (outcome === 'refused') return `${paint('red', 'refused')}    ${path}: ${reason}`
  const named = credits.length > 0 ? ` [${credits.join(', ')}]` : ''
  const doubts = faults.map(({ at, text }) => `\n           ${at}: ${text}`).join('')
  return `${paint(STYLES[outcome], outcome.padEnd(10))} ${path}: ${oneLine(title ?? 'untitled')}${named}${doubts}`
}
