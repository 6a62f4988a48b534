/** Which known entry an incoming one is, where its upstream changes its guids or gives one to several. Pure. */

import type { KnownEntry } from '../../db/store.ts'
import { addressKey, parseUrl } from '../../feeds/model/url.ts'
import type { EntryIdentity } from './reading.ts'

/**
 * An entry under a guid that is another's: neither title nor address nor date are those that stand under it here. Feeds
 * that give the site's address to every item as its guid would have each new one overwrite the last.
 */
export function isAnother(entry: EntryIdentity, known: KnownEntry): boolean {
  const { link, title, published } = entry
  if (!link || !title || !published || !known.url || !known.title || !known.published) return false
  return (
    addressKey(link) !== addressKey(known.url) &&
    title !== known.title &&
    published !== known.published
  )
}

/** Told apart by its link, as entries of one document that share a guid are. */
export const apart = (entry: EntryIdentity): EntryIdentity =>
  entry.link && !entry.guid.endsWith(`|${entry.link}`)
    ? { ...entry, guid: `${entry.guid}|${entry.link}` }
    : entry

/** How else a guid may be written that is an address: with the other scheme, with or without `www.` and the last slash. */
export function variantsOf(guid: string): string[] {
  const parts = /^(https?):\/\/(www\.)?([^/?#]+)([^?#]*?)(\/?)([?#].*)?$/i.exec(guid)
  if (!parts) return []
  const [, , , host = '', path = '', , rest = ''] = parts
  return ['https', 'http'].flatMap((scheme) =>
    ['', 'www.'].flatMap((www) =>
      ['', '/'].map((slash) => `${scheme}://${www}${host}${path}${slash}${rest}`),
    ),
  )
}

/**
 * Matches entries that are new by their guid with those that were stored last: a feed that was rebuilt, or moved to
 * another host, has new guids for old entries. Only what is found once on either side is matched.
 */
export function matchRebuilt(
  fresh: readonly EntryIdentity[],
  recent: readonly KnownEntry[],
): Map<EntryIdentity, KnownEntry> {
  const found = new Map<EntryIdentity, KnownEntry>()
  const taken = new Set<KnownEntry>()
  for (const keysOf of KEYS) {
    const entries = onlyOnce(
      fresh.filter((entry) => !found.has(entry)),
      (entry) => keysOf(entry.link, entry.title, entry.published),
    )
    const stored = onlyOnce(
      recent.filter((entry) => !taken.has(entry)),
      ({ url, title, published }) => keysOf(url, title, published),
    )
    for (const [key, entry] of entries) {
      const same = stored.get(key)
      if (!same) continue
      found.set(entry, same)
      taken.add(same)
    }
  }
  return found
}

type KeyOf = (
  url: string | null | undefined,
  title: string | null | undefined,
  published: string | null | undefined,
) => string | undefined

/** The strongest first. A title alone is too little: "Weather" comes every day. */
const KEYS: readonly KeyOf[] = [
  (url, title) => joined(url && addressKey(url), title),
  (url, _, published) => joined(url && addressKey(url), published),
  (url, title) => joined(url && pathOf(url), title),
  // a day alone holds several
  (_, title, published) =>
    joined(title, published && published.length > 10 ? published : undefined),
]

const joined = (
  one: string | null | undefined,
  other: string | null | undefined,
): string | undefined => (one && other ? `${one}\n${other}` : undefined)

function onlyOnce<T>(items: readonly T[], keysOf: (item: T) => string | undefined): Map<string, T> {
  const once = new Map<string, T>()
  const seen = new Set<string>()
  for (const item of items) {
    const key = keysOf(item)
    if (key === undefined) continue
    if (seen.has(key)) once.delete(key)
    else once.set(key, item)
    seen.add(key)
  }
  return once
}

/** What an address keeps when its host changes; absent for the root, which says nothing. */
function pathOf(url: string): string | undefined {
  const parsed = parseUrl(url)
  const path = parsed ? `${parsed.pathname.replace(/\/$/, '')}${parsed.search}` : ''
  return path || undefined
}
