/** What the service needs from its runtime: passed in by node.ts, worker.ts, the command line and the tests. */

import type { Context } from 'hono'
import type { AccessStore } from '../db/access-store.ts'
import type { Store } from '../db/store.ts'
import type { Config } from './config.ts'
import type { FetchDocument } from './ingest/fetch-document.ts'
import type { Log } from './log.ts'

export interface Deps {
  readonly store: Store
  /** Sessions, idempotency keys, webhooks and WebSub: what the API and the desk keep beside the articles. */
  readonly access: AccessStore
  readonly config: Config
  /** The one outbound door. */
  readonly fetchDocument: FetchDocument
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** SHA-256 in lower-case hex, of a text as UTF-8. */
  readonly sha256: (data: string | Uint8Array) => string
  /** Random bytes fit for keys. */
  readonly random: (bytes: number) => Uint8Array
  /** Address of the connection's other end, as the runtime knows it; never read from a header that a client can set. */
  readonly clientAddress?: (c: Context) => string | undefined
  /**
   * On another thread, where the runtime has one: a document takes milliseconds. `quickly`: in a third of the time, to an
   * eighth more bytes.
   */
  readonly gzip: (bytes: Uint8Array, quickly?: boolean) => Uint8Array | Promise<Uint8Array>
  /** Does what nobody waits for, a little later, whatever becomes of it; where there is none, it is done at once. */
  readonly later?: (work: () => Promise<void>) => void
  /** Pages are compressed by the app; where the runtime's edge does that, they are not. */
  readonly compressPages?: boolean
  /**
   * No request waits for work of another: on Workers that one may be ended with its client, and those that wait with it.
   */
  readonly worksAlone?: boolean
  /** Aborted when the service stops: answers that stream end then. */
  readonly stopping?: AbortSignal
  readonly log: Log
}
