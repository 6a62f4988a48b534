/** Dates as feeds write them, read with the precision that they state. */

import { type DateText, toInstant } from '../model/date.ts'
import { halfDayOf, monthOf, zoneOf } from './date-names.ts'

interface Parts {
  year?: number
  month?: number
  day?: number
  hour?: number
  minute?: number
  second?: number
  /** Minutes east of UTC; UTC where none is stated. */
  offset?: number
}

/** Longer texts are no dates; it also bounds what a hostile one costs. */
const LONGEST = 80

/**
 * Reads a date in RFC 822, RFC 3339, W3CDTF, asctime, numeric and written-out forms of many languages; undefined when
 * it cannot be read. A time without a zone is UTC, a date without a time stays a day (month, year).
 */
export function parseDate(text: string): DateText | undefined {
  const usual = usualDate(text)
  if (usual !== undefined) return usual
  const written = text.trim()
  if (written.length < 4 || written.length > LONGEST) return undefined
  const parts =
    iso(written) ?? rfc822(written) ?? unix(written) ?? compact(written) ?? loose(written)
  return parts && dateText(parts)
}

/**
 * The two forms that nearly all feeds use, `Tue, 03 Mar 2026 09:00:00 GMT` and `2026-03-03T09:00:00Z`, by place and
 * without a regular expression: a feed has as many dates as titles. Undefined for whatever differs.
 */
function usualDate(text: string): DateText | undefined {
  const isIso = text[4] === '-' && text[7] === '-' && text[10] === 'T'
  if (!isIso && (text[3] !== ',' || text[7] !== ' ' || text[11] !== ' ')) return undefined
  const time = isIso ? 11 : 17
  if (text[time + 2] !== ':' || text[time + 5] !== ':') return undefined
  const year = digits(text, isIso ? 0 : 12, 4)
  const month = isIso ? digits(text, 5, 2) : MONTHS.indexOf(text.slice(8, 11)) / 3 + 1
  const day = digits(text, isIso ? 8 : 5, 2)
  const hour = digits(text, time, 2)
  const minute = digits(text, time + 3, 2)
  const second = digits(text, time + 6, 2)
  const offset = usualZone(text, isIso ? endOfFraction(text, 19) : time + 8)
  if (!Number.isInteger(year + month + day + hour + minute + second + offset)) return undefined
  if (year < 1000 || year > 2999 || !isDay(year, month, day)) return undefined
  return momentText(year, month, day, hour, minute, second, offset)
}

/** Behind the fraction of a second that may stand at `at`. */
function endOfFraction(text: string, at: number): number {
  if (text[at] !== '.') return at
  let end = at + 1
  while (digits(text, end, 1) >= 0) end++
  return end > at + 1 ? end : at
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** The number in `count` digits; not a number where anything else stands there. */
function digits(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN
  }
  return value
}

/** Minutes east of UTC of `Z`, ` GMT`, ` PST`, `+01:00` or ` +0100` at the end; not a number for anything else. */
function usualZone(text: string, at: number): number {
  const zone = text.slice(text[at] === ' ' ? at + 1 : at)
  if (zone === 'Z' || zone === 'GMT') return 0
  if (zone.length === 3) return zoneOf(zone) ?? Number.NaN
  const colon = zone[3] === ':' ? 1 : 0
  if ((zone[0] !== '+' && zone[0] !== '-') || zone.length !== 5 + colon) return Number.NaN
  const minutes = digits(zone, 1, 2) * 60 + digits(zone, 3 + colon, 2)
  return zone[0] === '-' ? -minutes : minutes
}

const ISO =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([Zz]|[+-]\d{1,2}(?::?\d{2})?)?)?)?$/

function iso(written: string): Parts | undefined {
  const m = ISO.exec(written)
  if (!m) return undefined
  return clocked(
    { year: Number(m[1]), month: Number(m[2]), ...(m[3] ? { day: Number(m[3]) } : {}) },
    m.slice(4),
  )
}

/** Adds hour, minute, second and zone, each as written or absent. */
function clocked(parts: Parts, [h, m, s, zone]: readonly (string | undefined)[]): Parts {
  if (h !== undefined) parts.hour = Number(h)
  if (m !== undefined) parts.minute = Number(m)
  if (s !== undefined) parts.second = Number(s)
  if (zone) parts.offset = zoneOf(zone) ?? offset(zone)
  return parts
}

/** `+0530`, `-05:00`, `+2`: minutes east. */
function offset(zone: string): number {
  const m = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!m) return 0
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0)
  return m[1] === '-' ? -minutes : minutes
}

const RFC822 =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]([a-z]{3,9})\.?[\s-](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([a-z]{1,5}|[+-]\d{1,2}:?\d{2}))?)?$/i

function rfc822(written: string): Parts | undefined {
  const m = RFC822.exec(written)
  const month = m && monthOf(m[2] ?? '')
  if (!m || !month) return undefined
  if (m[7] && /^[a-z]/i.test(m[7]) && zoneOf(m[7]) === undefined) return undefined
  return clocked({ year: fullYear(m[3] ?? ''), month, day: Number(m[1]) }, m.slice(4))
}

