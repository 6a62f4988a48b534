/** Upstreams as the API says them. */

import type * as z from 'zod/mini'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { given } from '../shapes.ts'
import type { UpstreamOut } from './schemas.ts'

export const presentUpstream = (upstream: Upstream): z.input<typeof UpstreamOut> => ({
  id: upstream.id,
  url: upstream.url,
  peer: upstream.peer,
  private: upstream.private,
  tags: [...upstream.tags],
  health: upstream.health,
  next_poll_at: upstream.nextPollAt,
  failures: upstream.failures,
  added_at: upstream.addedAt,
  ...given({
    title: upstream.title,
    publication: upstream.publication,
    site_url: upstream.siteUrl,
    language: upstream.language,
    last_poll_at: upstream.lastPollAt,
    last_success_at: upstream.lastSuccessAt,
    last_new_at: upstream.lastNewAt,
    last_status: upstream.lastStatus,
    last_error: upstream.lastError,
    last_result: upstream.lastResult,
    moved_to: upstream.movedTo,
    hub: upstream.hub,
  }),
})

/** Names a version of what a person set: polls do not change it. */
export function etagOf(upstream: Upstream, sha256: (text: string) => string): string {
  const { url, title, publication, peer, private: hidden, tags, health } = upstream
  const settings = [url, title, publication, peer, hidden, tags, health === 'paused']
  return `"${sha256(JSON.stringify(settings)).slice(0, 20)}"`
}
