/** Reads what stands between the title and the body: dates, bylines, the picture. */

import type { ArticleMedia } from '../model/article.ts'
import { type Block, isSet, weightOf } from './blocks.ts'
import { CAPTION_LENGTH, isCaptionBlock, isLoneCaption, photosOf, readCaption } from './captions.ts'
import { isAgencyByline, isByline, isCreditLine } from './credit-lines.ts'
import { readDate } from './dates.ts'
import { type Found, join, joinAll, NOTHING, only, type Rest, unplaced } from './found.ts'
import { afterLabel, afterWords, isLabel, splitTags } from './labels.ts'

/** The head is looked for in so many blocks at most, and ends with the first paragraph of prose. */
const REACH = 12
const PROSE_LENGTH = 180
const SENTENCE_LENGTH = 70
const LINE_LENGTH = 160
const REST_LENGTH = 60

/** The blocks that are left keep their order: a standfirst over the date stays at the top of the body. */
export function readHead(blocks: readonly Block[], language?: string): Rest {
  const found: Found[] = []
  const kept: Block[] = []
  let at = 0
  while (at < Math.min(blocks.length, REACH)) {
    const block = blocks[at]
    if (!block) break
    const step = readPhoto(blocks, at) ?? readLine(block, language)
    if (step) {
      found.push(step.found)
      at += step.used
    } else if (isProse(block)) break
    else {
      if (kept.length === 0 && isKicker(block)) found.push(unplaced(block.text, 'head'))
      else if (block.name !== 'hr') kept.push(block)
      at++
    }
  }
  return { found: joinAll(found), body: [...kept, ...blocks.slice(at)] }
}

interface Step {
  readonly found: Found
  /** How many blocks it took. */
  readonly used: number
}

/** A paragraph of the body: long, or a sentence of some length. */
function isProse(block: Block): boolean {
  const { name, text } = block
  const length = weightOf(text)
  if (/^(?:ul|ol|table|pre|blockquote)$/.test(name)) return true
  // A standfirst is set apart, and stands over the date as often as under it.
  if (isSet(block) && length <= 2 * PROSE_LENGTH) return false
  return (
    length > PROSE_LENGTH ||
    (length > SENTENCE_LENGTH && /[.!?…。！？؟۔।]["”’»」』)）]*$/.test(text))
  )
}

/** A word or two over the text, such as the name of the section. */
const isKicker = ({ name, text, pictures }: Block): boolean =>
  !/^h\d$/.test(name) &&
  pictures.length === 0 &&
  text !== '' &&
  text.length <= 40 &&
  !/^<?https?:/i.test(text) &&
  !/[.!?…:。！？：؟۔।]["”’»)]*$/.test(text)

function readPhoto(blocks: readonly Block[], at: number): Step | undefined {
  const block = blocks[at]
  if (!block) return undefined
  if (block.pictures.length > 0 && block.text.length <= CAPTION_LENGTH) {
    const next = blocks[at + 1]
    const below = block.text === '' && next !== undefined && isCaptionBlock(next) && !isDated(next)
    const caption = readCaption(below ? next : block)
    return { found: only({ photos: photosOf(block.pictures, caption) }), used: below ? 2 : 1 }
  }
  if (!isLoneCaption(block) || isByline(block.text) || isDated(block)) return undefined
  const photo: ArticleMedia = { medium: 'image', ...readCaption(block) }
  return { found: only({ photos: [photo] }), used: 1 }
}

const isDated = (block: Block): boolean =>
  block.text.length <= LINE_LENGTH && readDateLine(block.text, undefined) !== undefined

function readLine(block: Block, language: string | undefined): Step | undefined {
  if (block.text === '' || block.text.length > LINE_LENGTH || /https?:\/\//i.test(block.text))
    return undefined
  const parts = block.text.split(/\n|\s+[|·•]\s+|\s+[–—]\s+|\s{2,}/).map((part) => part.trim())
  const readings = parts.filter(Boolean).map((part) => readPart(part, language))
  if (readings.every((reading) => reading === undefined)) return undefined
  const found = parts
    .filter(Boolean)
    .map((part, index) => readings[index] ?? unplaced(part, 'head'))
  return { found: joinAll(found), used: 1 }
}

function readPart(part: string, language: string | undefined): Found | undefined {
  const dated = readDateLine(part, language)
  if (dated) return dated
  const tags = afterLabel(part, 'tags')
  if (tags !== undefined) return only({ tags: splitTags(tags) })
  if (isByline(part) || isAgencyByline(part))
    return only({ lines: [{ text: part, where: 'byline' }] })
  return isCreditLine(part) ? only({ lines: [{ text: part, where: 'end' }] }) : undefined
}

/** A line that is a date, with its label, weekday, place or byline at most. */
function readDateLine(text: string, language: string | undefined): Found | undefined {
  const update = afterLabel(text, 'updated') ?? afterWords(text, 'updated')
  const line = update ?? afterLabel(text, 'published') ?? afterWords(text, 'published') ?? text
  const reading = readDate(line, language)
  if (!reading) return undefined
  const before = trimmed(reading.before)
  const after = trimmed(reading.after)
  const left = aroundDate(before)
  const right = aroundDate(after) ?? readDateLine(after, language)
  if (!left || (!right && after.length > REST_LENGTH)) return undefined
  const around = join(left, right ?? unplaced(after, 'date'))
  const date = update === undefined ? { published: reading.date } : { updated: reading.date }
  return join(only(date), around)
}

const trimmed = (text: string): string => text.replace(/^[\s,;|·•–—()-]+|[\s,;|·•–—(-]+$/g, '')

/** What may stand beside a date; undefined for words that make it a sentence. */
function aroundDate(text: string): Found | undefined {
  if (text === '' || isWeekday(text) || isLabel(text, 'published')) return NOTHING
  if (isByline(text)) return only({ lines: [{ text, where: 'byline' }] })
  return text.split(/\s+/).length <= 3 && text.length <= 40 ? unplaced(text, 'date') : undefined
}

const WEEKDAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag
  mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles
  jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira
  quinta-feira sexta-feira понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер
  п'ятниця субота неділя poniedziałek wtorek środa czwartek piątek sobota niedziela maandag dinsdag woensdag donderdag
  vrijdag zaterdag zondag الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日
  星期一 星期二 星期三 星期四 星期五 星期六 星期日 г г. року ж`.split(/\s+/),
)
const isWeekday = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .every(
      (word) =>
        WEEKDAYS.has(word.replace(/^\(|\)$/g, '')) || WEEKDAYS.has(word.replace(/[.,]$/, '')),
    )
