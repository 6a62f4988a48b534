/** Upstreams: listing, adding, changing, removing, polling. */

import * as z from 'zod/mini'
import { toInstant } from '../../../feeds/model/date.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import type { Deps } from '../../deps.ts'
import { checkUrl, policyOf } from '../../ingest/guard.ts'
import { newUpstream } from '../../ingest/new-upstream.ts'
import { operation } from '../operation.ts'
import { given } from '../shapes.ts'
import { pollNow } from './poll.ts'
import { etagOf, presentUpstream } from './present.ts'
import {
  NewUpstream,
  PollRequest,
  PollResult,
  PollResults,
  UpstreamEdit,
  UpstreamList,
  UpstreamOut,
  upstreamId,
} from './schemas.ts'

const byId = z.object({ id: upstreamId })
const POLLED_AT_A_TIME = 20

export const upstreamOperations = [
  operation({
    id: 'listUpstreams',
    tag: 'Upstreams',
    method: 'get',
    path: '/upstreams',
    summary: 'All upstreams with their health',
    scope: 'admin',
    result: UpstreamList,
    run: async (_, { store }) => ({
      body: { upstreams: (await store.listUpstreams()).map(presentUpstream) },
    }),
  }),
  operation({
    id: 'addUpstream',
    tag: 'Upstreams',
    method: 'post',
    path: '/upstreams',
    summary: 'Adds a feed to be read',
    description: 'It is polled within moments where the service polls; to wait for it, poll it.',
    scope: 'admin',
    repeatable: true,
    bodies: { 'application/json': NewUpstream },
    result: UpstreamOut,
    tagged: true,
    status: 201,
    run: async ({ body }, deps) => {
      const url = checkUrl(body.value.url, policyOf(deps.config.allowHosts))
      const upstream = newUpstream({ ...body.value, url }, deps)
      await deps.store.addUpstream(upstream)
      return { ...answer(upstream, deps), location: `/upstreams/${upstream.id}` }
    },
  }),
  operation({
    id: 'getUpstream',
    tag: 'Upstreams',
    method: 'get',
    path: '/upstreams/{id}',
    summary: 'One upstream',
    scope: 'admin',
    params: byId,
    result: UpstreamOut,
    tagged: true,
    run: async ({ params }, deps) => answer(await getUpstream(params.id, deps), deps),
  }),
  operation({
    id: 'editUpstream',
    tag: 'Upstreams',
    method: 'patch',
    path: '/upstreams/{id}',
    summary: 'Changes an upstream, pauses or resumes it',
    description: 'The ETag names the version of what people set; polls do not change it.',
    scope: 'admin',
    conditional: true,
    params: byId,
    bodies: { 'application/json': UpstreamEdit },
    result: UpstreamOut,
    tagged: true,
    run: async ({ params, body, expect }, deps) => {
      const before = await getUpstream(params.id, deps)
      expect(etagOf(before, deps.sha256))
      const after = edited(before, body.value, toInstant(deps.now()))
      await deps.store.saveUpstream(after)
      return answer(after, deps)
    },
  }),
  operation({
    id: 'removeUpstream',
    tag: 'Upstreams',
    method: 'delete',
    path: '/upstreams/{id}',
    summary: 'Stops reading a feed for good',
    scope: 'admin',
    params: byId,
    query: z.object({ articles: z.exactOptional(z.enum(['keep', 'remove'])) }),
    status: 204,
    run: async ({ params, query }, deps) => {
      const { id } = await getUpstream(params.id, deps)
      await deps.store.removeUpstream(id, {
        now: toInstant(deps.now()),
        withArticles: query.articles === 'remove',
      })
      return {}
    },
  }),
  operation({
    id: 'pollUpstream',
    tag: 'Upstreams',
    method: 'post',
    path: '/upstreams/{id}/poll',
    summary: 'Polls one upstream now, and waits for what it finds',
    scope: 'admin',
    params: byId,
    result: PollResult,
    run: async ({ params }, deps) => {
      const [result] = await pollNow([await getUpstream(params.id, deps)], deps)
      if (!result) throw notHere(params.id)
      return { body: result }
    },
  }),
  operation({
    id: 'poll',
    tag: 'Upstreams',
    method: 'post',
    path: '/poll',
    summary: 'Polls upstreams now, and waits for what they find',
    scope: 'admin',
    bodies: { 'application/json': PollRequest },
    result: PollResults,
    run: async ({ body }, deps) => {
      const asked = body.value.upstreams
      const upstreams = asked
        ? await Promise.all(asked.map((id) => getUpstream(id, deps)))
        : await deps.store.listDueUpstreams(toInstant(deps.now()), POLLED_AT_A_TIME + 1)
      const polled = await pollNow(upstreams.slice(0, POLLED_AT_A_TIME), deps)
      return { body: { polled, more: upstreams.length > POLLED_AT_A_TIME } }
    },
  }),
]

const answer = (upstream: Upstream, { sha256 }: Deps) => ({
  body: presentUpstream(upstream),
  etag: etagOf(upstream, sha256),
})

const notHere = (id: string): CreditlineError =>
  new CreditlineError('not_found', `There is no upstream "${id.slice(0, 80)}" here.`)

async function getUpstream(id: string, { store }: Deps): Promise<Upstream> {
  const upstream = await store.findUpstream(id)
  if (!upstream) throw notHere(id)
  return upstream
}

function edited(before: Upstream, edit: z.output<typeof UpstreamEdit>, now: string): Upstream {
  const { title, publication, ...rest } = before
  const set = (own: string | undefined, to: string | null | undefined) =>
    to === undefined ? own : (to ?? undefined)
  return {
    ...rest,
    ...given({
      title: set(title, edit.title),
      publication: set(publication, edit.publication),
      peer: edit.peer,
      private: edit.private,
      tags: edit.tags,
    }),
    ...(edit.paused === undefined ? {} : pausedOrNot(before, edit.paused, now)),
  }
}

/** One that is resumed is polled at once. */
function pausedOrNot(
  { health }: Upstream,
  paused: boolean,
  now: string,
): Partial<Pick<Upstream, 'health' | 'nextPollAt'>> {
  if (paused) return { health: 'paused' }
  return health === 'paused' || health === 'gone' ? { health: 'new', nextPollAt: now } : {}
}
