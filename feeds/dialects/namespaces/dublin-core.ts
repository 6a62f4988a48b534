/** Dublin Core, `dc` and `dcterms`: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ */

import { plainText } from '../../text/plain.ts'
import type { Row } from '../../text/xml.ts'
import { attribute } from '../../text/xml-attributes.ts'
import { readText } from '../../text/xml-text.ts'
import { putRights } from '../atom.ts'
import { readPerson } from '../person.ts'
import {
  type AnyDraft,
  addCategory,
  addPerson,
  date,
  type EntryDraft,
  type FeedDraft,
  html,
  plain,
  put,
  readDate,
  text,
  url,
} from '../reading.ts'

const creator: Row<AnyDraft> = (x, draft) => addPerson(draft.authors, readPerson(x))

const contributor: Row<AnyDraft> = (x, draft) => addPerson(draft.contributors, readPerson(x))

const subject: Row<AnyDraft> = (x, draft) => addCategory(draft.categories, plainText(readText(x)))

const rights: Row<EntryDraft> = (x, draft) => {
  const notice = plainText(readText(x))
  if (notice) putRights(draft, { notice })
}

const holder: Row<EntryDraft> = (x, draft) => {
  const name = plainText(readText(x))
  if (name) putRights(draft, { holder: name })
}

const license: Row<EntryDraft> = (x, draft) => {
  const licenseUrl = attribute(x, 'rdf:resource') ?? readText(x)
  if (/^https?:/i.test(licenseUrl)) putRights(draft, { licenseUrl })
}

/** "An event in the lifecycle of the resource": it may be publication or update, and stands in for either. */
const lifeDate: Row<EntryDraft> = (x, draft) => {
  const said = readDate(x)
  put(draft, 'published', said, 3)
  put(draft, 'updated', said, 3)
}

export const DUBLIN_CORE_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'dc:title': plain('title', 3),
  'dc:creator': creator,
  'dc:author': creator,
  'dcterms:creator': creator,
  'dc:contributor': contributor,
  'dcterms:contributor': contributor,
  'dc:publisher': plain('publisher'),
  'dcterms:publisher': plain('publisher', 1),
  'dc:source': text('dcSource'),
  'dcterms:source': text('dcSource', 1),
  'dc:date': lifeDate,
  'dcterms:issued': date('published', 2),
  'dcterms:date': lifeDate,
  'dcterms:created': date('published', 5),
  'dcterms:modified': date('updated', 2),
  'dc:description': html('summary', 3),
  'dcterms:abstract': html('summary', 4),
  'dc:subject': subject,
  'dcterms:subject': subject,
  'dc:language': text('language'),
  'dcterms:language': text('language', 1),
  'dc:rights': rights,
  'dcterms:rights': rights,
  'dcterms:rightsholder': holder,
  'dcterms:license': license,
  'dc:identifier': text('id', 6),
  'dcterms:identifier': text('id', 6),
}

export const DUBLIN_CORE_FEED: Readonly<Record<string, Row<FeedDraft>>> = {
  'dc:title': plain('title', 3),
  'dc:creator': creator,
  'dc:author': creator,
  'dcterms:creator': creator,
  'dc:contributor': contributor,
  'dc:publisher': plain('publisher'),
  'dc:date': date('updated', 3),
  'dcterms:issued': date('published', 2),
  'dcterms:modified': date('updated', 2),
  'dcterms:created': date('published', 3),
  'dc:description': plain('description', 3),
  'dc:language': text('language', 1),
  'dcterms:language': text('language', 2),
  'dc:rights': plain('rights', 3),
  'dcterms:rights': plain('rights', 4),
  'dcterms:license': url('licenseUrl', 1),
  'dc:subject': subject,
}
