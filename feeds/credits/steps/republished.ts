/** Sentences that say where the material came from, or where the article stood first. */

import { dateEnd } from '../dates.ts'
import { flagsOf, mayBegin } from '../find.ts'
import { agencyAt, mastheadAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isMark, type State } from '../state.ts'
import type { Token } from '../tokens.ts'

const MOST_WORDS = 24

/** `This story includes reporting from`, `Some information for this report came from`. */
export function material(state: State, i: number): number {
  const { tokens, to } = state
  const may = mayBegin(tokens[i], Flag.material | Flag.materialLight)
  if (state.parties.length > 0 || !may) return -1
  let end = i
  let heavy = false
  let informed = false
  for (; end < Math.min(to, i + MOST_WORDS); end++) {
    const flags = flagsOf(tokens[end])
    informed ||= tokens[end]?.key === 'information'
    if ((flags & Flag.material) !== 0 || (informed && isProvided(tokens[end]))) heavy = true
    else if ((flags & Flag.materialLight) === 0 || (heavy && opensName(tokens, end, to))) break
  }
  const last = flagsOf(tokens[end - 1])
  if (!heavy || end - i < 3 || end >= to || (last & (Flag.by | Flag.from | Flag.at)) === 0)
    return -1
  state.slots = ['contributed']
  state.marked = true
  state.cues++
  return end
}

// "Some information for this report was provided by": what is provided whole was published elsewhere
const isProvided = (token: Token | undefined): boolean =>
  token?.key === 'provided' || token?.key === 'supplied'

// "from The Associated Press"
const opensName = (tokens: readonly Token[], i: number, to: number): boolean =>
  tokens[i]?.shape === 'cap' || agencyAt(tokens, i, to) !== undefined

/** `This article was originally published by`. */
export function republication(state: State, i: number): number {
  if (state.parties.length > 0) return -1
  let end = i
  let heavy = false
  let dated = 0
  for (; end < Math.min(state.to, i + MOST_WORDS); end++) {
    const flags = flagsOf(state.tokens[end])
    if ((isMark(state.tokens[end], ',') && end > i + 2) || isTongue(state, end)) continue
    if (end > i && isDated(state, end)) {
      dated++
      continue
    }
    if ((flags & Flag.republished) !== 0) heavy = true
    else if ((flags & Flag.republishedLight) === 0) break
    else if (heavy && state.tokens[end]?.shape === 'cap') break
  }
  if (!heavy && end - i >= 3) end = verbFinal(state, end)
  else if (!heavy) return -1
  if (end < 0 || end - i - dated < 3 || end >= state.to) return -1
  if (TONGUES.has(state.tokens[end]?.key ?? '')) return -1
  state.slots = ['publication']
  state.cues++
  return end
}

// "Originally published on November 24, 2024 in The Example"
const isDated = ({ tokens, to }: State, i: number): boolean =>
  tokens[i]?.shape === 'number' || dateEnd(tokens, i, to) > 0

// "first published in English by", "erschien zuerst auf Englisch bei"
const TONGUES = new Set(
  'english englisch german deutsch french franzosisch anglais francais allemand ingles espanol castellano frances portugues inglese italiano francese engels engelsk engelska angielsku ukrainian russian spanish arabic chinese hebrew'.split(
    ' ',
  ),
)
const isTongue = ({ tokens }: State, i: number): boolean =>
  (flagsOf(tokens[i + 1]) & Flag.republishedLight) !== 0 && TONGUES.has(tokens[i]?.key ?? '')

/** "Dieser Text ist zuerst in der Zeitung Hafenblatt erschienen": the masthead stands before the word that tells. */
function verbFinal({ tokens, to }: State, i: number): number {
  const limit = Math.min(to, i + 10)
  const verb = tokens.findIndex(
    (token, j) => j > i && j < limit && (flagsOf(token) & Flag.republished) !== 0,
  )
  if (verb < 0 || (verb + 1 < to && tokens[verb + 1]?.key !== '.')) return -1
  const known = tokens.findIndex(
    (_, j) => j >= i && j < verb && mastheadAt(tokens, j, verb) !== undefined,
  )
  return known < 0 ? i : known
}
