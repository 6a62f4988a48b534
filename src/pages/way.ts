/** The way of an article from those who reported it to this page, as a list of stations in order. */

import type { Article, ViaStep } from '../../feeds/model/article.ts'
import type { CanonicalNote, CanonicalSource } from '../../feeds/model/canonical.ts'
import type { DateText } from '../../feeds/model/date.ts'
import { DOCUMENTS } from '../../feeds/model/upstream.ts'
import { articlePath, hostOf, type Site } from './site.ts'

export interface Station {
  readonly kind: 'original' | 'feed' | 'outlet' | 'here'
  /** What happened there. */
  readonly stage: string
  readonly name: string
  readonly url?: string
  readonly feedUrl?: string
  readonly at?: DateText
  /** What the date is of. */
  readonly atMeans?: string
  /** How we know, as sentences. */
  readonly evidence: readonly string[]
}

/** Original, the feed that it came out of, the outlets that passed it on, and this site. */
export function stationsOf(id: number, article: Article, site: Site): Station[] {
  const outlets = [...article.via].reverse().map(outlet)
  return [original(article), ...feed(article), ...outlets, here(id, article, site)]
}

function original(article: Article): Station {
  const { canonicalUrl, publication, published, canonicalRule, urlAsFed } = article
  const name = publication?.name ?? (canonicalUrl ? hostOf(canonicalUrl) : 'Unknown publisher')
  const url = canonicalUrl ?? publication?.url
  return {
    kind: 'original',
    stage: 'First published',
    name,
    ...(url ? { url } : {}),
    ...(published ? { at: published, atMeans: 'Published' } : {}),
    evidence: [
      canonicalUrl ? ruleInWords(canonicalRule) : 'No address of the original is known.',
      ...(urlAsFed && urlAsFed !== canonicalUrl
        ? [`The feed gave the address as ${urlAsFed}`]
        : []),
      ...(published ? [] : ['No date of publication was stated.']),
    ],
  }
}

function feed({ upstreamFeed, upstreamId, publication }: Article): Station[] {
  if (upstreamId === DOCUMENTS)
    return [
      station('feed', 'Kept as', 'A saved document', [
        'It was imported from a file, not from a feed.',
      ]),
    ]
  if (!upstreamFeed) return []
  const { title, url, updated } = upstreamFeed
  const name = title ?? publication?.name ?? (url ? hostOf(url) : 'A feed')
  return [
    {
      ...station('feed', 'Distributed in the feed', name, [
        url ? 'The article stood in this feed.' : 'The address of this feed is not public.',
      ]),
      ...(url ? { feedUrl: url } : {}),
      ...(updated ? { at: updated, atMeans: 'Feed updated' } : {}),
    },
  ]
}

const outlet = ({ name, url, feedUrl, at }: ViaStep): Station => ({
  ...station('outlet', 'Passed on by', name, ['It handed the article on, with its source named.']),
  ...(url ? { url } : {}),
  ...(feedUrl ? { feedUrl } : {}),
  ...(at ? { at, atMeans: 'Passed on' } : {}),
})

const here = (id: number, article: Article, site: Site): Station => ({
  ...station('here', 'Kept here', site.title, [
    ...(article.changedAt
      ? [`Text or address last changed ${article.changedAt.slice(0, 10)}.`]
      : []),
    ...article.corrections.map(({ at, note }) => `Corrected ${at.slice(0, 10)}: ${note}`),
    ...(article.status === 'retracted' ? ['Retracted.'] : []),
  ]),
  url: `${site.baseUrl}${articlePath(id)}`,
  at: article.firstSeenAt,
  atMeans: 'First seen',
})

const station = (
  kind: Station['kind'],
  stage: string,
  name: string,
  evidence: readonly string[],
): Station => ({ kind, stage, name, evidence })

const RULES: Readonly<Record<CanonicalSource, string>> = {
  record: 'The record of an earlier Creditline names this address.',
  stated: 'The document states this address as the original’s.',
  rel_canonical: 'The feed calls this address canonical.',
  original_link: 'The feed names this as the original link.',
  paragraph: 'A credit paragraph in the text names this address.',
  guid: 'The feed’s permanent id is this address.',
  link: 'The feed links to this address.',
  external_url: 'The feed names this as the external address.',
  page_canonical: 'The page calls this address canonical.',
  page_syndication: 'The page names this as the address it was syndicated from.',
  page_jsonld: 'The page’s structured data names this address.',
  page_og: 'The page’s OpenGraph data names this address.',
  page_url: 'The page was saved from this address.',
}

const NOTES: Readonly<Record<CanonicalNote, string>> = {
  unwrapped: 'It was read out of a redirecting link.',
  wrapper: 'It is a redirecting link whose target cannot be read.',
  amp: 'It is the page’s AMP variant.',
  mobile: 'It is the page’s mobile variant.',
  print: 'It is the page’s print variant.',
  home: 'It is a front page, not a page of its own.',
}

/** How the original's address was found. */
export function ruleInWords(rule = ''): string {
  const [source = '', note = ''] = rule.split(':')
  const words = [RULES[source as CanonicalSource], NOTES[note as CanonicalNote]].filter(Boolean)
  return words.length > 0 ? words.join(' ') : `Found by the rule “${rule || 'unknown'}”.`
}
