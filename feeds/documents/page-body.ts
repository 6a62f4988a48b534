/** Finds the article's own text in a page, with its pictures, and the credit lines that stand outside of it. */

import type { ArticleMedia } from '../model/article.ts'
import type { DocumentLine } from '../model/document.ts'
import { textOf } from '../text/html.ts'
import { type Block, blocksOf } from './blocks.ts'
import { photosOf, readCaption } from './captions.ts'
import { isByline, isCreditLine } from './credit-lines.ts'
import { readDate } from './dates.ts'
import { type Page, type PageElement, shownText } from './dom.ts'

export interface PageBody {
  readonly html: string
  readonly photos: readonly ArticleMedia[]
  readonly lines: readonly DocumentLine[]
}

/** Pictures and lines are looked for in the whole article element; then `contentOf`, which spoils the page, takes the text. */
export function pageBody(page: Page, contentOf: (page: Page) => string): PageBody {
  tidy(page)
  const article = articleOf(page)
  const photos = figuresOf(article).flatMap(photosOfFigure)
  const candidates = linesOf(article)
  const byline = bylineOf(article)
  const html = contentOf(page)
  const kept = textOf(html)
  const lost = candidates.filter(({ text }) => !kept.includes(text))
  return { html, photos, lines: [...byline, ...lost] }
}

const CREDIT_PARTS =
  '[class*="credit" i],[class*="copyright" i],[class*="photographer" i],[class*="image-source" i],[class*="agency" i],[itemprop~="creditText"],[itemprop~="copyrightHolder"],cite,small'

/** Puts the credit of each caption in italics behind it, whatever the page marks it with, so that it stays apart. */
function tidy(page: Page): void {
  for (const script of [...page.querySelectorAll('script,style,template,noscript')]) script.remove()
  for (const caption of [
    ...page.querySelectorAll('figcaption,.wp-caption-text,[class*="caption" i]'),
  ]) {
    const credit = caption.querySelector(CREDIT_PARTS)
    if (!credit || shownText(credit) === '' || shownText(credit) === shownText(caption)) continue
    const set = page.createElement('em')
    set.innerHTML = credit.innerHTML
    credit.remove()
    const gap = page.createElement('span')
    gap.innerHTML = ' '
    caption.append(gap)
    caption.append(set)
  }
}

/** The element that holds the article with its head: the `article` that holds the main heading, else `main`, else all. */
function articleOf(page: Page): PageElement {
  const heading = page.querySelector('article h1,main h1,h1')
  return (
    heading?.closest('article,[itemtype*="Article"]') ??
    page.querySelector('[itemtype*="Article"]') ??
    page.querySelector('article') ??
    page.querySelector('main,[role="main"]') ??
    page.body ??
    page.documentElement
  )
}

const ASIDES =
  'aside,nav,footer,form,[class*="related" i],[class*="recommend" i],[class*="teaser" i],[class*="comment" i],[class*="promo" i],[class*="newsletter" i]'

const isAside = (element: PageElement, article: PageElement): boolean => {
  const aside = element.closest(ASIDES)
  return aside !== null && aside !== article && article.contains(aside)
}

const MAX_FIGURES = 200

const figuresOf = (article: PageElement): PageElement[] =>
  [...article.querySelectorAll('figure,.wp-caption,[class*="figure" i]')]
    .slice(0, MAX_FIGURES)
    .filter(
      (figure) =>
        figure.querySelector('img') !== null &&
        !isAside(figure, article) &&
        !figure.querySelector('figure'),
    )

function photosOfFigure(figure: PageElement): ArticleMedia[] {
  const pictures =
    blocksOf(
      `<p>${[...figure.querySelectorAll('img')].map((img) => img.outerHTML).join('')}</p>`,
    )[0]?.pictures ?? []
  const caption = figure.querySelector('figcaption,.wp-caption-text,[class*="caption" i]')
  const [block] = caption ? blocksOf(`<p>${caption.innerHTML}</p>`) : []
  return photosOf(pictures, captionOf(block))
}

const captionOf = (block: Block | undefined) => (block ? readCaption(block) : {})

const BYLINES =
  '[class*="byline" i],[rel~="author"],[class*="author-name" i],[class*="article-author" i],[itemprop~="author"]'

/** The byline as it is shown: the first of the usual places that reads as one. */
function bylineOf(article: PageElement): DocumentLine[] {
  for (const element of article.querySelectorAll(BYLINES)) {
    const text = shownText(element)
    if (text !== '' && !isAside(element, article) && (isByline(text) || isCreditLine(text)))
      return [{ text, where: 'byline' }]
  }
  return []
}

/** Short lines of the article that only credit, wherever they stand: systems put them outside of the text. */
function linesOf(article: PageElement): DocumentLine[] {
  const lines: DocumentLine[] = []
  for (const element of article.querySelectorAll('p,div,span,li,em,small,footer')) {
    if (lines.length >= 20) break
    const text = shownText(element)
    if (text === '' || text.length > 300 || element.querySelector('p,div,ul,figure')) continue
    if (isAside(element, article) || element.closest('figure,figcaption')) continue
    if (!isByline(text) && !readDate(text) && isCreditLine(text)) lines.push({ text, where: 'end' })
  }
  return lines
}
