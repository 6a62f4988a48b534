/** Reads IPTC ninjs (News in JSON), whose three generations name the same things in three ways. */

import { findAgency } from '../../../feeds/agencies/index.ts'
import type { Status } from '../../../feeds/model/article.ts'
import { rawHtml } from '../../../feeds/model/html.ts'
import { textOf } from '../../../feeds/text/html.ts'
import { InvalidInput } from '../problem.ts'
import type { Input } from './pushed.ts'

export interface Ninjs {
  readonly input: Input
  readonly status: Status
}

/**
 * The article of a ninjs text item. 1.x has headline, byline, body_NAME and objects by name; 2.x has headlines, bodies
 * and lists; 3.x writes 2.x in camel case. Member names are therefore compared in lower case. Throws InvalidInput.
 */
export function readNinjs(value: unknown): Ninjs {
  const item = membersOf(value)
  const type = text(item.get('type'))
  if (type !== undefined && type !== 'text' && type !== 'composite')
    throw new InvalidInput([
      { at: '#/type', detail: `"${type}" is no article; text and composite are read` },
    ])
  const input = {
    id: required(text(item.get('uri')), '#/uri', 'the URI of the item'),
    ...some('url', webLink(item)),
    title: required(headlineOf(item), '#/headline', 'a headline'),
    ...some('summary', labelled(item, 'description', ['main', 'text'])?.plain),
    body_html: required(bodyOf(item), '#/bodies', 'a body'),
    ...some('published', instant(item, 'firstcreated') ?? instant(item, 'versioncreated')),
    ...some('updated', updatedOf(item)),
    ...some('embargo', embargoOf(item)),
    ...some('language', text(item.get('language'))),
    ...some('byline', text(item.get('byline')) ?? text(item.get('by'))),
    ...creditsOf(item),
    ...rightsOf(item),
    ...some('photos', nonEmpty(photosOf(item))),
    ...some(
      'tags',
      nonEmpty(namesOf(item, ['subject', 'subjects', 'keywords', 'genre', 'genres'])),
    ),
  }
  return { input, status: statusOf(item) }
}

type Members = ReadonlyMap<string, unknown>

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]))
    : new Map()

/** A list, or the members of an object that gives each a name (1.x). */
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [...membersOf(value).values()]

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const some = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T }

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

function required(value: string | undefined, at: string, what: string): string {
  if (value !== undefined) return value
  throw new InvalidInput([{ at, detail: `ninjs needs ${what} here` }])
}

interface Text {
  readonly html: string
  readonly plain: string
}

/**
 * One text of several: `NAMEs` with role and contenttype (2.x, 3.x) or `NAME_ROLE` (1.x). HTML before plain text, then
 * by role.
 */
function labelled(item: Members, name: string, roles: readonly string[]): Text | undefined {
  const plural = name === 'body' ? 'bodies' : `${name}s`
  const entries = listOf(item.get(plural))
    .map(membersOf)
    .map((entry) => ({
      role: text(entry.get('role')) ?? 'main',
      html: /html/i.test(text(entry.get('contenttype')) ?? ''),
      value: text(entry.get('value')),
    }))
  const prefixed = [...item].flatMap(([key, value]) => {
    const role = key.startsWith(`${name}_`) ? key.slice(name.length + 1) : undefined
    const written = text(value)
    const html = /html|richtext/.test(role ?? '') || /^\s*<\w/.test(written ?? '')
    return role === undefined ? [] : [{ role, html, value: written }]
  })
  const rank = (role: string) => (roles.includes(role) ? roles.indexOf(role) : roles.length)
  const [best] = [...entries, ...prefixed]
    .flatMap(({ value, ...rest }) => (value === undefined ? [] : [{ ...rest, value }]))
    .sort((a, b) => Number(b.html) - Number(a.html) || rank(a.role) - rank(b.role))
  return best && (best.html ? ofHtml(best.value) : ofPlain(best.value))
}

const ofHtml = (html: string): Text => ({ html, plain: textOf(rawHtml(html)) })

const ofPlain = (plain: string): Text => ({
  plain,
  html: plain
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n'),
})

