/** Reads a stretch of a line as nothing but a credit: cues, parties and what joins them; or not at all. */

import type { Where } from '../model/credit.ts'
import type { List, State, Step } from './state.ts'
import { closing, place } from './steps/closing.ts'
import { company } from './steps/company.ts'
import { lead } from './steps/lead.ts'
import { masthead } from './steps/masthead.ts'
import { captionEnd, noise } from './steps/noise.ts'
import { agency, other } from './steps/parties.ts'
import { position } from './steps/position.ts'
import { quoted } from './steps/quoted.ts'
import { material, republication } from './steps/republished.ts'
import { separator } from './steps/separator.ts'
import { withWord } from './steps/with.ts'
import type { Token } from './tokens.ts'

// in order of precedence; the first that knows what stands there reads it
const STEPS: readonly Step[] = [
  captionEnd,
  position,
  company,
  lead,
  material,
  republication,
  withWord,
  masthead,
  closing,
  place,
  agency,
  noise,
  other,
  separator,
]
// most words are of names, which no phrase of the lexicon begins with
const OF_NAMES: readonly Step[] = [lead, withWord, masthead, agency, noise, other, separator]
const OF_NUMBERS: readonly Step[] = [noise]
const OF_MARKS: readonly Step[] = [lead, closing, agency, noise, quoted, separator]
const OF_BRACKETS: readonly Step[] = [lead, noise, quoted, separator]
// a mark that no phrase begins with joins and separates
const OF_JOINTS: readonly Step[] = [quoted, separator]

function stepsAt({ shape, phrase, key }: Token): readonly Step[] {
  if (shape === 'mark') return phrase ? OF_MARKS : BRACKETS.has(key) ? OF_BRACKETS : OF_JOINTS
  if (!phrase) return shape === 'number' ? OF_NUMBERS : OF_NAMES
  return STEPS
}
const BRACKETS = new Set(['(', '[', '@'])

/** The list in tokens [from, to), or undefined where anything there is not part of a credit. Linear in the tokens. */
export function readList(
  tokens: readonly Token[],
  from: number,
  to: number,
  where: Where | undefined,
): List | undefined {
  const state: State = {
    tokens,
    to,
    where,
    parties: [],
    slots: [],
    clause: 0,
    joint: 'none',
    cues: 0,
    byline: false,
    pictured: false,
    marked: false,
    signed: false,
    spoiled: false,
  }
  for (let i = from; i < to; ) {
    const next = step(state, i)
    if (next <= i) {
      if (isPublished(state)) break
      return undefined
    }
    i = next
  }
  return state.spoiled ? undefined : state
}

// "originally published in The Example Gazette print edition as ...": what follows the masthead is prose
const isPublished = (state: State): boolean =>
  state.slots.includes('publication') && state.parties.length > 0

function step(state: State, i: number): number {
  for (const each of stepsAt(state.tokens[i] as Token)) {
    const next = each(state, i)
    if (next > i) return next
  }
  return -1
}
