/** Reads a fetched document in two steps, on this thread or another: which entries it has, then the articles of some. */

import type { IncomingArticle } from '../../db/store.ts'
import type { Agency } from '../../feeds/agencies/index.ts'
import { type Hash, type IdentifiedEntry, identify } from '../../feeds/change.ts'
import { creditEntry } from '../../feeds/credit.ts'
import { parseFeed } from '../../feeds/dialects/index.ts'
import type { DateText, Instant } from '../../feeds/model/date.ts'
import type { Entry, FeedInfo, ParsedFeed, Tombstone } from '../../feeds/model/entry.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'

export interface FeedDocument {
  readonly body: Uint8Array
  readonly url: string
  readonly contentType?: string
}

/** What tells an entry from others, before anything is made of it. */
export interface EntryIdentity {
  readonly guid: string
  /** Of all that it says. */
  readonly hash: string
  readonly link?: string
  readonly title?: string
  readonly published?: DateText
  readonly updated?: DateText
}

export interface WantedEntry {
  /** Its place among the entries of the document. */
  readonly at: number
  /** Under which it is kept. */
  readonly guid: string
  /** Absent for one that is new. */
  readonly known?: { readonly publishedId: string; readonly firstSeenAt: Instant }
  /** Another article has its guid as published id. */
  readonly isTaken: boolean
}

export interface CreditingContext {
  readonly upstream: Upstream
  readonly now: Instant
  readonly baseUrl: string
  /** Those that editors taught. */
  readonly agencies: readonly Agency[]
}

/** A document that was read; the articles are made once they are asked for. All of it is plain data. */
export interface FeedReading {
  readonly feed: FeedInfo
  readonly entries: readonly EntryIdentity[]
  readonly tombstones: readonly Tombstone[]
  readonly faults: readonly Fault[]
  /** Ends the reading: the articles of `wanted`, in its order. To be called once. */
  finish(
    wanted: readonly WantedEntry[],
    context: CreditingContext,
  ): Promise<readonly IncomingArticle[]>
}

/** Throws CreditlineError `not_a_feed` and the like. The bytes may be taken away: they are of no use to the caller then. */
export type ReadFeed = (document: FeedDocument) => Promise<FeedReading>

/** Of one document; a feed that is longer is cut, and says so. */
const MAX_ENTRIES = 5000

/** Reads on this thread. */
export const createReader =
  (hash: Hash): ReadFeed =>
  async ({ body, ...said }) =>
    readParsed(parseFeed(body, said), hash)

export function readParsed(parsed: ParsedFeed, hash: Hash): FeedReading {
  const { feed, tombstones, entries } = parsed
  const found = identify(entries.slice(0, MAX_ENTRIES), hash)
  return {
    feed,
    // RFC 6721 is of Atom
    tombstones: parsed.dialect.startsWith('atom') ? tombstones : [],
    entries: found.map(identityOf),
    faults: [...parsed.faults, ...cut(entries.length)],
    finish: async (wanted, context) =>
      wanted.flatMap((one) => {
        const item = found[one.at]
        return item ? [creditOne(item, one, feed, context)] : []
      }),
  }
}

const identityOf = ({ guid, hash, entry }: IdentifiedEntry): EntryIdentity => {
  const { link, title, published, updated } = entry
  return {
    guid,
    hash,
    ...(link ? { link } : {}),
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
  }
}

function creditOne(
  { entry, hash }: IdentifiedEntry,
  { guid, known, isTaken }: WantedEntry,
  feed: FeedInfo,
  context: CreditingContext,
): IncomingArticle {
  const { article, faults } = creditEntry(entry, {
    ...context,
    feed,
    guid,
    isTaken: () => isTaken,
    ...(known ? { known } : {}),
  })
  return { article, hash, said: said(entry), faults }
}

/** The content is the article's body, and need not be kept twice. */
const said = (entry: Entry): string => JSON.stringify({ ...entry, content: undefined })

const cut = (length: number): Fault[] =>
  length <= MAX_ENTRIES
    ? []
    : [
        {
          code: 'entries_cut',
          at: 'feed',
          text: `the feed has ${length} entries; the first ${MAX_ENTRIES} were read`,
        },
      ]
