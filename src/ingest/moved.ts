/** Permanent redirects: adopted only after repeated, consistent answers that worked. Pure. */

import type { Instant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { FetchedDocument } from './fetch-document.ts'

/** A host that is being moved, or was taken over for an afternoon, does not rewrite what we read. */
const MIN_SEEN = 4
const MIN_SECONDS = 2 * 86_400

export type Move = Pick<Upstream, 'movedTo' | 'movedSeen' | 'movedSince'>

const NOT_MOVED: Move = { movedSeen: 0 }

/** Where the answer says that the feed stands from now on; absent after any hop that is not permanent. */
export function permanentTarget({ redirects, url }: FetchedDocument): string | undefined {
  const permanent = redirects.every(({ status }) => status === 301 || status === 308)
  return redirects.length > 0 && permanent ? url : undefined
}

/** The move as it stands after one more good answer. */
export function seeMove(upstream: Upstream, target: string | undefined, now: Instant): Move {
  if (!target || target === upstream.url) return NOT_MOVED
  if (target !== upstream.movedTo) return { movedTo: target, movedSeen: 1, movedSince: now }
  return {
    movedTo: target,
    movedSeen: upstream.movedSeen + 1,
    movedSince: upstream.movedSince ?? now,
  }
}

/** Whether a move has been seen often and long enough. */
export const isSettled = ({ movedSeen, movedSince }: Move, now: Instant): boolean =>
  movedSeen >= MIN_SEEN &&
  movedSince !== undefined &&
  Date.parse(now) - Date.parse(movedSince) >= MIN_SECONDS * 1000
