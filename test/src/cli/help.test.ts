/** The help of every command teaches by example, and its examples are commands. */

import { readdirSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'

const FOLDER = new URL('../../../src/cli/', import.meta.url)

/** Every command that a file of the folder exports. */
async function commands(): Promise<Command[]> {
  const found: Command[] = []
  for (const name of readdirSync(FOLDER)) {
    // these run when they are loaded
    if (name === 'main.ts' || name.endsWith('-thread.ts')) continue
    const exported: Record<string, unknown> = await import(new URL(name, FOLDER).href)
    for (const value of Object.values(exported)) if (isCommand(value)) found.push(value)
  }
  return [...new Set(found.flatMap((one) => [one, ...one.commands]))]
}

const isCommand = (value: unknown): value is Command =>
  typeof value === 'object' && value !== null && 'commands' in value && 'helpInformation' in value

function helpOf(command: Command): string {
  const parts: string[] = []
  command.configureOutput({ writeOut: (part) => parts.push(part) })
  command.outputHelp()
  return parts.join('')
}

describe('help', () => {
  test('has examples at every command, and no line that a terminal would fold twice', async () => {
    const all = await commands()
    expect(all.length).toBeGreaterThan(20)
    for (const one of all) {
      const help = helpOf(one)
      expect(help, one.name()).toMatch(/Examples:\n {2}\S/)
      for (const line of help.split('\n')) expect(line.length, line).toBeLessThan(125)
      expect(one.description(), one.name()).toMatch(/^[A-Z].*[^.]$/)
    }
  })

  test('every command but groups takes --json', async () => {
    for (const one of await commands())
      if (one.commands.length === 0)
        expect(
          one.options.map(({ long }) => long),
          one.name(),
        ).toContain('--json')
  })
})
