/** When to poll next: from the upstream's own rhythm, what it asks for, and bounds. Pure: the clock and chance come in. */

import { type Instant, toInstant } from '../../feeds/model/date.ts'
import type { PollHints, Rhythm } from '../../feeds/model/upstream.ts'
import { newsPerDay, shareAt } from './rhythm.ts'

/** How upstreams are polled, all of them: the knobs of the schedule. */
export interface Pace {
  /** Shortest and longest interval, in seconds; three times the longest for what was silent for a month. */
  readonly min: number
  readonly max: number
  /**
   * How much news to expect before asking again: each hour's expected news, to the power 1.75, adds up to this from one
   * poll to the next. Smaller asks more often.
   */
  readonly patience: number
}

// Chosen with the schedule benchmark.
export const DEFAULT_PACE: Pace = { min: 300, max: 86_400, patience: 3 }
const POWER = 1.75

/** Of an upstream whose rhythm is not known yet. */
const UNKNOWN_SECONDS = 3600
const SILENT_SECONDS = 30 * 86_400
/** What a feed's ttl and sy:* may ask for at most: they are set once in a template and outlive what they were true of. */
const MAX_HINT = 6 * 3600

/** Seconds: no poll is planned further ahead, but for chance. */
export const longestOf = ({ max }: Pace): number => 3 * max

export interface ScheduleInput {
  /** Seconds since the epoch. */
  readonly now: number
  readonly rhythm?: Rhythm
  /** Seconds since the newest entry that we know of. */
  readonly sinceNews?: number
  readonly hints?: PollHints
  /** Seconds for which HTTP says that the last answer stays fresh. */
  readonly freshFor?: number
  /** 0 to 1, spreads polls that would fall together. */
  readonly chance: number
  readonly pace: Pace
}

/** Time of the next poll after a good answer. */
export function nextPollAt(input: ScheduleInput): Instant {
  const { now, hints, freshFor = 0, chance, pace } = input
  const own = withChance(ownInterval(input), chance)
  // later by chance, never earlier: what is asked for is waited for
  const asked = Math.max(freshFor, Math.min(hints?.wait ?? 0, MAX_HINT)) * (1 + chance / 20)
  const wait = Math.max(own, clamp(asked, pace))
  return instantAt(afterSkipped(Math.ceil(now + wait), hints, now + longestOf(pace)))
}

/** Seconds until enough news is expected to be worth a request. */
function ownInterval({ now, rhythm, sinceNews = 0, pace }: ScheduleInput): number {
  if (!rhythm || rhythm.span <= 0) return UNKNOWN_SECONDS
  const longest = sinceNews > SILENT_SECONDS ? longestOf(pace) : pace.max
  const scale = currentRate(rhythm, Math.floor(now), sinceNews) ** POWER / 86_400
  // whole seconds, so that steps end at the full hour and never get too small to count
  const from = Math.floor(now)
  let wait = 0
  let expected = 0
  while (wait < longest) {
    const step = 3600 - ((from + wait) % 3600)
    const rate = scale * shareAt(rhythm, from + wait) ** POWER
    if (expected + rate * step >= pace.patience) {
      wait += (pace.patience - expected) / rate
      break
    }
    expected += rate * step
    wait += step
  }
  return Math.min(Math.max(wait, pace.min), longest)
}

/** News a day; less when by now several were expected and none came: the rhythm has changed before the counts do. */
function currentRate(rhythm: Rhythm, now: number, sinceNews: number): number {
  const perDay = newsPerDay(rhythm)
  if ((perDay * sinceNews) / 86_400 <= MISSED) return perDay
  const expected = perDay * daysOfNews(rhythm, now, sinceNews)
  return expected <= MISSED ? perDay : (perDay * MISSED) / expected
}
const MISSED = 3

/** How many average days' news a stretch of time up to `now` holds: a night is short, a weekday long. */
function daysOfNews(rhythm: Rhythm, now: number, seconds: number): number {
  if (seconds >= 7 * 86_400) return seconds / 86_400
  let hours = 0
  for (let ago = 0; ago < seconds; ago += 3600) hours += shareAt(rhythm, now - ago)
  return hours / 24
}

/**
 * Time of the next try after failures: doubled each time, at most `pace.max`.
 * @param base seconds after the first failure
 */
export function nextTryAt(input: {
  readonly now: number
  readonly failures: number
  readonly base: number
  readonly chance: number
  readonly pace: Pace
}): Instant {
  const { now, failures, base, chance, pace } = input
  const wait = base * 2 ** Math.min(failures - 1, 20)
  return instantAt(now + withChance(clamp(wait, pace), chance))
}

/** Moves a time out of the hours and days that the feed asks to leave out, unless it leaves out all of them. */
function afterSkipped(at: number, hints: PollHints | undefined, latest: number): number {
  const skipped = (seconds: number): boolean => {
    const date = new Date(seconds * 1000)
    const day = DAYS[date.getUTCDay()] ?? ''
    return Boolean(hints?.skipHours?.includes(date.getUTCHours()) || hints?.skipDays?.includes(day))
  }
  for (let time = at; time <= latest; time += 3600 - (time % 3600)) if (!skipped(time)) return time
  return at
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The next full second: a moment early is early. */
const instantAt = (seconds: number): Instant => toInstant(Math.ceil(seconds) * 1000)

const clamp = (seconds: number, { min, max }: Pace): number => Math.min(Math.max(seconds, min), max)

/** A tenth earlier to a tenth later. */
const withChance = (seconds: number, chance: number): number => seconds * (0.9 + 0.2 * chance)
