/** The little of a page's DOM that reading an article needs. */

import { CreditlineError } from '../model/error.ts'
import { scanHtml, VOID_ELEMENTS } from '../text/html-scan.ts'

export interface PageElement {
  readonly tagName: string
  readonly textContent: string | null
  readonly parentElement: PageElement | null
  readonly children: ArrayLike<PageElement>
  innerHTML: string
  readonly outerHTML: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
  remove(): void
  replaceWith(node: PageElement): void
  append(node: PageElement): void
  contains(node: PageElement): boolean
}

export interface Page extends PageElement {
  readonly documentElement: PageElement
  readonly body: PageElement | null
  readonly title: string
  createElement(name: string): PageElement
}

/** Longer pages hold more than an article. UTF-16 units. */
const MAX_PAGE = 5_000_000

/** Throws `invalid` for a page that is too long, has too many elements or nests too deep to be an article. */
export function demandModest(html: string): void {
  if (html.length > MAX_PAGE)
    throw new CreditlineError(
      'invalid',
      'This page is longer than five million characters: no article is.',
    )
  if (isTooMuch(html))
    throw new CreditlineError(
      'invalid',
      'This page has more elements, or deeper ones, than an article has.',
    )
}

/** Real pages stay below two hundred and ten thousand; the DOM's time grows with the square of both. */
const MAX_DEPTH = 800
const MAX_ELEMENTS = 30_000

/** Counts elements, and those open at once whether or not the page closes them; what the next one ends is not open. */
function isTooMuch(html: string): boolean {
  let depth = 0
  let elements = 0
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') continue
    if (token.kind === 'open') elements++
    if (!VOID_ELEMENTS.has(token.name) && !SELF_ENDING.has(token.name))
      depth = Math.max(0, depth + (token.kind === 'open' ? 1 : -1))
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) return true
  }
  return false
}

const SELF_ENDING = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd', 'option'])

/** An element's text, white space collapsed. */
export const shownText = (element: PageElement | null): string =>
  (element?.textContent ?? '').replace(/[^\S\u3000]+/g, ' ').trim()

export const attribute = (element: PageElement | null, name: string): string | undefined =>
  element?.getAttribute(name)?.trim() || undefined

/** The contents of a page's `meta` elements by their name, property or http-equiv in lower case. */
export type Metas = ReadonlyMap<string, readonly string[]>

export function metasOf(page: Page): Metas {
  const metas = new Map<string, string[]>()
  for (const meta of page.querySelectorAll('meta')) {
    const content = attribute(meta, 'content')
    const name =
      attribute(meta, 'property') ?? attribute(meta, 'name') ?? attribute(meta, 'http-equiv')
    if (!content || !name) continue
    metas.set(name.toLowerCase(), [...(metas.get(name.toLowerCase()) ?? []), content])
  }
  return metas
}

/** The first content of these names, in their order. */
export const metaOf = (metas: Metas, names: string): string | undefined =>
  names
    .split(' ')
    .map((name) => metas.get(name)?.[0])
    .find((content) => content !== undefined)
