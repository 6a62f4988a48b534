/** `creditline serve`: sample articles on an empty store, the service, the poller, and a clean stop. */

import { Option } from 'commander'
import { SERVING_CACHE_KIB } from '../../db/node-store.ts'
import { prepareCredits } from '../../feeds/credits/index.ts'
import { startWebhooks } from '../api/webhooks/deliver.ts'
import type { Config } from '../config.ts'
import { listenOn } from '../config.ts'
import type { Deps } from '../deps.ts'
import { mintFirstToken } from '../http/tokens.ts'
import { importSamples } from '../import/samples.ts'
import { listen } from '../node.ts'
import { startWebSub } from '../websub/websub.ts'
import { type CommonOptions, command, print, run, wholeNumber } from './command.ts'
import { configOf, withStoreOf } from './open.ts'
import { startPoller } from './poller.ts'

interface ServeOptions extends CommonOptions {
  readonly port?: number
  readonly host?: string
}

export const serve = command('serve', 'Serve feeds, pages and API, and poll the upstreams', [
  'creditline serve',
  'creditline serve --port 8080 --db /var/lib/creditline/news.db',
])
  .addOption(
    new Option('--port <number>', 'port (default: CREDITLINE_PORT, else 3000)').argParser(
      wholeNumber('--port', 0, 65_535),
    ),
  )
  .option('--host <address>', 'address (default: CREDITLINE_HOST, else 127.0.0.1)')
  .action(
    run((options: ServeOptions) => {
      const config = listenOn(configOf(options), options)
      const sqlite = { cacheKib: SERVING_CACHE_KIB }
      return withStoreOf(config, ({ deps }) => serveUntilStopped(deps), sqlite)
    }),
  )

async function serveUntilStopped(deps: Deps): Promise<number> {
  // now, so that the first feed that is asked for waits for nothing
  prepareCredits()
  const stopped = stopSignal()
  // A port that is taken must not use up the first start: its token is shown once.
  const service = await listen({ ...deps, later })
  const isNew = await deps.store.isEmpty()
  const token = await mintFirstToken(deps)
  const samples = isNew ? await importSamples(deps) : 0
  const poller = startPoller(deps)
  const webhooks = startWebhooks(service.deps)
  const websub = startWebSub(service.deps)
  print(welcome({ ...deps.config, port: service.port }, { samples, token }))
  await stopped
  await Promise.all([service.stop(), poller.stop(), webhooks.stop(), websub.stop()])
  return 0
}

/** Bodies that were cleaned are kept then: what is not done when the service ends is done after its next start. */
const LATER_MS = 100

const later: NonNullable<Deps['later']> = (work) => {
  setTimeout(() => void work().catch(() => undefined), LATER_MS).unref()
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        if (asked) process.exit(1)
        asked = true
        resolve()
      })
  })

function welcome(
  { baseUrl, baseUrlIsSet, host, port }: Config,
  { samples, token }: { readonly samples: number; readonly token: string | undefined },
): string {
  const local = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return [
    `Creditline is up: ${local}/`,
    `  RSS 2.0    ${local}/feed.rss`,
    `  Atom 1.0   ${local}/feed.atom`,
    `  JSON Feed  ${local}/feed.json`,
    `  Subscribe  ${local}/channels`,
    `  Desk       ${local}/admin`,
    ...(samples > 0 ? [`The store was empty: ${samples} sample articles were imported.`] : []),
    ...(token ? [`Admin token, shown this once: ${token}`] : []),
    ...(baseUrlIsSet
      ? []
      : [`Feeds name ${baseUrl} as their address; set CREDITLINE_BASE_URL to the public one.`]),
  ].join('\n')
}
