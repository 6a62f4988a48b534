/** Dates as people read them, at the precision that was stated, in UTC. */

import type { DateText } from '../../feeds/model/date.ts'

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** `16 May 2025, 10:20 UTC`, `16 May 2025`, `May 2025` or `2025`. */
export function dateInWords(date: DateText): string {
  const [, year = '', month, day, hour, minute] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(date) ?? []
  if (!month) return year
  const words = `${MONTHS[Number(month) - 1]} ${year}`
  if (!day) return words
  const whole = `${Number(day)} ${words}`
  return hour ? `${whole}, ${hour}:${minute} UTC` : whole
}

/** `Friday 16 May 2025`: the heading over a day's articles. */
export const dayInWords = (date: DateText): string =>
  date.length < 10
    ? dateInWords(date)
    : `${DAYS[new Date(date.slice(0, 10)).getUTCDay()]} ${dateInWords(date.slice(0, 10))}`

export const Time = ({ value }: { value: DateText }) => (
  <time datetime={value}>{dateInWords(value)}</time>
)
