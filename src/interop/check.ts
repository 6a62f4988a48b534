/** What readers will see of a feed: as we read it, as rss-parser reads it, and after the hop that most republishers make. */

import { creditEntry } from '../../feeds/credit.ts'
import { parseFeed } from '../../feeds/dialects/index.ts'
import type { Article } from '../../feeds/model/article.ts'
import { foldName } from '../../feeds/model/credit.ts'
import type { Instant } from '../../feeds/model/date.ts'
import type { Dialect, ParsedFeed } from '../../feeds/model/entry.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import { decode } from '../../feeds/text/decode.ts'
import { readWithRssParser, republish } from './hop.ts'
import { type ParsedItem, type ParsedOutput, strangeUpstream, textOf } from './rss-parser.ts'

export const FACTS = [
  'title',
  'link',
  'people',
  'agencies',
  'publication',
  'canonical',
  'rights',
] as const
export type Fact = (typeof FACTS)[number]

export type Fate = 'kept' | 'changed' | 'lost' | 'absent'

export interface FactReport {
  readonly fact: Fact
  /** As we read the feed; empty where it does not say. */
  readonly stated: readonly string[]
  readonly rssParser: readonly string[]
  readonly afterHop: readonly string[]
  /** What becomes of it in the hop. */
  readonly fate: Fate
}

export interface ItemReport {
  readonly title: string
  readonly facts: readonly FactReport[]
}

export interface FeedReport {
  readonly dialect: Dialect
  readonly items: readonly ItemReport[]
  readonly faults: readonly Fault[]
  /** Facts that some item loses, with what the publisher can do. */
  readonly advice: readonly { readonly fact: Fact; readonly items: number; readonly text: string }[]
  /** Why the hop could not be made at all (JSON Feed, or XML that rss-parser refuses). */
  readonly unreadable?: string
}

const ADVICE: Readonly<Record<Fact, string>> = {
  title: 'Write titles as plain text: most tools drop markup, or show it.',
  link: 'Give every item a link of its own, absolute.',
  people:
    'Name each person in one dc:creator (RSS) or author (Atom), and print the byline in the text: tools keep the first name only.',
  agencies:
    'Print the credit line in the text ("Reuters contributed reporting."): tools drop contributors and media:credit.',
  publication:
    'Print the name of the publication in the text ("Source: Harbour Gazette."): tools put their own feed title in its place.',
  canonical:
    'Make the item link the address of the original: tools drop rel=canonical, source and via.',
  rights: 'Print the rights notice in the text: tools drop dc:rights and rights.',
}

/** Checks the bytes of a feed; throws not_a_feed where they are none. */
export async function checkFeed(
  bytes: Uint8Array,
  {
    url,
    contentType,
    now,
  }: { readonly url: string; readonly contentType?: string; readonly now: Instant },
): Promise<FeedReport> {
  const parsed = parseFeed(bytes, { url, ...(contentType ? { contentType } : {}) })
  const stated = articlesOf(parsed, url, now)
  const hop = await makeHop(decode(bytes, contentType).text, url, now)
  const items = stated.map((article, index) => ({
    title: article.title ?? article.guid,
    facts: FACTS.map((fact) => factReport(fact, article, hop, index)),
  }))
  return {
    dialect: parsed.dialect,
    items,
    faults: parsed.faults,
    advice: adviceFor(items),
    ...(hop.unreadable ? { unreadable: hop.unreadable } : {}),
  }
}

const articlesOf = (parsed: ParsedFeed, url: string, now: Instant): Article[] =>
  parsed.entries.map((entry) => {
    const upstream = strangeUpstream({ feedUrl: url, now })
    const guid = entry.id ?? entry.link ?? entry.title ?? ''
    const context = {
      upstream,
      feed: parsed.feed,
      guid,
      now,
      baseUrl: 'urn:none',
      isTaken: () => false,
    }
    return creditEntry(entry, context).article
  })

interface Hop {
  readonly output?: ParsedOutput
  readonly after: readonly Article[]
  readonly unreadable?: string
}

async function makeHop(text: string, url: string, now: Instant): Promise<Hop> {
  try {
    const output = await readWithRssParser(text)
    const republished = new TextEncoder().encode(republish(output))
    return { output, after: articlesOf(parseFeed(republished), url, now) }
  } catch (error) {
    if (error instanceof CreditlineError) throw error
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { after: [], unreadable: `rss-parser cannot read this feed: ${why}` }
  }
}

function factReport(
  fact: Fact,
  article: Article,
  { output, after }: Hop,
  index: number,
): FactReport {
  const stated = factOf(fact, article)
  const survivor = after[index]
  const afterHop = survivor ? factOf(fact, survivor) : []
  const item = output?.items[index] as ParsedItem | undefined
  return {
    fact,
    stated,
    rssParser: item && output ? seenByRssParser(fact, item, output) : [],
    afterHop,
    fate: fateOf(stated, afterHop),
  }
}

const compact = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined)

function factOf(fact: Fact, article: Article): string[] {
  const named = (kind: 'person' | 'organization') => [
    ...new Set(
      article.credits
        .filter((credit) => credit.kind === kind)
        .map(({ name, role }) => `${name} (${role})`),
    ),
  ]
  if (fact === 'people') return named('person')
  if (fact === 'agencies') return named('organization')
  if (fact === 'publication') return compact(article.publication?.name)
  if (fact === 'canonical') return compact(article.canonicalUrl)
  if (fact === 'rights') return compact(article.rights?.notice)
  return compact(fact === 'title' ? article.title : article.urlAsFed)
}

function seenByRssParser(fact: Fact, item: ParsedItem, output: ParsedOutput): string[] {
  if (fact === 'people') return compact(textOf(item.creator) ?? textOf(item.author))
  if (fact === 'agencies') return []
  if (fact === 'publication') return compact(output.title)
  if (fact === 'rights') return compact(textOf(item.rights))
  return compact(fact === 'title' ? item.title : item.link)
}

function fateOf(stated: readonly string[], after: readonly string[]): Fate {
  if (stated.length === 0) return 'absent'
  const found = new Set(after.map(foldName))
  if (stated.every((value) => found.has(foldName(value)))) return 'kept'
  return after.length === 0 || after.length < stated.length ? 'lost' : 'changed'
}

function adviceFor(items: readonly ItemReport[]): FeedReport['advice'] {
  return FACTS.flatMap((fact) => {
    const hit = items.filter(({ facts }) =>
      facts.some((one) => one.fact === fact && (one.fate === 'lost' || one.fate === 'changed')),
    )
    return hit.length > 0 ? [{ fact, items: hit.length, text: ADVICE[fact] }] : []
  })
}
