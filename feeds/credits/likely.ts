/** What an unknown name in a credit is likely to be: who took the picture, or the office or paper that it came from. */

import type { Slot } from './cues/index.ts'
import { flagsOf } from './find.ts'
import { Flag } from './phrase.ts'
import type { List, Party } from './state.ts'
import type { Token } from './tokens.ts'

export const isPerson = (party: Party | undefined): boolean => party?.kind === 'person'

/**
 * Of two names between the slashes of a picture credit one took it: "Jane Doe/Example Sportswire via Getty Images";
 * and what a source is named by ("Source: Fundacja Przykład") is an office rather than a person.
 */
export function isUnlikelyPerson(
  tokens: readonly Token[],
  list: List,
  n: number,
  slot: Slot,
): boolean {
  const { parties } = list
  if (isNamedPerson(tokens, parties[n]) || !isCased(tokens, parties[n])) return false
  if (slot === 'wire') return isOneOf(parties, n)
  const before = parties[n - 1]
  return (
    parties[n]?.joint === 'slash' &&
    isPerson(before) &&
    isNamedPerson(tokens, before) &&
    (parties[n + 1]?.joint === 'slash' || parties[n + 1]?.joint === 'via')
  )
}

const isOneOf = (parties: readonly Party[], n: number): boolean =>
  parties.length === 1 || (n > 0 && parties[n]?.joint === 'slash')

const isCased = (tokens: readonly Token[], party: Party | undefined): boolean =>
  party !== undefined && tokens[party.from]?.shape !== 'uncased'

const isNamedPerson = (tokens: readonly Token[], party: Party | undefined): boolean =>
  party !== undefined &&
  tokens
    .slice(party.from, party.end)
    .some((token) => (flagsOf(token) & Flag.given) !== 0 || token.shape === 'initial')

const PAPER =
  /(?:blatt|zeitung|anzeiger|kurier|post|posten|bladet|avisen|avis|tidende|nytt|nyheter|presse|news|times|echo|merkur|bote|nachrichten|journal|tidning|lehti|sanomat|magazin|mail|herald|tribune)$/
/** A single word that papers are called by. */
export const isMastheadWord = (token: Token | undefined): boolean => PAPER.test(token?.key ?? '')
