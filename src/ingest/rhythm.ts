/** How often an upstream has news, and at which hours: learned from dates and from what polls find. Pure. */

import { toInstant } from '../../feeds/model/date.ts'
import type { Rhythm } from '../../feeds/model/upstream.ts'

/** Older news counts half as much after two weeks. */
const FADE_SECONDS = (14 * 86_400) / Math.LN2
/** News within this many seconds is one event: one poll finds all of it. */
const ONE_EVENT = 300
/** How much news at no particular hour is assumed before any was seen: keeps a few dates from looking like a habit. */
const PRIOR_HOURS = 6
const PRIOR_DAYS = 7

/**
 * What is known of a rhythm after the time that passed and the news that came.
 * @param news when each new entry was published, in seconds since the epoch, in any order
 * @param now seconds since the epoch
 */
export function observe(rhythm: Rhythm | undefined, news: readonly number[], now: number): Rhythm {
  const events = eventsOf(news, now)
  const before = rhythm ?? begin(events, now)
  // a clock that jumped back must not make the past count more
  const passed = Math.max(0, now - secondsOf(before.at))
  const fade = Math.exp(-passed / FADE_SECONDS)
  const hours = before.hours.map((count) => count * fade)
  const days = before.days.map((count) => count * fade)
  for (const event of events) {
    const weight = Math.exp(-(now - event) / FADE_SECONDS)
    hours[hourOf(event)] = (hours[hourOf(event)] ?? 0) + weight
    days[dayOf(event)] = (days[dayOf(event)] ?? 0) + weight
  }
  return {
    at: toInstant(now * 1000),
    span: Math.round(before.span * fade + FADE_SECONDS * (1 - fade)),
    hours: hours.map(rounded),
    days: days.map(rounded),
  }
}

/** Nothing was seen yet, but a feed's own dates reach back: the time since the oldest was observed by its publisher. */
function begin(events: readonly number[], now: number): Rhythm {
  const oldest = events[0] ?? now
  const span = FADE_SECONDS * (1 - Math.exp(-(now - oldest) / FADE_SECONDS))
  return { at: toInstant(now * 1000), span, hours: Array(24).fill(0), days: Array(7).fill(0) }
}

function eventsOf(news: readonly number[], now: number): number[] {
  const events: number[] = []
  for (const at of news.filter((at) => at <= now).sort((a, b) => a - b))
    if (at - (events.at(-1) ?? Number.NEGATIVE_INFINITY) > ONE_EVENT) events.push(at)
  return events
}

/** News a day, over all hours; 0 when nothing is known. */
export const newsPerDay = (rhythm: Rhythm): number =>
  rhythm.span > 0 ? (sum(rhythm.days) * 86_400) / rhythm.span : 0

/** For each hour of the day and day of the week (index 24 × day + hour), its share of an even week: 1 is the average. */
export function weekOf(rhythm: Rhythm): number[] {
  const hours = smoothed(rhythm.hours, PRIOR_HOURS)
  const days = shares(rhythm.days, PRIOR_DAYS)
  return days.flatMap((day) => hours.map((hour) => hour * day))
}

/** Shares with an even prior, after each hour lent a quarter to each neighbour. */
function smoothed(counts: readonly number[], prior: number): number[] {
  const at = (hour: number) => counts[(hour + 24) % 24] ?? 0
  return shares(
    counts.map((count, hour) => count / 2 + at(hour - 1) / 4 + at(hour + 1) / 4),
    prior,
  )
}

function shares(counts: readonly number[], prior: number): number[] {
  const total = sum(counts) + prior
  return counts.map((count) => ((count + prior / counts.length) * counts.length) / total)
}

export const hourOfWeek = (seconds: number): number => dayOf(seconds) * 24 + hourOf(seconds)

const hourOf = (seconds: number): number => Math.floor(seconds / 3600) % 24
// 1 January 1970 was a Thursday
const dayOf = (seconds: number): number => (Math.floor(seconds / 86_400) + 4) % 7
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const rounded = (number: number): number => Math.round(number * 1000) / 1000
const secondsOf = (instant: string): number => Date.parse(instant) / 1000
