// Each test/fixtures/formats/NAME.in.json has its documents beside it: NAME.rss, NAME.atom, NAME.json.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FORMAT_NAMES, type RenderContext, renderFeed } from '../../../feeds/formats/index.ts'
import type { Article } from '../../../feeds/model/article.ts'
import type { Channel, Presentation } from '../../../feeds/model/channel.ts'
import { rawHtml } from '../../../feeds/model/html.ts'
import { CHANNEL } from '../arbitraries.ts'

const FOLDER = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url))

interface Fixture {
  readonly channel?: Partial<Omit<Channel, 'presentation'>> & {
    readonly presentation?: Partial<Presentation>
  }
  readonly options?: RenderContext
  readonly articles: readonly (Omit<Article, 'body'> & { readonly body?: string })[]
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.in.json'))
  .map((file) => file.slice(0, -'.in.json'.length))

describe.each(names)('%s', (name) => {
  const fixture = JSON.parse(readFileSync(`${FOLDER}${name}.in.json`, 'utf8')) as Fixture
  const channel: Channel = {
    ...CHANNEL,
    ...fixture.channel,
    presentation: { ...CHANNEL.presentation, ...fixture.channel?.presentation },
  }
  const articles = fixture.articles.map(({ body, ...article }): Article => {
    return body ? { ...article, body: { clean: false, html: rawHtml(body) } } : article
  })

  test.each(FORMAT_NAMES)('as %s', async (format) => {
    const document = renderFeed(channel, articles, format, {
      baseUrl: 'https://news.example',
      feedId: `tag:news.example,2025:${channel.slug}`,
      pageUrl: (article) => `https://news.example/articles/${article.guid}`,
      ...fixture.options,
    })
    await expect(new TextDecoder().decode(document)).toMatchFileSnapshot(
      `${FOLDER}${name}.${format}`,
    )
  })
})
