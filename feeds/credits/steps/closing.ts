/** What follows the parties: `contributed to this report`, `摄`, `in Kabul`. */

import type { Slot } from '../cues/index.ts'
import { flagEnd, flagsOf, longest, mayBegin } from '../find.ts'
import { agencyAt, mastheadAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isMark, isNamed, isPromised, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { isOfPaper } from './of-paper.ts'

/** `contributed to this report`, `reported from Washington`, `摄`: it says what the parties of its clause did. */
export function closing(state: State, i: number): number {
  const { tokens, to } = state
  if (state.parties.length <= state.clause || !mayBegin(tokens[i], CLOSING)) return -1
  const tail = longest(tokens, i, to, Flag.tail, (meaning, end) =>
    endsClause(state, end) ? meaning.tail : undefined,
  )
  if (tail) {
    // "综合新华社、路透社报道"
    const said = state.parties[state.clause]?.slots.includes('contributed') === true
    return close(state, [said && tail.value === 'author' ? 'contributed' : tail.value], tail.end)
  }
  let end = i
  let heavy = false
  for (; end < Math.min(to, i + MOST_WORDS); end++) {
    const flags = flagsOf(tokens[end])
    if ((flags & Flag.contributed) !== 0) heavy = true
    else if ((flags & Flag.contributedLight) === 0 || startsPlace(state, end, heavy)) break
  }
  // "Jane Doe, contributing writer": what she is called
  if (!heavy || (end === i + 1 && tokens[i]?.key === 'contributing')) return -1
  const slot = tokens[i]?.key === 'reported' ? 'author' : 'contributed'
  return close(state, [slot], skipPlaces(state, end))
}

const CLOSING = Flag.tail | Flag.contributed | Flag.contributedLight

// bags of words are short; without a bound they would be read again from every word
const MOST_WORDS = 24

// "in" belongs to the bag of words and opens a place
const startsPlace = (state: State, i: number, heavy: boolean): boolean =>
  heavy && (flagsOf(state.tokens[i]) & Flag.at) !== 0 && isCapital(state.tokens[i + 1])

const isCapital = (token: Token | undefined): boolean =>
  token?.shape === 'cap' || token?.shape === 'caps' || token?.shape === 'initial'

// 摄 closes a clause where the word ends, not in the middle of others
function endsClause(state: State, end: number): boolean {
  const next = state.tokens[end]
  return end >= state.to || next?.shape === 'mark' || next?.spaced === true
}

function close(state: State, slots: readonly Slot[], end: number): number {
  state.parties = state.parties.map((party, n) => (n >= state.clause ? { ...party, slots } : party))
  state.cues++
  if (slots.includes('photo')) state.pictured = true
  state.clause = state.parties.length
  state.slots = []
  state.joint = 'bar'
  return end
}

/** `in Kabul`, `from Greenville, South Carolina`: after a party. */
export function place(state: State, i: number): number {
  if (!mayBegin(state.tokens[i], Flag.at)) return -1
  const before = state.parties.at(-1)
  const token = state.tokens[i]
  if (!before) return bareWord(state, i)
  if (state.joint === 'bar' || isOfPaper(state, i)) return -1
  // "Jan Velling en Piet Quist": an `and` of Dutch, a place's word of Spanish
  if (areTwo(state, i)) return -1
  if (token?.shape !== 'lower') return capitalPlace(state, i)
  if (token.text.length < 2 && !isPromised(state) && state.joint !== 'job') return -1
  if (agencyAt(state.tokens, i + 1, state.to) || namesAgency(state, i)) return -1
  if (state.joint === 'job' && namesHouse(state, i + 1)) return -1
  const end = secondPlace(state, skipPlace(state, i), i)
  return end > i ? skipSections(state, end) : -1
}

// "in Sanaa and Aden": given names too, which no surname follows
const areTwo = ({ tokens, to }: State, i: number): boolean =>
  (flagsOf(tokens[i]) & Flag.and) !== 0 &&
  (flagsOf(tokens[i + 1]) & Flag.given) !== 0 &&
  i + 2 < to &&
  tokens[i + 2]?.shape !== 'mark' &&
  tokens[i + 2]?.shape !== 'lower'

// "Jane Doe in Skerry and Harbourton;": one capital between an `and` and a mark
function secondPlace({ tokens, to, cues }: State, end: number, i: number): number {
  if (end === i || cues === 0 || (flagsOf(tokens[end]) & Flag.and) === 0) return end
  const last = Math.max(end + 2, flagEnd(tokens, end + 1, to, Flag.place))
  const closes = isMark(tokens[last], ';') || isMark(tokens[last], ')') || isMark(tokens[last], '.')
  return isCapital(tokens[end + 1]) && last < to && closes ? last : end
}

// "From our correspondent in Oslo"; "Originally published on November 24 in The Example"
function bareWord({ tokens, to, slots, where }: State, i: number): number {
  const before = flagsOf(tokens[i - 1])
  const at = tokens[i]?.shape === 'lower' ? flagEnd(tokens, i, to, Flag.at) : -1
  if (at < 0) return -1
  if (slots.includes('publication') && tokens[i - 1]?.shape === 'number') return at
  if (!isNamed(where) || i === 0 || (before & (Flag.nobody | Flag.job)) === 0) return -1
  const end = flagEnd(tokens, at, to, Flag.place)
  return end
}

// "DA REUTERS, EM BRASÍLIA": in capitals the town must be known
function capitalPlace({ tokens, to }: State, i: number): number {
  if (tokens[i]?.shape !== 'caps' || tokens[i - 1]?.shape === 'lower') return -1
  const at = flagEnd(tokens, i, to, Flag.at)
  return at > 0 ? flagEnd(tokens, at, to, Flag.place) : -1
}

// "by Jane Doe, in News, Portugal, Business": the sections that a page files it under
function skipSections({ tokens, to, joint }: State, i: number): number {
  let end = i
  while (joint === 'comma' && isMark(tokens[end], ',') && isCapital(tokens[end + 1])) {
    const next = tokens[end + 2]
    if (end + 2 < to && next?.shape !== 'mark' && next?.shape !== 'number') break
    end += 2
  }
  return end
}

// "Senior Editor at The Example" says the house, "correspondent in The Hague" a place
const namesHouse = ({ tokens, to }: State, i: number): boolean =>
  (tokens[i - 1]?.key === 'at' && tokens[i]?.key === 'the') ||
  mastheadAt(tokens, i, to) !== undefined

// "of the Associated Press" is no place
const namesAgency = (state: State, i: number): boolean =>
  state.tokens[i + 1]?.key === 'the' && agencyAt(state.tokens, i + 2, state.to) !== undefined

// "reported from Atlanta and Hanover, New Hampshire."
function skipPlaces(state: State, i: number): number {
  const { tokens, to } = state
  const end = skipPlace(state, i)
  if (end === i || (flagsOf(tokens[end]) & Flag.and) === 0) return end
  const second = capitalRun(state, end + 1)
  const region = isMark(tokens[second], ',') ? flagEnd(tokens, second + 1, to, Flag.region) : second
  const last = region > 0 ? region : second
  return second > end + 1 && (last >= to || isMark(tokens[last], '.')) ? last : end
}

/** The end of a place that a word of place opens at `i`, or `i`. */
export function skipPlace(state: State, i: number): number {
  const end = flagEnd(state.tokens, i, state.to, Flag.at)
  if (end < 0) return i
  const after = capitalRun(state, end)
  if (after === end) return i
  if (!isMark(state.tokens[after], ',')) return after
  // ", South Carolina,": a region after a comma belongs to the place
  const region = flagEnd(state.tokens, after + 1, state.to, Flag.region)
  return region > 0 ? region : after
}

const LONGEST_PLACE = 6

function capitalRun(state: State, i: number): number {
  let end = i
  for (let j = i; j < Math.min(state.to, i + LONGEST_PLACE); j++) {
    const token = state.tokens[j] as Token
    if (isCapital(token)) end = j + 1
    else if (!isLink(token, j === i)) break
  }
  return end
}

const isLink = (token: Token, first: boolean): boolean =>
  isMark(token, '-')
    ? !token.spaced
    : token.shape === 'lower' &&
      (first ? token.key === 'the' || token.key === "l'" : (flagsOf(token) & Flag.particle) !== 0)
