/** Dates with the precision at which they were stated: nothing is invented, so a day stays a day. */

/**
 * `2025`, `2025-05`, `2025-05-16` or `2025-05-16T10:20:30Z` (UTC, no fraction). The form is the precision.
 */
export type DateText = string

export type Precision = 'year' | 'month' | 'day' | 'second'

/** ISO 8601 UTC to the second, `2025-05-16T10:20:30Z`. */
export type Instant = string

export function precisionOf(date: DateText): Precision {
  if (date.length > 10) return 'second'
  if (date.length > 7) return 'day'
  return date.length > 4 ? 'month' : 'year'
}

/** The instant that a format gets where it demands an hour: 12:00 UTC, the same day in nearly every zone. */
export function instantOf(date: DateText): Instant {
  if (date.length > 10) return date
  return `${date}${'-01-01'.slice(date.length - 4)}`.slice(0, 10).concat('T12:00:00Z')
}

export const toInstant = (ms: number): Instant => `${new Date(ms).toISOString().slice(0, 19)}Z`
