/** Sends requests to the API of a service under test, and holds every answer to what the OpenAPI document says. */

import { expect } from 'vitest'
import * as z from 'zod/mini'
import { OPERATIONS } from '../../../src/api/operations.ts'
import { Problem } from '../../../src/api/shapes.ts'

import type { Service } from '../service.ts'

export interface Sent {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  readonly json: any
  readonly text: string
}

export type Send = (
  request: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Sent>

/** `send('POST /articles', {...})`; a string is sent as it is, anything else as JSON. */
export const sender =
  ({ app }: Service, token: string): Send =>
  async (request, body, headers = {}) => {
    const [method = 'GET', path = ''] = request.split(' ')
    const answer = await app.request(`/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    const json = isJson ? JSON.parse(text) : undefined
    checkAnswer(method, path, answer, json)
    return { status: answer.status, headers: answer.headers, json, text }
  }

/** Schemas leave out what they do not know: an answer that is changed by parsing says something undocumented. */
function checkAnswer(method: string, path: string, answer: Response, json: unknown): void {
  expect(answer.status, `${method} ${path}`).toBeLessThan(500)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  if (answer.status >= 400) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(z.parse(Problem, json)).toEqual(json)
    return
  }
  const op = OPERATIONS.find(
    (known) => known.method === method.toLowerCase() && pattern(known.path).test(path),
  )
  expect(op, `${method} ${path}`).toBeDefined()
  expect(answer.headers.has('etag')).toBe(op?.tagged === true)
  if (op?.result) expect(z.parse(op.result as z.ZodMiniType, json)).toEqual(json)
  else expect(answer.status).toBe(204)
}

const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}(?:\\?|$)`)

/** JSON that a test looks into freely. */
// biome-ignore lint/suspicious/noExplicitAny: so that it can
export const jsonOf = async (answer: Response | Promise<Response>): Promise<any> =>
  JSON.parse(await (await answer).text())
