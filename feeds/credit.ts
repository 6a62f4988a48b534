/** The heart: an entry and the feed that it stood in become a credited article. */

import type { CreditContext } from './context.ts'
import { dateFaults, doubtsOf } from './doubts.ts'
import { type FactsReading, readFacts } from './facts.ts'
import { mintPublishedId } from './identity.ts'
import { mediaOf, mergeMedia } from './media.ts'
import type { Article, ArticleMedia, ViaStep } from './model/article.ts'
import type { Draft } from './model/draft.ts'
import type { Entry } from './model/entry.ts'
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
import { viaStep } from './source.ts'

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
  const reading =
    claim && isBelieved(context)
      ? { facts: believe(claim, entry, context), faults: [] }
      : readFacts(entry, claim, prose, context)
  const article = assemble(entry, reading, prose, context)
  return {
    article: context.upstream.private ? withoutSecrets(article, context.upstream) : article,
    faults: [...faults, ...reading.faults, ...dateFaults(article.published, context.now)],
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
  return {
    ...facts,
    via: [...hop, ...facts.via],
    media: mergeMedia(facts.media, mediaOf(entry).map(withoutWords)),
  }
}

/** Captions and printed credits are the record's: what the elements repeat of them would come back as more. */
const withoutWords = ({ caption: _, creditText: __, ...media }: ArticleMedia): ArticleMedia => media

function assemble(
  entry: Entry,
  { facts, faults }: FactsReading,
  prose: Prose,
  context: CreditContext,
): Article {
  const { upstream, guid, now, known } = context
  const { body, summary } = prose
  const article: Partial<Draft<Article>> = {
    upstreamId: upstream.id,
    guid,
    publishedId: known?.publishedId ?? publishedIdOf(context),
    firstSeenAt: known?.firstSeenAt ?? now,
  }
  if (entry.title) article.title = entry.title
  if (entry.updated) article.updated = entry.updated
  if (summary) article.summary = summary
  if (body) article.body = { clean: false, html: body }
  Object.assign(article, facts)
  article.enclosures = entry.enclosures
  article.tags = entry.categories
  article.related = []
  if (entry.comments) article.comments = entry.comments
  if (entry.podcast) article.podcast = entry.podcast
  article.doubts = doubtsOf(facts, faults, now)
  return article as Article
}

function publishedIdOf({ upstream, feed, guid, isTaken }: CreditContext): string {
  const sourceId = upstream.private ? upstream.id : (feed.id ?? upstream.url)
  const mayNotBe = (id: string) => isTaken(id) || (upstream.private && holdsSecret(id, upstream))
  return mintPublishedId({ guid, sourceId, isTaken: mayNotBe })
}
