/** The deployed Worker on this machine: the bundle as wrangler would upload it, in workerd, bound as wrangler.toml says. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WRANGLER = join(ROOT, 'node_modules/.bin/wrangler')

/** Runs wrangler here, with nothing told and nobody asked. */
export const wrangler = (...args: readonly string[]): string =>
  execFileSync(WRANGLER, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CI: 'true',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    },
  })

export interface Bundle {
  readonly folder: string
  /** As wrangler reckons it. */
  readonly gzipKib: number
  remove(): void
}

/** What `npm run bundle:worker` makes, in a folder of its own. */
export function bundleWorker(): Bundle {
  const folder = mkdtempSync(join(tmpdir(), 'creditline-bundle-'))
  const said = wrangler('deploy', '--dry-run', '--minify', '--outdir', folder)
  const gzipKib = Number(/gzip: ([\d.]+) KiB/.exec(said)?.[1])
  return { folder, gzipKib, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Cloud {
  /** As a client of the address that CREDITLINE_BASE_URL names. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** The cron. */
  tick(): Promise<void>
  readonly database: D1Database
  /** Where it listens on this machine. */
  readonly url: string
  stop(): Promise<void>
}

export const BASE = 'https://news.example'

/** Starts it over an empty D1 that has every migration. */
export async function startCloud(
  bundle: Bundle,
  settings: Readonly<Record<string, string>> = {},
): Promise<Cloud> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'))
  const miniflare = new Miniflare({
    ...(workerOptions as object),
    name: 'creditline',
    modulesRoot: bundle.folder,
    modules: [{ type: 'ESModule', path: join(bundle.folder, 'worker.js') }],
    bindings: {
      ...workerOptions.bindings,
      CREDITLINE_BASE_URL: BASE,
      CREDITLINE_LOG: 'error',
      ...settings,
    },
    cf: false,
  } as never)
  const url = (await miniflare.ready).href.replace(/\/$/, '')
  const database = (await miniflare.getD1Database('DB')) as unknown as D1Database
  const migrations = join(ROOT, 'db/migrations')
  for (const name of readdirSync(migrations).sort())
    await executeFile(database, readFileSync(join(migrations, name), 'utf8'))
  return {
    fetch: (path, init) => miniflare.dispatchFetch(`${BASE}${path}`, init as never) as never,
    async tick() {
      const worker = await miniflare.getWorker()
      await worker.scheduled({ cron: '* * * * *' })
    },
    database,
    url,
    stop: () => miniflare.dispose(),
  }
}

/** As `wrangler d1 execute --file` does it: split by its splitter, in one batch. */
export async function executeFile(database: D1Database, sql: string): Promise<void> {
  await database.batch(unstable_splitSqlQuery(sql).map((statement) => database.prepare(statement)))
}

/** As `wrangler d1 export --no-schema` does it here. */
export async function exportTables(
  database: D1Database,
  tables: readonly string[],
): Promise<string> {
  const statement = database.prepare('PRAGMA miniflare_d1_export(?,?,?);')
  const [lines] = await statement.bind(true, false, ...tables).raw()
  return (lines as string[]).join('\n')
}

/** Asks until it is so; what is done in the background takes as long as it takes. */
export async function eventually<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await ask()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`never came: ${what}`)
}
