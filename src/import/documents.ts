/** Imports article documents into the store; knows texts, not files, so that it runs on every runtime. */

import type { IncomingArticle, KnownEntry, Store } from '../../db/store.ts'
import type { Agency } from '../../feeds/agencies/index.ts'
import type { CreditedEntry } from '../../feeds/credit.ts'
import { creditDocument, documentGuid } from '../../feeds/credit-document.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { DocumentOptions, ParsedDocument } from '../../feeds/model/document.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import { DOCUMENTS } from '../../feeds/model/upstream.ts'
import type { Deps } from '../deps.ts'

export interface DocumentFile {
  /** Path below the one that was given, with `/`: identity of last resort, and what reports call it. */
  readonly path: string
  readonly text: string
}

export interface ImportResult {
  readonly path: string
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'refused'
  readonly title?: string
  /** Names of the parties credited. */
  readonly credits: readonly string[]
  /** Why it was refused, and what it lacks. */
  readonly reason?: string
  readonly faults: readonly Fault[]
}

export type ReadDocument = (
  file: { readonly name: string; readonly text: string },
  options: DocumentOptions,
) => ParsedDocument | Promise<ParsedDocument>

export type ImportDeps = Pick<Deps, 'now' | 'sha256'> & {
  readonly store: Pick<Store, 'findKnown' | 'findPublishedIds' | 'saveArticles' | 'listAgencies'>
  readonly readDocument: ReadDocument
}

/** Imports files in one batch; what is no article is refused with a sentence, and the others go in. */
export async function importDocuments(
  files: readonly DocumentFile[],
  options: DocumentOptions,
  deps: ImportDeps,
): Promise<ImportResult[]> {
  const read = await Promise.all(files.map((file) => readFile(file, options, deps)))
  const found = read.filter((item) => item.kind === 'found')
  const known = await deps.store.findKnown(
    DOCUMENTS,
    found.map(({ guid }) => guid),
  )
  const taken = await deps.store.findPublishedIds(found.map(({ guid }) => guid))
  const now = toInstant(deps.now())
  const agencies = await deps.store.listAgencies()
  const first = new Map<string, string>()
  const credited = read.map((item) => {
    if (item.kind === 'refused') return item
    const twin = first.get(item.guid)
    if (twin) return refused(item.path, `is the same article as ${twin} (${item.guid})`)
    first.set(item.guid, item.path)
    return creditFound(item, known.get(item.guid), { taken, now, agencies })
  })
  const incoming = credited.flatMap((item) => (item.kind === 'credited' ? [incomingOf(item)] : []))
  if (incoming.length > 0) await deps.store.saveArticles(incoming, now)
  return credited.map(resultOf)
}

interface Found {
  readonly kind: 'found'
  readonly path: string
  readonly guid: string
  readonly hash: string
  readonly document: ParsedDocument
}

interface Refused {
  readonly kind: 'refused'
  readonly path: string
  readonly reason: string
}

type Credited = Omit<Found, 'kind'> &
  CreditedEntry & { readonly kind: 'credited'; readonly outcome: 'added' | 'updated' }

type Unchanged = Omit<Found, 'kind'> & { readonly kind: 'unchanged' }

const refused = (path: string, reason: string): Refused => ({ kind: 'refused', path, reason })

async function readFile(
  { path, text }: DocumentFile,
  options: DocumentOptions,
  deps: ImportDeps,
): Promise<Found | Refused> {
  try {
    const document = await deps.readDocument({ name: path, text }, options)
    const guid = documentGuid(document, path)
    const hash = deps.sha256(JSON.stringify([text, options.publication ?? null]))
    return { kind: 'found', path, guid, hash, document }
  } catch (error) {
    if (!(error instanceof CreditlineError)) throw error
    return refused(path, error.message)
  }
}

interface Surroundings {
  /** Published ids that are held already. */
  readonly taken: ReadonlySet<string>
  readonly now: string
  readonly agencies: readonly Agency[]
}

function creditFound(
  found: Found,
  before: KnownEntry | undefined,
  { taken, now, agencies }: Surroundings,
): Credited | Unchanged {
  if (before?.hash === found.hash) return { ...found, kind: 'unchanged' }
  const credited = creditDocument(found.document, {
    path: found.path,
    now,
    agencies,
    isTaken: (id) => taken.has(id),
    ...(before ? { known: before } : {}),
  })
  return { ...found, ...credited, kind: 'credited', outcome: before ? 'updated' : 'added' }
}

function incomingOf({ article, hash, document, faults }: Credited): IncomingArticle {
  const { content: _, ...said } = document.entry
  return { article, hash, said: JSON.stringify({ ...document, entry: said }), faults }
}

function resultOf(item: Credited | Unchanged | Refused): ImportResult {
  const { path } = item
  if (item.kind === 'refused')
    return { path, outcome: 'refused', reason: item.reason, credits: [], faults: [] }
  const { title } = item.document.entry
  const shown = { path, ...(title ? { title } : {}) }
  if (item.kind === 'unchanged') return { ...shown, outcome: 'unchanged', credits: [], faults: [] }
  const credits = [...new Set(item.article.credits.map(({ name }) => name))]
  return { ...shown, outcome: item.outcome, credits, faults: item.faults }
}
