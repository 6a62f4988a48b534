/** What goes in and out of the operations on channels. */

import * as z from 'zod/mini'
import { named, said } from '../schema.ts'
import { SelectionShape } from '../selection.ts'
import { httpUrl, languageTag, line, list, maybe, slugText, text } from '../shapes.ts'

export const channelSlug = said(
  slugText,
  'Its name in addresses; `all` is built in.',
  'harbour-news',
)

const presentation = {
  links: said(
    z.enum(['original', 'site']),
    'original: items link to the original. site: to our article page, which names the original.',
  ),
  full_text: said(z.boolean(), 'The whole body, not the excerpt alone.'),
  credit_paragraph: said(z.boolean(), 'Who is credited, in words, at the end of each text.'),
  duplicates: said(z.enum(['merge', 'show']), 'Articles with one canonical URL.'),
  size: said(z.int().check(z.gte(1), z.lte(500)), 'Items in a document.'),
}

const settings = {
  title: line,
  description: maybe(text(2000)),
  icon: maybe(httpUrl),
  language: maybe(languageTag),
  rights: maybe(text(2000)),
}

export const ChannelInput = named(
  'ChannelInput',
  'A channel’s settings. What is not given has its default.',
  z.strictObject({
    ...settings,
    hubs: maybe(said(list(httpUrl, 10), 'WebSub hubs of others that are told of news.')),
    selection: maybe(SelectionShape),
    presentation: maybe(z.partial(z.strictObject(presentation))),
  }),
)

export const NewChannel = named(
  'NewChannel',
  'A channel to be made.',
  z.extend(ChannelInput, { slug: channelSlug }),
)

export const ChannelOut = named(
  'Channel',
  'A feed that is published, in three formats.',
  z.object({
    slug: z.string(),
    ...settings,
    hubs: z.array(z.string()),
    selection: SelectionShape,
    presentation: z.object(presentation),
    feeds: z.object({ rss: z.string(), atom: z.string(), json: z.string() }),
  }),
)

export const ChannelList = named(
  'ChannelList',
  'All channels.',
  z.object({ channels: z.array(ChannelOut) }),
)
