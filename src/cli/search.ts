/** `creditline search QUERY`: full text, newest stored first. */

import { Option } from 'commander'
import type { StoredArticle } from '../../db/store.ts'
import { type CommonOptions, command, print, printJson, run, wholeNumber } from './command.ts'
import { withStore } from './open.ts'
import { table } from './terminal.ts'

interface SearchOptions extends CommonOptions {
  readonly limit: number
}

export const search = command('search', 'Find articles by full text', [
  'creditline search harbour strike',
  'creditline search \'"state visit"\' --limit 5',
  'creditline search "ferr*" --json',
])
  .argument('<query...>', 'words; "in quotes" as a phrase')
  .addOption(
    new Option('--limit <number>', 'at most so many')
      .argParser(wholeNumber('--limit', 1, 500))
      .default(20),
  )
  .action(
    run((words: string[], options: SearchOptions) =>
      withStore(options, async ({ store }) => {
        const { limit } = options
        const { articles } = await store.listArticles({ q: words.join(' ') }, { limit })
        if (options.json)
          printJson(
            articles.map(({ id, article }) => ({
              id,
              title: article.title,
              url: article.canonicalUrl,
            })),
          )
        else if (articles.length === 0) print('nothing found')
        else print(table(COLUMNS, articles.map(rowOf)))
        return 0
      }),
    ),
  )

const COLUMNS = [
  { head: 'id', align: 'end' },
  { head: 'published' },
  { head: 'title', cut: true },
  { head: 'credited', cut: true },
] as const

const rowOf = ({ id, article }: StoredArticle): string[] => [
  String(id),
  article.published?.slice(0, 10) ?? '',
  article.title ?? 'untitled',
  [...new Set(article.credits.map(({ name }) => name))].join(', '),
]
