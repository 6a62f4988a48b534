/** The service on Node: HTTP server, poller, and a clean stop. */

import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { CreditlineError } from '../feeds/model/error.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { createLog } from './log.ts'

/** The dependencies of the service on this runtime. */
export const nodeDeps = (
  opened: Pick<Deps, 'store' | 'access' | 'fetchDocument'>,
  config: Config,
): Deps => ({
  ...opened,
  config,
  now: Date.now,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  clientAddress: (c) => getConnInfo(c).remote.address,
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
  compressPages: true,
  random: (size) => randomBytes(size),
  log: createLog(config.log, Date.now, (line) => process.stderr.write(`${line}\n`)),
})

export interface Running {
  /** The port that was bound, also when 0 was asked for. */
  readonly port: number
  /** Stops accepting, lets answers under way finish, and ends connections that idle. */
  stop(): Promise<void>
}

/** Listens; throws CreditlineError `unavailable` when the address can't be had. */
export function listen(deps: Deps): Promise<Running> {
  const { host, port } = deps.config
  const stopping = new AbortController()
  const running = { ...deps, stopping: stopping.signal }
  const server = createServer(getRequestListener(createApp(running).fetch))
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      const stop = () =>
        new Promise<void>((done) => {
          stopping.abort()
          server.close(() => done())
          server.closeIdleConnections()
        })
      resolve({ port: bound, stop })
    })
  })
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): CreditlineError {
  const why =
    error.code === 'EADDRINUSE'
      ? `port ${port} is in use; stop what listens there or give another: --port ${port + 1}`
      : error.code === 'EACCES'
        ? `port ${port} needs more rights; give one above 1023: --port 3000`
        : `cannot listen on ${host}:${port} (${error.code ?? error.message}); check --host and --port`
  return new CreditlineError('unavailable', why, { cause: error })
}
