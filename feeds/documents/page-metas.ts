/** What a page's `meta` elements say of its article. */

import { textOf } from '../text/html.ts'
import { webUrl } from '../text/web-url.ts'
import { dateOf, personsOf } from './declare.ts'
import { type Declared, UNDECLARED } from './declared.ts'
import { type Metas, metaOf } from './dom.ts'
import { given, texts } from './fields.ts'

/** Names in the order in which they are asked: OpenGraph, Dublin Core, then those of analytics and mail tools. */
const TITLE = 'og:title dc.title dcterms.title parsely-title sailthru.title twitter:title'
const PUBLISHED =
  'article:published_time datepublished parsely-pub-date sailthru.date dc.date.issued dcterms.created dc.date dcterms.date date pubdate publish-date og:published_time'
const UPDATED = 'article:modified_time og:updated_time dcterms.modified last-modified datemodified'
const SUMMARY = 'og:description description dc.description twitter:description'
const SITE = 'og:site_name application-name dc.publisher dcterms.publisher'
const IMAGE = 'og:image:secure_url og:image og:image:url twitter:image twitter:image:src'
const AUTHORS =
  'author article:author parsely-author sailthru.author dc.creator dcterms.creator byl'

export function metaFacts(metas: Metas): Declared {
  const published = dateOf(metaOf(metas, PUBLISHED), 'meta published')
  const updated = dateOf(metaOf(metas, UPDATED), 'meta modified')
  const site = plain(metas, SITE)
  const image = metaOf(metas, IMAGE)
  const rights = metaOf(metas, 'dc.rights dcterms.rights copyright')
  return {
    ...UNDECLARED,
    ...given('title', plain(metas, TITLE)),
    ...given('published', published.date),
    ...given('updated', updated.date === published.date ? undefined : updated.date),
    ...given('summary', plain(metas, SUMMARY)),
    ...given('publication', site ? { name: site } : undefined),
    ...given('rights', rights ? { notice: rights } : undefined),
    authors: authorNames(metas).flatMap((name) => personsOf(name)),
    tags: tagsOf(metas),
    photos: image
      ? [{ url: image, medium: 'image', ...given('caption', plain(metas, 'og:image:alt')) }]
      : [],
    faults: [...published.faults, ...updated.faults],
  }
}

const plain = (metas: Metas, names: string): string | undefined => {
  const text = metaOf(metas, names)
  return text === undefined ? undefined : textOf(text)
}

/** `article:author` is often the address of a profile. */
const authorNames = (metas: Metas): readonly string[] =>
  AUTHORS.split(' ')
    .map((name) => (metas.get(name) ?? []).filter((content) => !webUrl(content)))
    .find((names) => names.length > 0) ?? []

function tagsOf(metas: Metas) {
  const tags = [...(metas.get('article:tag') ?? [])]
  const keywords =
    tags.length > 0 ? tags : texts(metaOf(metas, 'news_keywords keywords parsely-tags'), true)
  return [...new Set(keywords.map(textOf))].filter(Boolean).map((term) => ({ term }))
}
