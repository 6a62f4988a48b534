/** `creditline channel add|list|show|remove`: the feeds that we publish. */

import { Option } from 'commander'
import { findAgency } from '../../feeds/agencies/index.ts'
import { FORMAT_NAMES } from '../../feeds/formats/index.ts'
import type { Channel, Presentation, Selection } from '../../feeds/model/channel.ts'
import { DEFAULT_PRESENTATION } from '../../feeds/model/channel.ts'
import { ROLES, type Role, slug as slugOf } from '../../feeds/model/credit.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Config } from '../config.ts'
import { ALL, getChannel } from '../publish/channels.ts'
import {
  type CommonOptions,
  command,
  group,
  print,
  printJson,
  run,
  wholeNumber,
} from './command.ts'
import { withStore } from './open.ts'
import { facts, oneLine, paint, table } from './terminal.ts'

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

const ADD = [
  'creditline channel add with-afp --title "With AFP" --agency afp',
  'creditline channel add photos-de --role photo --lang de --size 100',
  'creditline channel add harbour --query "harbour ferry" --links site',
]

export const channel = group('channel', 'Define the feeds that are published', [
  ...ADD.slice(0, 1),
  'creditline channel list',
  'creditline channel remove with-afp',
])

channel.addCommand(
  command('add', 'Add a channel, or change it', ADD)
    .argument('<slug>', 'its name in /feeds/SLUG.rss')
    .option('--title <text>', 'title of the feed (default: the slug)')
    .option('--description <text>', 'what the feed is about')
    .option('--source <slug...>', 'of these sources')
    .option('--agency <name>', 'crediting this agency, such as Reuters or afp')
    .addOption(new Option('--role <role>', 'in this role').choices(ROLES))
    .option('--person <name>', 'crediting this person')
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
        .argParser(wholeNumber('--size', 1, 500))
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
  command('list', 'List the channels with what they hold', ['creditline channel list']).action(
    run((options: CommonOptions) =>
      withStore(options, async ({ store, config }) => {
        const channels = await store.listChannels()
        if (options.json) printJson(channels)
        else print(table(COLUMNS, [await getChannel(ALL, store, config), ...channels].map(rowOf)))
        return 0
      }),
    ),
  ),
)

channel.addCommand(
  command('show', 'Show a channel with its addresses and selection', [
    'creditline channel show with-afp',
  ])
    .argument('<slug>', 'its name')
    .action(
      run((slug: string, options: CommonOptions) =>
        withStore(options, async ({ store, config }) => {
          const found = await store.findChannel(slug)
          if (!found) throw noChannel(slug)
          if (options.json) printJson(found)
          else print(channelInWords(found, config))
          return 0
        }),
      ),
    ),
)

channel.addCommand(
  command('remove', 'Remove a channel; its articles stay', ['creditline channel remove with-afp'])
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

const COLUMNS = [
  { head: 'name' },
  { head: 'title', cut: true },
  { head: 'holds', cut: true },
] as const

const rowOf = ({ slug, title, selection }: Channel): string[] => [
  slug,
  title,
  selectionInWords(selection) || 'everything',
]

/** `agency afp, role photo`: as the options of `add` have it. */
const selectionInWords = (selection: Selection): string =>
  Object.entries(selection)
    .map(([name, value]) => `${name} ${[value].flat().join(' or ')}`)
    .join(', ')

function channelInWords(
  { slug, title, description, selection, presentation }: Channel,
  config: Config,
) {
  const { links, fullText, creditParagraph, duplicates, size } = presentation
  return [
    paint('bold', oneLine(title)),
    facts([
      ['about', description],
      ['holds', selectionInWords(selection) || 'everything'],
      [
        'items',
        `${size}, ${fullText ? 'full text' : 'excerpts'}, linking to ${links === 'site' ? 'this site' : 'the original'}`,
      ],
      ['same original', duplicates === 'merge' ? 'is one item' : 'is an item for each feed'],
      ['credit paragraph', creditParagraph ? 'at the end of each text' : 'none'],
      ...FORMAT_NAMES.map((name) => [name, `${config.baseUrl}/feeds/${slug}.${name}`] as const),
    ]),
  ].join('\n')
}

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
  ...(agency ? { agency: findAgency(agency)?.id ?? slugOf(agency) } : {}),
  ...(role ? { role } : {}),
  ...(person ? { person: slugOf(person) } : {}),
  ...(tag ? { tag } : {}),
  ...(lang ? { language: lang } : {}),
  ...(query ? { q: query } : {}),
})
