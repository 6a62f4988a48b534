/** The service on Node: HTTP server, poller, and a clean stop. */

import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { CreditlineError } from '../feeds/model/error.ts'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import type { FeedAnswer } from './http/feed-answer.ts'
import { createRecall } from './http/recalled-feeds.ts'

export interface Running {
  /** The port that was bound, also when 0 was asked for. */
  readonly port: number
  /** As the service has them: what works beside it with these shares its publisher, and so its caches. */
  readonly deps: Deps
  /** Stops accepting, lets answers under way finish, and ends connections that idle. */
  stop(): Promise<void>
}

/** Listens; throws CreditlineError `unavailable` when the address can't be had. */
export function listen(given: Deps): Promise<Running> {
  const { host, port } = given.config
  const stopping = new AbortController()
  const deps = { ...given, stopping: stopping.signal }
  const server = createServer(listenerOf(deps))
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
      resolve({ port: bound, deps, stop })
    })
  })
}

/** The app, and before it the feeds that were found before. */
function listenerOf(deps: Deps): RequestListener {
  const answerInApp = getRequestListener(createApp(deps).fetch)
  const recall = createRecall(deps)
  return async (request, response) => {
    const answer = await recall(request).catch(() => undefined)
    if (answer) write(answer, request.method === 'HEAD', response)
    else await answerInApp(request, response)
  }
}

function write({ status, headers, body }: FeedAnswer, isHead: boolean, to: ServerResponse): void {
  to.writeHead(status, headers)
  to.end(isHead ? undefined : body)
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
