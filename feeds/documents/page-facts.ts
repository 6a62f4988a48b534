/** What a page says of its article outside of the text: structured data, microdata, metas and links. */

import type { CanonicalEvidence, PageEvidence } from '../model/canonical.ts'
import type { Fault } from '../model/fault.ts'
import { textOf } from '../text/html.ts'
import { webUrl } from '../text/web-url.ts'
import { dateOf, personsOf } from './declare.ts'
import { type Declared, UNDECLARED } from './declared.ts'
import {
  attribute,
  type Metas,
  metaOf,
  metasOf,
  type Page,
  type PageElement,
  shownText,
} from './dom.ts'
import { type Fields, field, given, texts, webText } from './fields.ts'
import { articlesIn, declaredOfLd, nodesById } from './json-ld.ts'
import { metaFacts } from './page-metas.ts'

export interface PageFacts {
  readonly declared: Declared
  /** The article's own text, where the structured data has it. */
  readonly text?: string
}

/** Joins the layers: JSON-LD first, then microdata, then metas; of lists, the first layer that has any. */
export function pageFacts(page: Page, html: string): PageFacts {
  const metas = metasOf(page)
  const url = savedFrom(html)
  const ld = structuredData(page, url ?? canonicalLink(page))
  const layers = [ld.declared, microdata(page), metaFacts(metas)]
  const title = layers.map((layer) => layer.title).find(Boolean) ?? headTitle(page)
  const language = layers.map((layer) => layer.language).find(Boolean) ?? pageLanguage(page, metas)
  const licenseUrl = webUrl(
    attribute(page.querySelector('link[rel~="license"],a[rel~="license"]'), 'href') ?? '',
  )?.href
  const joined = layers.reduce(joinLayers)
  const rights = joined.rights ?? (licenseUrl ? { licenseUrl } : undefined)
  return {
    declared: {
      ...joined,
      ...given('title', title),
      ...given('language', language),
      ...given('rights', rights),
      canonical: evidenceOf(page, metas, url, ld.declared),
    },
    ...given('text', ld.text),
  }
}

function evidenceOf(
  page: Page,
  metas: Metas,
  url: string | undefined,
  ld: Declared,
): CanonicalEvidence {
  const evidence: PageEvidence = {
    ...given('url', url),
    ...given('relCanonical', canonicalLink(page)),
    ...given('ogUrl', metaOf(metas, 'og:url')),
    ...given('jsonLd', ld.canonical.page?.jsonLd),
    ...given('syndicationSource', metaOf(metas, 'syndication-source')),
    ...given('originalSource', metaOf(metas, 'original-source')),
  }
  return Object.keys(evidence).length > 0 ? { page: evidence } : {}
}

function joinLayers(first: Declared, second: Declared): Declared {
  const either = <T>(a: readonly T[], b: readonly T[]) => (a.length > 0 ? a : b)
  return {
    ...second,
    ...first,
    authors: either(first.authors, second.authors),
    contributors: either(first.contributors, second.contributors),
    credits: either(first.credits, second.credits),
    tags: either(first.tags, second.tags),
    lines: [...first.lines, ...second.lines],
    photos: either(first.photos, second.photos),
    related: either(first.related, second.related),
    faults: [...first.faults, ...second.faults],
  }
}

/** Browsers and page savers note in a comment where a page was saved from. */
function savedFrom(html: string): string | undefined {
  const head = html.slice(0, 5000)
  const said =
    /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(head)?.[1] ??
    /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i.exec(head)?.[1]
  return webText(said)
}

function canonicalLink(page: Page): string | undefined {
  for (const link of page.querySelectorAll('link[rel~="canonical"]')) {
    const href = attribute(link, 'href')
    if (href) return href
  }
  return undefined
}

interface Structured {
  readonly declared: Declared
  readonly text?: string
}

/** The page's article among all JSON-LD: the one that names this page's address, else the first. */
function structuredData(page: Page, url: string | undefined): Structured {
  const values: unknown[] = []
  const faults: Fault[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      values.push(JSON.parse(jsonText(script.textContent ?? '')))
    } catch {
      faults.push({
        code: 'json_ld_unreadable',
        at: 'script',
        text: (script.textContent ?? '').trim().slice(0, 200),
      })
    }
  }
  const articles = articlesIn(values)
  const article = articles.find((one) => isOf(one, url)) ?? articles[0]
  if (!article) return { declared: { ...UNDECLARED, faults } }
  const declared = declaredOfLd(article, nodesById(values))
  const [text] = texts(field(article, 'articlebody'))
  return {
    declared: { ...declared, faults: [...faults, ...declared.faults] },
    ...given('text', text),
  }
}

const isOf = (article: Fields, url: string | undefined): boolean =>
  url !== undefined && declaredOfLd(article).canonical.page?.jsonLd === url

/** Without what systems put around it: comments, CDATA, and line breaks inside strings, which JSON forbids. */
const jsonText = (text: string): string =>
  text
    .replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, '')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .replace(/[\u0000-\u001f]+/g, ' ')

/** schema.org in attributes, inside the element that says it is an article. */
function microdata(page: Page): Declared {
  const scope = page.querySelector('[itemtype*="Article"],[itemtype*="BlogPosting"]')
  if (!scope) return UNDECLARED
  const property = (name: string) => itemOf(scope, name)
  const published = dateOf(property('datePublished'), 'itemprop datePublished')
  const updated = dateOf(property('dateModified'), 'itemprop dateModified')
  const authors = [...scope.querySelectorAll('[itemprop~="author"]')].flatMap((author) =>
    personsOf(itemOf(author, 'name') ?? itemValue(author)),
  )
  return {
    ...UNDECLARED,
    ...given('title', property('headline')),
    ...given('published', published.date),
    ...given('updated', updated.date === published.date ? undefined : updated.date),
    ...given('language', property('inLanguage')),
    authors: authors.filter(
      ({ name }, index) => authors.findIndex((a) => a.name === name) === index,
    ),
    faults: [...published.faults, ...updated.faults],
  }
}

const itemOf = (scope: PageElement, name: string): string | undefined =>
  itemValue(scope.querySelector(`[itemprop~="${name}"]`))

const itemValue = (element: PageElement | null): string | undefined =>
  attribute(element, 'content') ??
  attribute(element, 'datetime') ??
  (shownText(element) || undefined)

const pageLanguage = (page: Page, metas: Metas): string | undefined => {
  const said =
    attribute(page.documentElement, 'lang') ??
    attribute(page.documentElement, 'xml:lang') ??
    metaOf(metas, 'og:locale content-language dc.language')
  const tag = said?.replace('_', '-')
  return tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
}

/** The page's title without the masthead behind it: of its parts by bar or dash, the one that a heading repeats. */
function headTitle(page: Page): string | undefined {
  const headings = [...page.querySelectorAll('h1')].map(shownText).filter(Boolean)
  const title = textOf(page.title ?? '')
  return (
    headings.find((heading) => title.startsWith(heading)) ??
    headings[0] ??
    (title.replace(/\s+[|–—·-]\s+[^|–—·]{2,40}$/, '') || undefined)
  )
}
