/** Provenance: all that is known of who reported an article and where it comes from, and its JSON, the record. */

import type { Article, ArticleMedia, UpstreamFeed, ViaStep } from './article.ts'
import type { Credit } from './credit.ts'
import { precisionOf } from './date.ts'
import type { Rights } from './entry.ts'
import {
  isHttpUrl,
  type Provenance,
  type RecordCredit,
  type RecordPhoto,
  type RecordStep,
} from './record.ts'
import { cleanText } from './text.ts'
import { asciiUrl } from './url.ts'

export type { Provenance, RecordCredit, RecordPhoto, RecordStep } from './record.ts'
export { isFault, NAMESPACE, readRecord } from './record.ts'

/** Of an article, what its record says. */
export type RecordedFacts = Pick<
  Article,
  | 'canonicalUrl'
  | 'canonicalRule'
  | 'urlAsFed'
  | 'published'
  | 'credits'
  | 'creditText'
  | 'publication'
  | 'via'
  | 'upstreamFeed'
  | 'rights'
  | 'language'
  | 'status'
  | 'corrections'
  | 'media'
>

/**
 * The record of an article; its texts are cleaned, and what is no http(s) URL is left out where one must stand. The
 * members of every object are in the order of RFC 8785.
 */
export function recordOf(article: RecordedFacts): Provenance {
  const { published, publication, corrections } = article
  return known<Provenance>({
    canonical_rule: text(article.canonicalRule),
    canonical_url: url(article.canonicalUrl),
    corrections: some(corrections.map(({ at, note }) => ({ at, note: cleanText(note) }))),
    credit_text: some(article.creditText.map(cleanText).filter(Boolean)),
    credits: some(article.credits.map(recordCredit).filter(({ name }) => name)),
    language: text(article.language),
    photos: some(article.media.map(recordPhoto).filter((photo) => photo !== undefined)),
    publication: text(publication?.name)
      ? known({ name: cleanText(publication?.name ?? ''), url: url(publication?.url) })
      : undefined,
    published: published ? { precision: precisionOf(published), value: published } : undefined,
    rights: recordRights(article.rights),
    status: article.status,
    upstream_feed: recordFeed(article.upstreamFeed),
    url_as_fed: text(article.urlAsFed),
    via: some(article.via.map(recordStep).filter(({ name }) => name)),
  })
}

// As a replacer, the list is also the order in which the members are written.
const SORTED_MEMBERS = [
  'agency_id',
  'at',
  'canonical_rule',
  'canonical_url',
  'caption',
  'corrections',
  'credit_text',
  'credits',
  'feed_id',
  'feed_url',
  'holder',
  'how',
  'id',
  'kind',
  'language',
  'license_url',
  'name',
  'note',
  'notice',
  'photos',
  'precision',
  'publication',
  'published',
  'rights',
  'role',
  'status',
  'target',
  'text',
  'title',
  'updated',
  'upstream_feed',
  'url',
  'url_as_fed',
  'value',
  'via',
]

/** The record in canonical JSON (RFC 8785): the same bytes in every format and after any number of hops. */
export const recordJson = (record: Provenance): string => JSON.stringify(record, SORTED_MEMBERS)

/** The same of an article, at once. */
export const recordJsonOf = (article: RecordedFacts): string => JSON.stringify(recordOf(article))

/** What an article takes over from a record that is believed (rule 10). Media hold URL, caption and printed credit. */
export function articleFromRecord(record: Provenance): RecordedFacts {
  const { rights } = record
  return known<RecordedFacts>({
    canonicalUrl: record.canonical_url,
    canonicalRule: record.canonical_rule,
    urlAsFed: record.url_as_fed,
    published: record.published?.value,
    credits: (record.credits ?? []).map(creditFrom),
    creditText: record.credit_text ?? [],
    publication: record.publication,
    via: (record.via ?? []).map(stepFrom),
    upstreamFeed: record.upstream_feed,
    rights: rights
      ? known<Rights>({
          notice: rights.notice,
          holder: rights.holder,
          licenseUrl: rights.license_url,
        })
      : undefined,
    language: record.language,
    status: record.status ?? 'published',
    corrections: record.corrections ?? [],
    media: (record.photos ?? []).map(photoFrom),
  })
}

const recordCredit = (credit: Credit): RecordCredit =>
  known<RecordCredit>({
    agency_id: text(credit.agencyId),
    how: credit.evidence[0].how,
    kind: credit.kind,
    name: cleanText(credit.name),
    role: credit.role,
    target: mediaUrl(credit.target),
    text: text(credit.evidence[0].text),
  })

const creditFrom = (credit: RecordCredit): Credit =>
  known<Credit>({
    name: credit.name,
    kind: credit.kind,
    agencyId: credit.agency_id,
    role: credit.role,
    target: credit.target,
    evidence: [{ how: credit.how, ...(credit.text ? { text: credit.text } : {}) }],
  })

const recordStep = (step: ViaStep): RecordStep =>
  known<RecordStep>({
    at: step.at,
    feed_id: text(step.feedId),
    feed_url: url(step.feedUrl),
    name: cleanText(step.name || step.url || step.feedUrl || ''),
    url: url(step.url),
  })

const stepFrom = (step: RecordStep): ViaStep =>
  known<ViaStep>({
    name: step.name,
    url: step.url,
    feedUrl: step.feed_url,
    feedId: step.feed_id,
    at: step.at,
  })

const recordFeed = (feed: UpstreamFeed | undefined): Provenance['upstream_feed'] =>
  feed &&
  anything<NonNullable<Provenance['upstream_feed']>>({
    id: text(feed.id),
    title: text(feed.title),
    updated: feed.updated,
    url: url(feed.url),
  })

const recordRights = (rights: Rights | undefined): Provenance['rights'] =>
  rights &&
  anything<NonNullable<Provenance['rights']>>({
    holder: text(rights.holder),
    license_url: url(rights.licenseUrl),
    notice: text(rights.notice),
  })

/** Nothing of a picture of which no words are known: that it is there, its format says. */
const recordPhoto = ({
  caption,
  creditText,
  url: address,
}: ArticleMedia): RecordPhoto | undefined =>
  text(caption) || text(creditText)
    ? known<RecordPhoto>({
        caption: text(caption),
        credit_text: text(creditText),
        url: mediaUrl(address),
      })
    : undefined

const photoFrom = (photo: RecordPhoto): ArticleMedia =>
  known<ArticleMedia>({
    url: photo.url,
    caption: photo.caption,
    creditText: photo.credit_text,
    ...NO_MEDIA,
  })

/** What a record does not say of a picture. */
const NO_MEDIA = {
  type: undefined,
  medium: undefined,
  width: undefined,
  height: undefined,
  length: undefined,
  title: undefined,
  copyright: undefined,
}

type Loose<T> = { readonly [K in keyof T]-?: T[K] | undefined }

/** The members that are known: absent is unknown. */
function known<T extends object>(members: Loose<T>): T {
  const found: Partial<T> = {}
  for (const key in members) {
    const member = members[key]
    if (member !== undefined) found[key] = member as T[typeof key]
  }
  return found as T
}

function anything<T extends object>(members: Loose<T>): T | undefined {
  const found = known(members)
  return Object.keys(found).length > 0 ? found : undefined
}

const some = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined

const text = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : cleanText(value) || undefined

/** As it is written in the formats, where a reader finds the picture that the words belong to. */
const mediaUrl = (value: string | undefined): string | undefined => asciiUrl(text(value))

const url = (value: string | undefined): string | undefined => {
  const cleaned = text(value)
  return cleaned && isHttpUrl(cleaned) ? cleaned : undefined
}
