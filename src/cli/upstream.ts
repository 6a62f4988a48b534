/** `creditline upstream`: the feeds that are read. */

import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Deps } from '../deps.ts'
import { type CommonOptions, command, group, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'
import { upstreamAdd } from './upstream-add.ts'
import { upstreamExport, upstreamImport } from './upstream-opml.ts'
import { upstreamFacts, upstreamTable } from './upstream-words.ts'

interface RemoveOptions extends CommonOptions {
  readonly withArticles?: boolean
}

const ID = 'its id or address'
const CHANGES_SHOWN = 10

const list = command('list', 'List the upstreams with their health', [
  'creditline upstream list',
]).action(
  run((options: CommonOptions) =>
    withStore(options, async ({ store }) => {
      const upstreams = await store.listUpstreams()
      if (options.json) printJson(upstreams)
      else if (upstreams.length === 0)
        print('no upstreams yet; add one with "creditline upstream add URL"')
      else print(upstreamTable(upstreams))
      return 0
    }),
  ),
)

const show = command('show', 'Show all that is known of an upstream', [
  'creditline upstream show https://news.example/feed',
])
  .argument('<upstream>', ID)
  .action(
    run((id: string, options: CommonOptions) =>
      withStore(options, async ({ deps }) => {
        const upstream = await getUpstream(id, deps)
        const faults = await deps.store.listFaults({ upstreamId: upstream.id })
        const changes = await deps.store.listUpstreamChanges(upstream.id, CHANGES_SHOWN)
        if (options.json) printJson({ ...upstream, faults, changes })
        else print(upstreamFacts(upstream, faults, changes))
        return 0
      }),
    ),
  )

const pause = command('pause', 'Stop polling an upstream for a while', [
  'creditline upstream pause news-example-0a1b2c',
])
  .argument('<upstream>', ID)
  .action(change(() => ({ health: 'paused' }), 'is paused'))

const resume = command('resume', 'Poll an upstream again that was paused or gone', [
  'creditline upstream resume news-example-0a1b2c',
])
  .argument('<upstream>', ID)
  .action(
    change(
      ({ now }) => ({ health: 'new', failures: 0, nextPollAt: toInstant(now()) }),
      'is polled again, at once',
    ),
  )

const remove = command('remove', 'Read a feed no more; its articles stay', [
  'creditline upstream remove https://news.example/feed',
  'creditline upstream remove https://news.example/feed --with-articles',
])
  .argument('<upstream>', ID)
  .option('--with-articles', 'remove its articles too')
  .action(
    run((id: string, options: RemoveOptions) =>
      withStore(options, async ({ deps }) => {
        const upstream = await getUpstream(id, deps)
        const now = toInstant(deps.now())
        const { withArticles = false } = options
        await deps.store.removeUpstream(upstream.id, { now, withArticles })
        if (options.json) printJson({ removed: upstream.id })
        else print(`removed ${upstream.id}${options.withArticles ? ' and its articles' : ''}`)
        return 0
      }),
    ),
  )

/** An action that sets some of an upstream's facts. */
function change(set: (deps: Deps) => Partial<Upstream>, words: string) {
  return run((id: string, options: CommonOptions) =>
    withStore(options, async ({ deps }) => {
      const upstream = await getUpstream(id, deps)
      const changed = { ...upstream, ...set(deps) }
      await deps.store.saveUpstream(changed)
      if (options.json) printJson(changed)
      else print(`${upstream.id} ${words}`)
      return 0
    }),
  )
}

async function getUpstream(id: string, { store }: Pick<Deps, 'store'>): Promise<Upstream> {
  const upstream = await store.findUpstream(id)
  if (upstream) return upstream
  throw new CreditlineError(
    'not_found',
    `there is no upstream "${id}"; "creditline upstream list" shows them`,
  )
}

export const upstream = group('upstream', 'Add, watch and remove the feeds that are read', [
  'creditline upstream add https://news.example/',
  'creditline upstream show https://news.example/feed',
  'creditline upstream import feeds.opml',
])
for (const one of [upstreamAdd, list, show, pause, resume, remove, upstreamImport, upstreamExport])
  upstream.addCommand(one)
