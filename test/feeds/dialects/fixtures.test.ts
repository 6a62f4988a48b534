/** Every feed in test/fixtures/dialects against what is to be read of it: NAME.xml or .json beside NAME.expected.json. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseFeed } from '../../../feeds/dialects/index.ts'

const folder = fileURLToPath(new URL('../../fixtures/dialects/', import.meta.url))
const inputs = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'))

/** Where the feeds would be read from: relative addresses show that it is used. */
const url = 'https://base.example/feeds/feed'

describe('fixtures of the dialects', () => {
  test.each(inputs)('%s', (name) => {
    const read = JSON.parse(JSON.stringify(parseFeed(readFileSync(folder + name), { url })))
    const expected = `${folder}${name.replace(/\.\w+$/, '')}.expected.json`
    // a new fixture writes what is read, for a person to check
    if (!existsSync(expected)) writeFileSync(expected, `${JSON.stringify(read, null, 1)}\n`)
    expect(read).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
