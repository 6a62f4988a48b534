/** Reads dates as people write them over an article, in many languages, with the precision that they state. */

import type { DateText } from '../model/date.ts'
import { monthOf } from './months.ts'

export interface DateReading {
  readonly date: DateText
  /** The text around the date and its time. */
  readonly before: string
  readonly after: string
}

/**
 * The first date in a short text. A time counts only with its zone: without one, the day is all that is known.
 * `05/06/2025`, which is May or June by country, is read by language where that is known and else not at all.
 */
export function readDate(text: string, language?: string): DateReading | undefined {
  const line = asciiDigits(text)
  for (const form of FORMS) {
    const match = form.pattern.exec(line)
    const day = match && form.read(match, language)
    if (!match || !day) continue
    const after = line.slice(match.index + match[0].length)
    const time = TIME.exec(after)
    const instant = time && instantOf(day, time)
    return {
      date: instant ?? day,
      before: line.slice(0, match.index),
      after: time ? after.slice(time[0].length) : after,
    }
  }
  return undefined
}

interface Form {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray, language: string | undefined) => DateText | undefined
}

const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª|-?[гй]о)?'
const YEAR = '((?:19|20)\\d\\d)'
const WORD = '(\\p{L}[\\p{L}\\p{M}]+(?: (?:الأول|الثاني))?)'

const FORMS: readonly Form[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/,
    read: ([, y, m, d]) => dayOf(y, m, d),
  },
  {
    // 2025年5月16日, 2025년 5월 16일
    pattern: /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/,
    read: ([, y, m, d]) => dayOf(y, m, d),
  },
  {
    // 16 May 2025, 16. Mai 2025, 16 de mayo de 2025, 16 мая 2025 г.
    pattern: new RegExp(
      `(?<!\\d)${DAY}\\s+(?:(?:de|di|of|del|d')\\s+)?${WORD}\\.?,?\\s+(?:(?:de|del|of)\\s+)?${YEAR}(?!\\d)`,
      'iu',
    ),
    read: ([, d, word, y], language) => dayOf(y, monthText(word, language), d),
  },
  {
    // May 16, 2025
    pattern: new RegExp(`${WORD}\\.?\\s+${DAY},?\\s+${YEAR}(?!\\d)`, 'iu'),
    read: ([, word, d, y], language) => dayOf(y, monthText(word, language), d),
  },
  {
    // 2025 May 16, 2025. május 16.
    pattern: new RegExp(`(?<!\\d)${YEAR}\\.?,?\\s+${WORD}\\.?\\s+${DAY}(?!\\d)`, 'iu'),
    read: ([, y, word, d], language) => dayOf(y, monthText(word, language), d),
  },
  {
    pattern: /(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)/,
    read: ([, y, m, d]) => dayOf(y, m, d),
  },
  {
    // 16.05.2025: with points, the day stands first wherever this is written
    pattern: /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/,
    read: ([, d, m, y]) => dayOf(y, m, d),
  },
  {
    pattern: /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/,
    read: ([, a = '', b = '', y], language) => slashed(a, b, y, language),
  },
]

function slashed(a: string, b: string, year: string | undefined, language: string | undefined) {
  const american = /^en(?:-us|-ph)$/i.test(language ?? '')
  if (Number(a) > 12) return dayOf(year, b, a)
  if (Number(b) > 12 || american || a === b) return dayOf(year, a, b)
  return language === undefined || /^en$/i.test(language) ? undefined : dayOf(year, b, a)
}

const monthText = (word: string | undefined, language: string | undefined) =>
  monthOf((word ?? '').replace(' ', '_'), language)?.toString()

function dayOf(year?: string, month?: string, day?: string): DateText | undefined {
  if (!year || !month || !day) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text
}

const TIME =
  /^[\s,T|·–—-]*(?:(?:at|um|à|a las|alle|às|kl\.?|в|о|at)\s*)?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:(a\.?m\.?|p\.?m\.?)(?![a-z]))?(?:\s*(?:uhr|h))?\s*(Z|UTC|GMT|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|CEST|CET|BST|MSK|JST)?(?:(?:UTC|GMT)?\s*([+-]\d{1,2}):?(\d{2})?)?(?![\d\p{L}])/iu

/** Minutes from UTC. `ET` and `PT` depend on the season, so they state none. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  bst: 60,
  msk: 180,
  jst: 540,
}

function instantOf(day: DateText, time: RegExpExecArray): DateText | undefined {
  const [
    ,
    hours = '',
    minutes = '',
    seconds = '00',
    half,
    zone,
    offsetHours,
    offsetMinutes = '00',
  ] = time
  const offset = offsetHours
    ? Number(offsetHours) * 60 + (offsetHours.startsWith('-') ? -1 : 1) * Number(offsetMinutes)
    : ZONES[zone?.toLowerCase() ?? '']
  if (offset === undefined) return undefined
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const local = Date.parse(`${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}Z`)
  return `${new Date(local - offset * 60_000).toISOString().slice(0, 19)}Z`
}

/** Arabic, Persian, Devanagari and full-width digits as ASCII; every other character stays. */
const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(
      code >= 0xff10 ? code - 0xff10 : (code & 0xf) - (code >= 0x966 && code < 0x970 ? 6 : 0),
    )
  })
