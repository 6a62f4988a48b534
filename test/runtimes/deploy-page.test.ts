/** Every command of the deployment page exists, with the options that it names. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, wrangler } from './cloud.ts'

const page = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

const commands = [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) =>
    line
      .replace(/ #.*/, '')
      .replace(/ > \S+$| \$\(.*\)$/, '')
      .trim(),
  )
  .filter(Boolean)

/** How many words of a command of wrangler name it; one where it is not here. */
const DEPTH: Readonly<Record<string, number>> = { d1: 2, queues: 2, secret: 2 }

/** The words of a command up to its first option or argument, and its options. */
function parsed(line: string) {
  const words = line.split(' ')
  const options = words
    .filter((word) => word.startsWith('--'))
    .map((word) => word.split('=')[0] ?? '')
  const end = words.findIndex((word, at) => at > 2 && /[^a-z0-9]/.test(word))
  return { path: words.slice(2, end < 0 ? undefined : end), options }
}

const startingWith = (start: string) => commands.filter((line) => line.startsWith(start))

test('it shows commands', () => {
  expect(commands.length).toBeGreaterThan(15)
  const known = /^(?:npm ci|npm run [\w:]+|npx (?:wrangler|creditline) .*|curl .*)$/
  expect(commands.filter((line) => !known.test(line))).toEqual([])
})

test('its npm scripts are in package.json', () => {
  for (const line of startingWith('npm run ')) expect(scripts).toHaveProperty([line.slice(8)])
})

describe('wrangler has', () => {
  const byPath = new Map<string, { words: string[]; options: string[] }>()
  for (const line of [...startingWith('npx wrangler '), ...Object.values<string>(scripts)]) {
    for (const part of line.split(' && ').filter((one) => /^(?:npx )?wrangler /.test(one))) {
      const { path, options } = parsed(part.replace(/^wrangler/, 'npx wrangler'))
      const words = path.slice(0, path[1] === 'migrations' ? 3 : (DEPTH[path[0] ?? ''] ?? 1))
      const known = byPath.get(words.join(' '))
      byPath.set(words.join(' '), { words, options: [...(known?.options ?? []), ...options] })
    }
  }
  test.each([...byPath])(
    '%s',
    (_, { words, options }) => {
      const help = wrangler(...words, '--help')
      expect(help).toContain(`wrangler ${words.join(' ')}`)
      for (const option of new Set(options)) expect(help).toContain(option)
    },
    120_000,
  )
})

describe('creditline has', () => {
  test.each(startingWith('npx creditline '))(
    '%s',
    (line) => {
      const { path, options } = parsed(line)
      const words = path.slice(0, path[0] === 'token' ? 2 : 1)
      const help = execFileSync('node', [join(ROOT, 'bin/creditline.js'), ...words, '--help'], {
        encoding: 'utf8',
      })
      for (const option of options) expect(help).toContain(option)
    },
    120_000,
  )
})
