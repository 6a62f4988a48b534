import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAgency } from '../../../feeds/agencies/index.ts'
import { hasCue, readCredits } from '../../../feeds/credits/index.ts'
import { ROLES, WHERES } from '../../../feeds/model/credit.ts'
import { labelled } from './fixtures.ts'

const where = fc.constantFrom(undefined, ...WHERES)
const piece = fc.constantFrom(
  ...'Reuters|AFP|dpa|AP Photo|Jane Doe|JANE DOE|J. Doe|van der Berg|By |Von |Par |Foto: |© |(|)|[|]|/|, | and | via | mit |. |; |: |—|2021|Jan. 4|Handout|The Guardian|BBC|新华社|記者|摄|연합뉴스|رويترز|ТАСС|📷|\u200f|\u0000|\ud800|contributed to this report|originally published by |Staff'.split(
    '|',
  ),
)
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.constantFrom(...labelled), fc.nat(), fc.string()).map(([{ text }, at, noise]) => {
    const cut = at % (text.length + 1)
    return text.slice(0, cut) + noise + text.slice(cut)
  }),
)

describe('any text at all', () => {
  it('is read without an error, into parties that stand in it', () => {
    fc.assert(
      fc.property(line, where, (text, place) => {
        const { credits, publication } = readCredits(text, place ? { where: place } : {})
        for (const credit of credits) {
          const [start, end] = credit.span
          expect(start >= 0 && start < end && end <= text.length).toBe(true)
          expect(credit.text).toBe(text)
          expect(ROLES).toContain(credit.role)
          const printed = text.slice(start, end)
          if (!credit.agencyId) expect(credit.name).toBe(printed.replace(/\s+/g, ' '))
          else expect(findAgency(credit.name)).toBeDefined()
        }
        if (publication !== null) expect(text.replace(/\s+/g, ' ')).toContain(publication)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(line, where, (text, place) => {
        const options = place ? { where: place } : {}
        expect(readCredits(text, options)).toEqual(readCredits(text, options))
      }),
    )
  })

  it('that the cheap test refuses has no credit in an article', () => {
    fc.assert(
      fc.property(line, (text) => {
        if (hasCue(text)) return
        expect(readCredits(text, { where: 'end' })).toEqual({ credits: [], publication: null })
      }),
    )
  })

  it('credits nobody twice in one role', () => {
    fc.assert(
      fc.property(line, where, (text, place) => {
        const { credits } = readCredits(text, place ? { where: place } : {})
        const keys = credits.map(({ name, role }) => `${name} ${role}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
