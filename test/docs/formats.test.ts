/** The annotated examples of docs/formats.md are what the formats write of the sample article. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const BLOCKS = blocksOf(read('docs/formats.md'))
const golden = (extension: string) => read(`test/fixtures/formats/ferry.${extension}`)

test.each([
  ['RSS 2.0', 'rss', '<item>'],
  ['Atom 1.0', 'atom', '<entry'],
])('the item in %s', (_, extension, start) => {
  const block = BLOCKS.find(({ text }) => text.startsWith(start))
  const written = golden(extension)
  for (const line of block?.text.trimEnd().split('\n') ?? ['(no example)']) {
    // the record is long, and shown whole further down
    const [shown = '', cut] = line.split(',...}')
    expect(written).toContain(cut === undefined ? `${shown}\n` : shown)
  }
})

test('the item in JSON Feed, and the record', () => {
  const [item, record] = BLOCKS.filter(({ language }) => language === 'json').map(({ text }) =>
    JSON.parse(text),
  )
  const [written] = JSON.parse(golden('json')).items
  expect(item).toEqual({ ...written, _creditline: '(the record, below)' })
  expect(record).toEqual(written._creditline)
})
