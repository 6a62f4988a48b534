/** One operation of the API as data: what routes, validates, documents and guards it is this one description. */

import * as z from 'zod/mini'
import type { Token } from '../../db/store.ts'
import type { Deps } from '../deps.ts'
import type { Scope } from '../http/tokens.ts'
import type { Schema } from './schema.ts'

export const TAGS = {
  Articles: 'The credited units that are kept and published.',
  Search: 'Full text.',
  Credits: 'Reading of credit lines.',
  Upstreams: 'The feeds that are read.',
  Channels: 'The feeds that are published.',
  Webhooks: 'Messages to you when an article is new, updated or retracted.',
} as const
export type Tag = keyof typeof TAGS

/** Media type -> schema of what it carries; text types carry a string. */
export type Bodies = Readonly<Record<string, Schema>>

/** The body as it was validated, with the media type that it came in. */
export type BodyOf<B extends Bodies> = {
  [M in keyof B]: { readonly type: M; readonly value: z.output<B[M]> }
}[keyof B]

export interface Call<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The query as it was sent, for what reads feeds' parameters. */
  readonly search: URLSearchParams
  readonly token: Token
  /** Throws `unconditional` without If-Match, `stale` when it names another version than this. */
  readonly expect: (etag: string) => void
  /** The key that makes a repeated request the same one; for operations that are `repeatable`. */
  readonly key: string | undefined
}

export interface Answer<R> {
  /** Absent: 204. */
  readonly body?: R
  /** 200 when not given. */
  readonly status?: 200 | 201 | 202
  readonly etag?: string
  /** Path of what was made, below /api. */
  readonly location?: string
  /** Cursor of the next page. */
  readonly next?: string | undefined
}

interface About {
  /** operationId: what generated clients call it. */
  readonly id: string
  readonly tag: Tag
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below /api, with `{names}`. */
  readonly path: `/${string}`
  readonly summary: string
  readonly description?: string
  readonly scope: Scope
  /** Its answer has an ETag. */
  readonly tagged?: boolean
  /** Takes If-Match, and demands it. */
  readonly conditional?: boolean
  /** Takes Idempotency-Key. */
  readonly repeatable?: boolean
  /** Status of success; 200 when not given. */
  readonly status?: 200 | 201 | 202 | 204
}

export interface Operation extends About {
  readonly params: z.ZodMiniObject
  readonly query: z.ZodMiniObject
  readonly bodies: Bodies | undefined
  /** Of the answer; absent where it has no body. */
  readonly result: Schema | undefined
  readonly run: (call: Call<unknown, unknown, unknown>, deps: Deps) => Promise<Answer<unknown>>
}

const NONE = z.object({})
type None = typeof NONE

/** Makes an operation of typed parts; the types end here, since validation has taken their place. */
export function operation<
  P extends z.ZodMiniObject = None,
  Q extends z.ZodMiniObject = None,
  B extends Bodies = Record<never, never>,
  R extends Schema = z.ZodMiniUndefined,
>(
  spec: About & {
    readonly params?: P
    readonly query?: Q
    readonly bodies?: B
    readonly result?: R
    readonly run: (
      call: Call<z.output<P>, z.output<Q>, BodyOf<B>>,
      deps: Deps,
    ) => Promise<Answer<z.input<R>>>
  },
): Operation {
  return {
    ...spec,
    params: spec.params ?? NONE,
    query: spec.query ?? NONE,
    bodies: spec.bodies,
    result: spec.result,
    run: spec.run as Operation['run'],
  }
}
