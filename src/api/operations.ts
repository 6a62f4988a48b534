/** All operations of the API, in the order in which they are shown. */

import { articleOperations, searchOperations } from './articles/operations.ts'
import { channelOperations } from './channels/operations.ts'
import { creditOperations } from './credits/operations.ts'
import { upstreamOperations } from './upstreams/operations.ts'
import { webhookOperations } from './webhooks/operations.ts'

/** A new operation is an entry of one of these lists. */
export const OPERATIONS = [
  ...articleOperations,
  ...searchOperations,
  ...creditOperations,
  ...upstreamOperations,
  ...channelOperations,
  ...webhookOperations,
]
