/** A saved article document becomes a credited article, by the same steps as an entry. */

import type { Agency } from './agencies/index.ts'
import { resolveCanonical } from './canonical.ts'
import type { CreditedEntry } from './credit.ts'
import { readDeclaredCredits } from './credits/declared.ts'
import { readLines, readPrintedCredits } from './credits/printed.ts'
import { dateFaults, doubtsOf } from './doubts.ts'
import { mintPublishedId } from './identity.ts'
import type { Article, ArticleMedia } from './model/article.ts'
import { type Credit, joinCredits } from './model/credit.ts'
import type { Instant } from './model/date.ts'
import type { ParsedDocument } from './model/document.ts'
import { DOCUMENTS } from './model/upstream.ts'

export interface DocumentContext {
  /** Where the document stands below the path that was imported; identity of last resort (rule 3). */
  readonly path: string
  readonly now: Instant
  readonly known?: { readonly publishedId: string; readonly firstSeenAt: Instant }
  readonly isTaken: (publishedId: string) => boolean
  /** Agencies that are known beside the table. */
  readonly agencies?: readonly Agency[]
}

/** Identity in the built-in upstream `documents`: front matter id, else canonical URL, else path (rule 3). */
export const documentGuid = (document: ParsedDocument, path: string): string =>
  document.entry.id ?? resolveCanonical(document.canonical).url ?? path

/** Credits a document. Pure; never throws. */
export function creditDocument(document: ParsedDocument, context: DocumentContext): CreditedEntry {
  const { entry, photos, faults } = document
  const { now, known, isTaken, agencies } = context
  const guid = documentGuid(document, context.path)
  const canonical = resolveCanonical(document.canonical)
  const stated = statedUrl(document)
  const declared = readDeclaredCredits(entry, [], agencies)
  const publication =
    document.publication ?? (declared.publication ? { name: declared.publication } : undefined)
  const article: Omit<Article, 'doubts'> = {
    upstreamId: DOCUMENTS,
    guid,
    publishedId: known?.publishedId ?? mintPublishedId({ guid, sourceId: DOCUMENTS, isTaken }),
    firstSeenAt: known?.firstSeenAt ?? now,
    ...(entry.title ? { title: entry.title } : {}),
    ...(canonical.url ? { canonicalUrl: canonical.url, canonicalRule: canonical.rule } : {}),
    ...(stated ? { urlAsFed: stated } : {}),
    ...(entry.published ? { published: entry.published } : {}),
    ...(entry.updated ? { updated: entry.updated } : {}),
    ...(entry.language ? { language: entry.language } : {}),
    ...(entry.summary ? { summary: entry.summary } : {}),
    ...(entry.content ? { body: { clean: false, html: entry.content } } : {}),
    credits: creditsOf(document, declared.credits, agencies),
    creditText: document.creditLines.filter(({ where }) => where === 'end').map(({ text }) => text),
    ...(publication ? { publication } : {}),
    via: [],
    ...(entry.rights ? { rights: entry.rights } : {}),
    media: photos,
    enclosures: entry.enclosures,
    tags: entry.categories,
    related: document.related,
    ...(document.embargo ? { embargo: document.embargo } : {}),
    status: entry.status === 'retracted' ? 'retracted' : 'published',
    corrections: [],
  }
  return {
    article: { ...article, doubts: doubtsOf(article, declared.faults, now) },
    faults: [...faults, ...declared.faults, ...dateFaults(article.published, now)],
  }
}

/** Where the file says that the original stands, before it was cleaned. */
const statedUrl = ({ canonical }: ParsedDocument): string | undefined =>
  canonical.stated ?? canonical.page?.relCanonical ?? canonical.page?.url

/** Declared ones (front matter, JSON-LD), then the credit lines, the pictures' and what the body still prints. */
function creditsOf(
  { entry, creditLines, photos }: ParsedDocument,
  declared: readonly Credit[],
  agencies: readonly Agency[] | undefined,
): Credit[] {
  const printed = readPrintedCredits(entry.content, undefined, entry.language, agencies)
  return joinCredits(
    declared,
    readLines(creditLines, entry.language, agencies).credits,
    photos.flatMap((photo) => photoCredits(photo, entry.language)),
    printed.credits,
  )
}

function photoCredits({ url, creditText }: ArticleMedia, language: string | undefined): Credit[] {
  if (!creditText) return []
  const { credits } = readLines([{ text: creditText, where: 'caption' }], language)
  return credits.map((credit) => ({ ...credit, role: 'photo', ...(url ? { target: url } : {}) }))
}
