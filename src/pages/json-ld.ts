/** The article as Schema.org NewsArticle, for search engines and other programs that read pages. */

import { lastChange } from '../../feeds/formats/item.ts'
import type { CleanArticle } from '../../feeds/model/article.ts'
import type { Credit, Role } from '../../feeds/model/credit.ts'
import { instantOf } from '../../feeds/model/date.ts'
import { headlineOf } from './excerpt.ts'
import { articlePath, partyPath, type Site } from './site.ts'

/** Authors are people who wrote; wire copy without any is by its agency. */
const authorsOf = (credits: readonly Credit[]): readonly Credit[] => {
  const people = credits.filter(({ role }) => role === 'author')
  return people.length > 0 ? people : credits.filter(({ role }) => role === 'wire')
}

export function newsArticle(id: number, article: CleanArticle, site: Site): object {
  const { credits, publication, canonicalUrl, rights } = article
  const inRole = (...roles: Role[]) =>
    parties(
      credits.filter(({ role }) => roles.includes(role)),
      site,
    )
  const authors = authorsOf(credits)
  const wires = credits.filter((credit) => credit.role === 'wire' && !authors.includes(credit))
  return plain({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${site.baseUrl}${articlePath(id)}`,
    url: `${site.baseUrl}${articlePath(id)}`,
    headline: headlineOf(article),
    description: article.summary,
    inLanguage: article.language,
    datePublished: article.published,
    dateModified: dateModified(article),
    author: parties(authors, site),
    contributor: [...parties(wires, site), ...inRole('contributed')],
    translator: inRole('translation'),
    editor: inRole('editing'),
    creditText: article.creditText.join(' '),
    sourceOrganization: publication && { '@type': 'NewsMediaOrganization', ...publication },
    publisher: publication && { '@type': 'NewsMediaOrganization', ...publication },
    isBasedOn: canonicalUrl,
    copyrightNotice: rights?.notice,
    copyrightHolder: rights?.holder && { '@type': 'Organization', name: rights.holder },
    license: rights?.licenseUrl,
    keywords: article.tags.map(({ label, term }) => label ?? term),
    image: images(article, site),
    correction: article.corrections.map(({ at, note }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: at,
    })),
    creativeWorkStatus: article.status === 'retracted' ? 'Retracted' : undefined,
  })
}

/** As it was stated, where nothing came after it. */
function dateModified(article: CleanArticle): string | undefined {
  const stated = article.updated ?? article.changedAt
  const last = lastChange(article)
  return stated !== undefined && last === instantOf(stated) ? stated : last
}

const parties = (credits: readonly Credit[], site: Site): object[] =>
  credits.map((credit) => ({
    '@type': credit.kind === 'person' ? 'Person' : 'Organization',
    name: credit.name,
    url: `${site.baseUrl}${partyPath(credit)}`,
  }))

const images = ({ media, credits }: CleanArticle, site: Site): object[] =>
  media
    .filter(({ url, medium, type }) => url && (medium ?? type ?? 'image').startsWith('image'))
    .map((picture) =>
      plain({
        '@type': 'ImageObject',
        contentUrl: picture.url,
        caption: picture.caption,
        creditText: picture.creditText,
        copyrightNotice: picture.copyright,
        width: picture.width,
        height: picture.height,
        creator: parties(
          credits.filter(({ target }) => target === picture.url),
          site,
        ),
      }),
    )

/** Without what is unknown. */
const plain = (value: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, member]) =>
        member !== undefined && member !== '' && !(Array.isArray(member) && member.length === 0),
    ),
  )

/**
 * JSON for a script element: `<` must not stand in it, or a title could end the element, and U+2028 and U+2029 end a
 * line in old scripts.
 */
export const scriptJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
