/** A cleaned body made to fit inside a page: its headings below the page's own, one landmark `main`, pictures loaded late. */

import type { SafeHtml } from '../../feeds/model/html.ts'

const LANDMARKS = /<(\/?)(?:main|header|footer|aside)(?=[\s>])/g
const HEADINGS = /<(\/?)h([1-6])(?=[\s>])/g
const IMAGES = /<img(?=[\s>])([^>]*)>/g
const TABLES = /<table(?=[\s>])/g

/**
 * The cleaned HTML with headings from h2 on and no level left out, what would be a second landmark of the page as
 * plain blocks, and images that have an `alt` and wait until they are near. What sanitize() writes is in one normal
 * form (`<` and `>` in attributes are references), so that tags can be replaced by pattern.
 */
export const embedBody = (html: SafeHtml): string =>
  nestHeadings(html.replace(LANDMARKS, '<$1div'))
    .replace(IMAGES, (_, attributes: string) =>
      /\salt=/.test(attributes)
        ? `<img loading="lazy"${attributes}>`
        : `<img loading="lazy" alt=""${attributes}>`,
    )
    .replace(TABLES, '<table tabindex="0"')

function nestHeadings(html: string): string {
  const open: number[] = []
  const stated: number[] = []
  let level = 1
  return html.replace(HEADINGS, (_, slash: string, digit: string) => {
    if (slash) return `</h${open.pop() ?? level}`
    while ((stated.at(-1) ?? 0) >= Number(digit)) stated.pop()
    stated.push(Number(digit))
    level = Math.min(6, stated.length + 1)
    open.push(level)
    return `<h${level}`
  })
}
