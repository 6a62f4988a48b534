/** The outbound door on Node, as the configuration wants it. */

import type { Config } from '../config.ts'
import { createDoor, type FetchDocument } from './fetch-document.ts'
import { policyOf } from './guard.ts'
import { createNodeTransport, type Resolve } from './node-transport.ts'

export interface NodeDoor {
  readonly fetchDocument: FetchDocument
  close(): Promise<void>
}

export function openNodeDoor(
  config: Pick<Config, 'allowHosts' | 'userAgent' | 'maxBytes' | 'logins'>,
  options: { readonly resolve?: Resolve; readonly deadlineMs?: number } = {},
): NodeDoor {
  const policy = policyOf(config.allowHosts)
  const { transport, close } = createNodeTransport({ policy, ...options })
  const { userAgent, maxBytes, logins } = config
  return {
    fetchDocument: createDoor({ transport, policy, userAgent, maxBytes, logins, ...options }),
    close,
  }
}
