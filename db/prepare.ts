/** What an incoming article becomes, given what is stored of it and what a person edited. */

import type { Article, Correction } from '../feeds/model/article.ts'
import { type Instant, instantOf } from '../feeds/model/date.ts'
import type { Fault } from '../feeds/model/fault.ts'
import { fingerprint } from './fingerprint.ts'
import { cut, cutToFit, MOST_CHARACTERS } from './limits.ts'
import { settledAs } from './settled.ts'
import { held, inStatus } from './status.ts'
import type { IncomingArticle } from './store.ts'

export type EditedField = 'credits' | 'title' | 'status'

/** What decides about an article that comes again. */
export interface KnownArticle {
  readonly id: number
  readonly seq: number
  readonly hash: string
  readonly bodyHash: string | undefined
  readonly edited: readonly EditedField[]
  /** Without its body. */
  readonly article: Article
}

/** An article ready to be written. */
export interface PreparedArticle {
  readonly article: Article
  /** With `bodyHash` where an upstream or an import says it again, without after a person's edit. */
  readonly known: (Pick<KnownArticle, 'id' | 'seq' | 'article'> & Partial<KnownArticle>) | undefined
  readonly hash: string
  readonly bodyHash: string | undefined
  readonly edited: readonly EditedField[]
  /** Seconds since 1970. */
  readonly sortAt: number
  /** What the upstream said this time; absent after a person's edit. */
  readonly entry?: { readonly said: string | null; readonly faults: readonly Fault[] }
}

/** An article with the source that it was given. */
export interface PlacedArticle extends PreparedArticle {
  readonly sourceSlug: string
}

/** Undefined where the entry is as it was: nothing is to be written. */
export function prepare(
  incoming: IncomingArticle,
  known: KnownArticle | undefined,
  now: Instant,
): PreparedArticle | undefined {
  if (known?.hash === incoming.hash) return undefined
  const bodyHash = bodyHashOf(incoming.article)
  const said = held(settledAs(incoming.article, known?.article), now)
  const merged = known ? mergeKnown(said, bodyHash, known, now) : said
  const { article, faults } = cutToFit(inStatus(merged, known?.article, now))
  const entry = incoming.said.length <= MOST_CHARACTERS ? incoming.said : null
  return {
    article,
    known,
    hash: incoming.hash,
    bodyHash,
    edited: known?.edited ?? [],
    sortAt: sortAtOf(article, now),
    entry: {
      said: article.status === 'removed' ? null : entry,
      faults: [...incoming.faults, ...faults, ...(entry === null ? [cut('entry')] : [])],
    },
  }
}

/** Keeps identity and what a person set; dates the change (rule 12). */
function mergeKnown(
  incoming: Article,
  bodyHash: string | undefined,
  known: KnownArticle,
  now: Instant,
): Article {
  const before = known.article
  const isEdited = (field: EditedField) => known.edited.includes(field)
  const { title: stated, changedAt: _, embargo: until, ...rest } = incoming
  const title = isEdited('title') ? before.title : stated
  const { status, embargo } = isEdited('status') ? before : { ...incoming, embargo: until }
  const isChanged =
    title !== before.title ||
    status !== before.status ||
    bodyHash !== known.bodyHash ||
    incoming.canonicalUrl !== before.canonicalUrl
  const changedAt = isChanged ? now : (before.changedAt ?? incoming.changedAt)
  return {
    ...rest,
    ...(title === undefined ? {} : { title }),
    status,
    ...(embargo === undefined ? {} : { embargo }),
    credits: isEdited('credits') ? before.credits : incoming.credits,
    doubts: isEdited('credits') ? withoutCreditDoubts(incoming.doubts) : incoming.doubts,
    publishedId: before.publishedId,
    firstSeenAt: before.firstSeenAt,
    ...(changedAt ? { changedAt } : {}),
    corrections: mergeCorrections(before.corrections, incoming.corrections),
  }
}

export const withoutCreditDoubts = (doubts: readonly string[]): string[] =>
  doubts.filter((doubt) => doubt !== 'uncredited' && doubt !== 'doubtful_credit')

/** Every correction once, in order of time. */
function mergeCorrections(...lists: readonly (readonly Correction[])[]): Correction[] {
  const byText = new Map(lists.flat().map((c) => [`${c.at}\n${c.note}`, c]))
  return [...byText.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/**
 * Publication, unless it is missing or in the future as of storing; then when it was first seen. A date that no
 * clock knows counts as missing. After an embargo, not before its end: it is then that it is new.
 */
export function sortAtOf(article: Article, now: Instant): number {
  const isOver = article.embargo !== undefined && article.embargo <= now
  return Math.max(statedAt(article, now), isOver ? secondsOf(article.embargo) : 0)
}

function statedAt(article: Article, now: Instant): number {
  const firstSeen = secondsOf(article.firstSeenAt)
  if (!article.published) return firstSeen
  const published = secondsOf(instantOf(article.published))
  return Number.isNaN(published) || published > secondsOf(now) ? firstSeen : published
}

export const secondsOf = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000)

export const bodyHashOf = ({ body }: Article): string | undefined =>
  body ? fingerprint(body.html) : undefined
