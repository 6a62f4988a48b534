/** Somebody who is signed in at the desk of a service. */

import type { Scope } from '../../../src/http/tokens.ts'
import type { Service } from '../service.ts'

const BASE = 'https://desk.example'
const ORIGIN = { origin: BASE, 'sec-fetch-site': 'same-origin' }

export interface Editor {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form?: Record<string, string>): Promise<Response>
}

export async function signIn(service: Service, scope: Scope = 'admin'): Promise<Editor> {
  const ask = async (path: string, init?: RequestInit) => service.app.request(BASE + path, init)
  const answer = await ask('/admin/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ token: await service.token(scope), next: '/admin' }),
    headers: ORIGIN,
  })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const html = await (await ask('/admin', { headers: { cookie } })).text()
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return {
    get: (path, headers = {}) =>
      ask(path, { headers: { cookie, accept: 'text/html', ...headers } }),
    post: (path, form = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf, ...form }),
        headers: { cookie, accept: 'text/html', ...ORIGIN },
      }),
  }
}
