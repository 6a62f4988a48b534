/** The agency table and its look-up. */

import { foldName } from '../model/credit.ts'
import type { Agency } from './agency.ts'
import { AGENCIES } from './table.ts'

export type { Agency, AgencyKind, Needs } from './agency.ts'
export { AGENCIES } from './table.ts'

const BY_ID = new Map(AGENCIES.map((agency) => [agency.id, agency]))

/** Every name of an agency: canonical first, as printed. */
export const namesOf = (agency: Agency): readonly string[] => [
  agency.name,
  agency.fullName,
  ...Object.values(agency.also ?? {}).flat(),
]

const keyOf = (name: string): string => foldName(name).replace(/^the /, '').replace(/\./g, '')

const BY_NAME = new Map<string, Agency>()
for (const agency of AGENCIES) {
  for (const name of namesOf(agency)) {
    if (!BY_NAME.has(keyOf(name))) BY_NAME.set(keyOf(name), agency)
  }
}

/** The agency of that id, if the table has it. */
export const agencyById = (id: string): Agency | undefined => BY_ID.get(id)

/**
 * The agency that a whole name stands for ("The Associated Press", "A.F.P.", "新华社"), in any language and case. It
 * reads no line: an ambiguous name is looked up as if a credit were certain.
 */
export const findAgency = (name: string): Agency | undefined => BY_NAME.get(keyOf(name))
