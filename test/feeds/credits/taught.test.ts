/** Agencies that an editor taught are read as those of the table are, by whoever passes them, and by nobody else. */

import { describe, expect, test } from 'vitest'
import { AGENCIES, type Agency } from '../../../feeds/agencies/index.ts'
import { readCredits } from '../../../feeds/credits/index.ts'
import { recognised } from '../../../feeds/credits/taught.ts'

const agency = (id: string, name: string, ...also: string[]): Agency => ({
  id,
  name,
  fullName: name,
  kind: 'news',
  ...(also.length > 0 ? { also: { und: also } } : {}),
})
const TAUGHT = [
  { ...agency('skerry-wire', 'Skerry Wire', 'SKW'), needs: 'case' as const },
  agency('lantern-bureau', 'Lantern & Bell Bureau'),
  agency('chaoshi', '潮石通讯社'),
]
const read = (text: string, agencies?: readonly Agency[]) =>
  readCredits(text, { where: 'end', ...(agencies ? { agencies } : {}) }).credits.map(
    ({ agencyId, role }) => `${agencyId} ${role}`,
  )

describe('a taught agency', () => {
  test.each([
    ['(SKW)', 'skerry-wire wire'],
    ['Skerry Wire and Reuters contributed reporting.', 'skerry-wire contributed'],
    ['With reporting by Lantern & Bell Bureau', 'lantern-bureau contributed'],
    ['来源：潮石通讯社', 'chaoshi wire'],
  ])('%s', (line, expected) => {
    expect(read(line, TAUGHT)).toContain(expected)
    expect(read(line)).not.toContain(expected)
  })

  test('leaves the table as it was, and does not stand where it is only mentioned', () => {
    expect(read('Skerry Wire and Reuters contributed reporting.', TAUGHT)).toContain(
      'reuters contributed',
    )
    expect(read('Reuters contributed reporting.', TAUGHT)).toEqual(['reuters contributed'])
    expect(read('The fishermen told Skerry Wire that the nets were empty.', TAUGHT)).toEqual([])
    expect(read('Skw is a word of theirs, they said at length yesterday.', TAUGHT)).toEqual([])
  })

  test('reads alike by the same list, an equal one, and after another', () => {
    const line = 'SKW contributed reporting.'
    const first = read(line, TAUGHT)
    expect(read(line, [])).not.toEqual(first)
    expect(read(line, structuredClone(TAUGHT))).toEqual(first)
    expect(read(line, TAUGHT)).toEqual(first)
  })

  test('every agency of the table could have been taught', () => {
    for (const one of AGENCIES.slice(0, 60)) {
      const line = `${one.fullName} contributed reporting.`
      expect(read(line, [{ ...one, id: 'taught' }]), line).toEqual(read(line))
    }
  })

  test('is recognised in credits by any of its names', () => {
    const credit = {
      name: 'SKW',
      kind: 'person',
      role: 'author',
      evidence: [{ how: 'parsed' }],
    } as const
    expect(recognised([credit], TAUGHT)).toEqual([
      { ...credit, name: 'Skerry Wire', kind: 'organization', agencyId: 'skerry-wire' },
    ])
    expect(recognised([credit], undefined)).toEqual([credit])
  })
})
