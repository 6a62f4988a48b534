/** The state of reading a list, and the types of what is read: every step of the grammar reads and advances it. */

import type { Where } from '../model/credit.ts'
import type { Slot } from './cues/index.ts'
import type { Spot } from './party.ts'
import type { Token } from './tokens.ts'

/** What stands between a party and the one before it. */
export type Joint =
  | 'none'
  | 'job'
  | 'comma'
  | 'slash'
  | 'and'
  | 'dash'
  | 'bar'
  | 'via'
  | 'for'
  | 'dot'
  | 'bracket'

export interface Party extends Spot {
  /** What a cue said of it; empty where none did. */
  readonly slots: readonly Slot[]
  readonly joint: Joint
  /** "X's", "X staff": the house that people work for. */
  readonly house: boolean
}

export interface List {
  readonly parties: readonly Party[]
  /** How many cues say by themselves that this is a credit. */
  readonly cues: number
  /** Opened by a mere "by" or "with". */
  readonly byline: boolean
  /** Said of a picture: via, handout, "AP Photo". */
  readonly pictured: boolean
  /** A colon or © stood after a cue, or the cue was a phrase: one word is enough then. */
  readonly marked: boolean
  /** Something that stands in bylines was there: a date, a job, an address. */
  readonly signed: boolean
}

export interface State {
  readonly tokens: readonly Token[]
  /** Index after the last token of the stretch. */
  readonly to: number
  readonly where: Where | undefined
  parties: Party[]
  /** What the last cue says of the parties that follow. */
  slots: readonly Slot[]
  /** Index of the first party of the clause. */
  clause: number
  joint: Joint
  cues: number
  byline: boolean
  pictured: boolean
  /** A colon or © stood after a cue, or the cue was a phrase. */
  marked: boolean
  /** Something that stands in bylines was there: a date, a job, an address. */
  signed: boolean
  /** People stood before a cue that is not theirs: captions name people too. */
  spoiled: boolean
}

/** Reads what it knows at token `i` and returns the index after it, or -1 where it knows nothing. */
export type Step = (state: State, i: number) => number

export const isMark = (token: Token | undefined, key: string): boolean =>
  token?.shape === 'mark' && token.key === key

/** A word with a capital at its head, or in capitals. */
export const isCapital = (token: Token | undefined): boolean =>
  token?.shape === 'cap' || token?.shape === 'caps'

export const isColon = (token: Token | undefined): boolean =>
  token?.shape === 'mark' &&
  (token.key === ':' || token.key === '=' || token.text === '·' || token.text === '・')

/** The place holds bylines: one word may be a person, "de" may open. */
export const isNamed = (where: Where | undefined): boolean =>
  where === 'byline' || where === 'dc:creator'

/** Something promises parties: the place, or a cue before them. */
export const isPromised = (state: State): boolean => state.slots.length > 0 || isNamed(state.where)
