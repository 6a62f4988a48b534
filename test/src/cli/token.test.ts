import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '../../../db/node-store.ts'
import { token } from '../../../src/cli/token.ts'
import { openService } from '../service.ts'

let folder: string
let out: string[]
let err: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'creditline-token-'))
  out = []
  err = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(out.push(String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(err.push(String(text))))
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
  rmSync(folder, { recursive: true })
})

async function run(...args: string[]): Promise<string> {
  out = []
  err = []
  await token.parseAsync([...args, '--db', join(folder, 'test.db')], { from: 'user' })
  return out.join('')
}

test('a token that is made is listed without its secret, and revoked by its id', async () => {
  const made = await run('create', '--scope', 'write')
  const [, id = '', secret = ''] =
    /^Token (t\w+) \(write\).*\n(creditline_[\w-]{43})\n$/.exec(made) ?? []
  const listed = await run('list')
  expect(listed).toContain(id)
  expect(listed).not.toContain(secret)
  await run('revoke', id)
  expect(await run('list')).toContain('There is no token')
})

test('for machines, one JSON value', async () => {
  const made = JSON.parse(await run('create', '--json'))
  expect(made).toEqual({ id: expect.any(String), scopes: ['admin'], secret: expect.any(String) })
  expect(JSON.parse(await run('list', '--json'))).toMatchObject([
    { id: made.id, scopes: ['admin'] },
  ])
})

test('the INSERT for another database makes a token that works there, and nothing here', async () => {
  const insert = await run('create', '--sql', '--scope', 'read')
  const secret = /creditline_[\w-]+/.exec(err.join(''))?.[0] ?? ''
  expect(insert).not.toContain(secret)
  expect(await run('list')).toContain('There is no token')
  const service = await openService()
  await service.opened.sql.run(insert)
  const headers = { authorization: `Bearer ${secret}` }
  expect((await service.app.request('/api/articles', { headers })).status).toBe(200)
  service.close()
})

test('what cannot be is one line that says what to do, and exit code 1', async () => {
  await run('create', '--scope', 'boss')
  expect(err.join('')).toBe('creditline: "boss" is no scope; use read, write, admin\n')
  expect(process.exitCode).toBe(1)
  await run('revoke', 'nobody')
  expect(err.join('')).toMatch(/^creditline: there is no token "nobody";.*\n$/)
  const { store, close } = await openStore(join(folder, 'test.db'))
  expect(await store.listTokens()).toEqual([])
  close()
})
