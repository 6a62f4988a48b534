import { describe, expect, it } from 'vitest'
import { AGENCIES, agencyById, findAgency, namesOf } from '../../../feeds/agencies/index.ts'
import { agencyOf } from '../../../feeds/agencies/table.ts'

describe('the agency table', () => {
  it('has the agencies of the world', () => expect(AGENCIES.length).toBeGreaterThanOrEqual(150))

  it('has one row an id', () => {
    expect(new Set(AGENCIES.map(({ id }) => id)).size).toBe(AGENCIES.length)
  })

  it.each(AGENCIES.map((agency) => [agency.id, agency] as const))(
    '%s is well formed',
    (id, agency) => {
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(agency.name).not.toBe('')
      expect(['news', 'picture', 'wholesaler', 'unnamed']).toContain(agency.kind)
      expect([undefined, 'case', 'slot']).toContain(agency.needs)
      if (agency.country) expect(agency.country).toMatch(/^[A-Z]{2}$/)
      if (agency.site) expect(URL.canParse(agency.site)).toBe(true)
      if (agency.wikidata) expect(agency.wikidata).toMatch(/^Q[0-9]+$/)
      for (const name of namesOf(agency)) expect(name.trim()).toBe(name)
      for (const language of Object.keys(agency.also ?? {})) expect(language).toMatch(/^[a-z]{2}$/)
    },
  )

  it.each(
    'Reuters AFP AP dpa EFE ANSA TASS Interfax Xinhua Kyodo Jiji Yonhap PTI ANI IANS AAP PA CP UPI Bloomberg APA Keystone-ATS Belga ANP TT NTB Ritzau STT Lusa AA PAP CTK MTI Ukrinform BTA Tanjug Hina MENA WAM SPA Antara Bernama VNA Getty EPA Alamy Zuma NurPhoto Sipa'.split(
      ' ',
    ),
  )('knows %s', (name) => expect(findAgency(name)).toBeDefined())
})

describe('looking an agency up', () => {
  it('takes a name in any language, case and dress', () => {
    const names = ['The Associated Press', 'A.P.', 'associated press', '美联社', 'أسوشيتد برس']
    expect(names.map((name) => findAgency(name)?.id)).toEqual(['ap', 'ap', 'ap', 'ap', 'ap'])
    expect(findAgency('picture alliance')?.name).toBe('picture alliance')
    expect(findAgency('The Example Gazette')).toBeUndefined()
  })

  it('finds by id', () => {
    expect(agencyById('reuters')?.name).toBe('Reuters')
    expect(agencyById('nobody')).toBeUndefined()
  })
})

describe('a row', () => {
  it('says name, languages and short names of their own', () => {
    const row =
      'ex | EXA | Example Agency | GB | news | exa.example | slot | - | en: Exa; fr: =AEX, Agence Exemple'
    expect(agencyOf(row)).toEqual({
      id: 'ex',
      name: 'EXA',
      fullName: 'Example Agency',
      country: 'GB',
      kind: 'news',
      site: 'https://exa.example/',
      needs: 'slot',
      also: { en: ['Exa'], fr: ['AEX', 'Agence Exemple'] },
      shortNames: ['AEX'],
    })
  })
})
