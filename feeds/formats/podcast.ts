/** Podcast fields passed through: Apple's and the Podcast Index's namespaces, in RSS and Atom items. */

import type { Podcast } from '../model/entry.ts'
import { asciiUrl } from '../model/url.ts'
import { empty, textElement } from '../text/xml-writer.ts'

/** Declared in the item that needs them: declared in the head, they would be a warning in every document. */
export const podcastNamespaces =
  ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"'

const positive = (text: string | undefined): string | undefined =>
  text && /^[1-9]\d*$/.test(text) ? text : undefined

const rounded = (seconds: number | undefined): string | undefined =>
  seconds === undefined ? undefined : String(Math.round(seconds))

export function podcastElements(said: Podcast): string {
  const chapters = asciiUrl(said.chaptersUrl)
  return [
    textElement('itunes:season', positive(said.season)),
    textElement('itunes:episode', positive(said.episode)),
    textElement('itunes:episodeType', said.episodeType),
    textElement('itunes:explicit', said.explicit === undefined ? undefined : String(said.explicit)),
    textElement('itunes:duration', rounded(said.duration)),
    ...said.transcripts.map(transcript),
    chapters ? empty('podcast:chapters', { url: chapters, type: 'application/json+chapters' }) : '',
  ].join('')
}

function transcript({ url, type, language }: Podcast['transcripts'][number]): string {
  const written = asciiUrl(url)
  // The type is required; text/html is what the namespace's own example has for one of no timing.
  return written
    ? empty('podcast:transcript', { url: written, type: type ?? 'text/html', language })
    : ''
}
