/** How upstreams are and why articles are doubted, in words for an editor. */

import type { Instant } from '../../feeds/model/date.ts'
import type { Health, Upstream } from '../../feeds/model/upstream.ts'
import { dateInWords } from '../pages/time.tsx'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

const count = (amount: number, unit: string): string =>
  `${amount} ${unit}${amount === 1 ? '' : 's'}`

/** `3 minutes`, `2 hours`, `5 days`. */
export function durationInWords(seconds: number): string {
  if (seconds < 90) return seconds < 45 ? 'moments' : 'a minute'
  if (seconds < 90 * MINUTE) return count(Math.round(seconds / MINUTE), 'minute')
  if (seconds < 36 * HOUR) return count(Math.round(seconds / HOUR), 'hour')
  return count(Math.round(seconds / DAY), 'day')
}

/** `3 minutes ago`, `in 2 hours`; a date where it is more than 60 days away. */
export function momentInWords(at: Instant, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000
  if (Math.abs(seconds) > 60 * DAY) return `on ${dateInWords(at.slice(0, 10))}`
  return seconds > 0 ? `in ${durationInWords(seconds)}` : `${durationInWords(-seconds)} ago`
}

export const HEALTH: Readonly<Record<Health, string>> = {
  new: 'Not read yet',
  healthy: 'Healthy',
  failing: 'Failing',
  gone: 'Gone',
  paused: 'Paused',
}

/** What is going on with an upstream, as one or two sentences. */
export function stateInWords(upstream: Upstream, now: number): string {
  const { health, failures, lastError, lastResult, lastSuccessAt, nextPollAt } = upstream
  const next =
    Date.parse(nextPollAt) <= now ? 'It is due now.' : `Next try ${momentInWords(nextPollAt, now)}.`
  switch (health) {
    case 'new':
      return failures > 0 ? `${sentence(lastError)} ${next}` : `It has not been read yet. ${next}`
    case 'paused':
      return 'It is not read until somebody resumes it.'
    case 'gone':
      return `${sentence(lastError ?? 'Its publisher says that it is gone for good')} It is not read any more.`
    case 'failing': {
      const since = lastSuccessAt
        ? `last read ${momentInWords(lastSuccessAt, now)}`
        : 'never read yet'
      return `${sentence(lastError)} It failed ${count(failures, 'time')} in a row, ${since}. ${next}`
    }
    case 'healthy': {
      const when = lastSuccessAt ? `Read ${momentInWords(lastSuccessAt, now)}: ` : ''
      return `${when}${lastResult ? sentence(lastResult, when === '') : 'nothing new.'} ${next}`
    }
  }
}

/** With a capital, unless it begins with the name of a host, and a full stop. */
export const sentence = (text = 'The reason is not known', capital = true): string => {
  const trimmed = text.trim().replace(/\.$/, '')
  const isHost = /^\S+\.\S/.test(trimmed)
  return `${capital && !isHost ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed}.`
}

const DOUBTS: Readonly<Record<string, string>> = {
  uncredited: 'Nobody is credited.',
  doubtful_credit: 'A credit could not be read with certainty.',
  future_date: 'It is dated in the future.',
  withdrawn:
    'Its upstream has withdrawn it. Open it to keep it retracted, publish it again, or remove it.',
  foreign_canonical: 'Its original stands on another site than the feed’s links.',
}

export const doubtInWords = (doubt: string): string =>
  DOUBTS[doubt] ?? sentence(doubt.replaceAll('_', ' '))
