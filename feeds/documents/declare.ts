/** The fields that articles have in front matter and in plain JSON, by the many names that they go by. */

import type { ArticleMedia, Publication, RelatedArticle } from '../model/article.ts'
import { type DateText, type Instant, instantOf } from '../model/date.ts'
import type { DocumentLine } from '../model/document.ts'
import type { Category, Person, Rights } from '../model/entry.ts'
import { CreditlineError } from '../model/error.ts'
import type { Fault } from '../model/fault.ts'
import { parseDate } from '../text/date.ts'
import { webUrl } from '../text/web-url.ts'
import { readDate } from './dates.ts'
import { type Declared, UNDECLARED } from './declared.ts'
import { count, type Fields, field, fieldsOf, given, list, text, texts, webText } from './fields.ts'

const TITLE = 'title headline titel titre titulo título titolo заголовок'
const PUBLISHED =
  'published date datepublished pubdate publisheddate publishedat publicationdate publishedon datetime created datum fecha data дата'
const UPDATED = 'updated modified lastmod datemodified updatedat lastmodified updateddate'
const EMBARGO = 'embargo embargoed embargoeduntil embargountil embargoends embargodate'
const LANGUAGE = 'language lang inlanguage locale'
const SUMMARY = 'summary description excerpt abstract standfirst dek subtitle teaser lead'
const ORIGINAL = 'canonical canonicalurl originalurl original originallink canonicallink'
const PAGE = 'url link permalink source sourceurl pageurl weburl'
const AUTHORS = 'authors author creator writer writers autor autoren auteur autore автор'
const PUBLICATION = 'publication publisher sitename masthead site newspaper source provider'
const CREDIT = 'credit credits creditline creditlines credittext attribution'
const PHOTOS = 'photo photos image images picture pictures cover featuredimage leadimage media'

/** What these fields declare. Nothing in them is believed to be well-formed; what is not understood is a fault. */
export function declaredOf(fields: Fields): Declared {
  const language = text(field(fields, LANGUAGE))?.replace('_', '-')
  const published = dateOf(field(fields, PUBLISHED), 'published', language)
  const updated = dateOf(field(fields, UPDATED), 'updated', language)
  return {
    ...UNDECLARED,
    ...given('title', text(field(fields, TITLE))),
    ...given('published', published.date),
    ...given('updated', updated.date),
    ...given('embargo', embargoOf(field(fields, EMBARGO), language)),
    ...given('id', text(field(fields, 'id guid uid uuid'))),
    ...given('language', language),
    ...given('summary', text(field(fields, SUMMARY))),
    ...given('publication', publicationOf(fields)),
    ...given('rights', rightsOf(fields)),
    ...given('status', statusOf(fields)),
    authors: personsOf(field(fields, AUTHORS)),
    tags: tagsOf(fields),
    canonical: canonicalOf(fields),
    lines: linesOf(fields),
    photos: PHOTOS.split(' ').flatMap((name) =>
      list(fields.get(name)).flatMap((one) => photoOf(one) ?? []),
    ),
    related: relatedOf(field(fields, 'related relatedarticles seealso')),
    faults: [...published.faults, ...updated.faults],
  }
}

interface DateField {
  readonly date?: DateText
  readonly faults: readonly Fault[]
}

/** A date as declared: as precise as it is written, a fault where it cannot be read. */
export function dateOf(said: unknown, at: string, language?: string): DateField {
  const written = text(said)
  if (written === undefined) return { faults: [] }
  const short = /^\d{4}(?:-\d{2})?$/.test(written) ? parseDate(written) : undefined
  const date = short ?? readDate(written, language)?.date
  if (date !== undefined) return { date, faults: [] }
  const shown = written.slice(0, 160)
  return {
    faults: [{ code: 'date_unreadable', at, text: `“${shown}” is no date that we can read.` }],
  }
}

