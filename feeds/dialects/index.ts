/** Reads any feed: which reader takes it, and its limits. */

import type { ParsedFeed } from '../model/entry.ts'
import { CreditlineError } from '../model/error.ts'
import type { Fault } from '../model/fault.ts'
import { openText, type TextSource, WINDOW } from '../text/decode.ts'
import type { Faults } from '../text/xml.ts'
import { parseJsonFeed } from './json-feed.ts'
import { NOT_A_FEED, parseXmlFeed } from './xml-feed.ts'

export interface ParseOptions {
  /** The Content-Type that came with the bytes: its charset counts, its type does not. */
  readonly contentType?: string
  /** Where the bytes came from: what relative URLs are relative to, where the feed states no xml:base. */
  readonly url?: string
}

/** Bytes; longer documents are refused before anything is read. */
export const MAX_BYTES = 64 * 1024 * 1024

/** Faults of a feed that are kept, and of one kind. */
const MAX_FAULTS = 200
const MAX_OF_A_KIND = 30

/**
 * Reads RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed and CDF, well formed or not, in any encoding. Never throws
 * but CreditlineError `not_a_feed` and `too_large`; what was repaired or not understood is in `faults`.
 */
export function parseFeed(bytes: Uint8Array, options: ParseOptions = {}): ParsedFeed {
  if (bytes.length > MAX_BYTES) {
    const size = Math.round(bytes.length / 1024 / 1024)
    throw new CreditlineError('too_large', `This feed has ${size} MiB; at most 64 MiB are read.`)
  }
  const source = openText(bytes, options.contentType)
  const first = source.next(WINDOW)
  if (/^[\s\ufeff]*[{[]/.test(first))
    return parseJsonFeed(withFirst(source, first), newFaults(), options.url)
  if (!first.trim()) throw new CreditlineError('not_a_feed', NOT_A_FEED)
  return parseXmlFeed(withFirst(source, first), newFaults(), options.url)
}

/** The source with the piece that was looked at put back. */
function withFirst(source: TextSource, first: string): TextSource {
  let unread = first
  const next = (size: number): string => {
    const piece = unread || source.next(size)
    unread = ''
    return piece
  }
  return {
    get encoding() {
      return source.encoding
    },
    faults: source.faults,
    get mayHoldControls() {
      return source.mayHoldControls
    },
    next,
  }
}

function newFaults(): Faults {
  const list: Fault[] = []
  const count = new Map<string, number>()
  return {
    list,
    place: 'feed',
    add(code, text) {
      const seen = count.get(code) ?? 0
      count.set(code, seen + 1)
      if (seen < MAX_OF_A_KIND && list.length < MAX_FAULTS)
        list.push({ code, at: this.place, text: text.slice(0, 250) })
    },
  }
}
