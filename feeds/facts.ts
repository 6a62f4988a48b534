/** The facts of an entry whose record is not believed: what its fields declare, what its text prints, what is claimed. */

import { resolveCanonical } from './canonical.ts'
import type { CreditContext } from './context.ts'
import { opensWithGivenName, readDeclaredCredits } from './credits/declared.ts'
import type { CreditParagraph } from './credits/paragraph.ts'
import { readPrintedCredits } from './credits/printed.ts'
import { recognised } from './credits/taught.ts'
import { mediaOf, mergeMedia } from './media.ts'
import type { Publication, ViaStep } from './model/article.ts'
import type { CanonicalEvidence } from './model/canonical.ts'
import { type Credit, foldName, joinCredits } from './model/credit.ts'
import type { Draft } from './model/draft.ts'
import type { Entry, FeedInfo, Rights } from './model/entry.ts'
import type { Fault } from './model/fault.ts'
import { articleFromRecord, type Provenance, type RecordedFacts } from './model/provenance.ts'
import type { Prose } from './prose.ts'
import { readSource, type SourceReading, viaStep } from './source.ts'

export interface FactsReading {
  readonly facts: RecordedFacts
  readonly faults: readonly Fault[]
}

/** Reads the facts; a record that is no more than a claim counts like any other element of the entry (rule 10). */
export function readFacts(
  entry: Entry,
  claim: Provenance | undefined,
  prose: Prose,
  context: CreditContext,
): FactsReading {
  const { feed, upstream, now, agencies } = context
  const claimed = claim ? articleFromRecord(claim) : undefined
  const language = entry.language ?? feed.language
  const declared = readDeclaredCredits(entry, prose.paragraph?.credits, agencies)
  const printed = readPrintedCredits(prose.body, entry.title, language, agencies)
  const source = readSource(entry, feed, upstream, now)
  const paragraph = prose.paragraph
  const publication =
    claimed?.publication ?? namedIn(paragraph, source.publication) ?? source.publication
  const rights = entry.rights ?? claimed?.rights ?? inheritedRights(entry, feed)
  const canonical = resolveCanonical(evidenceOf(entry, claimed, paragraph))
  const credits = joinCredits(
    (claimed?.credits ?? []).map(asClaim),
    // Its labels tell the roles, which the hop that dropped all else has flattened in the fields.
    recognised(paragraph?.credits ?? [], agencies),
    declared.credits,
    printed.credits,
  )
  const lines = [...entry.creditText, ...(paragraph?.lines ?? []), ...printed.creditText]
  const facts: Partial<Draft<RecordedFacts>> = {}
  if (canonical.url) facts.canonicalUrl = canonical.url
  if (canonical.url) facts.canonicalRule = canonical.rule
  if (entry.link) facts.urlAsFed = entry.link
  if (entry.published) facts.published = entry.published
  facts.credits = withoutMasthead(credits, publication)
  facts.creditText = lines.length > 1 ? [...new Set(lines)] : lines
  if (publication) facts.publication = publication
  facts.via = viaOf(claimed, source, publication, context)
  if (source.upstreamFeed) facts.upstreamFeed = source.upstreamFeed
  if (rights) facts.rights = rights
  if (language) facts.language = language
  facts.status = entry.status === 'retracted' ? 'retracted' : 'published'
  facts.corrections = claimed?.corrections ?? []
  facts.media = claimed ? mergeMedia(mediaOf(entry), claimed.media) : mediaOf(entry)
  return { facts: facts as RecordedFacts, faults: declared.faults }
}

/** RFC 4287 section 4.2.10: a feed's rights apply to entries that state none; of a copied entry, its source's. */
function inheritedRights(entry: Entry, feed: FeedInfo): Rights | undefined {
  const notice = entry.source ? entry.source.rights : feed.rights
  const licenseUrl = entry.source ? undefined : feed.licenseUrl
  if (!licenseUrl) return notice ? { notice } : undefined
  return notice ? { notice, licenseUrl } : { licenseUrl }
}

function evidenceOf(
  entry: Entry,
  claimed: RecordedFacts | undefined,
  paragraph: CreditParagraph | undefined,
): CanonicalEvidence {
  const relCanonical =
    claimed?.canonicalUrl ?? entry.links.find((link) => link.rel === 'canonical')?.url
  const evidence: Draft<CanonicalEvidence> = {}
  if (relCanonical) evidence.relCanonical = relCanonical
  if (entry.originalLink) evidence.originalLink = entry.originalLink
  if (paragraph?.canonicalUrl) evidence.paragraph = paragraph.canonicalUrl
  if (entry.externalUrl) evidence.externalUrl = entry.externalUrl
  if (entry.isPermaLink && entry.id) evidence.guid = entry.id
  if (entry.link) evidence.link = entry.link
  return evidence
}

const asClaim = (credit: Credit): Credit => ({
  ...credit,
  evidence: [{ how: 'declared', at: 'cl:provenance', ...textOfEvidence(credit) }],
})

const textOfEvidence = ({ evidence: [{ text }] }: Credit) => (text ? { text } : {})

/** A credit paragraph that names another masthead than the feed's: the feed is a hop, the masthead the source. */
const namedIn = (
  paragraph: CreditParagraph | undefined,
  masthead: Publication | undefined,
): Publication | undefined =>
  paragraph?.publication && foldName(paragraph.publication) !== foldName(masthead?.name ?? '')
    ? { name: paragraph.publication }
    : undefined

function viaOf(
  claimed: RecordedFacts | undefined,
  source: SourceReading,
  publication: Publication | undefined,
  { feed, upstream, now }: CreditContext,
): readonly ViaStep[] {
  if (!claimed && publication === source.publication) return source.via
  const polled = viaStep(feed, upstream, now)
  if (claimed) return [polled, ...claimed.via]
  return source.via[0]?.name === polled.name ? source.via : [polled, ...source.via]
}

/** Atom demands an author: many feeds give the masthead itself. That is no byline; an agency's own name is one. */
function withoutMasthead(
  credits: readonly Credit[],
  publication: Publication | undefined,
): readonly Credit[] {
  if (!publication) return credits
  const [whole = '', ...parts] = [publication.name, ...partsOf(publication.name)].map(foldName)
  const isMasthead = ({ name, evidence }: Credit) => {
    const folded = foldName(name)
    if (folded === whole) return true
    // a part of it only where a field says so, and not of who blogs under their own name
    return (
      parts.includes(folded) &&
      evidence.every(({ how }) => how === 'declared') &&
      !opensWithGivenName(name)
    )
  }
  return credits.filter(
    (credit) => credit.agencyId !== undefined || credit.role !== 'author' || !isMasthead(credit),
  )
}

/** "World news | The Example", "The Example - All Posts": titles of feeds hold the masthead and what the feed is of. */
const partsOf = (title: string): string[] => title.split(/\s+[-–—|:•·]\s+|:\s+/)
