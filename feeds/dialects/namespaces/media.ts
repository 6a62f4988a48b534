/** Media RSS: https://www.rssboard.org/media-rss */

import type { Media, StatedCredit } from '../../model/entry.ts'
import { plainText } from '../../text/plain.ts'
import type { Row, Xml } from '../../text/xml.ts'
import { attribute } from '../../text/xml-attributes.ts'
import { readChildren } from '../../text/xml-read.ts'
import { readContent, readText } from '../../text/xml-text.ts'
import {
  addCategory,
  type Draft,
  defined,
  type EntryDraft,
  empty,
  html,
  number,
  plain,
  put,
  rows,
  urlAttribute,
} from '../reading.ts'

type MediaDraft = Draft<Media>

function readCredit(x: Xml): StatedCredit | undefined {
  const role = attribute(x, 'role')
  const scheme = attribute(x, 'scheme')
  const name = plainText(readContent(x))
  return name ? defined<StatedCredit>({ name, role, scheme }) : undefined
}

const setText =
  (field: 'title' | 'caption' | 'copyright'): Row<MediaDraft> =>
  (x, media) => {
    const said = plainText(readContent(x))
    if (said) media[field] ??= said
  }

const thumbnail: Row<MediaDraft> = (x, media) => {
  const address = urlAttribute(x, 'url')
  const written = readText(x)
  const said = address ?? (/^https?:/.test(written) ? written : undefined)
  if (said && media.thumbnails.at(-1) !== said) media.thumbnails.push(said)
}

const DETAILS: Readonly<Record<string, Row<MediaDraft>>> = {
  'media:title': setText('title'),
  'media:description': setText('caption'),
  'media:text': setText('caption'),
  'media:copyright': setText('copyright'),
  'media:thumbnail': thumbnail,
  'media:credit': (x, media) => {
    const credit = readCredit(x)
    if (credit) media.credits.push(credit)
  },
}

const CONTENT = rows(DETAILS)

function readMedia(x: Xml): MediaDraft {
  const url = urlAttribute(x, 'url')
  const type = attribute(x, 'type')
  const medium = attribute(x, 'medium')?.toLowerCase()
  const width = number(attribute(x, 'width'))
  const height = number(attribute(x, 'height'))
  const length = number(attribute(x, 'filesize'))
  const duration = number(attribute(x, 'duration'))
  const media: Partial<MediaDraft> = {}
  if (url !== undefined) media.url = url
  if (type !== undefined) media.type = type
  if (medium !== undefined) media.medium = medium
  if (width) media.width = width
  if (height) media.height = height
  if (length) media.length = length
  if (duration) media.duration = duration
  media.credits = []
  media.thumbnails = []
  readChildren(x, CONTENT, media as MediaDraft)
  return media as MediaDraft
}

interface GroupDraft {
  readonly shared: MediaDraft
  readonly members: MediaDraft[]
}

const GROUP = rows<GroupDraft>(
  Object.fromEntries(
    Object.entries(DETAILS).map(([key, row]) => [key, (x, group) => row(x, group.shared)]),
  ),
  { 'media:content': (x, group) => void group.members.push(readMedia(x)) },
)

/** Of a group, credits that its members get, and members that get anything: what multiplies must be bounded. */
const SHARED = 20

/** What stands in the group holds for each of its members. */
const group: Row<EntryDraft> = (x, draft) => {
  const shared: MediaDraft = { credits: [], thumbnails: [] }
  const members: MediaDraft[] = []
  readChildren(x, GROUP, { shared, members })
  const credits = shared.credits.slice(0, SHARED)
  const thumbnails = shared.thumbnails.slice(0, SHARED)
  if (members.length === 0) draft.media.push(shared)
  for (const member of members.slice(0, SHARED))
    draft.media.push({
      ...shared,
      ...member,
      credits: [...member.credits, ...credits],
      thumbnails: [...member.thumbnails, ...thumbnails],
    })
  for (const member of members.slice(SHARED)) draft.media.push(member)
}

/** A thumbnail directly in the item is a picture of the item. */
const itemThumbnail: Row<EntryDraft> = (x, draft) => put(draft, 'image', urlAttribute(x, 'url'), 3)

const category: Row<EntryDraft> = (x, draft) => {
  const scheme = attribute(x, 'scheme')
  addCategory(draft.categories, plainText(readText(x)), scheme)
}

const keywords: Row<EntryDraft> = (x, draft) => {
  for (const word of readText(x).split(',')) addCategory(draft.categories, plainText(word))
}

export const MEDIA_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'media:content': (x, draft) => void draft.media.push(readMedia(x)),
  'media:group': group,
  'media:thumbnail': empty(itemThumbnail),
  'media:credit': (x, draft) => {
    const credit = readCredit(x)
    if (credit) draft.said.credits.push(credit)
  },
  'media:category': category,
  'media:keywords': keywords,
  'media:title': plain('title', 6),
  'media:description': html('summary', 6),
}
