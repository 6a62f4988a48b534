/** Sends requests to the API of a service under test. */

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
    return { status: answer.status, headers: answer.headers, json, text }
  }
