/** Upstreams as an operator reads them on a terminal. */

import type { ArticleChange, UpstreamChange } from '../../db/store.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { FoundFeed } from '../ingest/discover.ts'
import { newsPerDay } from '../ingest/rhythm.ts'
import { type Style, table } from './terminal.ts'

/** One line: health, id, what came of the last poll. */
export function upstreamLine({ health, id, title, url, lastError, lastResult }: Upstream): string {
  const news = health === 'failing' || health === 'gone' ? lastError : lastResult
  return `${health.padEnd(8)} ${id.padEnd(32)} ${title ?? url}${news ? `: ${news}` : ''}`
}

const COLUMNS = [
  { head: 'health', style: (health: string) => STYLES[health] },
  { head: 'name', cut: true },
  { head: 'id' },
  { head: 'last poll' },
  { head: 'what came of it', cut: true },
] as const

const STYLES: Readonly<Record<string, Style>> = {
  healthy: 'green',
  failing: 'red',
  gone: 'red',
  paused: 'yellow',
}

export const upstreamTable = (upstreams: readonly Upstream[]): string =>
  table(
    COLUMNS,
    upstreams.map(({ health, title, url, id, lastPollAt, lastError, lastResult }) => [
      health,
      title ?? url,
      id,
      lastPollAt?.slice(0, 16).replace('T', ' ') ?? 'never',
      (health === 'failing' || health === 'gone' ? lastError : lastResult) ?? '',
    ]),
  )

/** All that is known of it, a fact a line. */
export function upstreamFacts(
  upstream: Upstream,
  faults: readonly Fault[],
  changes: readonly UpstreamChange[],
): string {
  const { rhythm, hints } = upstream
  const facts: [string, string | number | undefined][] = [
    ['id', upstream.id],
    ['address', upstream.url],
    ['title', upstream.title],
    ['publication', upstream.publication],
    ['site', upstream.siteUrl],
    ['tags', upstream.tags.join(', ') || undefined],
    ['trusted', upstream.peer ? 'its records are believed (peer)' : undefined],
    ['private', upstream.private ? 'its address is never published' : undefined],
    ['health', upstream.health],
    ['last poll', upstream.lastPollAt],
    ['last result', upstream.lastResult],
    ['last error', upstream.lastError],
    ['failures', upstream.failures || undefined],
    ['last success', upstream.lastSuccessAt],
    ['last news', upstream.lastNewAt],
    ['rhythm', rhythm && `${newsPerDay(rhythm).toPrecision(2)} new entries a day`],
    ['asks to wait', hints?.wait && `${Math.round(hints.wait / 60)} minutes`],
    ['next poll', isPolled(upstream) ? upstream.nextPollAt : 'none'],
    ['moving to', upstream.movedTo && `${upstream.movedTo} (seen ${upstream.movedSeen} times)`],
    ['hub', upstream.hub],
    ['added', upstream.addedAt],
  ]
  const lines = facts.flatMap(([name, value]) =>
    value === undefined ? [] : `${name.padEnd(13)} ${value}`,
  )
  return [
    ...lines,
    ...faults.map(({ at, text }) => `${'fault'.padEnd(13)} ${at}: ${text}`),
    ...changes.map(
      ({ at, articleId, ...change }) =>
        `${'changed'.padEnd(13)} ${at} article ${articleId}: ${changeWords(change)}`,
    ),
  ].join('\n')
}

/** What changed, each with what it was and is where that is kept. */
export const changeWords = ({ changes }: Pick<ArticleChange, 'changes'>): string =>
  changes
    .map(({ field, before, after }) => {
      if (before === undefined && after === undefined) return field
      return `${field} from ${quoted(before)} to ${quoted(after)}`
    })
    .join('; ')

const quoted = (text: string | undefined): string => (text ? `"${text}"` : 'none')

export const isPolled = ({ health }: Upstream): boolean => health !== 'paused' && health !== 'gone'

/** The feeds of a site, numbered as --choose takes them. */
export const choiceLines = (feeds: readonly FoundFeed[]): string =>
  feeds
    .map(
      ({ title, url, dialect, entries }, i) =>
        `  ${i + 1}  ${title ?? 'untitled'}\n     ${url} (${dialect}, ${entries} entries)`,
    )
    .join('\n')
