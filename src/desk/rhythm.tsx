/** When a feed has news: a small chart of the hours of the day. */

import type { Rhythm } from '../../feeds/model/upstream.ts'

const BAR = 7
const HEIGHT = 28
const DAY = 86_400

export const RhythmChart = ({ rhythm, name }: { rhythm: Rhythm | undefined; name: string }) => {
  const most = Math.max(...(rhythm?.hours ?? []), 0)
  if (!rhythm || most === 0) return <span class="quiet small">Rhythm not known yet</span>
  const words = rhythmInWords(rhythm)
  return (
    <span class="rhythm">
      <svg
        viewBox={`0 0 ${24 * BAR} ${HEIGHT}`}
        width={24 * BAR}
        height={HEIGHT}
        role="img"
        aria-label={`${name}: ${words}`}
      >
        {rhythm.hours.slice(0, 24).map((news, hour) => {
          const tall = Math.max(1.5, (news / most) * (HEIGHT - 2))
          return <rect x={hour * BAR} y={HEIGHT - tall} width={BAR - 1.5} height={tall} />
        })}
      </svg>
      <span class="small quiet">{words}</span>
    </span>
  )
}

/** `about 12 a day, mostly from 6 to 10 UTC`. */
export function rhythmInWords({ hours, span }: Rhythm): string {
  const all = hours.reduce((sum, news) => sum + news, 0)
  const daily = span > 0 ? (all * DAY) / span : 0
  const often =
    daily >= 1.5
      ? `about ${Math.round(daily)} a day`
      : daily >= 0.2
        ? `about ${Math.max(1, Math.round(daily * 7))} a week`
        : 'less than one a week'
  const [from, to] = busiest(hours)
  const isEven = to - from >= 18
  return isEven ? `${often}, at all hours` : `${often}, mostly from ${from} to ${to % 24} UTC`
}

/** The shortest run of hours, also over midnight, that holds three quarters of the news. */
function busiest(hours: readonly number[]): readonly [from: number, to: number] {
  const all = hours.reduce((sum, news) => sum + news, 0)
  for (let length = 1; length < 24; length++)
    for (let from = 0; from < 24; from++) {
      let sum = 0
      for (let hour = from; hour < from + length; hour++) sum += hours[hour % 24] ?? 0
      if (sum >= all * 0.75) return [from, from + length]
    }
  return [0, 24]
}
