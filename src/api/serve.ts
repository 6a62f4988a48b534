/** Routes the operations: scope, validation, idempotency, and what an answer looks like on the wire. */

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import type { Auth } from '../http/auth.ts'
import { once, type Reply } from './once.ts'
import type { Answer, Operation } from './operation.ts'
import { answerProblem } from './problem.ts'
import { MAX_BODY, readCall } from './read-call.ts'

const JSON_TYPE = 'application/json'

/** An app to be mounted at /api; every error of it is a problem document. */
export function serve(operations: readonly Operation[], deps: Deps, auth: Auth): Hono {
  const app = new Hono()
  app.onError((error, c) => answerProblem(c, deps, error))
  const limited = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge })
  for (const op of operations)
    app.on(op.method.toUpperCase(), honoPath(op.path), auth.requireScope(op.scope), limited, (c) =>
      answer(op, c, deps),
    )
  for (const [path, methods] of methodsOf(operations))
    app.all(path, (c) => refuseMethod(c, methods))
  app.all('/*', () => {
    throw new CreditlineError(
      'not_found',
      'There is nothing at this address; /api lists what there is.',
    )
  })
  return app
}

async function answer(op: Operation, c: Context, deps: Deps): Promise<Response> {
  const { call, text } = await readCall(op, c)
  const act = async () => replyOf(op, await op.run(call, deps), c, deps)
  const asked = [op.method, c.req.url, c.req.header('content-type') ?? '', text]
  const { status, headers, body } =
    call.key === undefined
      ? await act()
      : await once({ tokenId: call.token.id, key: call.key, asked }, deps, act)
  return status === 204 ? c.body(null, 204, headers) : c.body(body, status, headers)
}

function replyOf(op: Operation, said: Answer<unknown>, c: Context, { config }: Deps): Reply {
  const { body, status = op.status ?? 200, etag, location, next } = said
  return {
    status: body === undefined ? 204 : status,
    headers: {
      ...(body === undefined ? {} : { 'content-type': JSON_TYPE }),
      ...(etag === undefined ? {} : { etag }),
      ...(location === undefined ? {} : { location: `${config.baseUrl}/api${location}` }),
      ...(next === undefined ? {} : { link: nextLink(c, next, config.baseUrl) }),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}

/** RFC 8288: the same address with the cursor of the next page. */
function nextLink(c: Context, next: string, baseUrl: string): string {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set('after', next)
  return `<${baseUrl}${pathname}?${searchParams}>; rel="next"`
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

function methodsOf(operations: readonly Operation[]): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const { path, method } of operations) {
    const known = methods.get(honoPath(path)) ?? []
    methods.set(honoPath(path), [...known, method.toUpperCase()])
  }
  return methods
}

function refuseMethod(c: Context, methods: readonly string[]): never {
  c.header('allow', methods.join(', '))
  throw new CreditlineError('not_allowed', `This address takes ${methods.join(', ')}.`)
}

const tooLarge = (): never => {
  throw new CreditlineError('too_large', `A body may have ${MAX_BODY} bytes at most.`)
}
