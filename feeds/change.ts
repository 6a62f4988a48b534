/** What tells an entry from others and from what it said before: its guid and hash, before anything is made of it. */

import type { Entry } from './model/entry.ts'

/** An entry with its identity in its upstream and the hash of all that it says. */
export interface IdentifiedEntry {
  readonly guid: string
  readonly hash: string
  readonly entry: Entry
}

/** Hash of a text as short hex or base64; passed in, since feeds/ has no native crypto. */
export type Hash = (text: string) => string

/**
 * Gives each entry its guid: the stated id, else the link, else the hash of title and date. Entries of one
 * document that share a guid are told apart by their link; of those that share both, the first stands (readers
 * of `id-duplicate-exact` feeds would see it twice).
 */
export function identify(entries: readonly Entry[], hash: Hash): IdentifiedEntry[] {
  const links = new Map<string, string | undefined>()
  const found = new Map<string, IdentifiedEntry>()
  for (const entry of entries) {
    const stated = statedGuid(entry, hash)
    const shared = links.has(stated) && links.get(stated) !== entry.link
    if (!links.has(stated)) links.set(stated, entry.link)
    const guid = shared && entry.link ? `${stated}|${entry.link}` : stated
    if (!found.has(guid)) found.set(guid, { guid, hash: hash(JSON.stringify(entry)), entry })
  }
  return [...found.values()]
}

const statedGuid = (entry: Entry, hash: Hash): string =>
  entry.id ||
  entry.link ||
  `hash:${hash([entry.title, entry.published, entry.summary ?? entry.content].join('\n'))}`
