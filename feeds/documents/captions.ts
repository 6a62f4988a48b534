/** Captions: what a picture shows, and the credit at their end. */

import { readCredits } from '../credits/index.ts'
import type { ArticleMedia } from '../model/article.ts'
import { type Block, isSet, type Picture, trailingSet, weightOf } from './blocks.ts'
import { afterLabel, afterWords, isLabel } from './labels.ts'

export interface Caption {
  readonly caption?: string
  /** As printed, without a label that says only "photo". */
  readonly creditText?: string
}

/** Longer text under a picture is no caption. */
export const CAPTION_LENGTH = 500
const CREDIT_LENGTH = 160
/** So much may follow the party that is credited. */
const REST_LENGTH = 40

/** Reads a caption by its form alone: where bold or italic text, brackets, a bar, a label or © set a credit apart. */
export function readCaption(block: Block): Caption {
  const ending = trailingSet(block)
  if (ending && isCredit(ending.tail))
    return { caption: ending.lead, creditText: bareCredit(ending.tail) }
  return readCaptionText(block.text.replace(/\n/g, ' '))
}

export function readCaptionText(text: string): Caption {
  const whole = afterLabel(text, 'photo')
  if (whole !== undefined && whole.length <= CREDIT_LENGTH) return { creditText: whole }
  for (const form of FORMS) {
    const match = form.exec(text)
    const credit = match?.[1]?.trim()
    if (!match || !credit || credit.length > CREDIT_LENGTH) continue
    const caption = text.slice(0, match.index).trim()
    return { ...(caption ? { caption } : {}), creditText: bareCredit(credit) }
  }
  return splitAtLabel(text) ?? splitAtCredit(text) ?? (text ? { caption: text } : {})
}

const FORMS: readonly RegExp[] = [
  /(?<=[\s.!?…]|^)((?:©|\(c\)|\(C\)|Copyright\b)[^©]{2,160})$/u,
  /\s\|\s([^|]{2,160})$/u,
  // brackets at the end count where they hold what no aside holds: a label or a slash
  /\s[([]((?:[^()[\]]*\/[^()[\]]*)|(?:[\p{L} .-]{3,24}[:：][^()[\]]*)|(?:\p{Lu}{2,6}))[)\]]\.?$/u,
]

/** `The quay at dawn. Photo: Ines Okafor` */
function splitAtLabel(text: string): Caption | undefined {
  for (const match of text.matchAll(
    /(?:^|[.!?…)"”»]\s+|\s[-–—]\s)(\p{L}[\p{L} .]{2,24})[:：]\s*(\S.{1,159})$/gu,
  )) {
    const [all, label = '', credit = ''] = match
    if (!isLabel(label, 'photo')) continue
    const caption = text
      .slice(0, match.index + all.indexOf(label))
      .replace(/\s[-–—]\s$/, '')
      .trim()
    return { ...(caption ? { caption } : {}), creditText: credit }
  }
  return undefined
}

/** Where the words themselves credit somebody: the last sentence, bracket or line that does. */
function splitAtCredit(text: string): Caption | undefined {
  const { credits } = readCredits(text, { where: 'caption' })
  const [first] = credits
  const end = credits.at(-1)?.span[1] ?? 0
  if (!first || weightOf(text.slice(end)) > REST_LENGTH) return undefined
  const starts = [...text.matchAll(/[.!?…。！？]["”’»」)]?\s+|[([（［【]|\s[-–—/]\s|\n/g)]
    .map((match) => match.index + match[0].length)
    .filter((start) => start <= first.span[0])
  const start = starts.at(-1) ?? 0
  const caption = text.slice(0, start).replace(/[\s([（［【–—/-]+$/, '')
  const creditText = text.slice(start).replace(/[\s)\]）］】]+$/, '')
  if (creditText.length > CREDIT_LENGTH) return undefined
  return { ...(caption ? { caption } : {}), creditText: bareCredit(creditText) }
}

/** A credit is short and no sentence. */
const isCredit = (text: string): boolean =>
  text.length <= CREDIT_LENGTH &&
  (!/[.!?]$/.test(text) || /\b\p{Lu}\p{L}?\.$/u.test(text)) &&
  /[\p{L}]/u.test(text)

const bareCredit = (text: string): string => {
  const inner = /^[([](.*)[)\]]$/.exec(text)?.[1] ?? text
  return afterLabel(inner, 'photo') ?? afterBy(inner) ?? inner
}

/** `Photo by X`, `Foto: X`; the word alone ("Photo agency") is a part of a name. */
const afterBy = (text: string): string | undefined =>
  /^(?:photo|photograph|photos|picture|image)s? by /i.test(text)
    ? afterWords(text, 'photo')
    : undefined

/** Whether a short paragraph under a picture belongs to it: all in italics, labelled, or with a credit at its end. */
export function isCaptionBlock(block: Block): boolean {
  if (block.text === '' || block.text.length > CAPTION_LENGTH || block.pictures.length > 0)
    return false
  if (/^(?:h[1-6]|ul|ol|table|pre|blockquote|hr)$/.test(block.name)) return false
  return isSet(block) || readCaption(block).creditText !== undefined
}

/** Whether a paragraph over the body, with no picture, is the caption of one that was not saved. */
export function isLoneCaption(block: Block): boolean {
  if (block.name !== 'p' || block.text.length > CAPTION_LENGTH || block.pictures.length > 0)
    return false
  if (afterLabel(block.text, 'photo') !== undefined) return true
  const { caption, creditText } = readCaption(block)
  return creditText !== undefined && caption !== undefined && isTelling(caption)
}

/** Says what is to be seen: a name or a section alone ("Jane Doe | Harbour Gazette") does not. */
const isTelling = (caption: string): boolean =>
  /[.!?…。！？؟]["”’»」)]*$/.test(caption) ||
  caption.split(/\s+/).length >= 4 ||
  /[\u3040-\u9fff]{8}/.test(caption)

/** The pictures of a block with the caption that stands with them; of several, the caption is the last's. */
export function photosOf(pictures: readonly Picture[], said: Caption): ArticleMedia[] {
  return pictures.map((picture, index) => {
    const own = index === pictures.length - 1 ? said : {}
    const alternative = readCaptionText(picture.title ?? picture.alt ?? '')
    const caption = own.caption ?? alternative.caption
    const creditText = own.creditText ?? alternative.creditText
    return {
      url: picture.src,
      medium: 'image',
      ...(picture.width ? { width: picture.width } : {}),
      ...(picture.height ? { height: picture.height } : {}),
      ...(caption ? { caption } : {}),
      ...(creditText ? { creditText } : {}),
    }
  })
}
