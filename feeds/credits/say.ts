/** A party as a credit: its name as the line prints it, and the role that its slot means. */

import type { ReadCredit, Role } from '../model/credit.ts'
import type { Slot } from './cues/index.ts'
import type { Line } from './line.ts'
import type { List, Party } from './state.ts'

/** A party in one of its slots, with what stands around it. */
export interface Standing {
  readonly line: Line
  readonly list: List
  readonly party: Party
  /** Its place in the list. */
  readonly n: number
  readonly slot: Slot
  /** That of the line, for parties of which no cue says another. */
  readonly role: Role
}

/** What a party says where it stands: a credit, the name of the publication, or nothing. */
export type Said = ReadCredit | string | undefined

/** What an organisation did that stands in this slot. */
export const organisationRole = (slot: Slot): Role =>
  slot === 'author' || slot === 'publication' || slot === 'copyright' ? 'wire' : slot

/** What a person did; `role` is that of the line. */
export const personRole = (slot: Slot, role: Role): Role => {
  if (slot === 'wire' || slot === 'publication' || slot === 'copyright')
    return role === 'photo' ? 'photo' : 'author'
  return slot
}

/** The tokens of a name, and the agency that it is of. */
type Named = Pick<Party, 'from' | 'end' | 'agency' | 'shortName'>

/** The name as the line prints it. */
export const printed = (line: Line, party: Named): string => {
  const [start, end] = span(line, party)
  const name = line.text.slice(start, end)
  return UNEVEN.test(name) ? name.replace(/\s+/g, ' ') : name
}
const UNEVEN = /[^\S ]|\s\s/

const span = (line: Line, party: Named): readonly [number, number] => [
  line.tokens[party.from]?.start ?? 0,
  line.tokens[party.end - 1]?.end ?? 0,
]

/** The credit of a party, with the span that it was read from. */
export function credit(
  line: Line,
  party: Named,
  kind: 'person' | 'organization',
  role: Role,
): ReadCredit {
  const name = party.shortName ?? party.agency?.name ?? printed(line, party)
  const at = { role, text: line.text, span: span(line, party) }
  return party.agency ? { name, kind, agencyId: party.agency.id, ...at } : { name, kind, ...at }
}
