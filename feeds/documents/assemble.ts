/** Makes the document of what a file declares and of its HTML. */

import type { ArticleMedia, Publication } from '../model/article.ts'
import type { CanonicalEvidence } from '../model/canonical.ts'
import type { DocumentLine, DocumentOptions, ParsedDocument } from '../model/document.ts'
import type { Entry } from '../model/entry.ts'
import { CreditlineError } from '../model/error.ts'
import type { Fault } from '../model/fault.ts'
import { rawHtml } from '../model/html.ts'
import { absoluteUrl, webUrl } from '../text/web-url.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { Declared } from './declared.ts'
import type { Found } from './found.ts'
import { readFurniture } from './furniture.ts'
import { withoutDeadLinks } from './links.ts'

/**
 * The document of what is declared and of the article's HTML, title included. What is declared counts before what
 * the text says. Throws `invalid` where there is no title or no text.
 */
export function assemble(
  declared: Declared,
  html: string,
  options: DocumentOptions,
): ParsedDocument {
  const base = pageBase(declared.canonical)
  const { title, blocks, faults } = titled(takeTitle(blocksOf(html), declared.title), options)
  const { found, body } = readFurniture(blocks, declared.language)
  demand(title, body)
  const canonical: CanonicalEvidence = {
    ...(found.stated ? { stated: found.stated } : {}),
    ...declared.canonical,
  }
  const publication = publicationOf(declared, found, canonical, options)
  const photos = mergePhotos(withAddress(declared.photos, base), withAddress(found.photos, base))
  return {
    entry: entryOf({ ...declared, ...(title ? { title } : {}) }, found, photos, body),
    canonical,
    creditLines: uniqueLines([...declared.lines, ...found.lines]),
    photos,
    related: [...declared.related, ...found.related],
    ...(publication ? { publication } : {}),
    ...(declared.embargo ? { embargo: declared.embargo } : {}),
    faults: [...declared.faults, ...faults, ...found.faults],
  }
}

/** A file's name serves as title where there is no other and it is one: words, and not `article-3`. */
function titled(read: Titled, { fileName = '' }: DocumentOptions): Titled {
  if (read.title !== undefined || !/\p{L}+ .*\p{L}/u.test(fileName)) return read
  const text = `The title is taken from the file's name: ${fileName.slice(0, 150)}`
  return {
    ...read,
    title: fileName,
    faults: [...read.faults, { code: 'title_from_name', at: 'title', text }],
  }
}

function demand(title: string | undefined, body: readonly Block[]): void {
  const missing = [
    ...(title ? [] : ['a title']),
    ...(body.some(({ text }) => text) ? [] : ['any text']),
  ]
  if (missing.length > 0)
    throw new CreditlineError('invalid', `This is no article: it lacks ${missing.join(' and ')}.`)
}

interface Titled {
  readonly title: string | undefined
  readonly blocks: readonly Block[]
  readonly faults: readonly Fault[]
}

const TITLE_REACH = 4
const TITLE_LENGTH = 300

/** The first heading near the top, else a first line that is all bold and no sentence; taken out of the blocks. */
function takeTitle(blocks: readonly Block[], declared: string | undefined): Titled {
  const near = blocks.slice(0, TITLE_REACH)
  const top = near.findIndex(({ name }) => name === 'h1')
  const at = top >= 0 ? top : near.findIndex((block) => isTitle(block))
  const block = blocks[at]
  if (!block || block.text.length > TITLE_LENGTH) return { title: declared, blocks, faults: [] }
  const text = block.text.replace(/\n/g, ' ')
  if (declared !== undefined && top < 0 && text !== declared)
    return { title: declared, blocks, faults: [] }
  const differs = declared !== undefined && text !== declared
  return {
    title: declared ?? text,
    blocks: blocks.filter((other) => other !== block),
    faults: differs ? [{ code: 'title_differs', at: 'heading', text: text.slice(0, 200) }] : [],
  }
}

const isTitle = (block: Block): boolean =>
  /^h[1-6]$/.test(block.name) ||
  (block.name === 'p' &&
    block.text !== '' &&
    block.runs.every(({ set, text }) => set || text.trim() === '') &&
    !/[.。]$/.test(block.text))

function entryOf(
  declared: Declared,
  found: Found,
  photos: readonly ArticleMedia[],
  body: readonly Block[],
): Entry {
  const published = declared.published ?? found.published
  const updated = declared.updated ?? found.updated
  const rights = declared.rights ?? (found.rights ? { notice: found.rights } : undefined)
  return {
    ...(declared.title ? { title: declared.title } : {}),
    ...(declared.id ? { id: declared.id } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
    ...(declared.language ? { language: declared.language } : {}),
    ...(declared.summary ? { summary: rawHtml(declared.summary) } : {}),
    ...(rights ? { rights } : {}),
    ...(declared.status ? { status: declared.status } : {}),
    ...(declared.basedOn ? { dcSource: declared.basedOn } : {}),
    content: rawHtml(withoutDeadLinks(body.map(({ html }) => html.trim()).join('\n'))),
    authors: declared.authors,
    contributors: declared.contributors,
    categories: [...declared.tags, ...found.tags.map((term) => ({ term }))],
    links: [],
    enclosures: [],
    media: photos.flatMap(({ url, caption }) =>
      url
        ? [{ url, medium: 'image', ...(caption ? { caption } : {}), credits: [], thumbnails: [] }]
        : [],
    ),
    credits: declared.credits,
    creditText: [],
  }
}

function publicationOf(
  declared: Declared,
  found: Found,
  canonical: CanonicalEvidence,
  options: DocumentOptions,
): Publication | undefined {
  const { stated, page } = canonical
  const url = [stated, page?.relCanonical, page?.jsonLd, page?.ogUrl, page?.url]
    .map((text) => webUrl(text ?? ''))
    .find((web) => web !== undefined)
  const name =
    declared.publication?.name ?? options.publication ?? found.publication ?? url?.hostname
  if (!name) return undefined
  const home = declared.publication?.url ?? (url ? `${url.origin}/` : undefined)
  return { name, ...(home ? { url: home } : {}) }
}

/** What a page's relative addresses are relative to; a Markdown file's are files beside it, of no use to others. */
const pageBase = ({ page }: CanonicalEvidence): string | undefined =>
  [page?.url, page?.relCanonical, page?.jsonLd, page?.ogUrl].find((said) => webUrl(said ?? ''))

function withAddress(photos: readonly ArticleMedia[], base: string | undefined): ArticleMedia[] {
  return photos.flatMap(({ url, ...photo }) => {
    const absolute = url === undefined ? undefined : absoluteUrl(url, base)?.href
    if (!absolute && !photo.caption && !photo.creditText) return []
    return [{ ...photo, ...(absolute ? { url: absolute } : {}) }]
  })
}

/** Pictures by URL, what was declared first; one without URL stands for itself. */
function mergePhotos(
  declared: readonly ArticleMedia[],
  found: readonly ArticleMedia[],
): ArticleMedia[] {
  const merged = new Map<string, ArticleMedia>()
  for (const photo of [...declared, ...found]) {
    const key = photo.url ?? `\n${photo.caption ?? ''}\n${photo.creditText ?? ''}`
    merged.set(key, { ...photo, ...merged.get(key) })
  }
  return [...merged.values()]
}

const uniqueLines = (lines: readonly DocumentLine[]): DocumentLine[] =>
  lines.filter((line, index) => lines.findIndex(({ text }) => text === line.text) === index)
