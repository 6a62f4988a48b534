/** `creditline channel add|list|show|remove`: the feeds that we publish. */

import { Option } from 'commander'
import type { Channel, Presentation, Selection } from '../../feeds/model/channel.ts'
import { DEFAULT_PRESENTATION } from '../../feeds/model/channel.ts'
import { ROLES, type Role } from '../../feeds/model/credit.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { type CommonOptions, command, group, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'

interface AddOptions extends CommonOptions {
  readonly title?: string
  readonly description?: string
  readonly source?: string[]
  readonly agency?: string
  readonly role?: Role
  readonly person?: string
  readonly tag?: string
  readonly lang?: string
  readonly query?: string
  readonly links: Presentation['links']
  readonly excerpt?: boolean
  readonly size: number
}

export const channel = group('channel', 'Define the feeds that are published').addHelpText(
  'after',
  '\nExamples:\n  creditline channel add afp --title "AFP copy" --agency afp\n  creditline channel list\n  creditline channel remove afp',
)

channel.addCommand(
  command('add', 'Add a channel, or change it')
    .argument('<slug>', 'its name in /feeds/SLUG.rss')
    .option('--title <text>', 'title of the feed (default: the slug)')
    .option('--description <text>', 'what the feed is about')
    .option('--source <slug...>', 'of these sources')
    .option('--agency <id>', 'crediting this agency')
    .addOption(new Option('--role <role>', 'in this role').choices(ROLES))
    .option('--person <id>', 'crediting this person')
    .option('--tag <tag>', 'with this tag')
    .option('--lang <tag>', 'in this language')
    .option('--query <text>', 'matching this full-text query')
    .addOption(
      new Option('--links <where>', 'where items link to')
        .choices(['original', 'site'])
        .default('original'),
    )
    .option('--excerpt', 'excerpts instead of full text')
    .addOption(
      new Option('--size <number>', 'items in a document')
        .argParser(Number)
        .default(DEFAULT_PRESENTATION.size),
    )
    .action(
      run((slug: string, options: AddOptions) =>
        withStore(options, async ({ store, deps }) => {
          const added = channelOf(slug, options)
          await store.saveChannel(added, toInstant(deps.now()))
          if (options.json) printJson(added)
          else print(`${deps.config.baseUrl}/feeds/${slug}.rss  .atom  .json`)
          return 0
        }),
      ),
    ),
)

channel.addCommand(
  command('list', 'List the channels').action(
    run((options: CommonOptions) =>
      withStore(options, async ({ store }) => {
        const channels = await store.listChannels()
        if (options.json) printJson(channels)
        else if (channels.length === 0)
          print('no channels but "all"; add one with "creditline channel add"')
        else for (const { slug, title } of channels) print(`${slug.padEnd(20)} ${title}`)
        return 0
      }),
    ),
  ),
)

channel.addCommand(
  command('show', 'Show a channel with its selection')
    .argument('<slug>', 'its name')
    .action(
      run((slug: string, options: CommonOptions) =>
        withStore(options, async ({ store }) => {
          const found = await store.findChannel(slug)
          if (!found) throw noChannel(slug)
          print(JSON.stringify(found, null, options.json ? 0 : 2))
          return 0
        }),
      ),
    ),
)

channel.addCommand(
  command('remove', 'Remove a channel; its articles stay')
    .argument('<slug>', 'its name')
    .action(
      run((slug: string, options: CommonOptions) =>
        withStore(options, async ({ store }) => {
          if (!(await store.findChannel(slug))) throw noChannel(slug)
          await store.removeChannel(slug)
          print(options.json ? JSON.stringify({ removed: slug }) : `removed ${slug}`)
          return 0
        }),
      ),
    ),
)

const noChannel = (slug: string): CreditlineError =>
  new CreditlineError(
    'not_found',
    `there is no channel "${slug}"; "creditline channel list" shows them`,
  )

function channelOf(slug: string, options: AddOptions): Channel {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(slug))
    throw new CreditlineError(
      'invalid',
      `"${slug}" cannot be a slug; use small letters, digits and hyphens`,
    )
  if (!Number.isInteger(options.size) || options.size < 1 || options.size > 500)
    throw new CreditlineError('invalid', '--size is a whole number from 1 to 500')
  return {
    slug,
    title: options.title ?? slug,
    ...(options.description ? { description: options.description } : {}),
    hubs: [],
    selection: selectionOf(options),
    presentation: {
      ...DEFAULT_PRESENTATION,
      links: options.links,
      fullText: !options.excerpt,
      size: options.size,
    },
  }
}

const selectionOf = ({
  source,
  agency,
  role,
  person,
  tag,
  lang,
  query,
}: AddOptions): Selection => ({
  ...(source ? { source } : {}),
  ...(agency ? { agency } : {}),
  ...(role ? { role } : {}),
  ...(person ? { person } : {}),
  ...(tag ? { tag } : {}),
  ...(lang ? { language: lang } : {}),
  ...(query ? { q: query } : {}),
})
