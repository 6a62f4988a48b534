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
  config: Pick<Config, 'allowHosts' | 'userAgent' | 'maxBytes'>,
  options: { readonly resolve?: Resolve; readonly deadlineMs?: number } = {},
): NodeDoor {
  const policy = policyOf(config.allowHosts)
  const { transport, close } = createNodeTransport({ policy, ...options })
  const { userAgent, maxBytes } = config
  return {
    fetchDocument: createDoor({ transport, policy, userAgent, maxBytes, ...options }),
    close,
  }
}
