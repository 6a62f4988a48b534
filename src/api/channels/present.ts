/** Channels as the API says them, and back. */

import type * as z from 'zod/mini'
import type { StoredChannel } from '../../../db/store.ts'
import { type Channel, DEFAULT_PRESENTATION } from '../../../feeds/model/channel.ts'
import type { Config } from '../../config.ts'
import { presentSelection, selectionOf } from '../selection.ts'
import { given } from '../shapes.ts'
import type { ChannelInput, ChannelOut } from './schemas.ts'

/** Names a version of its settings; one that is only built in has never been set. */
export const etagOf = (channel: Channel | StoredChannel): string =>
  `"${'seq' in channel ? channel.seq : 0}"`

export function presentChannel(channel: Channel, { baseUrl }: Config): z.input<typeof ChannelOut> {
  const { slug, title, description, icon, language, rights, hubs, selection } = channel
  const { links, fullText, creditParagraph, duplicates, size } = channel.presentation
  const address = slug === 'all' ? `${baseUrl}/feed` : `${baseUrl}/feeds/${slug}`
  return {
    slug,
    title,
    ...given({ description, icon, language, rights }),
    hubs: [...hubs],
    selection: presentSelection(selection),
    presentation: {
      links,
      full_text: fullText,
      credit_paragraph: creditParagraph,
      duplicates,
      size,
    },
    feeds: { rss: `${address}.rss`, atom: `${address}.atom`, json: `${address}.json` },
  }
}

export function channelOf(slug: string, input: z.output<typeof ChannelInput>): Channel {
  const { title, description, icon, language, rights, hubs = [] } = input
  const { full_text, credit_paragraph, ...presentation } = input.presentation ?? {}
  return {
    slug,
    title,
    ...given({ description, icon, language, rights }),
    hubs,
    selection: selectionOf(input.selection),
    presentation: {
      ...DEFAULT_PRESENTATION,
      ...given(presentation),
      ...given({ fullText: full_text, creditParagraph: credit_paragraph }),
    },
  }
}
