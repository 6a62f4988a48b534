/** iTunes (https://podcasters.apple.com/support/823-podcast-requirements) and Podcasting 2.0 (https://podcastindex.org/namespace/1.0). */

import type { Person, Podcast } from '../../model/entry.ts'
import { plainText } from '../../text/plain.ts'
import type { Row } from '../../text/xml.ts'
import { attribute } from '../../text/xml-attributes.ts'
import { skip } from '../../text/xml-read.ts'
import { readText } from '../../text/xml-text.ts'
import { readPerson } from '../person.ts'
import {
  type AnyDraft,
  addCategory,
  type Draft,
  defined,
  type EntryDraft,
  empty,
  type FeedDraft,
  html,
  plain,
  put,
  text,
  urlAttribute,
} from '../reading.ts'

type PodcastDraft = Draft<Podcast>

const podcastOf = (draft: EntryDraft): PodcastDraft => {
  draft.podcast ??= { transcripts: [] }
  draft.said.podcast = draft.podcast
  return draft.podcast
}

const setText =
  (field: 'season' | 'episode' | 'episodeType'): Row<EntryDraft> =>
  (x, draft) => {
    const said = readText(x)
    if (said) podcastOf(draft)[field] ??= said
  }

/** Seconds of `H:MM:SS`, `MM:SS` or plain seconds. */
export function seconds(said: string): number | undefined {
  if (!/^\d{1,6}(?::\d{1,2}){0,2}(?:\.\d+)?$/.test(said)) return undefined
  return Math.round(said.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
}

const duration: Row<EntryDraft> = (x, draft) => {
  const said = seconds(readText(x))
  if (said) podcastOf(draft).duration ??= said
}

const isExplicit = (said: string): boolean => /^(?:yes|true|explicit)$/i.test(said)

const explicit: Row<EntryDraft> = (x, draft) => {
  const said = readText(x)
  if (said) podcastOf(draft).explicit ??= isExplicit(said)
}

const transcript: Row<EntryDraft> = (x, draft) => {
  const url = urlAttribute(x, 'url')
  if (url === undefined) return
  const podcast = podcastOf(draft)
  const said = { url, type: attribute(x, 'type'), language: attribute(x, 'language') }
  podcast.transcripts.push(defined<Podcast['transcripts'][number]>(said))
}

const chapters: Row<EntryDraft> = (x, draft) => {
  const url = urlAttribute(x, 'url')
  if (url !== undefined) podcastOf(draft).chaptersUrl ??= url
}

/** Hosts and guests: contributors with the role that is stated. */
const person: Row<EntryDraft> = (x, draft) => {
  const role = attribute(x, 'role')?.toLowerCase() ?? 'host'
  const uri = urlAttribute(x, 'href')
  const name = plainText(readText(x))
  if (name) draft.contributors.push(defined<Person>({ name, uri, role }))
}

const keywords: Row<AnyDraft> = (x, draft) => {
  for (const word of readText(x).split(',')) addCategory(draft.categories, plainText(word))
}

/** Categories nest: the inner one stands for itself. */
const category: Row<AnyDraft> = (x, draft) => {
  const term = attribute(x, 'text')
  if (term) addCategory(draft.categories, term)
  skip(x)
}

const image: Row<AnyDraft> = (x, draft) => {
  const href = urlAttribute(x, 'href') ?? urlAttribute(x, 'url')
  put(draft, 'image', href ?? readText(x), 2)
  if (href !== undefined) skip(x)
}

/** The publisher's name mostly; it stands in where no other author is stated. */
const author: Row<EntryDraft> = (x, draft) => {
  const said = readPerson(x)
  if (said) draft.standIn ??= said
}

export const PODCAST_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'itunes:author': author,
  'itunes:title': plain('title', 5),
  'itunes:summary': html('summary', 4),
  'itunes:subtitle': html('summary', 5),
  'itunes:duration': duration,
  'itunes:season': setText('season'),
  'itunes:episode': setText('episode'),
  'itunes:episodetype': setText('episodeType'),
  'itunes:explicit': explicit,
  'itunes:keywords': keywords,
  'itunes:image': image,
  'podcast:season': setText('season'),
  'podcast:episode': setText('episode'),
  'podcast:transcript': empty(transcript),
  'podcast:chapters': empty(chapters),
  'podcast:person': person,
}

type PodcastFeed = NonNullable<FeedDraft['said']['podcast']>

function putPodcast(feed: FeedDraft, said: PodcastFeed): void {
  feed.said.podcast = { ...said, ...feed.said.podcast }
}

export const PODCAST_FEED: Readonly<Record<string, Row<FeedDraft>>> = {
  'itunes:author': (x, feed) => {
    const author = plainText(readText(x))
    if (author) putPodcast(feed, { author })
  },
  'itunes:owner': (x, feed) => {
    const owner = readPerson(x)
    if (owner) putPodcast(feed, { owner })
  },
  'itunes:explicit': (x, feed) => {
    const said = readText(x)
    if (said) putPodcast(feed, { explicit: isExplicit(said) })
  },
  'itunes:type': (x, feed) => {
    const type = readText(x).toLowerCase()
    if (type) putPodcast(feed, { type })
  },
  'itunes:image': image,
  'itunes:category': category,
  'itunes:keywords': keywords,
  'itunes:summary': plain('description', 4),
  'itunes:subtitle': plain('description', 5),
  'itunes:title': plain('title', 5),
  'podcast:guid': text('id', 3),
}
