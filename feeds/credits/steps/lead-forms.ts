/** What stands before or about a cue that makes it one, or none: places, desks in short, remarks, the language of an original. */

import { flagEnd, flagsOf, longest } from '../find.ts'
import { agencyAt } from '../party.ts'
import { Flag, type Lead } from '../phrase.ts'
import { isColon, isMark, type State } from '../state.ts'
import type { Token } from '../tokens.ts'

// "Aus Kiew berichtet Jane Doe": the place before who reports
export function reportsFrom({ tokens, to, parties }: State, i: number): number {
  // "Z Berlina Marta Zalewska": a town in its case, and a given name
  if (
    i < 2 &&
    parties.length === 0 &&
    tokens[i + 1]?.shape === 'cap' &&
    FROM.has(tokens[i]?.key ?? '')
  )
    return i + 3 < to && (flagsOf(tokens[i + 2]) & Flag.given) !== 0 ? i + 2 : -1
  if (i > 0 || parties.length > 0 || tokens[i]?.key !== 'aus' || tokens[i]?.shape !== 'cap')
    return -1
  const verb = tokens.findIndex(
    ({ key }, j) => j < 5 && (key === 'berichtet' || key === 'berichten'),
  )
  return verb > 1 && verb + 1 < to && tokens[verb + 1]?.shape === 'cap' ? verb + 1 : -1
}

const FROM = new Set(['z', 'ze', 'из', 'з', 'iz'])

// एजेंसी इनपुट के साथ: a cue that is the head of a longer one after its parties
export const closesParties = ({ tokens, to, parties, clause }: State, i: number): boolean =>
  parties.length > clause &&
  tokens[i]?.shape === 'uncased' &&
  longest(tokens, i, to, Flag.tail, (m, end) => (m.tail && end > i + 1 ? true : undefined)) !==
    undefined

// "Jane Doe, author of Night Ports"
export const isMaker = ({ tokens, parties }: State, i: number): boolean =>
  parties.length > 0 && tokens[i]?.key === 'author' && tokens[i + 1]?.key === 'of'

// "(illustration)": a word in brackets of its own says what the picture is
export const isRemark = ({ tokens }: State, i: number): boolean =>
  isMark(tokens[i - 1], '(') && isMark(tokens[i + 1], ')') && tokens[i]?.shape === 'lower'

// "(Reporting by Jane Doe; writing John Roe; editing ...": after a semicolon the `by` may be left out
export const isDeskCue = ({ tokens, to, cues }: State, i: number, end: number): boolean =>
  cues > 0 &&
  isMark(tokens[i - 1], ';') &&
  end + 1 < to &&
  tokens[end]?.shape === 'cap' &&
  tokens[end + 1]?.shape === 'cap'

// "แปลโดย สมชาย ใจดี": a whole line without case, of a phrase or of who translated, and a name
export const isShortCredit = (
  { tokens, to }: State,
  i: number,
  end: number,
  leads: readonly Lead[],
): boolean =>
  i === 0 &&
  tokens[end]?.shape === 'uncased' &&
  to - end < 4 &&
  to - end > 1 &&
  (end - i > 1 || leads.every(({ slot }) => slot === 'translation' || slot === 'editing'))

// "Agencies: Washington": who reported, and from where
export const isAgencies = ({ tokens, to }: State, i: number): boolean =>
  i === 0 &&
  isMark(tokens[1], ':') &&
  flagEnd(tokens, 2, to, Flag.place) > 0 &&
  agencyAt(tokens, 0, to)?.value.agency?.kind === 'unnamed'

// "Agencias de noticias": the name goes on where the cue ends in "de"
export const isUnnamed = ({ tokens, to }: State, i: number, end: number): boolean =>
  !isColon(tokens[end - 1]) &&
  ((agencyAt(tokens, i, to)?.end ?? -1) > end ||
    // "photo de famille"
    flagEnd(tokens, i, to, Flag.nobody) > end)

/** "Translated from the Czech by", "Traduction de l'anglais :": past the language, where a `by` word or a colon follows. */
export function originalEnd({ tokens, to }: State, i: number): number {
  if (tokens[i]?.shape !== 'lower' || afterBy(tokens, i, to)) return i
  for (
    let j = i + 1;
    j < Math.min(i + 6, to) && !(tokens[j]?.shape === 'mark' && !isColon(tokens[j]));
    j++
  ) {
    if (isColon(tokens[j]) || afterBy(tokens, j, to)) return j
  }
  return i
}

// a `by` word before a name
function afterBy(tokens: readonly Token[], i: number, to: number): boolean {
  const end = flagEnd(tokens, i, to, Flag.by)
  return end > 0 && end < to && tokens[end]?.shape !== 'lower'
}
