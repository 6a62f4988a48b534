/** Which parties each format names as who wrote and who contributed (DESIGN: provenance in each format). */

import type { CleanArticle } from '../model/article.ts'
import type { Credit, Role } from '../model/credit.ts'
import { oneLine } from '../model/text.ts'
import { parseUrl } from '../model/url.ts'

export interface Party {
  readonly name: string
  /** Absent for who simply wrote. */
  readonly role?: Role | 'publisher'
}

export interface Parties {
  /** Who wrote: the persons, else the agency whose copy it is. */
  readonly authors: readonly Party[]
  /** The agency beside a byline, and whoever contributed. */
  readonly contributors: readonly Party[]
  /** Translators and editors: for formats that can say which. */
  readonly others: readonly Party[]
}

/** Nobody is named twice in one place: readers list every name that they find. */
export function partiesOf({ credits }: Pick<CleanArticle, 'credits'>): Parties {
  const wrote = inRole(credits, 'author').map(({ name }) => ({ name }))
  const wire = inRole(credits, 'wire')
  return {
    authors: wrote.length > 0 ? wrote : wire,
    contributors: [...(wrote.length > 0 ? wire : []), ...inRole(credits, 'contributed')],
    others: [...inRole(credits, 'translation'), ...inRole(credits, 'editing')],
  }
}

function inRole(credits: readonly Credit[], role: Role): Party[] {
  const byName = new Map<string, Party>()
  for (const credit of credits) {
    const name = credit.role === role ? oneLine(credit.name) : ''
    if (name && !byName.has(name)) byName.set(name, { name, role })
  }
  return [...byName.values()]
}

/**
 * Atom demands an author (RFC 4287 section 4.1.2): where nobody is known the publication, in a role that is read
 * back as no author.
 */
export function publisherOf(article: CleanArticle): Party {
  const name =
    oneLine(article.publication?.name ?? '') ||
    oneLine(article.upstreamFeed?.title ?? '') ||
    (article.canonicalUrl ? hostOf(article.canonicalUrl) : '')
  return { name: name || 'unknown', role: 'publisher' }
}

const hostOf = (url: string): string => parseUrl(url)?.hostname ?? ''
