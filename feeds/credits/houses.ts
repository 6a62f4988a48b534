/** Mastheads and organisations of a list: the publication, or who supplied something. */

import type { ReadCredit } from '../model/credit.ts'
import type { Slot } from './cues/index.ts'
import { isPerson } from './likely.ts'
import type { Line } from './line.ts'
import { credit, organisationRole, printed } from './say.ts'
import type { List, Party } from './state.ts'

/** A masthead: the publication in its own slot; what supplied something is an organisation. */
export function house(
  line: Line,
  list: List,
  party: Party,
  n: number,
  slot: Slot,
): ReadCredit | string | undefined {
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
const isEmployer = ({ tokens }: Line, { parties }: List, n: number): boolean =>
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
export function organisation(
  line: Line,
  list: List,
  party: Party,
  n: number,
  slot: Slot,
  owned: boolean,
): ReadCredit | string | undefined {
  // "© 2020 Example GmbH": who owns the page
  if (owned && slot === 'wire') return undefined
  if (slot === 'author' && isEmployer(line, list, n)) return undefined
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
