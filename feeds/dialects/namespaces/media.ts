/** Media RSS: https://www.rssboard.org/media-rss */

import type { Media, StatedCredit } from '../../model/entry.ts'
import { plainText } from '../../text/plain.ts'
import type { Row } from '../../text/xml.ts'
import { attribute, readChildren, readContent, readText } from '../../text/xml-read.ts'
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

function readCredit(x: Parameters<Row<unknown>>[0]): StatedCredit | undefined {
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

const newMedia = (): MediaDraft => ({ credits: [], thumbnails: [] })

function readMedia(x: Parameters<Row<unknown>>[0]): MediaDraft {
  const media: MediaDraft = {
    ...defined<Media>({
      url: urlAttribute(x, 'url'),
      type: attribute(x, 'type'),
      medium: attribute(x, 'medium')?.toLowerCase(),
      width: number(attribute(x, 'width')) || undefined,
      height: number(attribute(x, 'height')) || undefined,
      length: number(attribute(x, 'filesize')) || undefined,
      duration: number(attribute(x, 'duration')) || undefined,
      credits: [],
      thumbnails: [],
    }),
    credits: [],
    thumbnails: [],
  }
  readChildren(x, CONTENT, media)
  return media
}

interface GroupDraft extends MediaDraft {
  readonly members: MediaDraft[]
}

const GROUP = rows<GroupDraft>(DETAILS, {
  'media:content': (x, group) => group.members.push(readMedia(x)),
})

/** Of a group, credits that its members get, and members that get anything: what multiplies must be bounded. */
const SHARED = 20

/** What stands in the group holds for each of its members. */
const group: Row<EntryDraft> = (x, draft) => {
  const group: GroupDraft = { ...newMedia(), members: [] }
  readChildren(x, GROUP, group)
  const { members, ...shared } = group
  const credits = shared.credits.slice(0, SHARED)
  const thumbnails = shared.thumbnails.slice(0, SHARED)
  if (members.length === 0) draft.said.media.push(shared)
  for (const member of members.slice(0, SHARED))
    draft.said.media.push({
      ...shared,
      ...member,
      credits: [...member.credits, ...credits],
      thumbnails: [...member.thumbnails, ...thumbnails],
    })
  for (const member of members.slice(SHARED)) draft.said.media.push(member)
}

/** A thumbnail directly in the item is a picture of the item. */
const itemThumbnail: Row<EntryDraft> = (x, draft) => put(draft, 'image', urlAttribute(x, 'url'), 3)

const category: Row<EntryDraft> = (x, draft) => {
  const scheme = attribute(x, 'scheme')
  addCategory(draft.said.categories, plainText(readText(x)), scheme)
}

const keywords: Row<EntryDraft> = (x, draft) => {
  for (const word of readText(x).split(',')) addCategory(draft.said.categories, plainText(word))
}

export const MEDIA_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'media:content': (x, draft) => void draft.said.media.push(readMedia(x)),
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