/** RFC 2822 section 4.3, with the turn of the century where feeds have it. */
const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900)

/** Seconds or milliseconds since 1970. */
function unix(written: string): Parts | undefined {
  if (!/^(?:\d{10}|\d{13})$/.test(written)) return undefined
  const date = new Date(written.length === 10 ? Number(written) * 1000 : Number(written))
  const [year, month, day, hour, minute, second] = date.toISOString().split(/\D/).map(Number)
  return {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  }
}

const COMPACT =
  /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const ORDINAL = /^(\d{4})-?(\d{3})$/

function compact(written: string): Parts | undefined {
  const m = COMPACT.exec(written)
  if (m) return clocked({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }, m.slice(4))
  if (/^\d{4}$/.test(written)) return { year: Number(written) }
  const day = ORDINAL.exec(written)
  if (!day) return undefined
  const date = new Date(Date.UTC(Number(day[1]), 0, Number(day[2])))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

// a time, an offset that follows one, a number, or a word
const PIECE =
  /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?|[+-]\d{2}:?\d{2}(?!\d)|\d+|[^\s\d,;()/+:\-年月日년월일시분초]+/gu

/** Any order of day, month name, year, time and zone; numeric dates by their usual orders. */
function loose(written: string): Parts | undefined {
  const parts: Parts = {}
  const numbers: string[] = []
  let half: number | undefined
  const text = written.replace(
    /(\d{1,2})\s*[時时시]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/u,
    (_, h, m, s) => `${h}:${m.padStart(2, '0')}:${(s ?? '0').padStart(2, '0')}`,
  )
  for (const [piece, h, m, s] of text.matchAll(PIECE)) {
    if (h !== undefined) clocked(parts, [h, m, s])
    else if (/^[+-]/.test(piece)) {
      if (parts.hour !== undefined) parts.offset = offset(piece)
      else numbers.push(...piece.slice(1).split(':'))
    } else if (/^\d/.test(piece)) numbers.push(piece)
    else if (parts.hour !== undefined && parts.offset === undefined && zoneOf(piece) !== undefined)
      parts.offset = zoneOf(piece) ?? 0
    else half = halfDayOf(piece) ?? half
    parts.month = /^\D{3}/u.test(piece)
      ? (monthOf(piece.replace(/^\.+/, '')) ?? parts.month ?? 0)
      : (parts.month ?? 0)
  }
  if (half !== undefined && parts.hour !== undefined && parts.hour <= 12)
    parts.hour = (parts.hour % 12) + half
  return placeNumbers(parts, numbers, written)
}

function placeNumbers(
  parts: Parts,
  numbers: readonly string[],
  written: string,
): Parts | undefined {
  const long = numbers.findIndex((n) => n.length === 4)
  const rest = numbers.filter((_, i) => i !== long).map(Number)
  if (parts.month) {
    const day = rest[0]
    if (long >= 0)
      return { ...parts, year: Number(numbers[long]), ...(day === undefined ? {} : { day }) }
    const short = numbers[1]
    if (day === undefined || short?.length !== 2) return undefined
    return { ...parts, year: fullYear(short), day }
  }
  const [a, b, c] = numbers.map(Number)
  if (a === undefined || b === undefined || c === undefined) return undefined
  if (long === 0) return { ...parts, year: a, month: b, day: c }
  const year = fullYear(numbers[2] ?? '')
  // 31.12.2025 in Europe; 12/31/2025 in America unless the month would be above 12
  const dayFirst = a > 12 || (b <= 12 && /\d\.\s?\d/.test(written))
  return dayFirst ? { ...parts, year, month: b, day: a } : { ...parts, year, month: a, day: b }
}

const PADDED = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

const pad = (n: number): string => PADDED[n] ?? ''

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : 30 + ((month + (month >> 3)) & 1)

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

function dateText(p: Parts): DateText | undefined {
  const { year = 0, month, day, hour, minute = 0, second = 0, offset = 0 } = p
  if (year < 1000 || year > 2999) return undefined
  if (month === undefined) return String(year)
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return `${year}-${pad(month)}`
  if (!isDay(year, month, day)) return undefined
  if (hour === undefined) return `${year}-${pad(month)}-${pad(day)}`
  return momentText(year, month, day, hour, minute, second, offset)
}

/** The instant in UTC; `offset` is in minutes east. */
function momentText(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offset: number,
): DateText | undefined {
  if (hour > 24 || minute > 59 || second > 60) return undefined
  const minutes = hour * 60 + minute - offset
  // on another day in UTC; and a leap second, and 24:00, are the next second
  if (minutes < 0 || minutes >= 1440 || second === 60)
    return toInstant(Date.UTC(year, month - 1, day, hour, minute - offset, second))
  const date = `${year}-${pad(month)}-${pad(day)}`
  return `${date}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(second)}Z`
}
