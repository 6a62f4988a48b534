/** Reads IPTC ninjs 1.x, 2.x and 3.x, the JSON that news agencies and newsroom systems push. */

import type { ArticleMedia, RelatedArticle } from '../model/article.ts'
import type { DocumentLine } from '../model/document.ts'
import type { Category, StatedCredit } from '../model/entry.ts'
import { CreditlineError } from '../model/error.ts'
import { escapeHtml } from '../text/html.ts'
import { dateOf, embargoOf } from './declare.ts'
import { type Declared, UNDECLARED } from './declared.ts'
import {
  count,
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

/** Every ninjs has a `uri`; what else it has beside depends on its version. */
export const isNinjs = (fields: Fields): boolean =>
  typeof fields.get('uri') === 'string' &&
  [
    'versioncreated',
    'pubstatus',
    'bodytext',
    'bodyhtml',
    'bodyxhtml',
    'bodies',
    'headlines',
    'infosources',
    'associations',
    'standard',
  ].some((name) => fields.has(name))

export function declaredOfNinjs(fields: Fields): Declared {
  refuseUnpublished(fields)
  const language = text(field(fields, 'language'))
  const published = dateOf(
    field(fields, 'firstpublished contentcreated firstcreated versioncreated'),
    'firstcreated',
    language,
  )
  const updated = dateOf(field(fields, 'versioncreated'), 'versioncreated', language)
  const uri = text(field(fields, 'uri'))
  const associations = associationsOf(field(fields, 'associations'))
  return {
    ...UNDECLARED,
    ...given('title', roleText(fields, 'headline headlines', /main|^headline/i)),
    ...given('published', published.date),
    ...given('updated', updated.date === published.date ? undefined : updated.date),
    ...given('embargo', embargoOf(field(fields, 'embargoed'), language)),
    ...given('id', uri),
    ...given('language', language),
    ...given('summary', summaryOf(fields)),
    ...given('publication', providerOf(fields)),
    ...given('rights', rightsOfNinjs(fields)),
    ...given('status', text(field(fields, 'pubstatus')) === 'canceled' ? 'retracted' : undefined),
    credits: infoSources(field(fields, 'infosources infosource')),
    tags: tagsOf(fields),
    canonical: canonicalOf(fields),
    lines: texts(field(fields, 'by byline')).map(
      (line): DocumentLine => ({ text: line, where: 'byline' }),
    ),
    photos: associations.flatMap((one) => pictureOf(one) ?? []),
    related: associations.flatMap((one) => relatedOf(one) ?? []),
    faults: [...published.faults, ...updated.faults],
  }
}

/** The body as HTML, of whichever of its forms is richest. */
export function bodyOfNinjs(fields: Fields): string {
  const bodies = list(field(fields, 'bodies')).map(fieldsOf)
  const html = bodies.find((body) => /html/i.test(text(field(body, 'contenttype')) ?? ''))
  const best = html ?? bodies[0]
  if (best) return best === html ? raw(best.get('value')) : paragraphsOf(raw(best.get('value')))
  return raw(field(fields, 'bodyxhtml bodyhtml')) || paragraphsOf(raw(field(fields, 'bodytext')))
}

const raw = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Plain text as HTML: a blank line parts paragraphs, or where there is none, each line is one. */
export const paragraphsOf = (plain: string): string =>
  plain
    .split(/\n[ \t]*\n/.test(plain.trim()) ? /\n[ \t]*\n/ : /\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
    .join('\n')

function refuseUnpublished(fields: Fields): void {
  if (text(field(fields, 'pubstatus')) === 'withheld')
    throw new CreditlineError(
      'invalid',
      'This article is withheld by its publisher, so it is not imported.',
    )
  const type = text(field(fields, 'type'))
  if (type && !/^(?:text|composite)$/i.test(type))
    throw new CreditlineError('invalid', `This is no article but a ${type.slice(0, 30)}.`)
}

/** 1.x has one string; 2.x and later have objects with a role and a value. */
function roleText(fields: Fields, names: string, role: RegExp): string | undefined {
  const all = list(field(fields, names))
  const fitting = all.find((one) => isObject(one) && role.test(String(one.role ?? '')))
  return text(fitting ?? all[0])
}

const summaryOf = (fields: Fields): string | undefined =>
  text(field(fields, 'descriptiontext')) ??
  roleText(fields, 'descriptions', /summary|abstract|teaser/i)

function providerOf(fields: Fields) {
  const name = text(field(fields, 'provider publisher'))
  return name ? { name } : undefined
}

function rightsOfNinjs(fields: Fields) {
  const notice = text(field(fields, 'copyrightnotice')) ?? text(field(fields, 'usageterms'))
  const holder = text(field(fields, 'copyrightholder'))
  return notice || holder ? { ...given('notice', notice), ...given('holder', holder) } : undefined
}

/** Who supplied the copy, or a part of it: the roles of the vocabulary are many, these two are what they come to. */
const infoSources = (said: unknown): StatedCredit[] =>
  list(said).flatMap((one) => {
    const name = text(one)
    const role = text(field(fieldsOf(one), 'role')) ?? ''
    return name
      ? [{ name, role: /contrib|source|background/i.test(role) ? 'contributed' : 'wire' }]
      : []
  })

const tagsOf = (fields: Fields): Category[] =>
  ['subject', 'subjects', 'keyword', 'keywords', 'genres', 'genre'].flatMap((name) =>
    list(fields.get(name)).flatMap((one) => {
      const term = text(one)
      return term ? [{ term, ...given('scheme', webText(field(fieldsOf(one), 'scheme uri'))) }] : []
    }),
  )

/** The web page of the article is an alternative id; the uri is a page only where it says so by its form. */
function canonicalOf(fields: Fields): Declared['canonical'] {
  const ids = list(field(fields, 'altids')).map(fieldsOf)
  const web = ids.map((id) => webText(field(id, 'value uri'))).find(Boolean)
  const url = webText(field(fields, 'url weburl canonicalurl')) ?? web
  const uri = webText(fields.get('uri'))
  return { ...given('stated', url), ...(uri ? { page: { url: uri } } : {}) }
}

/** 1.x: an object by name; later: a list. */
const associationsOf = (said: unknown): Fields[] =>
  (isObject(said) ? Object.values(said) : list(said)).slice(0, 200).map(fieldsOf)

const isPicture = (association: Fields): boolean =>
  /^(?:picture|graphic|image)$/i.test(text(field(association, 'type')) ?? '')

function pictureOf(association: Fields): ArticleMedia | undefined {
  if (!isPicture(association)) return undefined
  const best = renditionsOf(association)[0]
  return {
    medium: 'image',
    ...given('url', best?.url ?? webText(field(association, 'href url'))),
    ...given('type', best?.type),
    ...given('width', best?.width),
    ...given('height', best?.height),
    ...given(
      'caption',
      text(field(association, 'bodytext descriptiontext')) ??
        roleText(association, 'descriptions', /caption/i) ??
        roleText(association, 'headline headlines', /main/i),
    ),
    ...given(
      'creditText',
      text(field(association, 'by byline creditline')) ??
        text(list(field(association, 'infosources infosource'))[0]),
    ),
    ...given('copyright', text(field(association, 'copyrightnotice'))),
  }
}

interface Rendition {
  readonly url: string
  readonly type?: string
  readonly width?: number
  readonly height?: number
}

/** Widest first. */
function renditionsOf(association: Fields): Rendition[] {
  const said = field(association, 'renditions')
  return (isObject(said) ? Object.values(said) : list(said))
    .map(fieldsOf)
    .flatMap((rendition): Rendition[] => {
      const url = webText(field(rendition, 'href url'))
      if (!url) return []
      const type = text(field(rendition, 'mimetype contenttype'))
      return [
        {
          url,
          ...given('type', type),
          ...given('width', count(field(rendition, 'width'))),
          ...given('height', count(field(rendition, 'height'))),
        },
      ]
    })
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0))
}

function relatedOf(association: Fields): RelatedArticle | undefined {
  const title = roleText(association, 'headline headlines', /main/i)
  if (!title || isPicture(association)) return undefined
  return {
    title,
    ...given(
      'url',
      webText(field(association, 'url weburl')) ?? webText(field(association, 'uri')),
    ),
  }
}