const escapeHtml = (plain: string): string =>
  plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const headlineOf = (item: Members): string | undefined =>
  text(item.get('headline')) ??
  labelled(item, 'headline', ['main'])?.plain ??
  text(item.get('title'))

const bodyOf = (item: Members): string | undefined =>
  labelled(item, 'body', ['main', 'richtext', 'html', 'xhtml', 'text'])?.html

/** Offsets and fractions are allowed there; ours is UTC to the second. */
function instant(item: Members, name: string): string | undefined {
  const ms = Date.parse(text(item.get(name)) ?? '')
  return Number.isNaN(ms) ? undefined : `${new Date(ms).toISOString().slice(0, 19)}Z`
}

function updatedOf(item: Members): string | undefined {
  const version = instant(item, 'versioncreated')
  return instant(item, 'firstcreated') === version ? undefined : version
}

/** `links` of 2.x and 3.x; in all of them the URI itself may be the page. */
function webLink(item: Members): string | undefined {
  const links = [...listOf(item.get('links')), ...listOf(item.get('link'))].map(membersOf)
  const canonical = links.find((link) => /canonical|self|web/i.test(text(link.get('rel')) ?? ''))
  return [canonical?.get('href'), item.get('uri')]
    .map(text)
    .find((url) => /^https?:\/\//i.test(url ?? ''))
}

/** Agencies among the sources of the information are the wire; another source, the provider, is the masthead. */
function creditsOf(item: Members): Pick<Input, 'credits' | 'publication'> {
  const sources = namesOf(item, ['infosource', 'infosources', 'provider', 'source'])
  const agencies = sources.filter((name) => findAgency(name))
  const masthead = sources.find((name) => !findAgency(name))
  return {
    ...some('credits', nonEmpty(agencies.map((name) => ({ name, role: 'wire' as const })))),
    ...some('publication', masthead === undefined ? undefined : { name: masthead }),
  }
}

function namesOf(item: Members, members: readonly string[]): string[] {
  const names = members.flatMap((member) => {
    const value = item.get(member)
    const values = typeof value === 'string' || Array.isArray(value) ? [value].flat() : [value]
    return values.flatMap((one) => text(one) ?? text(membersOf(one).get('name')) ?? [])
  })
  return [...new Set(names)]
}

function rightsOf(item: Members): Pick<Input, 'rights'> {
  const rights = {
    ...some('notice', text(item.get('copyrightnotice')) ?? text(item.get('usageterms'))),
    ...some('holder', text(item.get('copyrightholder'))),
  }
  return Object.keys(rights).length > 0 ? { rights } : {}
}

/** Pictures that are associated with the text: the widest rendition of each. */
const photosOf = (item: Members): NonNullable<Input['photos']> =>
  listOf(item.get('associations'))
    .map(membersOf)
    .filter((association) => /picture|graphic/.test(text(association.get('type')) ?? ''))
    .map((picture) => {
      const [best] = listOf(picture.get('renditions'))
        .map(membersOf)
        .filter((rendition) => /^https?:\/\//i.test(text(rendition.get('href')) ?? ''))
        .sort((a, b) => Number(b.get('width') ?? 0) - Number(a.get('width') ?? 0))
      const caption = labelled(picture, 'description', ['caption', 'main', 'text'])?.plain
      const credit =
        text(picture.get('byline')) ??
        text(picture.get('by')) ??
        text(picture.get('copyrightnotice'))
      return {
        ...some('url', text(best?.get('href'))),
        ...some('caption', caption ?? headlineOf(picture)),
        ...some('credit', credit),
      }
    })

/** One that can't be read is refused: what came with an embargo is never taken for free. */
function embargoOf(item: Members): string | undefined {
  if (text(item.get('embargoed')) === undefined || statusOf(item) === 'withheld') return undefined
  const until = instant(item, 'embargoed')
  if (until !== undefined) return until
  throw new InvalidInput([{ at: '#/embargoed', detail: 'this is no date with its hour' }])
}

/** `canceled` takes back what was published; `withheld` holds until further notice, which is an editor's. */
function statusOf(item: Members): Status {
  const status = text(item.get('pubstatus'))
  if (status === 'canceled') return 'retracted'
  return status === 'withheld' ? 'withheld' : 'published'
}
