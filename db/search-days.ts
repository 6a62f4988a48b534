/** Days as words of the full-text index: a search within dates is one look-up, however much lies outside them. */

/** Words for the day of an instant, so that a range of days is found in the index itself. */
export function dayMarks(seconds: number): string {
  if (seconds < OLD) return 'old'
  const day = dayOf(seconds)
  return `y${day.slice(0, 4)} m${day.slice(0, 6)} d${day}`
}

/** 1900: what is dated before it is one span, so that a wrong date never makes a range of a thousand years. */
const OLD = -2_208_988_800

/**
 * The fewest years, months and days that cover [from, to] (both in seconds, both days whole): at most 22 months and 60 days
 * beside the years.
 */
export function coveringMarks(from: number, to: number): string[] {
  const marks = from < OLD ? ['old'] : []
  const last = startOfDay(to)
  let day = Math.max(startOfDay(from), OLD)
  while (day <= last) {
    const span = [yearEnd, monthEnd].find((end) => isStart(day, end) && end(day) - DAY <= last)
    marks.push(`${span === yearEnd ? 'y' : span === monthEnd ? 'm' : 'd'}${spanName(day, span)}`)
    day = span ? span(day) : day + DAY
  }
  return marks
}

const DAY = 86_400
type SpanEnd = (day: number) => number

const dateAt = (seconds: number) => new Date(seconds * 1000)
const startOfDay = (seconds: number) => Math.floor(seconds / DAY) * DAY
const utc = (year: number, month: number) => new Date(0).setUTCFullYear(year, month, 1) / 1000
const monthEnd: SpanEnd = (day) => utc(dateAt(day).getUTCFullYear(), dateAt(day).getUTCMonth() + 1)
const yearEnd: SpanEnd = (day) => utc(dateAt(day).getUTCFullYear() + 1, 0)
const isStart = (day: number, end: SpanEnd) =>
  dateAt(day).getUTCDate() === 1 && (end === monthEnd || dateAt(day).getUTCMonth() === 0)
const spanName = (day: number, span: SpanEnd | undefined) =>
  dayOf(day).slice(0, span === yearEnd ? 4 : span === monthEnd ? 6 : 8)

/** `20250516`; years beyond four digits do not occur in dates that we read. */
const dayOf = (seconds: number): string =>
  dateAt(seconds).toISOString().slice(0, 10).replaceAll('-', '')
