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

/** The record of an article; its texts are cleaned, and what is no http(s) URL is left out where one must stand. */
export function recordOf(article: RecordedFacts): Provenance {
  return {
    ...url('canonical_url', article.canonicalUrl),
    ...text('canonical_rule', article.canonicalRule),
    ...text('url_as_fed', article.urlAsFed),
    ...(article.published
      ? { published: { value: article.published, precision: precisionOf(article.published) } }
      : {}),
    ...list(
      'credits',
      article.credits.map(recordCredit).filter((credit) => credit.name),
    ),
    ...list('credit_text', article.creditText.map(cleanText).filter(Boolean)),
    ...object('publication', cleanText(article.publication?.name ?? ''), {
      name: cleanText(article.publication?.name ?? ''),
      ...url('url', article.publication?.url),
    }),
    ...list(
      'via',
      article.via.map(recordStep).filter((step) => step.name),
    ),
    ...recordFeed(article.upstreamFeed),
    ...recordRights(article.rights),
    ...text('language', article.language),
    status: article.status,
    ...list(
      'corrections',
      article.corrections.map(({ at, note }) => ({ at, note: cleanText(note) })),
    ),
    ...list('photos', article.media.flatMap(recordPhoto)),
  }
}

// A list as the replacer writes just these members, in this order: native speed, where sorting each object is not.
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

/** What an article takes over from a record that is believed (rule 10). Media hold URL, caption and printed credit. */
export function articleFromRecord(record: Provenance): RecordedFacts {
  return {
    ...text('canonicalUrl', record.canonical_url),
    ...text('canonicalRule', record.canonical_rule),
    ...text('urlAsFed', record.url_as_fed),
    ...text('published', record.published?.value),
    credits: (record.credits ?? []).map(creditFrom),
    creditText: record.credit_text ?? [],
    ...(record.publication ? { publication: record.publication } : {}),
    via: (record.via ?? []).map(stepFrom),
    ...(record.upstream_feed ? { upstreamFeed: record.upstream_feed } : {}),
    ...(record.rights ? { rights: rightsFrom(record.rights) } : {}),
    ...text('language', record.language),
    status: record.status ?? 'published',
    corrections: record.corrections ?? [],
    media: (record.photos ?? []).map(photoFrom),
  }
}

function recordCredit(credit: Credit): RecordCredit {
  const [strongest] = credit.evidence
  return {
    name: cleanText(credit.name),
    kind: credit.kind,
    ...text('agency_id', credit.agencyId),
    role: credit.role,
    ...text('text', strongest.text),
    how: strongest.how,
    ...url('target', credit.target),
  }
}

const creditFrom = (credit: RecordCredit): Credit => ({
  name: credit.name,
  kind: credit.kind,
  ...text('agencyId', credit.agency_id),
  role: credit.role,
  ...text('target', credit.target),
  evidence: [{ how: credit.how, ...text('text', credit.text) }],
})

const recordStep = (step: ViaStep): RecordStep => ({
  name: cleanText(step.name || step.url || step.feedUrl || ''),
  ...url('url', step.url),
  ...url('feed_url', step.feedUrl),
  ...text('feed_id', step.feedId),
  ...text('at', step.at),
})

const stepFrom = (step: RecordStep): ViaStep => ({
  name: step.name,
  ...text('url', step.url),
  ...text('feedUrl', step.feed_url),
  ...text('feedId', step.feed_id),
  ...text('at', step.at),
})

function recordFeed(feed: UpstreamFeed | undefined): Pick<Provenance, 'upstream_feed'> {
  const said = {
    ...text('id', feed?.id),
    ...url('url', feed?.url),
    ...text('title', feed?.title),
    ...text('updated', feed?.updated),
  }
  return object('upstream_feed', Object.keys(said).length > 0, said)
}

function recordRights(rights: Rights | undefined): Pick<Provenance, 'rights'> {
  const said = {
    ...text('notice', rights?.notice),
    ...text('holder', rights?.holder),
    ...url('license_url', rights?.licenseUrl),
  }
  return object('rights', Object.keys(said).length > 0, said)
}

const rightsFrom = (rights: NonNullable<Provenance['rights']>): Rights => ({
  ...text('notice', rights.notice),
  ...text('holder', rights.holder),
  ...text('licenseUrl', rights.license_url),
})

function recordPhoto(media: ArticleMedia): RecordPhoto[] {
  const said = { ...text('caption', media.caption), ...text('credit_text', media.creditText) }
  return Object.keys(said).length > 0 ? [{ ...url('url', media.url), ...said }] : []
}

const photoFrom = (photo: RecordPhoto): ArticleMedia => ({
  ...text('url', photo.url),
  ...text('caption', photo.caption),
  ...text('creditText', photo.credit_text),
})

// Each gives an object with the one key, or none: absent when unknown.
function text<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  const cleaned = value === undefined ? '' : cleanText(value)
  return (cleaned ? { [key]: cleaned } : {}) as { [P in K]?: string }
}

const url = <K extends string>(key: K, value: string | undefined) =>
  text(key, value && isHttpUrl(cleanText(value)) ? value : undefined)

const list = <K extends string, T>(key: K, values: readonly T[]) =>
  (values.length > 0 ? { [key]: values } : {}) as { readonly [P in K]?: readonly T[] }

const object = <K extends string, T>(key: K, known: unknown, value: T) =>
  (known ? { [key]: value } : {}) as { readonly [P in K]?: T }
