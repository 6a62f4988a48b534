/** The hop that most republishers on Node make: rss-parser reads, feed writes. */

import { Feed } from 'feed'
import Parser from 'rss-parser'
import { type ParsedItem, type ParsedOutput, textOf } from './rss-parser.ts'

export const readWithRssParser = (xml: string): Promise<ParsedOutput> =>
  new Parser<Record<string, unknown>, Record<string, unknown>>().parseString(xml)

/** The RSS that such a republisher answers with. */
export function republish(output: ParsedOutput): string {
  const feed = new Feed({
    id: 'https://republisher.example/',
    title: output.title ?? 'Untitled',
    link: 'https://republisher.example/',
    description: output.description ?? '',
    copyright: '',
  })
  for (const item of output.items as ParsedItem[]) {
    const creator = textOf(item.creator) ?? textOf(item.author)
    feed.addItem({
      title: item.title ?? '',
      id: item.guid ?? item.id ?? item.link ?? '',
      link: item.link ?? '',
      date: new Date(item.isoDate ?? item.pubDate ?? 0),
      ...((item.summary ?? item.content)
        ? { description: item.summary ?? item.content ?? '' }
        : {}),
      ...(item['content:encoded'] ? { content: item['content:encoded'] } : {}),
      ...(creator ? { author: [{ name: creator }] } : {}),
    })
  }
  return feed.rss2()
}
