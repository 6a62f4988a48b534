/** The agency table: the rows of rows/, one line an agency, as data. */

import type { Agency, AgencyKind, Needs } from './agency.ts'
import { AFRICA_AND_MIDDLE_EAST } from './rows/africa-middle-east.ts'
import { AMERICAS } from './rows/americas.ts'
import { ASIA_PACIFIC } from './rows/asia-pacific.ts'
import { EASTERN_EUROPE } from './rows/eastern-europe.ts'
import { PICTURES } from './rows/pictures.ts'
import { WESTERN_EUROPE } from './rows/western-europe.ts'
import { WHOLESALERS } from './rows/wholesalers.ts'
import { WORLD } from './rows/world.ts'

/** Every agency, world-wide ones first; where two share a name, the earlier row has it. */
export const AGENCIES: readonly Agency[] = [
  WORLD,
  WESTERN_EUROPE,
  EASTERN_EUROPE,
  AMERICAS,
  ASIA_PACIFIC,
  AFRICA_AND_MIDDLE_EAST,
  PICTURES,
  WHOLESALERS,
].flatMap((rows) => rows.trim().split('\n').map(agencyOf))

/**
 * One row: `id | short name | full name | country | kind | site | needs | Wikidata | other names`; a cell that is not
 * known is `-`; other names are `language: A, B; language: C`, and those marked `=A` are short names of their own.
 */
export function agencyOf(row: string): Agency {
  const cells = row.split(' | ').map((cell) => cell.trim())
  const [id = '', name = '', fullName = '', country, kind, site, needs, wikidata, others] = cells
  const also = namesIn(others ?? '-')
  return {
    id,
    name,
    fullName: fullName === '-' ? name : fullName,
    kind: kind as AgencyKind,
    ...(known(country) && { country }),
    ...(known(site) && { site: `https://${site}/` }),
    ...(known(needs) && { needs: needs as Needs }),
    ...(known(wikidata) && { wikidata }),
    ...also,
  }
}

function known(cell: string | undefined): cell is string {
  return cell !== undefined && cell !== '-'
}

function namesIn(cell: string): Pick<Agency, 'also' | 'shortNames'> {
  if (cell === '-') return {}
  const also: Record<string, string[]> = {}
  const shortNames: string[] = []
  for (const group of cell.split('; ')) {
    const [language = '', names = ''] = group.split(/: (.*)/s)
    also[language] = names.split(', ').map((name) => {
      if (!name.startsWith('=')) return name
      shortNames.push(name.slice(1))
      return name.slice(1)
    })
  }
  return { also, ...(shortNames.length > 0 && { shortNames }) }
}
