/** Days as words of the full-text index: a search within dates looks up a few of them, however much lies outside. */

/** A span of days: its word, its first second, and the first second after it. */
type Span = readonly [mark: string, start: number, end: number]

const DAY = 86_400
/** 1900: what is dated before it is one span, so that a wrong date never makes a range of a thousand years. */
const OLD = -2_208_988_800

/** The spans that a day lies in, widest first: ten years, year, quarter, month, ten days, day. */
function spansOf(seconds: number): Span[] {
  const date = new Date(seconds * 1000)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  const day = date.getUTCDate()
  const decade = Math.floor(year / 10)
  const quarter = Math.floor(month / 3)
  const ten = Math.min(2, Math.floor((day - 1) / 10))
  const name = `${year}${two(month + 1)}`
  return [
    [`x${decade}`, utc(decade * 10, 0, 1), utc(decade * 10 + 10, 0, 1)],
    [`y${year}`, utc(year, 0, 1), utc(year + 1, 0, 1)],
    [`q${year}${quarter}`, utc(year, quarter * 3, 1), utc(year, quarter * 3 + 3, 1)],
    [`m${name}`, utc(year, month, 1), utc(year, month + 1, 1)],
    [
      `t${name}${ten}`,
      utc(year, month, 1 + ten * 10),
      utc(year, ten < 2 ? month : month + 1, ten < 2 ? 11 + ten * 10 : 1),
    ],
    [`d${name}${two(day)}`, utc(year, month, day), utc(year, month, day + 1)],
  ]
}

const utc = (year: number, month: number, day: number) => Date.UTC(year, month, day) / 1000
const two = (number: number) => String(number).padStart(2, '0')

/** The words under which an article of this second is found. */
export const dayMarks = (seconds: number): string =>
  seconds < OLD
    ? 'old'
    : spansOf(seconds)
        .map(([mark]) => mark)
        .join(' ')

/** What a search may pass over at the far end: a fourth of what it looks for, and so of what it finds. */
const PASSED_OVER = 1 / 4

/**
 * Few spans that cover [from, to], in seconds. They end with the day of `to`: a search goes from new to old, so all that
 * lies in it after `to` is passed over before anything is found. They may begin some time before `from`, where a wider
 * span saves several. What lies outside is for the caller to leave out.
 */
export function coveringMarks(from: number, to: number): string[] {
  const marks = from < OLD ? ['old'] : []
  const end = (Math.floor(to / DAY) + 1) * DAY
  let at = from < OLD ? OLD : startOf(from, to)
  while (at < end) {
    const [mark, , next] =
      spansOf(at).find(([, start, after]) => start === at && after <= end) ?? []
    if (mark === undefined || next === undefined) break
    marks.push(mark)
    at = next
  }
  return marks
}

/** Of the widest span around `from` that does not begin too early, else of its day. */
function startOf(from: number, to: number): number {
  const earliest = from - (to - from) * PASSED_OVER
  const [, start] = spansOf(from).find(([, begins]) => begins >= earliest) ?? []
  return start ?? Math.floor(from / DAY) * DAY
}
