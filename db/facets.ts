/** Facets: what articles can be selected by. Those of an article, and those that a selection asks for. */

import type { Article } from '../feeds/model/article.ts'
import type { Selection } from '../feeds/model/channel.ts'
import { type Credit, partyId, slug } from '../feeds/model/credit.ts'

export interface Facet {
  readonly key: string
  readonly name?: string
}

export const ALL = 'all'
/** Has no articles: moves when full text was indexed. */
export const SEARCH = 'search'

/** A feed may state any number of tags or people; beyond these, nobody selects. The article keeps them all. */
const MOST_TAGS = 50
const MOST_CREDITS = 100
const LONGEST_NAME = 200

/** Every facet of an article, each once. */
export function facetsOf(article: Article, sourceSlug: string): Facet[] {
  const facets = new Map<string, Facet>()
  const add = (facet: Facet) => {
    if (!facets.has(facet.key)) facets.set(facet.key, facet)
  }
  add({ key: ALL })
  add({ key: `source:${sourceSlug}` })
  for (const credit of article.credits.slice(0, MOST_CREDITS)) creditFacets(credit).forEach(add)
  for (const tag of article.tags.slice(0, MOST_TAGS)) {
    const name = tag.label ?? tag.term
    add({ key: `tag:${slug(name)}`, name: shown(name) })
  }
  for (const range of languageRanges(article.language)) add({ key: `lang:${range}` })
  return [...facets.values()]
}

const shown = (name: string): string => name.slice(0, LONGEST_NAME).toWellFormed()

export const partyKey = (kind: Credit['kind'], id: string): string =>
  `${kind === 'person' ? 'person' : 'agency'}:${id}`

export const tagKey = (tag: string): string => `tag:${slug(tag)}`

function creditFacets(credit: Credit): Facet[] {
  const party = partyKey(credit.kind, partyId(credit))
  return [
    { key: party, name: shown(credit.name) },
    { key: `${party}:${credit.role}` },
    { key: `role:${credit.role}` },
  ]
}

/** `zh-Hant-TW` is found under zh, zh-hant and zh-hant-tw (RFC 4647 basic filtering). */
function languageRanges(language: string | undefined): string[] {
  if (!language) return []
  const parts = language.toLowerCase().split(/[-_]/).slice(0, 4)
  return parts.map((_, at) => parts.slice(0, at + 1).join('-'))
}

/** Facets of which an article must have one of each group. Empty when everything is selected. */
export function groupsOf(selection: Selection): (readonly string[])[] {
  const { source, agency, person, tag, language, role } = selection
  const groups: string[][] = []
  if (source && source.length > 0) groups.push([...new Set(source)].map((s) => `source:${s}`))
  // The role is the agency's where an agency is asked for, else the person's, else anybody's.
  if (agency) groups.push([withRole(partyKey('organization', agency), role)])
  if (person) groups.push([withRole(partyKey('person', person), agency ? undefined : role)])
  if (role && !agency && !person) groups.push([`role:${role}`])
  if (tag) groups.push([tagKey(tag)])
  if (language) groups.push([`lang:${language.toLowerCase()}`])
  return groups
}

const withRole = (key: string, role: string | undefined): string => (role ? `${key}:${role}` : key)
