import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { resolveCanonical } from '../../../feeds/canonical.ts'
import { readDocument } from '../../../feeds/documents/index.ts'

const corpus =
  process.env.CREDITLINE_CORPUS ??
  fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const name = `${corpus}/article-rubio-istanbul.md`

test.skipIf(!existsSync(name))('a real saved article (skipped where the corpus is absent)', () => {
  const document = readDocument({ name, text: readFileSync(name, 'utf8') })
  const { entry, photos, related, creditLines, canonical, publication, faults } = document
  expect(entry.title).toBe('Rubio Arrives in Istanbul Ahead of Ukraine Peace Negotiations')
  expect(entry.published).toBe('2025-05-16')
  expect(photos).toEqual([
    {
      medium: 'image',
      caption: 'U.S. Secretary of State Marco Rubio.',
      creditText: 'U.S. Department of State / flickr',
    },
  ])
  expect(related).toEqual([
    { title: 'Turkey to Hold Talks With Russian and Ukrainian Teams on Friday – FM Source' },
  ])
  expect(creditLines).toEqual([{ text: 'Reuters and AFP contributed reporting.', where: 'end' }])
  expect(resolveCanonical(canonical)).toEqual({
    url: 'https://www.themoscowtimes.com/2025/05/16/rubio-arrives-in-istanbul-ahead-of-ukraine-peace-negotiations-a89100',
    rule: 'stated',
  })
  expect(publication?.name).toBe('www.themoscowtimes.com')
  expect(faults).toEqual([])
  expect(entry.content?.match(/<p>/g)).toHaveLength(9)
  expect(entry.content).not.toMatch(
    /<a |Related article|Original url|contributed reporting|flickr|May 16/,
  )
})
