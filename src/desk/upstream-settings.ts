/** What a person sets of an upstream: how a new one begins, and how the form changes one. */

import { toInstant } from '../../feeds/model/date.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Deps } from '../deps.ts'
import { checkUrl, policyOf } from '../ingest/guard.ts'
import { newUpstream } from '../ingest/new-upstream.ts'
import { type Form, isChecked, listIn, textIn } from './form.ts'

/** Throws `refused` for an address that may not be fetched. */
export function upstreamIn(form: Form, deps: Deps): Upstream {
  const url = checkUrl(form.get('url') ?? '', policyOf(deps.config.allowHosts))
  return newUpstream({ url, ...settingsIn(form) }, deps)
}

type Settings = Pick<Upstream, 'title' | 'publication' | 'peer' | 'private' | 'tags'>

function settingsIn(form: Form): Settings {
  const title = textIn(form, 'title')
  const publication = textIn(form, 'publication')
  return {
    ...(title ? { title } : {}),
    ...(publication ? { publication } : {}),
    peer: isChecked(form, 'peer'),
    private: isChecked(form, 'private'),
    tags: listIn(form, 'tags'),
  }
}

/** A name that is cleared becomes the feed's own again at the next poll. */
export function withSettings(upstream: Upstream, form: Form): Upstream {
  const { title: _, publication: __, ...rest } = upstream
  return { ...rest, ...settingsIn(form) }
}

export const paused = (upstream: Upstream): Upstream => ({ ...upstream, health: 'paused' })

/** One that is resumed is due at once. */
export const resumed = (upstream: Upstream, now: number): Upstream => ({
  ...upstream,
  health: 'new',
  nextPollAt: toInstant(now),
})
