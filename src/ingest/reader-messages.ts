/** What the poller's thread and those that read feeds for it say to each other. */

import type { IncomingArticle } from '../../db/store.ts'
import type { ErrorCode } from '../../feeds/model/error.ts'
import type { CreditingContext, FeedDocument, FeedReading, WantedEntry } from './reading.ts'

export type ToReader =
  | { readonly id: number; readonly document: FeedDocument }
  | {
      readonly id: number
      readonly wanted: readonly WantedEntry[]
      readonly context: CreditingContext
    }

export type FromReader =
  | { readonly id: number; readonly reading: Omit<FeedReading, 'finish'> }
  | { readonly id: number; readonly articles: readonly IncomingArticle[] }
  | { readonly id: number; readonly error: { readonly code: ErrorCode; readonly message: string } }
