/** `creditline search QUERY`: full text, newest stored first. */

import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'

interface SearchOptions extends CommonOptions {
  readonly limit: string
}

export const search = command('search', 'Find articles by full text')
  .argument('<query...>', 'words; "in quotes" as a phrase')
  .option('--limit <number>', 'at most so many', '20')
  .addHelpText(
    'after',
    '\nExamples:\n  creditline search harbour strike\n  creditline search \'"state visit"\' --json',
  )
  .action(
    run((words: string[], options: SearchOptions) =>
      withStore(options, async ({ store }) => {
        const limit = Math.min(Math.max(Number.parseInt(options.limit, 10) || 20, 1), 500)
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
        else
          for (const { id, article } of articles)
            print(
              `${String(id).padStart(6)}  ${article.published ?? ''.padEnd(10)}  ${article.title ?? 'untitled'}`,
            )
        return 0
      }),
    ),
  )
