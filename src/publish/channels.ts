/** Which channel a request means: the built-in ones, those in the store, and any of them narrowed by a query. */

import type { Page, Store, StoredChannel } from '../../db/store.ts'
import { type Channel, DEFAULT_PRESENTATION, type Selection } from '../../feeds/model/channel.ts'
import { ROLES } from '../../feeds/model/credit.ts'
import { type Instant, toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Config } from '../config.ts'

export const ALL = 'all'

/** A channel with the page of it that is asked for. */
export interface ChannelPage {
  readonly channel: Channel
  readonly page: Page
  /** Grows when the channel's selection changes. */
  readonly generation: number
  /** When the channel's settings last changed; absent for those that are not in the store. */
  readonly changedAt?: Instant
  /** The query in one canonical order, `?…` or empty: part of the document's address. */
  readonly query: string
}

type Titled = Pick<Config, 'title'>

export const allChannel = (config: Titled): Channel => ({
  slug: ALL,
  title: config.title,
  hubs: [],
  selection: {},
  presentation: DEFAULT_PRESENTATION,
})

/** The channel of a source, agency, person or tag page; its slug is its path. */
export const pageChannel = (
  path: string,
  name: string,
  selection: Selection,
  config: Titled,
): Channel => ({
  ...allChannel(config),
  slug: path,
  title: `${name} (${config.title})`,
  selection,
})

export async function getChannel(
  slug: string,
  store: Store,
  config: Titled,
): Promise<Channel | StoredChannel> {
  if (slug === ALL) return (await store.findChannel(ALL)) ?? allChannel(config)
  const channel = await store.findChannel(slug)
  if (channel) return channel
  throw new CreditlineError(
    'not_found',
    `There is no channel "${slug}". /channels lists those there are.`,
  )
}

/** Narrows a channel by the query parameters that every feed takes; the channel's own conditions stay. */
export function readChannelPage(
  found: Channel | StoredChannel,
  query: URLSearchParams,
): ChannelPage {
  const { seq: _, storedAt, generation, ...channel } = { ...NOT_STORED, ...found }
  const selection = narrow(channel.selection, readSelection(query))
  const after = query.get('after') ?? undefined
  return {
    channel: { ...channel, selection },
    page: { limit: readLimit(query, channel.presentation.size), ...(after ? { after } : {}) },
    generation,
    ...(storedAt ? { changedAt: storedAt } : {}),
    query: canonicalQuery(query),
  }
}

const NOT_STORED = { seq: 0, storedAt: undefined, generation: 1 }

const NAMES = [
  'limit',
  'q',
  'agency',
  'role',
  'source',
  'person',
  'tag',
  'lang',
  'since',
  'until',
  'after',
] as const

function canonicalQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of NAMES)
    for (const value of query.getAll(name)) if (value) kept.append(name, value)
  const text = kept.toString()
  return text ? `?${text}` : ''
}

function readLimit(query: URLSearchParams, size: number): number {
  const text = query.get('limit')
  if (text === null) return size
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 500) return limit
  throw new CreditlineError(
    'invalid',
    `limit is "${text.slice(0, 40)}"; give a whole number from 1 to 500`,
  )
}

function readSelection(query: URLSearchParams): Selection {
  const text = (name: (typeof NAMES)[number]) => query.get(name)?.trim() || undefined
  const sources = query
    .getAll('source')
    .flatMap((value) => value.split(','))
    .filter(Boolean)
  const role = readRole(text('role'))
  return defined({
    source: sources.length > 0 ? sources : undefined,
    agency: text('agency'),
    role,
    person: text('person'),
    tag: text('tag'),
    language: text('lang'),
    q: text('q'),
    since: readInstant('since', text('since')),
    until: readInstant('until', text('until')),
  })
}

function readRole(text: string | undefined): Selection['role'] {
  const role = ROLES.find((known) => known === text)
  if (text && !role)
    throw new CreditlineError(
      'invalid',
      `role is "${text.slice(0, 40)}"; it is one of ${ROLES.join(', ')}`,
    )
  return role
}

function readInstant(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const ms = Date.parse(text)
  if (!Number.isNaN(ms) && /^\d{4}/.test(text)) return toInstant(ms)
  throw new CreditlineError(
    'invalid',
    `${name} is "${text.slice(0, 40)}"; write a date such as 2025-05-16 or 2025-05-16T10:00:00Z`,
  )
}

/** Conditions of both: a query can narrow a channel, never widen it. */
function narrow(own: Selection, asked: Selection): Selection {
  for (const key of ['agency', 'role', 'person', 'tag', 'language'] as const)
    if (own[key] && asked[key] && own[key] !== asked[key]) return { ...own, ...asked, source: [] }
  const source =
    own.source && asked.source ? own.source.filter((s) => asked.source?.includes(s)) : undefined
  const q = [own.q, asked.q].filter(Boolean).join(' ') || undefined
  const since = [own.since, asked.since]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
  const until = [own.until, asked.until].filter((at) => at !== undefined).sort()[0]
  return { ...own, ...asked, ...defined({ source, q, since, until }) }
}

const defined = <T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never
