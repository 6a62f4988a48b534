import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openService, type Service } from '../service.ts'
import { jsonOf } from './client.ts'

const GUIDE = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')

let service: Service
beforeEach(async () => {
  service = await openService()
})
afterEach(() => service.close())

/** The words of a shell line: quoted in '', or bare. */
const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|([^\s']+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

function requestOf(command: string, token: string): Request {
  const [, ...rest] = words(command)
  const headers = new Headers()
  const request: { url?: string; method?: string; body?: string } = {}
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    if (word === '-X') request.method = rest[++at] ?? ''
    else if (word === '-d') request.body = rest[++at] ?? ''
    else if (word === '-H') {
      const [name = '', value = ''] = (rest[++at] ?? '').split(/: (.*)/s)
      headers.set(name, value.replace('TOKEN', token))
    } else request.url = word
  }
  const { url = '', body, method = body === undefined ? 'GET' : 'POST' } = request
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
}

test('every command of the guide works, in its order', async () => {
  const token = await service.token('admin')
  const blocks = [...GUIDE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '')
  const commands = blocks.flatMap((block) => block.replace(/\\\n/g, ' ').split(/\n(?=curl )/))
  expect(commands.length).toBeGreaterThan(6)
  for (const command of commands) {
    const answer = await service.app.fetch(requestOf(command, token))
    expect(answer.status, `${command}\n${await answer.clone().text()}`).toBeLessThan(300)
  }
  const first = await service.app.request('/api/articles/1', {
    headers: { authorization: `Bearer ${token}` },
  })
  expect((await jsonOf(first)).credits).toMatchObject([{ name: 'Dana Right', role: 'author' }])
})

test('what the guide says of the pushed article is so', async () => {
  const token = await service.token('write')
  const [, push = ''] = /```sh\n([\s\S]*?)```/.exec(GUIDE) ?? []
  const answer = await service.app.fetch(requestOf(push.replace(/\\\n/g, ' '), token))
  const { credits } = await jsonOf(answer)
  const said = credits.map((c: { name: string; role: string }) => `${c.role} ${c.name}`)
  expect(said).toEqual(['author Anna Berger', 'contributed Reuters'])
})
