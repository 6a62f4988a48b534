/** Reads what a request says into what an operation takes, or tells all that is wrong with it. */

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Bodies, Call, Operation } from './operation.ts'
import { flawsOf, InvalidInput, pointer } from './problem.ts'
import type { Schema } from './schema.ts'

/** Characters of a body. */
export const MAX_BODY = 8 * 1024 * 1024
const MAX_KEY = 200

export interface ReadCall {
  readonly call: Call<unknown, unknown, unknown>
  /** The body as it was sent. */
  readonly text: string
}

export async function readCall(op: Operation, c: Context): Promise<ReadCall> {
  const search = new URL(c.req.url).searchParams
  const params = check(op.params, c.req.param(), ([name]) => String(name))
  const query = check(op.query, queryOf(op.query, search), ([name]) => `?${String(name)}`)
  const text = op.bodies ? await c.req.text() : ''
  if (text.length > MAX_BODY)
    throw new CreditlineError('too_large', `A body may have ${MAX_BODY} characters at most.`)
  const body = op.bodies ? readBody(op.bodies, c.req.header('content-type') ?? '', text) : undefined
  const expect = (etag: string) => checkMatch(c.req.header('if-match'), etag)
  const key = op.repeatable ? readKey(c.req.header('idempotency-key')) : undefined
  return { call: { params, query, body, search, token: c.get('token'), expect, key }, text }
}

function check(
  schema: Schema,
  value: unknown,
  place: (path: readonly PropertyKey[]) => string,
): unknown {
  const read = z.safeParse(schema, value)
  if (read.success) return read.data
  throw new InvalidInput(flawsOf(read.error.issues, place))
}

/** The known parameters; a list where the schema is one. Others are left alone, as in any link on the web. */
function queryOf(schema: z.ZodMiniObject, search: URLSearchParams): Record<string, unknown> {
  const isList = (name: string) => unwrapped(schema.shape[name]) instanceof z.ZodMiniArray
  return Object.fromEntries(
    Object.keys(schema.shape)
      .filter((name) => search.has(name))
      .map((name) => [name, isList(name) ? search.getAll(name) : search.get(name)]),
  )
}

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodMiniExactOptional ? schema.def.innerType : schema

function readBody(bodies: Bodies, contentType: string, text: string): unknown {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  const schema = bodies[type]
  if (!schema)
    throw new CreditlineError(
      'unsupported',
      `Send this as ${Object.keys(bodies).join(' or ')} (Content-Type says ${type.slice(0, 60) || 'nothing'}).`,
    )
  const value = type.endsWith('json') ? parseJson(text) : text
  return { type, value: check(schema, value, pointer) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'it cannot be parsed'
    throw new InvalidInput([{ at: '#', detail: `no JSON: ${detail.slice(0, 200)}` }])
  }
}

/** RFC 9110 section 13.1.1: strong comparison. */
function checkMatch(header: string | undefined, etag: string): void {
  if (header === undefined)
    throw new CreditlineError(
      'unconditional',
      'Say which version you mean: If-Match with the ETag that you read.',
    )
  const tags = header.split(',').map((tag) => tag.trim())
  if (tags.includes('*') || tags.includes(etag)) return
  throw new CreditlineError(
    'stale',
    `It has changed: its ETag is now ${etag}. Read it again first.`,
  )
}

function readKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  const key = header.trim().replace(/^"(.*)"$/, '$1')
  if (key.length > 0 && key.length <= MAX_KEY) return key
  throw new InvalidInput([
    { at: 'Idempotency-Key', detail: `give 1 to ${MAX_KEY} characters, such as a UUID` },
  ])
}
