import { Command } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exportCommand } from '../../../src/cli/export.ts'
import { migrate } from '../../../src/cli/migrate.ts'
import { serve } from '../../../src/cli/serve.ts'
import { upstreamImport } from '../../../src/cli/upstream-opml.ts'

let err: string[]
beforeEach(() => {
  err = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(err.push(String(text))))
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})

const DB = ['--db', ':memory:']

test.each<[string, Command, string[]]>([
  ['a dump to restore', migrate, ['--d1', '/nowhere/house.sql', ...DB]],
  ['a dump to write', exportCommand, ['--d1', '/nowhere/house.sql', ...DB]],
  ['a list of feeds', upstreamImport, ['/nowhere/house.sql', ...DB]],
])('%s at a path that is not there is told with the path and what to do', async (_, one, args) => {
  await one.parseAsync(args, { from: 'user' })
  expect(err.join('')).toBe(
    'creditline: /nowhere/house.sql: there is no such file or folder; check the path\n',
  )
  expect(process.exitCode).toBe(1)
})

test('wrong usage that only the command can tell is usage', async () => {
  const program = new Command().addCommand(exportCommand).exitOverride()
  exportCommand.exitOverride()
  await expect(program.parseAsync(['export', ...DB], { from: 'user' })).rejects.toThrow(
    'say what to do: --d1 FILE.sql or --check URL',
  )
})

test.each(['99999', '-1', 'abc'])('port %s is usage', async (port) => {
  const program = new Command().addCommand(serve).exitOverride()
  serve.exitOverride().configureOutput({ writeErr: () => {} })
  await expect(
    program.parseAsync(['serve', `--port=${port}`, ...DB], { from: 'user' }),
  ).rejects.toThrow('--port is a whole number from 0 to 65535')
})
