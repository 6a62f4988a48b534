/** What goes in and out of the operations on upstreams. */

import * as z from 'zod/mini'
import { named, said } from '../schema.ts'
import { httpUrl, instant, line, list, maybe } from '../shapes.ts'

export const upstreamId = z.string().check(z.minLength(1), z.maxLength(200))

const peer = said(z.boolean(), 'It is a Creditline that we trust: its records are believed.')
const isPrivate = said(z.boolean(), 'Its address is never published.')
const publication = said(line, 'The masthead whose articles it carries.')
const tags = list(line)

export const NewUpstream = named(
  'NewUpstream',
  'A feed to be read.',
  z.strictObject({
    url: said(httpUrl, 'Address of the feed.', 'https://harbour.example/feed.xml'),
    title: maybe(said(line, 'Its name; the feed’s own title when not given.')),
    publication: maybe(publication),
    peer: maybe(peer),
    private: maybe(isPrivate),
    tags: maybe(tags),
  }),
)

export const UpstreamEdit = named(
  'UpstreamEdit',
  'What is not given stays; null takes away.',
  z.strictObject({
    title: maybe(z.nullable(line)),
    publication: maybe(z.nullable(publication)),
    peer: maybe(peer),
    private: maybe(isPrivate),
    tags: maybe(tags),
    paused: maybe(said(z.boolean(), 'It is not polled.')),
  }),
)

export const UpstreamOut = named(
  'Upstream',
  'A feed that is read, and how it is.',
  z.object({
    id: z.string(),
    url: z.string(),
    title: maybe(z.string()),
    publication: maybe(z.string()),
    site_url: maybe(z.string()),
    language: maybe(z.string()),
    peer: z.boolean(),
    private: z.boolean(),
    tags: z.array(z.string()),
    health: z.enum(['new', 'healthy', 'failing', 'gone', 'paused']),
    next_poll_at: instant,
    last_poll_at: maybe(instant),
    last_success_at: maybe(instant),
    last_new_at: maybe(said(instant, 'When it last had something new.')),
    failures: said(z.int(), 'Polls in a row that failed.'),
    last_status: maybe(said(z.int(), 'HTTP status of its last answer.')),
    last_error: maybe(z.string()),
    last_result: maybe(z.string()),
    moved_to: maybe(said(z.string(), 'A permanent redirect that is not adopted yet.')),
    hub: maybe(z.string()),
    added_at: instant,
  }),
)

export const UpstreamList = named(
  'UpstreamList',
  'All upstreams.',
  z.object({ upstreams: z.array(UpstreamOut) }),
)

export const PollResult = named(
  'PollResult',
  'What polling one upstream found.',
  z.object({
    upstream: UpstreamOut,
    articles: said(z.int(), 'Articles that are new or have changed.'),
  }),
)

export const PollRequest = named(
  'PollRequest',
  'Which upstreams.',
  z.strictObject({
    upstreams: maybe(said(list(upstreamId, 20), 'Their ids; those that are due when not given.')),
  }),
)

export const PollResults = named(
  'PollResults',
  'What was polled.',
  z.object({
    polled: z.array(PollResult),
    more: said(z.boolean(), 'More are due: at most 20 are polled at a time.'),
  }),
)
