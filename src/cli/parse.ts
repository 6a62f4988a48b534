/** `creditline parse`: reads any feed and prints what was read of it, and what had to be repaired. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseFeed } from '../../feeds/dialects/index.ts'
import type { Entry, ParsedFeed, Person } from '../../feeds/model/entry.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { openProgress } from './progress.ts'
import { oneLine, paint } from './terminal.ts'

interface ParseOptions extends CommonOptions {
  readonly jsonl?: boolean
}

/** One document to read: how it is called in what is printed, and its bytes. */
interface Document {
  readonly file: string
  read(): Uint8Array
}

type Reading =
  | { readonly file: string; readonly ok: true; readonly parsed: ParsedFeed }
  | { readonly file: string; readonly ok: false; readonly code: string; readonly error: string }

const EXAMPLES = [
  'creditline parse feed.xml',
  'creditline parse --jsonl FOLDER > readings.jsonl',
  'curl -s https://harbour-gazette.example/feed.xml | creditline parse -',
]

export const parse = command(
  'parse',
  'Read any feed and print what was read and what was repaired',
  EXAMPLES,
)
  .argument('<path...>', 'feeds, folders of them, or - for stdin')
  .option('--jsonl', 'print one JSON line a file')
  .action(run(parsePaths))

/** Exit code 1 where nothing could be read, and, for people, where anything could not. */
function parsePaths(paths: readonly string[], options: ParseOptions): number {
  const documents = paths.flatMap(documentsAt)
  const progress = openProgress('Reading', documents.length)
  let failed = 0
  for (const document of documents) {
    const reading = readDocument(document)
    if (!reading.ok) failed++
    if (options.jsonl) printJson(lineOf(reading))
    else if (options.json) printJson(reading)
    else showReading(reading)
    progress.advance()
  }
  progress.end()
  const all = failed === documents.length && failed > 0
  return all || (failed > 0 && !options.jsonl) ? 1 : 0
}

function documentsAt(path: string): Document[] {
  if (path === '-') return [{ file: '-', read: () => readFileSync(0) }]
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat)
    throw new CreditlineError('not_found', `there is no ${path}; give a file, a folder or -`)
  if (!stat.isDirectory()) return [{ file: path, read: () => readFileSync(path) }]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath ?? found.path, found.name))
    .sort()
    .map((file) => ({ file: relative(path, file), read: () => readFileSync(file) }))
}

function readDocument({ file, read }: Document): Reading {
  try {
    return { file, ok: true, parsed: parseFeed(read()) }
  } catch (error) {
    if (error instanceof CreditlineError)
      return { file, ok: false, code: error.code, error: error.message }
    const detail = error instanceof Error ? error.message : String(error)
    return { file, ok: false, code: 'internal', error: `it could not be read (${detail})` }
  }
}

/** The line that other programs compare: null where the feed states nothing. */
function lineOf(reading: Reading): object {
  if (!reading.ok) {
    const nothing = { dialect: null, feed: { title: null, link: null }, entries: [], faults: [] }
    return { ...reading, ...nothing }
  }
  const { dialect, feed, entries, faults } = reading.parsed
  return {
    file: reading.file,
    ok: true,
    dialect,
    feed: { title: feed.title ?? null, link: feed.link ?? null },
    entries: entries.map(entryLine),
    faults,
  }
}

function entryLine(entry: Entry): object {
  const authors = namesOf(entry.authors)
  const { source } = entry
  return {
    title: entry.title ?? null,
    link: entry.link ?? null,
    id: entry.id ?? null,
    published: entry.published ?? null,
    updated: entry.updated ?? null,
    author: authors[0] ?? null,
    authors,
    contributors: namesOf(entry.contributors),
    summary_len: entry.summary?.length ?? 0,
    content_len: entry.content?.length ?? 0,
    enclosures: entry.enclosures.map((enclosure) => enclosure.url),
    source: source ? { title: source.title ?? null, link: source.url ?? null } : null,
  }
}

const namesOf = (people: readonly Person[]): string[] =>
  people.flatMap((person) => person.name ?? person.uri ?? [])

function showReading(reading: Reading): void {
  if (!reading.ok) {
    process.stderr.write(`creditline: ${reading.file}: ${reading.error}\n`)
    return
  }
  const { dialect, encoding, feed, entries, faults } = reading.parsed
  print(`${reading.file}: ${dialect}, ${encoding}, ${entries.length} entries`)
  showField('title', feed.title)
  showField('link', feed.link)
  showField('description', feed.description)
  for (const [i, entry] of entries.entries()) showEntry(i + 1, entry)
  if (faults.length > 0) print('\nfaults')
  for (const fault of faults) print(`  ${fault.at}: ${fault.text} (${fault.code})`)
}

function showEntry(number: number, entry: Entry): void {
  print(`\n${number}. ${paint('bold', oneLine(entry.title ?? '(no title)'))}`)
  showField('link', entry.link)
  showField('id', entry.id === entry.link ? undefined : entry.id)
  showField('published', entry.published)
  showField('updated', entry.updated)
  showField('authors', namesOf(entry.authors).join(', '))
  showField('contributors', namesOf(entry.contributors).join(', '))
  showField('publisher', entry.publisher)
  showField(
    'source',
    entry.source && [entry.source.title, entry.source.url].filter(Boolean).join(', '),
  )
  showField('credits', entry.credits.map((credit) => credit.name).join(', '))
  showField('rights', entry.rights?.notice ?? entry.rights?.licenseUrl)
  showField('enclosures', entry.enclosures.map((enclosure) => enclosure.url).join(', '))
  const length = entry.content?.length ?? entry.summary?.length
  showField('text', length === undefined ? undefined : `${length} characters of HTML`)
}

function showField(name: string, value: string | undefined): void {
  if (!value) return
  const line = oneLine(value)
  print(
    `   ${paint('dim', name.padEnd(12))} ${line.length > 200 ? `${line.slice(0, 199)}…` : line}`,
  )
}
