/** The texts of an item: excerpt and body, with the credit paragraph and what a photo without a URL leaves in words. */

import { labelsOf } from '../credits/labels.ts'
import { paragraphWriter, plainPiece, withoutParagraph } from '../credits/paragraph.ts'
import type { ArticleMedia, CleanArticle } from '../model/article.ts'
import { type RawHtml, rawHtml } from '../model/html.ts'
import { cleanText, oneLine } from '../model/text.ts'
import { escapeHtml, paragraphs } from '../text/html.ts'
import type { ItemPresentation } from './presentation.ts'

export interface ItemProse {
  /** Plain text, at most 300 characters, without the credit paragraph; '' where there is no text at all. */
  readonly excerpt: string
  /** The credit paragraph that stands at the end of the excerpt, plain. */
  readonly credit?: string
  /** Excerpt and credit paragraph; all HTML here is cleaned text, or of bodies, which are clean. */
  readonly summaryHtml: string
  /**
   * The whole body and the credit paragraph, in full-text channels, where there is a body. In pieces, each whole markup:
   * joined here, a long text would be copied once more.
   */
  readonly bodyHtml?: readonly string[]
}

/** In code points, as the reader counts them. */
const EXCERPT = 300
/** HTML that an excerpt or the last paragraphs are read from: keeps long bodies cheap. In UTF-16 units. */
const HEADS = [800, 6000]
const TAIL = 1000
const LAST = 4
/** Longer ones are prose, not credit lines. */
const MAX_LINE = 600

export function proseOf(article: CleanArticle, presentation: ItemPresentation): ItemProse {
  const body = article.status === 'retracted' ? retraction(article) : article.body?.html
  const excerpt = excerptOf(article, body)
  const creditAfter = presentation.creditParagraph
    ? paragraphWriter(article, article.language)
    : () => undefined
  const credit = creditAfter(article.creditText.filter((line) => excerpt.includes(line)))
  const full = presentation.fullText && body ? body : undefined
  return {
    excerpt,
    ...(credit ? { credit } : {}),
    summaryHtml: paragraphHtml(excerpt) + paragraphHtml(credit),
    ...(full
      ? {
          bodyHtml: [
            photosBefore(article, full),
            full,
            paragraphHtml(creditAfter(lastTexts(article, full))),
          ],
        }
      : {}),
  }
}

/** Controls that turn the direction of what follows (UAX 9): unclosed, they would turn the paragraphs after. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/
const EACH_TURN = new RegExp(TURNS, 'g')
const unturned = (text: string): string => (TURNS.test(text) ? text.replace(EACH_TURN, '') : text)

const URL_AT_END = /https?:\/\/[^\s<>"]+$/

/** Plain text as a paragraph, cleaned; the URL that it ends in is a link, for people. */
function paragraphHtml(said: string | undefined): string {
  if (!said) return ''
  const text = unturned(cleanText(said))
  const url = text.includes('://') ? URL_AT_END.exec(text) : null
  if (!url) return `<p>${escapeHtml(text)}</p>`
  const href = escapeHtml(url[0])
  return `<p>${escapeHtml(text.slice(0, url.index))}<a href="${href}">${href}</a></p>`
}

/** A retracted article keeps its place; in its body stand when and why. */
function retraction({ corrections }: CleanArticle): string {
  const last = corrections.at(-1)
  const when = last ? ` ${last.at.slice(0, 10)}` : ''
  return paragraphHtml(`Retracted${when}${last?.note ? `: ${last.note}` : '.'}`)
}

function excerptOf(article: CleanArticle, body: string | undefined): string {
  const stated = article.status === 'retracted' ? '' : oneLine(article.summary ?? '')
  return shorten(withoutParagraph(article, stated || firstTexts(body ?? '')), EXCERPT)
}

/** The text that a body begins with, at least as long as an excerpt where there is as much. */
function firstTexts(html: string): string {
  let text = ''
  for (const length of HEADS) {
    // Before a tag, if one is near, or a character reference could be cut in two.
    const tag = html.lastIndexOf('<', length)
    const head = html.length > length ? html.slice(0, tag > length / 2 ? tag : length) : html
    text = paragraphs(rawHtml(head))
      .filter(({ block }) => block !== 'caption' && block !== 'heading')
      .map((paragraph) => paragraph.text)
      .join(' ')
    if (head.length === html.length || text.length > 1.5 * EXCERPT) break
  }
  return oneLine(text)
}

/** The short paragraphs that a body ends with, where they can hold anything of the credit paragraph. */
function lastTexts(article: CleanArticle, html: string): string[] {
  const from = html.length > TAIL ? html.indexOf('<', html.length - TAIL) : 0
  const tail = html.slice(Math.max(from, 0))
  if (article.creditText.length === 0 && !holdsCredit(article, tail)) return []
  return paragraphs(rawHtml(tail))
    .slice(-LAST)
    .map(({ text }) => text)
    .filter((text) => text.length <= MAX_LINE)
}

/** Whether a name or the URL occurs at all: a quick look before a slow one. */
const holdsCredit = ({ credits, publication, canonicalUrl }: CleanArticle, html: string): boolean =>
  [canonicalUrl, publication?.name, ...credits.map(({ name }) => name)].some((said) => {
    const piece = said && plainPiece(oneLine(said))
    return piece && (html.includes(piece) || html.includes(escapeHtml(piece)))
  })

/** At most `limit` code points, cut between words where there are any, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const end = unitsOf(text, limit)
  if (end === text.length) return text
  const cut = text.slice(0, end - lastUnits(text, end))
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > limit / 2 ? space : cut.length).trimEnd()}…`
}

/** Length of the first code points, in UTF-16 units. */
function unitsOf(text: string, points: number): number {
  let at = 0
  for (let n = 0; n < points && at < text.length; n++) at += isPair(text, at) ? 2 : 1
  return at
}

const lastUnits = (text: string, end: number): number => (isPair(text, end - 2) ? 2 : 1)

/** Whether two units stand for one code point there. */
const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff

/** Photos that have no URL: in words at the head of the body, each once, whatever stands there already. */
function photosBefore(article: CleanArticle, body: string): string {
  if (article.status === 'retracted') return ''
  const lines = article.media.flatMap((media) => photoLine(media, article.language))
  if (lines.length === 0) return ''
  const there = new Set(paragraphs(body as RawHtml).map(({ text }) => unturned(text)))
  return lines
    .filter((line) => !there.has(line))
    .map(paragraphHtml)
    .join('')
}

function photoLine(media: ArticleMedia, language: string | undefined): string[] {
  if (media.url) return []
  const caption = oneLine(unturned(media.caption ?? ''))
  const credit = oneLine(unturned(media.creditText ?? ''))
  if (!caption && !credit) return []
  const text = caption && credit ? `${caption} (${credit})` : caption || credit
  return [`${labelsOf(language).photo}: ${text}`]
}
