/** Mastheads and organisations of a list: the publication, or who supplied something. */

import { isPerson } from './likely.ts'
import type { Line } from './line.ts'
import { credit, organisationRole, printed, type Said, type Standing } from './say.ts'
import type { List } from './state.ts'

/** A masthead: the publication in its own slot; what supplied something is an organisation. */
export function house({ line, list, party, n, slot }: Standing): Said {
  // "With files from Jane Doe, Harbour Herald": the paper is hers
  const hers = party.joint === 'comma' && isPerson(list.parties[n - 1])
  const supplied = slot === 'contributed' && !party.house && !hers
  // "Bildrechte: Example Media/Jane Doe"
  const company =
    party.kind === 'house' && slot === 'photo' && line.tokens[party.end - 1]?.key === 'media'
  if (company) return credit(line, party, 'organization', slot)
  const broadcast = party.kind === 'broadcaster' && (slot === 'photo' || slot === 'illustration')
  const alone =
    supplied && n === 0 && list.parties.length > 1 && list.parties.slice(1).some(isPerson)
  if ((supplied && !alone) || broadcast)
    return credit(line, party, 'organization', organisationRole(slot))
  return printed(line, party)
}

// "Jane Doe, Professor of Ports, University of Skerry": where she works
const isAffiliation = ({ tokens }: Line, { parties }: List, n: number): boolean =>
  isPerson(parties[n - 1]) &&
  parties[n]?.joint === 'comma' &&
  tokens.slice(parties[n]?.from, parties[n]?.end).some(({ key }) => SCHOOLS.has(key))
const SCHOOLS = new Set([
  'university',
  'college',
  'universite',
  'universitat',
  'universidad',
  'universidade',
])

/** What is neither agency nor masthead: who supplied something; a site is a publication. */
export function organisation({ line, list, party, n, slot }: Standing, owned: boolean): Said {
  // "© 2020 Example GmbH": who owns the page
  if (owned && slot === 'wire') return undefined
  if (slot === 'author' && isAffiliation(line, list, n)) return undefined
  const site = line.tokens[party.from]?.shape === 'site'
  const pictured = slot === 'photo' || slot === 'illustration'
  if (slot === 'publication' || (site && (!pictured || isHouseSite(list, n))))
    return printed(line, party)
  return credit(line, party, 'organization', organisationRole(slot))
}

// "dpa/example.de", "Jane Doe / example.de": the house stands last, a supplier first
const isHouseSite = (list: List, n: number): boolean =>
  n === list.parties.length - 1 &&
  list.parties[n]?.joint === 'slash' &&
  (list.parties[n - 1]?.agency?.kind === 'news' || isPerson(list.parties[n - 1]))
