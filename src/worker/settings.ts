/** The bindings and settings of a Worker, and the service's dependencies made of them. */

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { D1Database, Queue } from '@cloudflare/workers-types'
import { createAccessStore } from '../../db/access-store.ts'
import { openD1 } from '../../db/drivers/d1.ts'
import { createLeaseStore, type LeaseStore } from '../../db/leases.ts'
import type { Sql } from '../../db/sql.ts'
import { createStore } from '../../db/sqlite-store.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { type Config, type Environment, loadConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import { createDoor } from '../ingest/fetch-document.ts'
import { policyOf } from '../ingest/guard.ts'
import type { Transport } from '../ingest/transport.ts'
import { workersTransport } from '../ingest/workers-transport.ts'
import { createLog } from '../log.ts'
import { currentDatabase, take } from './invocation.ts'
import { PLANS, type Plan } from './limits.ts'

/** What wrangler.toml binds. */
export interface Env {
  readonly DB: D1Database
  /** Absent: a tick polls a few upstreams itself. */
  readonly POLLS?: Queue<unknown>
  readonly CREDITLINE_PLAN?: string
  /** Which version of program and settings this is. */
  readonly VERSION?: { readonly id: string }
}

export interface Service {
  readonly deps: Deps
  readonly sql: Sql
  readonly leases: LeaseStore
  readonly plan: Plan
}

let service: Service | undefined

/** Made once an isolate: its caches live as long, and bindings don't change within one. */
export function serviceOf(env: Env): Service {
  service ??= createService(env)
  return service
}

function createService(env: Env): Service {
  const config = loadConfig(env as unknown as Environment)
  const sql = openD1(currentDatabase, take)
  const deps: Deps = {
    store: createStore(sql),
    access: createAccessStore(sql),
    fetchDocument: openDoor(config),
    config,
    now: Date.now,
    sha256: (data) => createHash('sha256').update(data).digest('hex'),
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
    clientAddress: (c) => c.req.header('cf-connecting-ip'),
    worksAlone: true,
    gzip: (bytes) => gzipSync(bytes, { level: 6 }),
    log: createLog(config.log, Date.now, console.log),
  }
  return { deps, sql, leases: createLeaseStore(sql), plan: planOf(env) }
}

function planOf({ CREDITLINE_PLAN: name = 'free' }: Env): Plan {
  if (name === 'free' || name === 'paid') return PLANS[name]
  throw new CreditlineError('invalid', `CREDITLINE_PLAN is "${name}"; set it to free or paid`)
}

const counted: Transport = async (request) => {
  take()
  return workersTransport(request)
}

const openDoor = ({ allowHosts, userAgent, maxBytes, logins }: Config) =>
  createDoor({ transport: counted, policy: policyOf(allowHosts), userAgent, maxBytes, logins })
