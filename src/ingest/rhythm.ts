/** How often an upstream has news, and at which hours: learned from dates and from what polls find. Pure. */

import { toInstant } from '../../feeds/model/date.ts'
import type { Rhythm } from '../../feeds/model/upstream.ts'

/** Older news counts half as much after two weeks. */
const FADE_SECONDS = (14 * 86_400) / Math.LN2
/** News within this many seconds is one event: one poll finds all of it. */
const ONE_EVENT = 30
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

/**
 * How much of the week's news falls into the hour of a moment: 1 is an even share. Each hour lends a quarter to each
 * neighbour, and hours and days are taken as independent, since a few dozen dates say no more.
 * @param at seconds since the epoch
 */
export function shareAt({ hours, days }: Rhythm, at: number): number {
  const total = sum(days)
  const hour = hourOf(at)
  const near = (hours[(hour + 23) % 24] ?? 0) + (hours[(hour + 1) % 24] ?? 0)
  const inHour = (hours[hour] ?? 0) / 2 + near / 4
  return (
    shareOf(inHour, total, PRIOR_HOURS, 24) * shareOf(days[dayOf(at)] ?? 0, total, PRIOR_DAYS, 7)
  )
}

const shareOf = (count: number, total: number, prior: number, parts: number): number =>
  ((count + prior / parts) * parts) / (total + prior)

const hourOf = (seconds: number): number => Math.floor(seconds / 3600) % 24
// 1 January 1970 was a Thursday
const dayOf = (seconds: number): number => (Math.floor(seconds / 86_400) + 4) % 7
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const rounded = (number: number): number => Math.round(number * 1000) / 1000
const secondsOf = (instant: string): number => Date.parse(instant) / 1000
