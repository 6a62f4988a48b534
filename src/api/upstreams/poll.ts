/** Polls upstreams at somebody's word, and tells what came of it. */

import type * as z from 'zod/mini'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import type { Deps } from '../../deps.ts'
import { pollAll } from '../../ingest/polling.ts'
import { presentUpstream } from './present.ts'
import type { PollResult } from './schemas.ts'

type Result = z.input<typeof PollResult>

/** Each once, due or not; what fails is a result as well. */
export async function pollNow(upstreams: readonly Upstream[], deps: Deps): Promise<Result[]> {
  const found = new Map<string, number>()
  await pollAll(
    upstreams,
    { ...deps, baseUrl: deps.config.baseUrl, chance: () => chance(deps) },
    ({ upstream, articles }) => found.set(upstream.id, articles.length),
  )
  const after = await Promise.all(upstreams.map(({ id }) => deps.store.findUpstream(id)))
  return after.flatMap((upstream) =>
    upstream
      ? [{ upstream: presentUpstream(upstream), articles: found.get(upstream.id) ?? 0 }]
      : [],
  )
}

const chance = ({ random }: Deps): number => (random(1)[0] ?? 0) / 256
