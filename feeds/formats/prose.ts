/** The texts of an item: excerpt and body, with the credit paragraph and what a photo without a URL leaves in words. */

import { labelsOf } from '../credits/labels.ts'
import { writeCreditParagraph } from '../credits/paragraph.ts'
import type { ArticleMedia, CleanArticle } from '../model/article.ts'
import { type RawHtml, rawHtml } from '../model/html.ts'
import { cleanText } from '../model/text.ts'
import { escapeHtml, paragraphs } from '../text/html.ts'
import type { ItemPresentation } from './format.ts'

export interface ItemProse {
  /** Plain text, at most 300 characters, without the credit paragraph; '' where there is no text at all. */
  readonly excerpt: string
  /** The credit paragraph that stands at the end of the excerpt, plain. */
  readonly credit?: string
  /** Excerpt and credit paragraph. */
  readonly summaryHtml: string
  /** The whole body and the credit paragraph; in full-text channels, where there is a body. */
  readonly bodyHtml?: string
}

/** In code points, as the reader counts them. */
const EXCERPT = 300
/** HTML that an excerpt or the last paragraphs are read from: keeps long bodies cheap. In UTF-16 units. */
const HEAD = 4000
const TAIL = 3000
const LAST = 4

export function proseOf(article: CleanArticle, presentation: ItemPresentation): ItemProse {
  const body = article.status === 'retracted' ? retraction(article) : article.body?.html
  const excerpt = excerptOf(article, body)
  const credit = presentation.creditParagraph
    ? creditAfter(
        article,
        article.creditText.filter((line) => excerpt.includes(line)),
      )
    : undefined
  const full =
    presentation.fullText && body ? bodyWithCredit(article, body, presentation) : undefined
  return {
    excerpt,
    ...(credit ? { credit } : {}),
    summaryHtml: paragraphHtml(excerpt) + paragraphHtml(credit),
    ...(full ? { bodyHtml: full } : {}),
  }
}

function bodyWithCredit(
  article: CleanArticle,
  body: string,
  { creditParagraph }: ItemPresentation,
): string {
  const photos = article.status === 'retracted' ? '' : photoParagraphs(article, body)
  const credit = creditParagraph ? creditAfter(article, lastTexts(body)) : undefined
  return photos + body + paragraphHtml(credit)
}

const creditAfter = (article: CleanArticle, already: readonly string[]): string | undefined =>
  writeCreditParagraph(article, { language: article.language, already })

const URL_AT_END = /https?:\/\/[^\s<>"]+$/

/** Plain text as a paragraph; the URL that it ends in is a link, for people. */
function paragraphHtml(text: string | undefined): string {
  if (!text) return ''
  const url = URL_AT_END.exec(text)
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
  const stated = article.status === 'retracted' ? undefined : article.summary
  const text = stated?.trim() ? stated : firstTexts(body ?? '')
  return shorten(cleanText(text).replace(/\s+/g, ' ').trim(), EXCERPT)
}

function firstTexts(html: string): string {
  const head = html.length > HEAD ? html.slice(0, html.lastIndexOf('<', HEAD)) : html
  return paragraphs(rawHtml(head))
    .filter(({ block }) => block !== 'caption' && block !== 'heading')
    .map(({ text }) => text)
    .join(' ')
}

function lastTexts(html: string): string[] {
  const from = html.length > TAIL ? html.indexOf('<', html.length - TAIL) : 0
  return paragraphs(rawHtml(html.slice(Math.max(from, 0))))
    .slice(-LAST)
    .map(({ text }) => text)
}

/** At most `limit` code points, cut between words where there are any, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const points = [...text]
  if (points.length <= limit) return text
  const cut = points.slice(0, limit - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > limit / 2 ? space : cut.length).trimEnd()}…`
}

/** Photos that have no URL: in words at the head of the body, each once, whatever stands there already. */
function photoParagraphs(article: CleanArticle, body: string): string {
  const lines = article.media.flatMap((media) => photoLine(media, article.language))
  if (lines.length === 0) return ''
  const there = new Set(paragraphs(body as RawHtml).map(({ text }) => text))
  return lines
    .filter((line) => !there.has(line))
    .map(paragraphHtml)
    .join('')
}

function photoLine(media: ArticleMedia, language: string | undefined): string[] {
  if (media.url) return []
  const caption = media.caption?.replace(/\s+/g, ' ').trim()
  const credit = media.creditText?.replace(/\s+/g, ' ').trim()
  if (!caption && !credit) return []
  const text = caption && credit ? `${caption} (${credit})` : (caption ?? credit ?? '')
  return [`${labelsOf(language).photo}: ${cleanText(text)}`]
}
