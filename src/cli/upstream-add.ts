/** `creditline upstream add`: from the address of a site or a feed to an upstream. */

import { createInterface } from 'node:readline/promises'
import { Option } from 'commander'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { discoverFeeds, type FoundFeed } from '../ingest/discover.ts'
import { checkUrl, policyOf } from '../ingest/guard.ts'
import { newUpstream } from '../ingest/new-upstream.ts'
import { type CommonOptions, command, print, printJson, run, wholeNumber } from './command.ts'
import { withStore } from './open.ts'
import { choiceLines } from './upstream-words.ts'

interface AddOptions extends CommonOptions {
  readonly peer?: boolean
  readonly private?: boolean
  readonly publication?: string
  readonly tag?: string[]
  readonly choose?: number
}

export const upstreamAdd = command(
  'add',
  'Read a feed from now on; takes the address of a site too',
  [
    'creditline upstream add https://news.example/ --tag politics europe',
    'creditline upstream add https://news.example/ --choose 2',
    'creditline upstream add https://other-creditline.example/feed.atom --peer',
    'creditline upstream add "https://wire.example/feed?key=SECRET" --private --publication "The Wire"',
  ],
)
  .argument('<url>', 'address of the feed, or of a page that has one')
  .option('--peer', 'another Creditline whose records are believed')
  .option('--private', 'never publish its address')
  .option('--publication <name>', 'name of the paper, where the feed does not say it right')
  .option('--tag <tag...>', 'tags for export')
  .addOption(
    new Option('--choose <number>', 'which feed, where the site has several').argParser(
      wholeNumber('--choose', 1, 1000),
    ),
  )
  .action(
    run((url: string, options: AddOptions) =>
      withStore(options, ({ deps }) => addUpstream(url, options, deps)),
    ),
  )

async function addUpstream(url: string, options: AddOptions, deps: Deps): Promise<number> {
  const feeds = await discoverFeeds(url, deps.fetchDocument)
  const feed = await chooseFeed(url, feeds, options)
  if (!feed) return showChoices(url, feeds, options)
  const added = newUpstream(
    {
      url: checkUrl(feed.url, policyOf(deps.config.allowHosts)),
      publication: options.publication,
      peer: options.peer,
      private: options.private,
      tags: options.tag,
    },
    deps,
  )
  await deps.store.addUpstream(added)
  if (options.json) printJson(added)
  else
    print(
      `added ${added.id}: ${feed.title ?? 'untitled'} (${feed.dialect}, ${feed.entries} entries)\n${feed.url}\n` +
        'it is read by "creditline poll", and by "creditline serve" as it runs',
    )
  return 0
}

async function chooseFeed(
  url: string,
  feeds: readonly FoundFeed[],
  { choose, json }: AddOptions,
): Promise<FoundFeed | undefined> {
  if (feeds.length === 0)
    throw new CreditlineError(
      'not_found',
      `no feed was found at ${url}; give the feed's own address`,
    )
  if (choose !== undefined) {
    const chosen = feeds[choose - 1]
    if (chosen) return chosen
    throw new CreditlineError('invalid', `--choose is a number from 1 to ${feeds.length}`)
  }
  if (feeds.length === 1) return feeds[0]
  return json || !process.stdin.isTTY ? undefined : ask(feeds)
}

async function ask(feeds: readonly FoundFeed[]): Promise<FoundFeed | undefined> {
  process.stderr.write(`several feeds were found:\n${choiceLines(feeds)}\n`)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`which one (1 to ${feeds.length})? `)
  terminal.close()
  return feeds[Number(answer) - 1]
}

function showChoices(url: string, feeds: readonly FoundFeed[], { json }: AddOptions): number {
  if (json) printJson({ choices: feeds })
  else
    process.stderr.write(
      `creditline: several feeds were found at ${url}; add --choose NUMBER:\n${choiceLines(feeds)}\n`,
    )
  return 1
}
