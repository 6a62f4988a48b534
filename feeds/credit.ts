/** The heart: an entry and the feed that it stood in become a credited article. */

import type { CreditContext } from './context.ts'
import { readFacts } from './facts.ts'
import { mintPublishedId } from './identity.ts'
import { mediaOf, mergeMedia } from './media.ts'
import type { Article, ViaStep } from './model/article.ts'
import { type Instant, instantOf } from './model/date.ts'
import type { Entry, FeedInfo } from './model/entry.ts'
import type { Fault } from './model/fault.ts'
import {
  articleFromRecord,
  isFault,
  type Provenance,
  type RecordedFacts,
  readRecord,
} from './model/provenance.ts'
import { holdsSecret, withoutSecrets } from './private.ts'
import { type Prose, readProse } from './prose.ts'
import { hostOf, viaStep } from './source.ts'

export type { CreditContext } from './context.ts'

export interface CreditedEntry {
  readonly article: Article
  readonly faults: readonly Fault[]
}

/** Credits one entry. Pure; never throws; what could not be placed is among the faults. */
export function creditEntry(entry: Entry, context: CreditContext): CreditedEntry {
  const record = entry.record === undefined ? undefined : readRecord(entry.record)
  const faults = record && isFault(record) ? [record] : []
  const claim = record && !isFault(record) ? record : undefined
  const prose = readProse(entry)
  const facts =
    claim && isBelieved(context)
      ? { ...believe(claim, entry, context), faults: [] }
      : readFacts(entry, claim, prose, context)
  const article = assemble(entry, facts, prose, context)
  return {
    article: context.upstream.private ? withoutSecrets(article, context.upstream) : article,
    faults: [...faults, ...facts.faults, ...dateFaults(article, context.now)],
  }
}

/** A record is believed only from our own base URL or a peer (rule 10); from others it is a claim. */
const isBelieved = ({ upstream, baseUrl }: CreditContext): boolean =>
  upstream.peer || isOurs(upstream.url, baseUrl)

const isOurs = (url: string, baseUrl: string): boolean => url.startsWith(`${baseUrl}/`)

function believe(record: Provenance, entry: Entry, context: CreditContext): RecordedFacts {
  const { upstream, feed, now, baseUrl } = context
  const facts = articleFromRecord(record)
  const hop: ViaStep[] = isOurs(upstream.url, baseUrl) ? [] : [viaStep(feed, upstream, now)]
  return { ...facts, via: [...hop, ...facts.via], media: mergeMedia(facts.media, mediaOf(entry)) }
}

function assemble(
  entry: Entry,
  facts: RecordedFacts,
  prose: Prose,
  context: CreditContext,
): Article {
  const { upstream, feed, guid, now, known } = context
  const { body, summary } = prose
  return {
    upstreamId: upstream.id,
    guid,
    publishedId: known?.publishedId ?? publishedIdOf(entry, context),
    firstSeenAt: known?.firstSeenAt ?? now,
    ...(entry.title ? { title: entry.title } : {}),
    ...(entry.updated ? { updated: entry.updated } : {}),
    ...(summary ? { summary } : {}),
    ...(body ? { body: { clean: false, html: body } } : {}),
    ...facts,
    enclosures: entry.enclosures,
    tags: entry.categories,
    related: [],
    ...(entry.comments ? { comments: entry.comments } : {}),
    ...(entry.podcast ? { podcast: entry.podcast } : {}),
    doubts: doubtsOf(facts, feed, now),
  }
}

function publishedIdOf(entry: Entry, { upstream, feed, guid, isTaken }: CreditContext): string {
  const sourceId = upstream.private ? upstream.id : (feed.id ?? upstream.url)
  const isSecret = upstream.private && entry.id !== undefined && holdsSecret(entry.id, upstream)
  return mintPublishedId({ guid, statedId: isSecret ? undefined : entry.id, sourceId, isTaken })
}

/** Why an editor should look at it. */
function doubtsOf(
  facts: RecordedFacts & { readonly faults?: readonly Fault[] },
  feed: FeedInfo,
  now: Instant,
): string[] {
  const doubts: [string, boolean][] = [
    ['uncredited', !facts.credits.some((credit) => credit.role !== 'photo')],
    ['doubtful_credit', (facts.faults ?? []).some((fault) => fault.code === 'name_unread')],
    ['future_date', isFuture(facts.published, now)],
    ['foreign_canonical', isForeign(facts.canonicalUrl, facts.urlAsFed ?? feed.link)],
  ]
  return doubts.filter(([, holds]) => holds).map(([name]) => name)
}

const isFuture = (published: string | undefined, now: Instant): boolean =>
  published !== undefined && instantOf(published) > now && published.slice(0, 10) > now.slice(0, 10)

/** The canonical URL stands on another host than the link: legitimate in syndication, and worth a look. */
const isForeign = (canonical: string | undefined, link: string | undefined): boolean =>
  canonical !== undefined && link !== undefined && siteOf(canonical) !== siteOf(link)

const siteOf = (url: string): string => hostOf(url).replace(/^(?:www|m|amp|mobile)\./, '')

const dateFaults = ({ published }: Article, now: Instant): Fault[] =>
  isFuture(published, now)
    ? [
        {
          code: 'date_future',
          at: 'published',
          text: `published ${published}, which is later than ${now}`,
        },
      ]
    : []
