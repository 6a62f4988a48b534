/** What an upstream says that it has taken back (at:deleted-entry, RFC 6721). Pure. */

import type { WithdrawnEntry } from '../../db/store.ts'
import { instantOf, toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { parseUrl } from '../../feeds/model/url.ts'
import { holdsSecret } from '../../feeds/private.ts'
import type { FeedReading } from './reading.ts'

const LONGEST = 500
/** Of one document. */
const MOST = 5000

/**
 * By guid; of one that is taken back several times, the last. One without a date says nothing that could be weighed
 * against an update, and counts as none; one that is dated ahead counts as of now, or no update would ever be later.
 * An entry that stands beside its tombstone and was updated later is none (RFC 6721 section 3).
 */
export function withdrawnIn(
  { tombstones, entries }: Pick<FeedReading, 'tombstones' | 'entries'>,
  upstream: Upstream,
  nowMs: number,
): Map<string, WithdrawnEntry> {
  const found = new Map<string, WithdrawnEntry>()
  for (const { ref, when, by, comment } of tombstones.slice(0, MOST)) {
    if (!ref || !when) continue
    const at = earlier(instantOf(when), toInstant(nowMs))
    if ((found.get(ref)?.at ?? '') >= at) continue
    const why = publicWords(comment, upstream)
    const who = publicWords(by?.name, upstream) ?? nameOf(upstream)
    found.set(ref, { guid: ref, at, by: who, ...(why ? { comment: why } : {}) })
  }
  if (found.size === 0) return found
  for (const { guid, updated, published } of entries) {
    const stated = updated ?? published
    if (stated && instantOf(stated) > (found.get(guid)?.at ?? '~')) found.delete(guid)
  }
  return found
}

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** Words that are to be published: in one line, and with no secret of the upstream in them. */
function publicWords(text: string | undefined, upstream: Upstream): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed()
  return line && !(upstream.private && holdsSecret(line, upstream)) ? line : undefined
}

const nameOf = ({ title, url, ...upstream }: Upstream): string =>
  title ?? (upstream.private ? undefined : parseUrl(url)?.hostname) ?? 'its feed'
