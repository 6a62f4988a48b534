/** Channel Definition Format (https://www.w3.org/TR/NOTE-CDFsubmit.html): upper-case names, addresses in attributes. */

import { parseDate } from '../text/date.ts'
import { resolveUrl } from '../text/url.ts'
import type { Row, Xml } from '../text/xml.ts'
import { attribute, LONGEST_BASE } from '../text/xml-attributes.ts'
import {
  type AnyDraft,
  date,
  type EntryDraft,
  empty,
  type FeedDraft,
  html,
  plain,
  put,
  text,
  urlAttribute,
} from './reading.ts'

/** A CHANNEL with an address in an attribute; RSS has it in an element. */
export const isCdf = (x: Xml): boolean =>
  attribute(x, 'href') !== undefined ||
  attribute(x, 'lastmod') !== undefined ||
  x.tag.written === 'CHANNEL'

/** HREF and LASTMOD of a CHANNEL or ITEM; relative addresses are relative to the channel's BASE. */
export function cdfAttributes(x: Xml, draft: AnyDraft): void {
  if (!x.key.startsWith('cdf:')) return
  const base = attribute(x, 'base')
  if (base !== undefined && base.length <= LONGEST_BASE) x.baseUrl = resolveUrl(base, x.baseUrl)
  put(draft, 'link', urlAttribute(x, 'href'), 3)
  put(draft, 'updated', parseDate(attribute(x, 'lastmod') ?? ''), 3)
}

export const CDF_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'cdf:title': plain('title'),
  'cdf:abstract': html('summary'),
  'cdf:a': empty((x, draft) => put(draft, 'link', urlAttribute(x, 'href'))),
  'cdf:lastmod': date('updated'),
}

export const CDF_FEED: Readonly<Record<string, Row<FeedDraft>>> = {
  'cdf:title': plain('title'),
  'cdf:abstract': plain('description'),
  'cdf:a': empty((x, feed) => put(feed, 'link', urlAttribute(x, 'href'))),
  'cdf:logo': empty((x, feed) => put(feed, 'image', urlAttribute(x, 'href'))),
  'cdf:language': text('language'),
}
