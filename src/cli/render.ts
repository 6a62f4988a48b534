/** `creditline render CHANNEL`: the very bytes that the service answers with, on stdout. */

import { Option } from 'commander'
import { FORMAT_NAMES, type FormatName } from '../../feeds/formats/index.ts'
import { getChannel, readChannelPage } from '../publish/channels.ts'
import { createPublisher, renderSettled } from '../publish/publisher.ts'
import { type CommonOptions, command, run } from './command.ts'
import { withStore } from './open.ts'

interface RenderOptions extends CommonOptions {
  readonly format: FormatName
}

export const render = command('render', 'Print a channel as a feed document')
  .argument('<channel>', 'slug of the channel; "all" is built in')
  .addOption(
    new Option('--format <format>', 'rss, atom or json').choices(FORMAT_NAMES).default('rss'),
  )
  .addHelpText('after', '\nExamples:\n  creditline render all --format atom > all.atom')
  .action(
    run((slug: string, options: RenderOptions) =>
      withStore(options, async ({ store, config, deps }) => {
        const page = readChannelPage(await getChannel(slug, store, config), new URLSearchParams())
        const publisher = createPublisher(deps)
        const { document } = await renderSettled(() => publisher.find(page, options.format))
        process.stdout.write(document.bytes)
        return 0
      }),
    ),
  )
