/** Reads an article that was pushed or saved as JSON: ninjs, schema.org, or a plain object as newsroom systems write it. */

import type { DocumentOptions, ParsedDocument } from '../model/document.ts'
import { CreditlineError } from '../model/error.ts'
import { cleanText } from '../model/text.ts'
import { assemble } from './assemble.ts'
import { declaredOf } from './declare.ts'
import { type Fields, field, fieldsOf, isObject, list } from './fields.ts'
import { articlesIn, declaredOfLd, nodesById } from './json-ld.ts'
import { markdownHtml } from './markdown.ts'
import { bodyOfNinjs, declaredOfNinjs, isNinjs, paragraphsOf } from './ninjs.ts'

const invalid = (message: string, cause?: unknown) =>
  new CreditlineError('invalid', message, { cause })

/** The one article of a JSON file. Throws `invalid` where it holds none or several. */
export function readJson(text: string, options: DocumentOptions = {}): ParsedDocument {
  const value = unwrapped(parsed(text))
  const fields = fieldsOf(value)
  if (isNinjs(fields)) return assemble(declaredOfNinjs(fields), bodyOfNinjs(fields), options)
  const [article] = articlesIn(value)
  if (article) return assemble(declaredOfLd(article, nodesById(value)), bodyOf(article), options)
  return assemble(declaredOf(fields), bodyOf(fields), options)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(cleanText(text).replace(/^\ufeff/, ''))
  } catch (cause) {
    throw invalid('This is no JSON.', cause)
  }
}

/** The article itself, out of a list of one or an envelope such as `{"article": {...}}`. */
function unwrapped(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value) && value.length !== 1)
    throw invalid(`This JSON is a list of ${value.length}; an article document holds one article.`)
  const one = Array.isArray(value) ? value[0] : value
  if (!isObject(one)) throw invalid('This JSON is no article: it is no object.')
  const version = one.version
  if (typeof version === 'string' && version.includes('jsonfeed.org'))
    throw invalid('This is a feed and no article: add it as an upstream.')
  const fields = fieldsOf(one)
  if (bodyOf(fields) !== '' || one['@graph'] !== undefined || isNinjs(fields)) return one
  const inner = ['article', 'data', 'item', 'story', 'document', 'entry', 'post', 'payload']
    .map((name) => one[name])
    .find(isObject)
  return inner ?? one
}

/** The body as HTML: HTML, Markdown, plain text, or a list of paragraphs. */
function bodyOf(fields: Fields): string {
  const html = field(fields, 'bodyhtml contenthtml html bodyxhtml')
  if (typeof html === 'string') return html
  const markdown = field(fields, 'markdown bodymarkdown contentmarkdown bodymd')
  if (typeof markdown === 'string') return markdownHtml(markdown)
  return anyBody(
    field(fields, 'body content articlebody text bodytext contenttext fulltext paragraphs blocks'),
  )
}

function anyBody(said: unknown): string {
  if (typeof said === 'string')
    return /<(?:p|div|br|h[1-6]|ul)\b/i.test(said) ? said : paragraphsOf(said)
  if (Array.isArray(said)) return list(said).map(partOf).join('\n')
  const about = fieldsOf(said)
  return anyBody(field(about, 'html rendered text value plain') ?? '')
}

/** A paragraph of a list: a string, or an object with its kind. */
function partOf(part: unknown): string {
  if (typeof part === 'string') return anyBody(part)
  const fields = fieldsOf(part)
  const said = field(fields, 'html text content value')
  if (typeof said !== 'string') return ''
  const kind = field(fields, 'type kind tag')
  return typeof kind === 'string' && /^(?:h[2-6]|heading|subhead\w*)$/i.test(kind)
    ? `<h2>${said}</h2>`
    : /<p\b/i.test(said)
      ? said
      : `<p>${said}</p>`
}
