/** A whole service in memory for tests: real store, a clock that stands, tokens of each scope. */

import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { createAccessStore } from '../../db/access-store.ts'
import { type OpenStore, openStore } from '../../db/node-store.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import type { Deps } from '../../src/deps.ts'
import { mintToken, type Scope } from '../../src/http/tokens.ts'
import { createLog } from '../../src/log.ts'

export const START = Date.parse('2025-06-01T12:00:00Z')

export interface Service {
  readonly app: Hono
  readonly deps: Deps
  readonly opened: OpenStore
  /** What was logged, a line each. */
  readonly logged: string[]
  readonly clock: { ms: number }
  /** Secret of a new token. */
  token(scope: Scope): Promise<string>
  close(): void
}

export async function openService(
  env: Readonly<Record<string, string>> = {},
  more: Partial<Deps> = {},
): Promise<Service> {
  const opened = await openStore(':memory:')
  const clock = { ms: START }
  const logged: string[] = []
  const config = loadConfig({ CREDITLINE_BASE_URL: 'https://desk.example', ...env })
  const deps: Deps = {
    store: opened.store,
    access: createAccessStore(opened.sql),
    config,
    now: () => clock.ms,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    random: (size) => randomBytes(size),
    clientAddress: (c) => c.req.header('x-test-address') ?? '198.51.100.7',
    gzip: (bytes) => gzipSync(bytes),
    fetchDocument: refuseAll,
    log: createLog(
      'debug',
      () => clock.ms,
      (line) => logged.push(line),
    ),
    ...more,
  }
  const token = async (scope: Scope) => {
    const minted = mintToken(deps, [scope])
    await deps.store.addToken(minted.token)
    return minted.secret
  }
  return { app: createApp(deps), deps, opened, logged, clock, token, close: opened.close }
}

/** Tests are offline: what is fetched is given by the test. */
const refuseAll: Deps['fetchDocument'] = async (url) => {
  throw new CreditlineError('unreachable', `${url} does not answer`)
}
