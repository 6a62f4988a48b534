/** Whole services on loopback for the tests of WebSub, and subscribers that they tell. */

import { createHmac, randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import type { Deps } from '../../../src/deps.ts'
import { createWebSub, type WebSub } from '../../../src/websub/websub.ts'
import { openDoor } from '../ingest/loopback.ts'
import { openService, type Service } from '../service.ts'

export interface LiveService extends Service {
  /** Where it listens; its base URL. */
  readonly url: string
  readonly websub: WebSub
  /** Advances until nothing that is due is left. */
  run(): Promise<void>
  /** Seconds. */
  pass(seconds: number): void
  /** Stores an article; tells its number. */
  publish(title: string, more?: object): Promise<number>
}

/** A service that listens on loopback, and may reach loopback. */
export async function openLive(
  env: Readonly<Record<string, string>> = {},
  more: Partial<Deps> = {},
): Promise<LiveService> {
  const listener: { answer: http.RequestListener } = { answer: (_, response) => response.end() }
  const url = await listen((request, response) => listener.answer(request, response))
  const service = await openService(
    { CREDITLINE_BASE_URL: url, CREDITLINE_ALLOW_HOSTS: '127.0.0.1', ...env },
    { fetchDocument: openDoor(['127.0.0.1'], { deadlineMs: 5000 }), random: noJitter, ...more },
  )
  onTestFinished(() => service.close())
  listener.answer = getRequestListener(service.app.fetch)
  const websub = createWebSub(service.deps)
  onTestFinished(() => websub.stop())
  const token = await service.token('admin')
  const run = async () => {
    await websub.advance()
    await websub.idle()
  }
  const pass = (seconds: number) => {
    service.clock.ms += seconds * 1000
  }
  const publish = async (title: string, fields: object = {}) => {
    const answer = await service.app.request('/api/articles', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `urn:x:${title}`,
        title,
        body_html: `<p>${title}.</p>`,
        ...fields,
      }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return ((await answer.json()) as { id: number }).id
  }
  return { ...service, url, websub, run, pass, publish }
}

/** No chance in the times of retries. */
const noJitter = (size: number) => (size === 1 ? new Uint8Array(1) : randomBytes(size))

async function listen(answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export interface Received {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

export interface Subscriber {
  readonly url: string
  readonly received: readonly Received[]
  /** What was POSTed. */
  told(): Received[]
}

type Answer = (received: Received, response: http.ServerResponse) => void

/** Confirms whatever it is asked, and takes whatever it is told. */
export const agree: Answer = ({ query }, response) => response.end(query.get('hub.challenge') ?? '')

export async function openSubscriber(answer: Answer = agree): Promise<Subscriber> {
  const received: Received[] = []
  const url = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const one = {
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks),
    }
    received.push(one)
    answer(one, response)
  })
  return { url, received, told: () => received.filter(({ method }) => method === 'POST') }
}

/** POSTs to the hub as a subscriber does. */
export const askHub = (
  { app }: Pick<Service, 'app'>,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) =>
  app.request('/hub', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  })

export const subscription = (topic: string, callback: string, more: object = {}) => ({
  'hub.mode': 'subscribe',
  'hub.topic': topic,
  'hub.callback': callback,
  ...more,
})

/** As X-Hub-Signature says it. */
export const signatureOf = (body: string | Buffer, secret: string, hash = 'sha256'): string =>
  `${hash}=${createHmac(hash, secret).update(body).digest('hex')}`
