/** A private upstream's URL, id, user info or token never appears in anything published (rule 9). */

import type { Article } from './model/article.ts'
import type { Upstream } from './model/upstream.ts'
import { parseUrl } from './model/url.ts'

type Secrets = Pick<Upstream, 'url' | 'feedId'>

/** Shorter values of a query or path (`?page=2`) are no secrets and would tear holes in every text. */
const SECRET_LENGTH = 8

/**
 * The article without any text in which a secret of the upstream stands: a link, guid, enclosure or picture that
 * holds one is dropped, and one in running text is cut out of it.
 */
export function withoutSecrets(article: Article, upstream: Secrets): Article {
  const secrets = secretsOf(upstream)
  const cleaned = scrub(article, secrets)
  return {
    ...cleaned,
    // Store-only: who it is within its upstream is never published.
    upstreamId: article.upstreamId,
    guid: article.guid,
    publishedId: article.publishedId,
    upstreamFeed: { ...(cleaned.upstreamFeed?.title ? { title: cleaned.upstreamFeed.title } : {}) },
    enclosures: article.enclosures.filter(({ url }) => !holds(url, secrets)),
    media: cleaned.media.filter((_, index) => !holds(article.media[index]?.url, secrets)),
  }
}

/** Whether a text that is to be published holds a secret of this upstream. */
export const holdsSecret = (text: string, upstream: Secrets): boolean =>
  holds(text, secretsOf(upstream))

function secretsOf({ url, feedId }: Secrets): string[] {
  const secrets = [url, ...(feedId ? [feedId] : [])]
  const parsed = parseUrl(url)
  if (parsed) {
    const { username, password, search, pathname } = parsed
    const values = search
      .slice(1)
      .split('&')
      .map((pair) => pair.slice(pair.indexOf('=') + 1))
    const segments = pathname
      .split('/')
      .filter((segment) => /\d/.test(segment) && segment.length >= 16)
    secrets.push(username, password, ...values, ...segments)
  }
  const long = secrets.filter((secret) => secret.length >= SECRET_LENGTH)
  return [...new Set(long.flatMap((secret) => [secret, decoded(secret)]))]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const holds = (text: string | undefined, secrets: readonly string[]): boolean =>
  text !== undefined && secrets.some((secret) => text.includes(secret))

const URL_LIKE = /^[a-z][a-z0-9+.-]*:\S*$/i

/** Every string of the value: a URL with a secret goes whole, from other texts the secret is cut. */
function scrub<T>(value: T, secrets: readonly string[]): T {
  if (typeof value === 'string') return scrubText(value, secrets) as T
  if (Array.isArray(value)) return value.map((item) => scrub(item, secrets)) as T
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value)
    .filter(
      ([, part]) => !(typeof part === 'string' && URL_LIKE.test(part) && holds(part, secrets)),
    )
    .map(([key, part]) => [key, scrub(part, secrets)])
  return Object.fromEntries(kept) as T
}

const scrubText = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, ''), text)
