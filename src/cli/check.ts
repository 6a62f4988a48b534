/** `creditline check FILE|URL`: what readers will see of a feed, which credit is lost and where. */

import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { openNodeDoor } from '../ingest/node-door.ts'
import type { FeedReport, ItemReport } from '../interop/check.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { configOf } from './open.ts'
import { oneLine, paint, table } from './terminal.ts'

export const check = command(
  'check',
  'Show what readers will see of a feed, and which credit is lost',
  ['creditline check feed.xml', 'creditline check https://harbour-gazette.example/feed.xml --json'],
)
  .argument('<file|url>', 'a feed; not necessarily one of ours')
  .addHelpText(
    'after',
    '\nReads the feed as this program does and as rss-parser does, and sends it through the hop that most\nrepublishers on Node make (rss-parser in, feed out). Exit code 1 when a fact is lost or changed.',
  )
  .action(
    run(async (source: string, options: CommonOptions) => {
      const { checkFeed } = await import('../interop/check.ts')
      const { bytes, url, contentType } = await load(source, options)
      const now = toInstant(Date.now())
      const report = await checkFeed(bytes, { url, now, ...(contentType ? { contentType } : {}) })
      if (options.json) printJson(report)
      else show(report)
      return report.advice.length > 0 ? 1 : 0
    }),
  )

interface Loaded {
  readonly bytes: Uint8Array
  readonly url: string
  readonly contentType?: string
}

async function load(source: string, options: CommonOptions): Promise<Loaded> {
  if (!/^https?:/i.test(source)) {
    const bytes = await readFile(source).catch((cause: unknown) => {
      throw new CreditlineError(
        'not_found',
        `${source}: cannot be read; give a file or an http(s) URL`,
        { cause },
      )
    })
    return { bytes, url: pathToFileURL(source).href }
  }
  const { fetchDocument, close } = openNodeDoor(configOf(options))
  try {
    const { status, body, url, headers } = await fetchDocument(source)
    if (status !== 200)
      throw new CreditlineError('unreachable', `${source} answered ${status}; check the address`)
    const contentType = headers.get('content-type') ?? undefined
    return { bytes: body, url, ...(contentType ? { contentType } : {}) }
  } finally {
    await close()
  }
}

const SHOWN = 10

function show(report: FeedReport): void {
  print(`${report.dialect}, ${report.items.length} items`)
  if (report.unreadable) print(report.unreadable)
  for (const item of report.items.slice(0, SHOWN)) showItem(item)
  if (report.items.length > SHOWN)
    print(`\n... and ${report.items.length - SHOWN} more; --json shows all`)
  for (const { at, text } of report.faults.slice(0, SHOWN)) print(`fault at ${at}: ${text}`)
  print(report.advice.length > 0 ? '\nWhat the publisher can do:' : '\nEvery fact survives.')
  for (const { fact, items, text } of report.advice)
    print(`  ${fact} (${items} of ${report.items.length} items): ${text}`)
}

const COLUMNS = [
  { head: 'fact' },
  { head: 'in the feed', cut: true },
  { head: 'rss-parser sees', cut: true },
  { head: 'after a hop', cut: true },
  { head: 'fate', style: (fate: string) => (fate === 'kept' ? 'green' : 'yellow') },
] as const

function showItem({ title, facts }: ItemReport): void {
  const rows = facts.flatMap(({ fact, stated, rssParser, afterHop, fate }) =>
    fate === 'absent'
      ? []
      : [[fact, stated.join('; '), rssParser.join('; '), afterHop.join('; '), fate]],
  )
  print(`\n${paint('bold', oneLine(title))}\n${table(COLUMNS, rows)}`)
}