/** Throws `invalid` for one that can't be read: what came with an embargo is never taken for free. */
export function embargoOf(said: unknown, language?: string): Instant | undefined {
  if (said === undefined || said === false) return undefined
  const { date } = dateOf(said, 'embargo', language)
  if (date !== undefined) return instantOf(date)
  const shown = text(said)?.slice(0, 100) ?? ''
  throw new CreditlineError(
    'invalid',
    `The embargo “${shown}” is no date that we can read; write one such as 2025-06-01T06:00:00Z.`,
  )
}

/** People by name. A string with several names stays one: taking bylines apart is not for here. */
export const personsOf = (said: unknown, role?: string): Person[] =>
  list(said).flatMap((one) => {
    const name = text(one)?.replace(/^(?:by|von|par|por|di)\s+(?=\p{Lu})/iu, '')
    if (!name || webUrl(name)) return []
    const about = fieldsOf(one)
    const stated = role ?? text(field(about, 'role'))
    return [
      {
        name,
        ...given('email', text(field(about, 'email'))),
        ...given('uri', webText(field(about, 'url uri'))),
        ...given('role', stated),
      },
    ]
  })

function tagsOf(fields: Fields): Category[] {
  const tags = texts(field(fields, 'tags keywords topics keyword'), true)
  const sections = texts(field(fields, 'categories category section articlesection'), true)
  return [...new Set([...tags, ...sections])].map((term) => ({ term }))
}

function publicationOf(fields: Fields): Publication | undefined {
  // `source` and `site` may be addresses; then they name no masthead.
  const said = PUBLICATION.split(' ')
    .map((name) => fields.get(name))
    .find((value) => text(value) !== undefined && !webUrl(text(value) ?? ''))
  const name = text(said)
  if (!name) return undefined
  const home =
    webText(field(fieldsOf(said), 'url uri')) ??
    webText(field(fields, 'publicationurl publisherurl siteurl'))
  return { name, ...given('url', home) }
}

export function rightsOf(fields: Fields): Rights | undefined {
  const licence = field(fields, 'license licence licenseurl')
  const licenseUrl = webText(licence)
  const notice =
    text(field(fields, 'rights copyright copyrightnotice usageterms')) ??
    (licenseUrl ? undefined : text(licence))
  const rights = {
    ...given('notice', notice),
    ...given('holder', text(field(fields, 'copyrightholder rightsholder'))),
    ...given('licenseUrl', licenseUrl),
  }
  return Object.keys(rights).length > 0 ? rights : undefined
}

const statusOf = (fields: Fields): string | undefined =>
  ['published', 'retracted'].find((status) => text(fields.get('status')) === status)

function canonicalOf(fields: Fields): Declared['canonical'] {
  const page = webText(field(fields, PAGE))
  return {
    ...given('stated', webText(field(fields, ORIGINAL))),
    ...(page ? { page: { url: page } } : {}),
  }
}

const linesOf = (fields: Fields): DocumentLine[] => [
  ...texts(field(fields, 'byline by')).map(
    (line): DocumentLine => ({ text: line, where: 'byline' }),
  ),
  ...texts(field(fields, CREDIT)).map((line): DocumentLine => ({ text: line, where: 'end' })),
]

/** A picture that is an address, or an object with address, caption and credit. */
export function photoOf(value: unknown): ArticleMedia | undefined {
  if (typeof value === 'string')
    return webUrl(value) ? { url: value.trim(), medium: 'image' } : undefined
  const fields = fieldsOf(value)
  const photo = {
    ...given('url', webText(field(fields, 'contenturl url src href image'))),
    ...given('width', count(field(fields, 'width'))),
    ...given('height', count(field(fields, 'height'))),
    ...given('caption', text(field(fields, 'caption description alt'))),
    ...given(
      'creditText',
      text(field(fields, `${CREDIT} byline by creator photographer author source`)),
    ),
    ...given('copyright', text(field(fields, 'copyright copyrightnotice'))),
  }
  return photo.url || photo.caption || photo.creditText ? { medium: 'image', ...photo } : undefined
}

const relatedOf = (said: unknown): RelatedArticle[] =>
  list(said).flatMap((one) => {
    const title = text(one)
    if (!title || webUrl(title)) return []
    return [{ title, ...given('url', webText(field(fieldsOf(one), 'url link'))) }]
  })
