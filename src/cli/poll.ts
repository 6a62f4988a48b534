/** `creditline poll`: reads the upstreams once. */

import { setFlagsFromString } from 'node:v8'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import type { Deps } from '../deps.ts'
import { pollAll } from '../ingest/polling.ts'
import { openReaders } from '../ingest/reader-pool.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'
import { openProgress } from './progress.ts'
import { isPolled, upstreamLine } from './upstream-words.ts'

/** What is told of a poll. Its articles are stored, and not held on to. */
interface Polled {
  readonly upstream: Upstream
  readonly articles: number
}

interface PollOptions extends CommonOptions {
  readonly all?: boolean
  readonly only?: string
}

// What polls leave behind is collected sooner: a third less memory for a twentieth more time.
const HEAP_GROWTH = '--heap-growing-percent=20'

/** Of one call; more are due again at the next. */
const MOST = 1_000_000

export const poll = command('poll', 'Read the upstreams that are due, once', [
  'creditline poll',
  'creditline poll --all',
  'creditline poll --only https://news.example/feed --json',
])
  .option('--all', 'all of them, due or not (those that are paused or gone stay so)')
  .option('--only <upstream>', 'this one, by its address or id, due or not')
  .action(
    run((options: PollOptions) =>
      withStore(options, async ({ deps }) => {
        setFlagsFromString(HEAP_GROWTH)
        const upstreams = await chosen(options, deps)
        const polled = await pollWithProgress(upstreams, deps)
        report(polled, options)
        return options.only && polled.some(hasFailed) ? 1 : 0
      }),
    ),
  )

async function chosen({ all, only }: PollOptions, { store, now }: Deps): Promise<Upstream[]> {
  if (only) {
    const upstream = await store.findUpstream(only)
    if (upstream) return [upstream]
    throw new CreditlineError(
      'not_found',
      `there is no upstream "${only}"; "creditline upstream list" shows them`,
    )
  }
  if (all) return (await store.listUpstreams()).filter(isPolled)
  return store.listDueUpstreams(toInstant(now()), MOST)
}

async function pollWithProgress(upstreams: readonly Upstream[], deps: Deps): Promise<Polled[]> {
  const progress = openProgress('Polling', upstreams.length)
  const polled: Polled[] = []
  const { baseUrl } = deps.config
  const readers = openReaders(deps.sha256)
  const { readFeed } = readers
  try {
    await pollAll(
      upstreams,
      { ...deps, baseUrl, readFeed, chance: Math.random },
      ({ upstream, articles }) => {
        polled.push({ upstream, articles: articles.length })
        progress.advance()
      },
    )
  } finally {
    progress.end()
    await readers.close()
  }
  return polled
}

const hasFailed = ({ upstream }: Polled): boolean =>
  upstream.health === 'failing' || upstream.health === 'gone'

function report(polled: readonly Polled[], { json }: PollOptions): void {
  if (json) {
    printJson(polled)
    return
  }
  for (const { upstream } of polled) print(upstreamLine(upstream))
  const articles = polled.reduce((sum, one) => sum + one.articles, 0)
  print(
    polled.length === 0
      ? 'nothing is due; --all polls every upstream'
      : `${polled.length} polled, ${polled.filter(hasFailed).length} failed, ${articles} articles new or changed`,
  )
}
