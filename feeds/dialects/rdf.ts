/** RSS 0.90, 1.0 and 1.1: RSS as RDF, where items may stand beside the channel. */

import type { Dialect } from '../model/entry.ts'
import type { Row, Xml } from '../text/xml.ts'
import { readChildren, skip } from '../text/xml-read.ts'
import { type FeedDraft, put, rows, urlAttribute } from './reading.ts'

export function rdfDialect(x: Xml): Dialect | undefined {
  if (x.key.startsWith('rdf:') || x.low === 'rdf')
    return /netscape\.com\/rdf/i.test(x.attributes) ? 'rss 0.90' : 'rss 1.0'
  return undefined
}

/** RSS 1.1 has its items in here; RSS 1.0 a list of their addresses, which the items repeat. */
const items: Row<FeedDraft> = (x, feed) => {
  const item = x.rows.get('item') as Row<FeedDraft> | undefined
  if (item) readChildren(x, rows<FeedDraft>({ item }), feed)
  else skip(x)
}

/** In RSS 1.0 the picture may be an address only. */
const resourceImage: Row<FeedDraft> = (x, feed) => {
  put(feed, 'image', urlAttribute(x, 'rdf:resource'), 2)
  skip(x)
}

export const RDF_FEED: Readonly<Record<string, Row<FeedDraft>>> = {
  items,
  'rdf:image': resourceImage,
}
