/** Which entries of a feed are new, changed or known already: decided by hash, before anything is made of them. */

import type { Entry } from './model/entry.ts'

/** An entry with its identity in its upstream and the hash of all that it says. */
export interface IdentifiedEntry {
  readonly guid: string
  readonly hash: string
  readonly entry: Entry
}

export interface Changes {
  readonly added: readonly IdentifiedEntry[]
  readonly changed: readonly IdentifiedEntry[]
  readonly unchanged: readonly IdentifiedEntry[]
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

/** Parts the incoming entries by what is known of them. */
export function findChanges(
  incoming: readonly IdentifiedEntry[],
  known: ReadonlyMap<string, { readonly hash: string }>,
): Changes {
  const added: IdentifiedEntry[] = []
  const changed: IdentifiedEntry[] = []
  const unchanged: IdentifiedEntry[] = []
  for (const item of incoming) {
    const before = known.get(item.guid)
    if (!before) added.push(item)
    else if (before.hash !== item.hash) changed.push(item)
    else unchanged.push(item)
  }
  return { added, changed, unchanged }
}
