/** Real HTTP servers on loopback for the tests of what goes out. */

import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import {
  createDoor,
  type DoorOptions,
  type FetchDocument,
} from '../../../src/ingest/fetch-document.ts'
import { policyOf } from '../../../src/ingest/guard.ts'
import { createNodeTransport, type Resolve } from '../../../src/ingest/node-transport.ts'

export interface Loopback {
  /** Without a trailing slash. */
  readonly url: string
  /** host:port, as the allow-list wants it. */
  readonly host: string
  /** Requests so far, in order. */
  readonly seen: readonly http.IncomingMessage[]
}

/** Serves until the test ends. */
export async function serve(answer: http.RequestListener): Promise<Loopback> {
  const seen: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url: `http://${host}`, host, seen }
}

/** A door on Node whose allow-list is given, for the time of the test. */
export function openDoor(
  allow: readonly string[],
  options: Partial<DoorOptions> & { resolve?: Resolve } = {},
): FetchDocument {
  const policy = policyOf(allow)
  const { resolve, ...rest } = options
  const node = createNodeTransport({ policy, ...(resolve ? { resolve } : {}) })
  onTestFinished(() => node.close())
  return createDoor({
    transport: node.transport,
    policy,
    userAgent: 'Creditline/0.1 (+https://reader.example)',
    ...rest,
  })
}
