/** Reads schema.org's articles: NewsArticle and its relatives, as JSON-LD in a page or as a file. */

import type { ArticleMedia } from '../model/article.ts'
import type { DocumentLine } from '../model/document.ts'
import { webUrl } from '../text/web-url.ts'
import { dateOf, personsOf, photoOf, rightsOf } from './declare.ts'
import { type Declared, UNDECLARED } from './declared.ts'
import {
  type Fields,
  field,
  fieldsOf,
  given,
  isObject,
  list,
  text,
  texts,
  webText,
} from './fields.ts'

const ARTICLE =
  /^(?:(?:Reportage|Analysis|Ask|Background|Opinion|Review|Advertiser|LiveBlog|Scholarly|Tech|Satirical|Medical)?(?:News)?Article|NewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|AdvertiserContentArticle)$/

/** The articles in some JSON-LD: objects, arrays, `@graph`, and what `mainEntity` and the like hold. */
export function articlesIn(value: unknown, depth = 0): Fields[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((one) => articlesIn(one, depth + 1))
  if (!isObject(value)) return []
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'].flatMap((name) =>
    articlesIn(value[name], depth + 1),
  )
  return isArticle(value) ? [resolved(value), ...inner] : inner
}

const isArticle = (value: Readonly<Record<string, unknown>>): boolean =>
  list(value['@type']).some(
    (type) => typeof type === 'string' && ARTICLE.test(type.replace(/^.*[/#:]/, '')),
  )

const resolved = (value: Readonly<Record<string, unknown>>): Fields => fieldsOf(value)

/** The nodes of a graph by their `@id`, so that `{"@id": ...}` in an article can be looked up. */
export function nodesById(
  value: unknown,
  nodes = new Map<string, unknown>(),
  depth = 0,
): Map<string, unknown> {
  if (depth > 6 || nodes.size > 2000) return nodes
  if (Array.isArray(value)) for (const one of value.slice(0, 500)) nodesById(one, nodes, depth + 1)
  if (!isObject(value)) return nodes
  const id = value['@id']
  if (typeof id === 'string' && Object.keys(value).length > 1 && !nodes.has(id))
    nodes.set(id, value)
  for (const inner of Object.values(value))
    if (typeof inner === 'object') nodesById(inner, nodes, depth + 1)
  return nodes
}

/** What the article's node declares; `nodes` are those of its graph. */
export function declaredOfLd(
  node: Fields,
  nodes: ReadonlyMap<string, unknown> = new Map(),
): Declared {
  const fields = new Map([...node].map(([name, value]) => [name, lookedUp(value, nodes)]))
  const language = languageOf(field(fields, 'inlanguage'))
  const published = dateOf(field(fields, 'datepublished datecreated'), 'datePublished', language)
  const updated = dateOf(field(fields, 'datemodified'), 'dateModified', language)
  const url = webText(field(fields, 'url')) ?? pageOf(field(fields, 'mainentityofpage'))
  return {
    ...UNDECLARED,
    ...given('title', text(field(fields, 'headline name alternativeheadline'))),
    ...given('published', published.date),
    ...given('updated', later(updated.date, published.date)),
    ...given('language', language),
    ...given('summary', text(field(fields, 'description abstract'))),
    ...given('publication', publisherOf(field(fields, 'publisher ispartof'))),
    ...given('rights', rightsOf(fields)),
    ...given('basedOn', basedOn(field(fields, 'isbasedon isbasedonurl'), url)),
    authors: personsOf(field(fields, 'author creator')),
    contributors: [
      ...personsOf(field(fields, 'contributor')),
      ...personsOf(field(fields, 'translator'), 'translation'),
      ...personsOf(field(fields, 'editor'), 'editing'),
    ],
    tags: [...new Set(texts(field(fields, 'keywords'), true))].map((term) => ({ term })),
    canonical: url ? { page: { jsonLd: url } } : {},
    lines: texts(field(fields, 'credittext')).map(
      (line): DocumentLine => ({ text: line, where: 'end' }),
    ),
    photos: imagesOf(field(fields, 'image associatedmedia')),
    faults: [...published.faults, ...updated.faults],
  }
}

function lookedUp(value: unknown, nodes: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => lookedUp(one, nodes))
  if (!isObject(value)) return value
  const id = value['@id']
  return typeof id === 'string' && Object.keys(value).length === 1
    ? (nodes.get(id) ?? value)
    : value
}

/** A page's own update, where it differs: sites repeat the date of publication in dateModified. */
const later = (updated: string | undefined, published: string | undefined): string | undefined =>
  updated === published ? undefined : updated

const languageOf = (said: unknown): string | undefined => {
  const [first] = list(said)
  const about = isObject(first) ? field(fieldsOf(first), 'alternatename name') : first
  const tag = text(about)?.replace('_', '-')
  return tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
}

const pageOf = (said: unknown): string | undefined =>
  webText(said) ?? webText(field(fieldsOf(said), 'id url'))

function publisherOf(said: unknown) {
  const [first] = list(said)
  const name = text(first)
  return name && !webUrl(name)
    ? { name, ...given('url', webText(field(fieldsOf(first), 'url'))) }
    : undefined
}

/** Most pages give their own address here, which says nothing. */
function basedOn(said: unknown, own: string | undefined): string | undefined {
  const [first] = list(said)
  const url = webText(first) ?? webText(field(fieldsOf(first), 'url id'))
  const ownHost = own && webUrl(own)?.hostname
  return url && ownHost && webUrl(url)?.hostname !== ownHost ? url : undefined
}

/** The first picture, and others only where they say something: sites list one image in several shapes. */
function imagesOf(said: unknown): ArticleMedia[] {
  const photos = list(said).flatMap((one) => photoOf(one) ?? [])
  return photos.filter((photo, index) => index === 0 || photo.caption || photo.creditText)
}
