/** Reads the named fields of front matter and JSON articles, tolerant of the many names and shapes that they have. */

import type { ArticleMedia, Publication, RelatedArticle } from '../model/article.ts'
import type { DateText } from '../model/date.ts'
import type { DocumentLine } from '../model/document.ts'
import type { Category, Person, Rights } from '../model/entry.ts'
import type { Fault } from '../model/fault.ts'
import { parseDate } from '../text/date.ts'
import { textOf } from '../text/html.ts'
import { webUrl } from '../text/web-url.ts'
import { readDate } from './dates.ts'
import { type Declared, UNDECLARED } from './declared.ts'

/** Foreign data: the fields of an object by their folded names (`pubDate`, `pub_date` and `Pub-Date` are one). */
export type Fields = ReadonlyMap<string, unknown>

export const fieldsOf = (value: unknown): Fields =>
  isObject(value)
    ? new Map(Object.entries(value).map(([name, field]) => [foldName(name), field]))
    : new Map()

const foldName = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '')

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first of these fields that holds anything. */
export function field(fields: Fields, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields.get(name)
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

/** Plain text of a string or number; of an object, its name. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return textOf(value) || undefined
  if (typeof value === 'number') return String(value)
  if (!isObject(value)) return undefined
  const { name, literal, title, text: own } = value
  return text(name ?? literal ?? title ?? own)
}

/** A list of a list, or of one; a string is split at commas and semicolons only where `split` says so. */
export const list = (value: unknown, split = false): readonly unknown[] => {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flat()
  return split && typeof value === 'string' ? value.split(/\s*[,;]\s*/).filter(Boolean) : [value]
}

export const texts = (value: unknown, split = false): string[] =>
  list(value, split).flatMap((one) => text(one) ?? [])

export const webText = (value: unknown): string | undefined =>
  typeof value === 'string' && webUrl(value) ? value.trim() : undefined

/** The common fields of an article by the names that front matter uses. */
export function declaredOf(fields: Fields): Declared {
  const language = text(field(fields, 'language', 'lang', 'inlanguage', 'locale'))?.replace(
    '_',
    '-',
  )
  const title = text(
    field(fields, 'title', 'headline', 'titel', 'titre', 'titulo', 'título', 'titolo', 'заголовок'),
  )
  const published = date(
    fields,
    language,
    'published',
    'date',
    'datepublished',
    'pubdate',
    'publisheddate',
    'publishedat',
    'publicationdate',
    'created',
    'datum',
    'fecha',
    'data',
    'дата',
  )
  const updated = date(
    fields,
    language,
    'updated',
    'modified',
    'lastmod',
    'datemodified',
    'updatedat',
    'lastmodified',
  )
  const id = text(field(fields, 'id', 'guid', 'uid', 'uuid'))
  const summary = text(
    field(fields, 'summary', 'description', 'excerpt', 'abstract', 'standfirst', 'dek', 'subtitle'),
  )
  const publication = publicationOf(fields)
  const stated = webText(
    field(
      fields,
      'canonical',
      'canonicalurl',
      'originalurl',
      'original',
      'sourceurl',
      'url',
      'permalink',
      'link',
    ),
  )
  const rights = rightsOf(fields)
  const status = text(field(fields, 'status'))
  return {
    ...UNDECLARED,
    ...(title ? { title } : {}),
    ...(published.date ? { published: published.date } : {}),
    ...(updated.date ? { updated: updated.date } : {}),
    ...(id ? { id } : {}),
    ...(language ? { language } : {}),
    ...(summary ? { summary } : {}),
    ...(publication ? { publication } : {}),
    ...(rights ? { rights } : {}),
    ...(status && ['retracted', 'published'].includes(status) ? { status } : {}),
    authors: authorsOf(fields),
    tags: tagsOf(fields),
    canonical: stated ? { stated } : {},
    lines: linesOf(fields),
    photos: photosOf(fields),
    related: relatedOf(fields),
    faults: [...published.faults, ...updated.faults],
  }
}

interface DateField {
  readonly date?: DateText
  readonly faults: readonly Fault[]
}

function date(
  fields: Fields,
  language: string | undefined,
  ...names: readonly string[]
): DateField {
  const said = field(fields, ...names)
  const written = said instanceof Date ? said.toISOString() : text(said)
  if (written === undefined) return { faults: [] }
  const read =
    readDate(written, language)?.date ??
    (/^\d{4}(?:-\d{2})?$/.test(written) ? parseDate(written) : undefined)
  if (read) return { date: read, faults: [] }
  return {
    faults: [
      {
        code: 'date_unreadable',
        at: names[0] ?? '',
        text: `“${written.slice(0, 160)}” is no date that we can read.`,
      },
    ],
  }
}

/** A name with what is known of the person; one string may name several, which is left to the reader of bylines. */
export function authorsOf(fields: Fields): Person[] {
  const said = field(
    fields,
    'authors',
    'author',
    'byline',
    'creator',
    'writer',
    'autor',
    'autoren',
    'auteur',
    'autore',
    'автор',
  )
  return list(said).flatMap((one) => {
    const name = text(one)?.replace(/^(?:by|von|par|por|di)\s+(?=\p{Lu})/iu, '')
    if (!name) return []
    const about = fieldsOf(one)
    const uri = webText(field(about, 'url', 'uri'))
    const email = text(field(about, 'email'))
    return [{ name, ...(email ? { email } : {}), ...(uri ? { uri } : {}) }]
  })
}

const tagsOf = (fields: Fields): Category[] =>
  [
    ...new Set([
      ...texts(field(fields, 'tags', 'keywords', 'topics'), true),
      ...texts(field(fields, 'categories', 'category', 'section'), true),
    ]),
  ].map((term) => ({ term }))

function publicationOf(fields: Fields): Publication | undefined {
  const said = field(
    fields,
    'publication',
    'publisher',
    'sitename',
    'masthead',
    'site',
    'newspaper',
    'source',
    'provider',
  )
  const name = text(said)
  if (!name || webUrl(name)) return undefined
  const about = fieldsOf(said)
  const url =
    webText(field(about, 'url', 'uri')) ??
    webText(field(fields, 'publicationurl', 'publisherurl', 'siteurl'))
  return { name, ...(url ? { url } : {}) }
}

function rightsOf(fields: Fields): Rights | undefined {
  const said = field(fields, 'rights', 'copyright', 'copyrightnotice', 'usageterms')
  const licence = field(fields, 'license', 'licence', 'licenseurl')
  const holder = text(field(fields, 'copyrightholder', 'rightsholder'))
  const licenseUrl = webText(licence)
  const notice = text(said) ?? (licenseUrl ? undefined : text(licence))
  if (!notice && !holder && !licenseUrl) return undefined
  return {
    ...(notice ? { notice } : {}),
    ...(holder ? { holder } : {}),
    ...(licenseUrl ? { licenseUrl } : {}),
  }
}

/** Credit lines, as front matter states them. */
const linesOf = (fields: Fields): DocumentLine[] =>
  texts(
    field(fields, 'credit', 'credits', 'creditline', 'creditlines', 'credittext', 'attribution'),
  ).map((line) => ({ text: line, where: 'end' }))

const photosOf = (fields: Fields): ArticleMedia[] =>
  ['photo', 'photos', 'image', 'images', 'picture', 'pictures', 'cover', 'featuredimage'].flatMap(
    (name) => list(fields.get(name)).flatMap((one) => photoOf(one) ?? []),
  )

/** A picture that is an address, or an object with address, caption and credit. */
export function photoOf(value: unknown): ArticleMedia | undefined {
  if (typeof value === 'string')
    return webUrl(value) ? { url: value.trim(), medium: 'image' } : undefined
  const fields = fieldsOf(value)
  const url = webText(field(fields, 'url', 'src', 'href', 'contenturl', 'image'))
  const caption = text(field(fields, 'caption', 'description', 'alt'))
  const creditText = text(
    field(
      fields,
      'credit',
      'credittext',
      'byline',
      'by',
      'creator',
      'photographer',
      'author',
      'source',
    ),
  )
  const copyright = text(field(fields, 'copyright', 'copyrightnotice'))
  if (!url && !caption && !creditText) return undefined
  return {
    ...(url ? { url } : {}),
    medium: 'image',
    ...(caption ? { caption } : {}),
    ...(creditText ? { creditText } : {}),
    ...(copyright ? { copyright } : {}),
  }
}

const relatedOf = (fields: Fields): RelatedArticle[] =>
  list(field(fields, 'related', 'relatedarticles', 'seealso')).flatMap((one) => {
    const title = text(one)
    const url = webText(field(fieldsOf(one), 'url', 'link'))
    return title && !webUrl(title) ? [{ title, ...(url ? { url } : {}) }] : []
  })
