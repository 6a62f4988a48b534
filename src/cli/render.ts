/** `creditline render CHANNEL`: the very bytes that the service answers with, on stdout. */

import { Option } from 'commander'
import { FORMAT_NAMES, type FormatName } from '../../feeds/formats/index.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { getChannel, readChannelPage } from '../publish/channels.ts'
import { createPublisher, renderSettled } from '../publish/publisher.ts'
import { settlerOf } from '../publish/settle.ts'
import { type CommonOptions, command, printJson, run } from './command.ts'
import { withStore } from './open.ts'

interface RenderOptions extends CommonOptions {
  readonly format: FormatName
}

export const render = command('render', 'Print a channel as a feed document', [
  'creditline render all --format atom > all.atom',
  'creditline render with-afp --format json | head',
])
  .argument('<channel>', 'slug of the channel; "all" is built in')
  .addOption(
    new Option('--format <format>', 'rss, atom or json').choices(FORMAT_NAMES).default('rss'),
  )
  .action(
    run((slug: string, options: RenderOptions) =>
      withStore(options, async ({ store, config, deps }) => {
        const channel = await getChannel(slug, store, config).catch((error: unknown) => {
          throw isNotFound(error) ? noChannel(slug, error) : error
        })
        await settlerOf(deps)()
        const page = readChannelPage(channel, new URLSearchParams())
        const publisher = createPublisher(deps)
        const { document } = await renderSettled(() => publisher.find(page, options.format))
        if (options.json)
          printJson({
            channel: slug,
            format: options.format,
            document: new TextDecoder().decode(document.bytes),
          })
        else process.stdout.write(document.bytes)
        return 0
      }),
    ),
  )

const isNotFound = (error: unknown): boolean =>
  error instanceof CreditlineError && error.code === 'not_found'

const noChannel = (slug: string, cause: unknown): CreditlineError =>
  new CreditlineError(
    'not_found',
    `there is no channel "${slug}"; "creditline channel list" shows them`,
    { cause },
  )
