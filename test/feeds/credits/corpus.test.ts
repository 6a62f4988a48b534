import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readCredits } from '../../../feeds/credits/index.ts'
import type { Where } from '../../../feeds/model/credit.ts'

// real lines are measured where they are at hand; they are other people's and stand outside the project
const folder =
  process.env.CREDITLINE_CORPUS ??
  join(fileURLToPath(new URL('../../../../shared/', import.meta.url)), 'corpus')
const file = join(folder, 'credit-dev.jsonl')
const at = existsSync(file) ? describe : describe.skip

interface Line {
  readonly text: string
  readonly where: Where
  readonly expect: {
    readonly agencies: readonly { readonly name: string; readonly role: string }[]
    readonly people: readonly string[]
    readonly publication: string | null
  }
}

const fold = (text: string) =>
  text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase()

function f1(wanted: string[][], said: string[][]): number {
  const pairs = wanted.map((each, i) => [new Set(each), new Set(said[i])] as const)
  const hits = pairs.reduce((n, [a, b]) => n + [...b].filter((x) => a.has(x)).length, 0)
  const total = pairs.reduce((n, [a, b]) => n + a.size + b.size, 0)
  return total === 0 ? 1 : (2 * hits) / total
}

at(`labelled lines (skipped where ${file} is not at hand)`, () => {
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
    : []

  it.each([
    ['with their place', 0],
    ['without', 0.03],
  ])('%s', (_name, less) => {
    const readings = lines.map(({ text, where }) => readCredits(text, less ? {} : { where }))
    const organisations = readings.map((r) => r.credits.filter((c) => c.kind === 'organization'))
    const pairs = f1(
      lines.map((l) => l.expect.agencies.map((a) => fold(`${a.name}|${a.role}`))),
      organisations.map((all) => all.map((c) => fold(`${c.name}|${c.role}`))),
    )
    const people = f1(
      lines.map((l) => l.expect.people.map(fold)),
      readings.map((r) => r.credits.filter((c) => c.kind === 'person').map((c) => fold(c.name))),
    )
    expect(pairs).toBeGreaterThanOrEqual(0.97 - less)
    expect(people).toBeGreaterThanOrEqual(0.96 - less)
  })
})
