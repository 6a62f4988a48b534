/** An upstream as it is before its first poll. */

import { slug } from '../../feeds/model/credit.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'

export interface UpstreamInput {
  /** As the guard normalised it (checkUrl). */
  readonly url: URL
  readonly title?: string | undefined
  readonly publication?: string | undefined
  readonly peer?: boolean | undefined
  readonly private?: boolean | undefined
  readonly tags?: readonly string[] | undefined
}

/** Due at once. Its id says which site it is, and is no secret: a private upstream's id is random alone. */
export function newUpstream(
  input: UpstreamInput,
  deps: { readonly now: () => number; readonly random: (bytes: number) => Uint8Array },
): Upstream {
  const { url, title, publication, peer = false, private: hidden = false, tags = [] } = input
  const at = toInstant(deps.now())
  const suffix = [...deps.random(3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const site = hidden ? 'private' : slug(url.hostname.replace(/^www\./, ''))
  return {
    id: `${site}-${suffix}`,
    url: url.href,
    ...(title ? { title } : {}),
    ...(publication ? { publication } : {}),
    peer,
    private: hidden,
    tags,
    health: 'new',
    nextPollAt: at,
    failures: 0,
    movedSeen: 0,
    addedAt: at,
  }
}
