/** `creditline upstream import|export`: lists of feeds as OPML. */

import { readFile, writeFile } from 'node:fs/promises'
import type { Deps } from '../deps.ts'
import { type ImportedOutline, importOutlines } from '../ingest/import-opml.ts'
import { readOpml, writeOpml } from '../ingest/opml.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'
import { openProgress } from './progress.ts'

export const upstreamImport = command(
  'import',
  'Add the feeds of an OPML file; folders become tags',
  ['creditline upstream import feeds.opml'],
)
  .argument('<file>', 'the OPML file')
  .addHelpText(
    'after',
    '\nWhat is here already is left as it is, so that an import can be repeated.',
  )
  .action(
    run((file: string, options: CommonOptions) =>
      withStore(options, ({ deps }) => importFile(file, options, deps)),
    ),
  )

export const upstreamExport = command('export', 'Write the upstreams to an OPML file', [
  'creditline upstream export feeds.opml',
  'creditline upstream export - | head',
])
  .argument('<file>', 'the OPML file, or - for standard output')
  .action(
    run((file: string, options: CommonOptions) =>
      withStore(options, async ({ deps }) => {
        const upstreams = await deps.store.listUpstreams()
        const head = { title: deps.config.title, created: new Date(deps.now()) }
        const opml = writeOpml(upstreams, head)
        if (file === '-') process.stdout.write(opml)
        else await writeFile(file, opml)
        if (options.json) printJson({ file, upstreams: upstreams.length })
        else if (file !== '-') print(`${upstreams.length} upstreams were written to ${file}`)
        return 0
      }),
    ),
  )

async function importFile(file: string, options: CommonOptions, deps: Deps): Promise<number> {
  const bytes = await readFile(file)
  const outlines = readOpml(bytes)
  const progress = openProgress('Importing', outlines.length)
  const imported = await importOutlines(outlines, deps, progress.advance).finally(progress.end)
  const refused = imported.filter(({ outcome }) => outcome === 'refused')
  const count = (outcome: ImportedOutline['outcome']) =>
    imported.filter((one) => one.outcome === outcome).length
  if (options.json) printJson(imported)
  else {
    for (const { row, reason } of refused) print(`row ${row} ${reason}`)
    print(`${count('added')} added, ${count('known')} here already, ${refused.length} refused`)
  }
  return refused.length > 0 || imported.length === 0 ? 1 : 0
}
