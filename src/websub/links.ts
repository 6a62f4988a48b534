/** rel=hub and rel=self in Link headers and feeds (WebSub section 4: the header counts before the document). Pure. */

import type { FeedInfo } from '../../feeds/model/entry.ts'
import { parseUrl } from '../../feeds/model/url.ts'

export interface FeedLinks {
  readonly self: string
  readonly hubs: readonly string[]
}

/** `<HUB>; rel="hub", <SELF>; rel="self"` */
export const linkHeader = ({ self, hubs }: FeedLinks): string =>
  [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${self}>; rel="self"`].join(', ')

export interface FoundHub {
  readonly hub: string
  /** What the feed says that its address is, if it does. */
  readonly topic?: string
}

interface Answer {
  readonly headers: Headers
  readonly url: string
}

/** The hub that an answer names in its header or, if it was read, its feed; the first that can be asked. */
export function findHub(answer: Answer, feed?: FeedInfo): FoundHub | undefined {
  const header = linksOf(answer)
  const hub = webUrl(header.hubs[0] ?? feed?.hubs[0], answer.url)
  if (!hub) return undefined
  const topic = webUrl(header.self ?? feed?.self, answer.url)
  return { hub, ...(topic ? { topic } : {}) }
}

/** What a message of a hub says that it is of. */
export const selfIn = (answer: Answer): string | undefined =>
  webUrl(linksOf(answer).self, answer.url)

/** RFC 8288; `rel` may name several relations. */
function linksOf({ headers }: Answer): { readonly hubs: string[]; readonly self?: string } {
  const hubs: string[] = []
  let self: string | undefined
  for (const part of (headers.get('link') ?? '').slice(0, 16_384).split(/,\s*(?=<)/)) {
    const target = /^\s*<([^<>]*)>/.exec(part)?.[1]
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(part)
    const rels = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/)
    if (target === undefined) continue
    if (rels.includes('hub')) hubs.push(target)
    if (rels.includes('self')) self ??= target
  }
  return { hubs, ...(self === undefined ? {} : { self }) }
}

/** As a hub compares topics by their text, one that is absolute stays as it is written. */
function webUrl(text: string | undefined, base: string): string | undefined {
  if (text === undefined || text.length > 2048) return undefined
  if (/^https?:\/\/[^\s/]/i.test(text) && parseUrl(text)) return text
  const url = parseUrl(text, base)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
