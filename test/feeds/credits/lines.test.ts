import { describe, expect, it } from 'vitest'
import { hasCue, readCredits } from '../../../feeds/credits/index.ts'
import type { Role } from '../../../feeds/model/credit.ts'
import { canonical, labelled, negatives, written } from './fixtures.ts'

const read = (text: string, where?: (typeof labelled)[number]['where']) =>
  readCredits(text, where ? { where } : {})

describe('credit lines', () => {
  it.each(labelled.map((each) => [each.file, each.where ?? '', each.text, each] as const))(
    '%s [%s] %s',
    (_file, _where, text, { where, expected }) => {
      expect(written(read(text, where))).toBe(canonical(expected))
    },
  )

  it('have fixtures for every role', () => {
    const roles: Role[] = [
      'author',
      'wire',
      'contributed',
      'photo',
      'illustration',
      'translation',
      'editing',
    ]
    const seen = new Set(
      labelled.flatMap(({ text, where }) => read(text, where).credits.map((c) => c.role)),
    )
    expect(roles.filter((role) => !seen.has(role))).toEqual([])
  })

  it('are let through by the cheap test wherever they are read without their place', () => {
    for (const { text } of labelled) {
      const { credits, publication } = readCredits(text, { where: 'body' })
      if (credits.length > 0 || publication) expect([text, hasCue(text)]).toEqual([text, true])
    }
  })
})

describe('sentences that mention an agency', () => {
  it('are at least a hundred', () => expect(negatives.length).toBeGreaterThan(100))

  it.each(negatives)('%s', (text) => {
    for (const where of [undefined, 'body', 'end', 'caption'] as const) {
      expect([where, written(read(text, where))]).toEqual([where, ''])
    }
  })
})

describe('roles of people', () => {
  const roleOf = (text: string) => read(text, 'end').credits[0]?.role

  it.each([
    ['Edited by Nora Fenwick', 'editing'],
    ['Translated by Nora Fenwick', 'translation'],
    ['Traducción: Nora Fenwick', 'translation'],
    ['Übersetzung: Nora Fenwick', 'translation'],
    ['Illustration by Nora Fenwick', 'illustration'],
    ['Ilustración: Nora Fenwick', 'illustration'],
    ['Edição: Nora Fenwick', 'editing'],
    ['Photo by Nora Fenwick', 'photo'],
    ['Reporting by Nora Fenwick', 'author'],
    ['Additional reporting by Nora Fenwick', 'contributed'],
  ])('%s: %s', (text, role) => expect(roleOf(text)).toBe(role))

  it('keep both the editor and the reporter of one line', () => {
    const { credits } = read('Reporting by Mara Velling; Editing by Hugh Penrith', 'end')
    expect(credits.map(({ name, role }) => [name, role])).toEqual([
      ['Mara Velling', 'author'],
      ['Hugh Penrith', 'editing'],
    ])
  })
})

describe('agencies', () => {
  it('carry the id of the table and the name that the line prints a span of', () => {
    const text = 'With files from The Canadian Press'
    const [credit] = read(text, 'end').credits
    expect(credit).toMatchObject({ agencyId: 'canadian-press', name: 'Canadian Press', text })
    expect(text.slice(...(credit?.span ?? [0, 0]))).toMatch(/Canadian Press$/)
  })
})
