/** The small modules: content, syndication, licences, comments, FeedBurner, feed history, tombstones. */

import type { Tombstone } from '../../model/entry.ts'
import { parseDate } from '../../text/date.ts'
import { plainText } from '../../text/plain.ts'
import type { Row } from '../../text/xml.ts'
import { attribute } from '../../text/xml-attributes.ts'
import { readChildren } from '../../text/xml-read.ts'
import { readText } from '../../text/xml-text.ts'
import { putRights } from '../atom.ts'
import { readPerson } from '../person.ts'
import {
  type Draft,
  type EntryDraft,
  empty,
  type FeedDraft,
  html,
  number,
  put,
  rows,
  url,
  urlAttribute,
} from '../reading.ts'

const license: Row<EntryDraft> = (x, draft) => {
  const resource = urlAttribute(x, 'rdf:resource')
  const licenseUrl = readText(x) || resource
  if (licenseUrl) putRights(draft, { licenseUrl })
}

export const MODULES_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'content:encoded': html('content'),
  'content:items': html('content', 5),
  'creativecommons:license': license,
  'cc:license': license,
  'feedburner:origlink': url('originalLink'),
  'wfw:comments': url('comments', 2),
  'at:deleted-entry': (x) => void readText(x),
}

// http://web.resource.org/rss/1.0/modules/syndication/
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
}

const updatePeriod: Row<FeedDraft> = (x, feed) => {
  const period = PERIODS[readText(x).toLowerCase()]
  if (period) put(feed, 'updateInterval', Math.round(period / (feed.updateFrequency ?? 1)))
}

const updateFrequency: Row<FeedDraft> = (x, feed) => {
  const times = number(readText(x))
  if (!times || times < 1) return
  feed.updateFrequency = times
  const { updateInterval } = feed.said
  if (updateInterval) feed.said.updateInterval = Math.max(1, Math.round(updateInterval / times))
}

/** RFC 6721. */
const tombstone: Row<FeedDraft> = (x, feed) => {
  const ref = attribute(x, 'ref')
  const when = parseDate(attribute(x, 'when') ?? '')
  const said: Draft<Tombstone> = { ref: ref ?? '', ...(when === undefined ? {} : { when }) }
  readChildren(x, TOMBSTONE, said)
  if (ref !== undefined) feed.tombstones.push(said)
}

const TOMBSTONE = rows<Draft<Tombstone>>({
  'at:by': (x, said) => {
    const by = readPerson(x)
    if (by) said.by ??= by
  },
  'at:comment': (x, said) => {
    const comment = plainText(readText(x))
    if (comment) said.comment ??= comment
  },
})

export const MODULES_FEED: Readonly<Record<string, Row<FeedDraft>>> = {
  'creativecommons:license': url('licenseUrl', 2),
  'cc:license': empty((x, feed) => put(feed, 'licenseUrl', urlAttribute(x, 'rdf:resource'), 2)),
  'sy:updateperiod': updatePeriod,
  'sy:updatefrequency': updateFrequency,
  'admin:generatoragent': empty((x, feed) =>
    put(feed, 'generator', attribute(x, 'rdf:resource'), 2),
  ),
  // RFC 5005
  'fh:complete': empty((_, feed) => put(feed, 'complete', true)),
  'fh:archive': empty((_, feed) => put(feed, 'archive', true)),
  'at:deleted-entry': tombstone,
  'feedburner:info': empty(() => undefined),
}
