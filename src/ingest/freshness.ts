/** What an answer's headers say about when to come again. */

/** Seconds that an answer asks us to stay away, at least a minute and at most a day; absent when it does not say. */
export function retryAfter(headers: Headers, nowMs: number): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (!text) return undefined
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : secondsUntil(text, nowMs)
  if (seconds === undefined || seconds < 0) return undefined
  return Math.min(Math.max(seconds, 60), 86_400)
}

/**
 * Seconds for which an answer stays fresh (RFC 9111 section 4.2: max-age less Age, else Expires less Date), 0 when it
 * does not say or must not be reused.
 */
export function freshFor(headers: Headers, nowMs: number): number {
  const control = headers.get('cache-control') ?? ''
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/i.exec(control)?.[1]
  const age = Number(/^\d{1,9}$/.exec(headers.get('age')?.trim() ?? '')?.[0] ?? 0)
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - age)
  const expires = headers.get('expires')
  if (!expires) return 0
  const sentAt = readDate(headers.get('date') ?? '') ?? nowMs
  return Math.max(0, secondsUntil(expires, sentAt) ?? 0)
}

function secondsUntil(date: string, nowMs: number): number | undefined {
  const at = readDate(date)
  return at === undefined ? undefined : Math.round((at - nowMs) / 1000)
}

/** An HTTP date in any of its three forms (RFC 9110 section 5.6.7), as milliseconds. */
function readDate(text: string): number | undefined {
  if (!/^[A-Z][a-z]{2,8},? [\w :-]{11,30}$/.test(text.trim())) return undefined
  const at = Date.parse(/GMT|UTC/.test(text) ? text : `${text} GMT`)
  return Number.isNaN(at) ? undefined : at
}
